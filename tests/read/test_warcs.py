"""WARC: every answer that can hold an account with its address and time, the rest counted, nothing believed unchecked."""

import gzip
import io
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.archiving import DATE, URI, WORDS, arrow, page, record, warc
from tests.read.capturing import document

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture, Document, Original
from rashomon.read import warcs
from rashomon.read.captures import read_one
from rashomon.read.found import Found, Tally
from rashomon.read.openings import is_archive, opened
from rashomon.read.sniff import sniff


def captures(data: bytes) -> tuple[list[Found], list[UnreadableCapture], dict[str, int]]:
    assert is_archive(io.BytesIO(data))
    tally = Tally()
    made = list(opened("a.warc.gz", io.BytesIO(data), tally))
    found = [one for one in made if isinstance(one, Found)]
    return found, [one for one in made if isinstance(one, UnreadableCapture)], dict(tally.left_out)


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_keeps_its_address_and_its_time(packed):
    found, failed, _ = captures(warc([record()], packed))
    assert (found, failed) == ([Found(f"a.warc.gz!/{URI}", page(), DATE)], [])


def test_the_document_has_the_pages_own_address_and_words():
    [found], _, _ = captures(warc([record()]))
    made = document(found.data, found.uri)
    assert (made.uri, made.name, made.title) == (URI, "fire", "Fire at the mill")
    assert WORDS in made.text


def test_what_holds_no_account_is_left_out_and_counted():
    given = [
        record(kind="request"),
        record(kind="revisit"),
        record(b"\x89PNG", mime="image/png"),
        record(b"\x89PNG", uri=f"{URI}/2", mime="image/png"),
        record(b"a {}", mime="text/css"),
        record(b"gone", status="404 Not Found"),
        record(b'{"tracker": [1]}', mime="application/json"),
        record(b"User-agent: *", uri="https://news.example/robots.txt", mime="text/plain"),
        record(b"the page's words", uri="urn:text:https://news.example/", kind="resource", mime="text/plain"),
        record(b" ", mime="text/html"),
        record(b"x\x00\x01" * 90, mime="application/octet-stream"),
    ]
    found, failed, left_out = captures(warc(given))
    assert (found, failed) == ([], [])
    assert left_out == {
        "warcinfo": 1, "request": 1, "revisit": 1, "image/png": 2, "text/css": 1, "status 404": 1, "JSON of no known form": 1,
        "robots.txt": 1, "resource of urn": 1, "empty answer": 1, "binary file": 1,
    }  # fmt: skip


def test_html_pdf_json_and_text_are_captures_also_as_resources():
    given = [
        record(mime="text/html; charset=utf-8"),
        record(b"%PDF-1.7 words", mime="application/pdf", uri="https://a.example/1"),
        record(b"%PDF-1.7 other", mime="application/octet-stream", uri="https://a.example/2"),
        record(b'{"text": "Two died."}', mime="application/json", uri="https://a.example/3"),
        record(b"Two people died.", mime="text/plain", uri="https://a.example/4"),
        record(b"<p>Two people died.</p>", mime="text/html", kind="resource", uri="https://a.example/5"),
    ]
    found, failed, left_out = captures(warc(given))
    assert [one.data for one in found] == [one["body"] for one in given]
    assert (failed, left_out) == ([], {"warcinfo": 1})


