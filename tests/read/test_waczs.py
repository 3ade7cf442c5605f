"""WACZ: its captures, once every file in it has the bytes whose hash the archive states."""

import io

import pytest
from tests.read.archiving import DATE, URI, page, record, wacz, warc
from tests.read.test_archives import packed

from rashomon.errors import UnreadableCapture
from rashomon.read.found import Found, Tally
from rashomon.read.openings import opened


def captures(data: bytes, uri: str = "a.wacz") -> tuple[list[Found], list[UnreadableCapture], dict[str, int]]:
    tally = Tally()
    made = list(opened(uri, io.BytesIO(data), tally))
    found = [one for one in made if isinstance(one, Found)]
    return found, [one for one in made if isinstance(one, UnreadableCapture)], dict(tally.left_out)


ONE = warc([record()])
OTHER = warc([record(page("Nobody died."), uri="https://news.example/2")], packed=False)


@pytest.mark.parametrize("digest", [True, False])
def test_its_captures_are_those_of_its_archives(digest):
    found, failed, left_out = captures(wacz({"1.warc.gz": ONE, "2.warc": OTHER}, digest=digest))
    assert [(one.uri, one.captured_at) for one in found] == [
        (f"a.wacz!/archive/1.warc.gz!/{URI}", DATE),
        ("a.wacz!/archive/2.warc!/https://news.example/2", DATE),
    ]
    assert not failed
    assert left_out == {"warcinfo": 2, "file of indexes": 1, "file of pages": 1}


def test_an_archive_whose_bytes_are_not_those_of_its_hash_is_named_and_not_believed():
    forged = OTHER.replace(b"Nobody died.", b"Six of us die")
    found, [failed], _ = captures(wacz({"1.warc.gz": ONE, "2.warc": OTHER}, {"archive/2.warc": forged}))
    assert [one.uri for one in found] == [f"a.wacz!/archive/1.warc.gz!/{URI}"]
    assert failed.uri == "a.wacz!/archive/2.warc"
    assert "not those of the hash in datapackage.json" in failed.reason


def test_a_list_of_pages_that_was_changed_is_named_too():
    found, [failed], _ = captures(wacz({"1.warc.gz": ONE}, {"pages/pages.jsonl": b"{}"}))
    assert len(found) == 1
    assert failed.uri == "a.wacz!/pages/pages.jsonl"


def test_a_list_of_hashes_that_was_changed_is_told_by_its_own_hash():
    whole = wacz({"1.warc.gz": ONE})
    other = wacz({"1.warc.gz": OTHER})
    import zipfile

    changed = zipfile.ZipFile(io.BytesIO(other)).read("datapackage.json")
    found, [failed], _ = captures(wacz({"1.warc.gz": ONE}, {"datapackage.json": changed, "archive/1.warc.gz": OTHER}))
    assert (found, failed.uri) == ([], "a.wacz!/datapackage.json")
    assert "datapackage-digest.json" in failed.reason
    assert len(captures(whole)[0]) == 1


def test_what_was_added_or_taken_away_is_named():
    found, failed, _ = captures(wacz({"1.warc.gz": ONE}, {"archive/3.warc.gz": ONE}))
    assert len(found) == 1
    assert [one.uri for one in failed] == ["a.wacz!/archive/3.warc.gz"]
    assert "added later" in failed[0].reason
    files = {"datapackage.json": b'{"resources": [{"path": "archive/9.warc.gz", "hash": "sha256:00"}]}', "archive/x": b""}
    _, failed, _ = captures(packed(files))
    assert "gone from the archive" in failed[-1].reason


@pytest.mark.parametrize(
    "listed", [b"", b"[]", b"{", b'{"resources": 7}', b'{"resources": [{"path": 1}]}', b'{"resources": [{"path": "archive/x"}]}']
)
def test_a_list_that_is_none_says_so(listed):
    found, failed, _ = captures(packed({"datapackage.json": listed, "archive/x": b"WARC/1.0"}))
    assert not found
    assert failed


def test_a_wacz_in_a_zip_is_checked_as_well():
    forged = wacz({"1.warc.gz": ONE}, {"archive/1.warc.gz": OTHER})
    found, [failed], _ = captures(packed({"case/a.wacz": forged}), "b.zip")
    assert (found, failed.uri) == ([], "b.zip!/case/a.wacz!/archive/1.warc.gz")