def test_what_was_packed_and_cut_into_chunks_for_its_way_is_as_it_was():
    packed = gzip.compress(page())
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:70], packed[70:])) + b"0\r\n\r\n"
    bare = zlib.compressobj(wbits=-15)
    deflated = bare.compress(page()) + bare.flush()
    given = [
        record(chunked, headers=[("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]),
        record(arrow("brotli", page()), headers=[("Content-Encoding", "br")]),
        record(arrow("zstd", page()), headers=[("Content-Encoding", "zstd")]),
        record(arrow("brotli", packed), headers=[("Content-Encoding", "gzip, br")]),
        record(deflated, headers=[("Content-Encoding", "deflate")]),
        record(
            page(), headers=[("Transfer-Encoding", "chunked"), ("Content-Encoding", "br")]
        ),  # kept decoded, the head as it was
    ]
    found, failed, _ = captures(warc(given))
    assert [one.data for one in found] == [page()] * 6
    assert not failed


def test_a_pdf_that_was_kept_unpacked_is_one_whatever_its_head_still_says():
    pdf = b"%PDF-1.4\n\x00\x01\x02" * 20
    given = [record(pdf, mime="application/pdf", headers=[("Content-Encoding", coding)]) for coding in ("br", "gzip", "zstd")]
    found, failed, _ = captures(warc(given))
    assert [one.data for one in found] == [pdf] * 3
    assert not failed


@pytest.mark.parametrize(
    ("body", "coding", "reason"),
    [
        (b"\x8b\x00\x80" * 50, "compress", "compressed as 'compress'"),
        (b"\x8b\x00\x80" * 50, "br", "damaged"),
        (arrow("brotli", page())[:-12], "br", "cut off"),
        (arrow("brotli", b"0" * 90_000_000), "br", "bomb"),
        (arrow("zstd", b"0" * 90_000_000), "zstd", "bomb"),
        (gzip.compress(page())[:-12], "gzip", "cut off"),
        (b"\x1f\x8b\x08\x00" + b"\x00\x07" * 50, "gzip", "damaged"),
        (gzip.compress(b"0" * 90_000_000), "gzip", "bomb"),
    ],
)
def test_content_that_cannot_be_unpacked_is_a_failure_of_that_record(body, coding, reason):
    given = [record(body, headers=[("Content-Encoding", coding)]), record(uri="https://news.example/next")]
    found, [failed], _ = captures(warc(given))
    assert [one.uri for one in found] == ["a.warc.gz!/https://news.example/next"]
    assert failed.uri == f"a.warc.gz!/{URI}"
    assert reason in failed.reason


TWO = warc([record(), record(page("Nobody died."), uri="https://news.example/2")], packed=False)


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_archive_keeps_the_records_before(packed):
    whole = warc([record(), record(page("Nobody died." * 40), uri="https://news.example/2")], packed)
    found, [failed], _ = captures(whole[:-150])
    assert [one.uri for one in found] == [f"a.warc.gz!/{URI}"]
    assert failed.uri == "a.warc.gz"
    assert "cut off in record 3; the 2 before it are read" in failed.reason or "damaged after record" in failed.reason


@pytest.mark.parametrize(("stated", "reason"), [(b"20", "false"), (b"999", ""), (b"minus", "no number"), (b"-5", "no number")])
def test_a_forged_length_keeps_the_records_before(stated, reason):
    at = TWO.rindex(b"Content-Length: ", 0, TWO.index(b"Nobody died."))
    forged = TWO[:at] + re.sub(rb"\d+", stated, TWO[at:], count=1)
    found, [failed], _ = captures(forged)
    assert [one.uri for one in found] == [f"a.warc.gz!/{URI}"]
    assert reason in failed.reason
    assert "read" in failed.reason


def test_a_record_whose_bytes_were_altered_is_told_by_its_own_hash():
    assert b"WARC-Block-Digest" in TWO
    found, [failed], _ = captures(TWO.replace(b"Three people died", b"Seven people died"))
    assert [one.uri for one in found] == ["a.warc.gz!/https://news.example/2"]
    assert failed.uri == f"a.warc.gz!/{URI}"
    assert "not those of its own hash" in failed.reason


def test_one_gzip_member_around_all_records_is_read_too():
    assert len(captures(gzip.compress(TWO))[0]) == 2


def test_heads_without_an_end_are_not_held_in_memory(monkeypatch):
    asked = []
    read = warcs._Inflated.read
    monkeypatch.setattr(warcs._Inflated, "read", lambda self, size=-1: asked.append(size) or read(self, size))
    for endless in (b"WARC/1.0\r\n" + b"A" * 30_000_000, b"WARC/1.0\r\n" + b"A: b\r\n" * 9_000_000):
        found, [failed], _ = captures(gzip.compress(endless))
        assert not found
        assert "no end" in failed.reason or "bomb" in failed.reason
    assert sum(asked) < 4_000_000


def test_an_archive_that_grows_without_end_is_a_bomb():
    bomb = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 900000000\r\n\r\n" + bytes(90_000_000)
    _, [failed], _ = captures(gzip.compress(bomb))
    assert "bomb" in failed.reason


def test_a_record_larger_than_is_read_is_a_failure_of_that_record(monkeypatch):
    monkeypatch.setattr(warcs, "LARGEST", 1_000)
    found, [failed], _ = captures(warc([record(page("word " * 900)), record(uri="https://news.example/2")]))
    assert len(found) == 1
    assert "larger than" in failed.reason


@given(st.binary(max_size=40), st.integers(0, len(TWO)))
def test_whatever_is_damaged_nothing_is_raised(noise, at):
    for data in (TWO, gzip.compress(TWO)):
        for made in opened("a", io.BytesIO(data[:at] + noise + data[at + len(noise) :]), Tally()):
            assert isinstance(made, Found | UnreadableCapture)


def test_the_encoding_that_the_server_names_is_the_pages():
    words = "Трое погибли при пожаре, сказал мэр."
    body = ("<!doctype html><title>x</title>" + "<div class='row'><span></span></div>" * 40 + f"<p>{words}</p>").encode("koi8-r")
    [found], _, _ = captures(warc([record(body, mime="text/html; charset=KOI8-R")]))
    kind = sniff(found.data, found.uri, charset=found.charset)
    assert kind == "text/html; charset=koi8-r"
    [made] = read_one(Original(Capture.of(found.uri, "", kind, "0", len(found.data)), found.data))
    assert isinstance(made, Document)
    assert words in made.text


@pytest.mark.parametrize("charset", ["no-such", "rot13", "zlib", "utf-16", "utf-16-le", "unicode_escape", "utf-7"])
def test_an_encoding_that_is_none_of_the_webs_does_no_harm(charset):
    [found], _, _ = captures(warc([record(mime=f"text/html; charset={charset}")]))
    kind = sniff(found.data, found.uri, charset=found.charset)
    [made] = read_one(Original(Capture.of(found.uri, "", kind, "0", len(found.data)), found.data))
    assert isinstance(made, Document)
    assert WORDS in made.text
