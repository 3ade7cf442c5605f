"""MHTML: the page in the file, from where its head says, captured when its head says."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.archiving import page
from tests.read.capturing import document, failure, found, lawful, outcomes, words

from rashomon.model import Document, Failure
from rashomon.read.finding import find
from rashomon.read.found import Found
from rashomon.read.sniff import sniff

URL = "https://news.example/fire?page=1"


def saved(html: str = page("Drei Menschen starben – im Café.").decode(), charset: str = "utf-8", **fields: str) -> bytes:
    """A page as Chromium and Hunchly save it."""
    message = MIMEMultipart("related", type="text/html")
    head = {
        "From": "<Saved by Blink>",
        "Snapshot-Content-Location": URL,
        "Subject": "Fire",
        "Date": "Wed, 7 May 2031 12:20:30 +0200",
    }
    for name, value in (head | {name.replace("_", "-"): value for name, value in fields.items()}).items():
        message[name] = value
    part = MIMEText(html, "html", charset)
    part["Content-Location"] = URL
    part["Content-ID"] = "<frame-1@mhtml.blink>"
    message.attach(part)
    style = MIMEText("p { color: red }", "css")
    style["Content-Location"] = "cid:css-1@mhtml.blink"
    message.attach(style)
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_page_is_read_from_where_it_was_saved(charset):
    made = document(saved(charset=charset), "C/fire.mhtml")
    lawful(made)
    assert (made.uri, made.name, made.title) == (URL, "fire.mhtml", "Fire at the mill")
    assert words(made, "para") == ["Drei Menschen starben – im Café."]


def test_it_was_captured_when_its_head_says(tmp_path: Path):
    (tmp_path / "a.mhtml").write_bytes(saved())
    (tmp_path / "b.mht").write_bytes(saved(Date="Wed, 7 May 2031 10:20:30 -0000"))
    (tmp_path / "c.mhtml").write_bytes(saved(Date="at noon"))
    made = [one for one in find([str(tmp_path)]) if isinstance(one, Found)]
    assert [one.captured_at for one in made] == ["2031-05-07T10:20:30Z", "2031-05-07T10:20:30Z", None]


def test_a_folder_as_hunchly_exports_it(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1.mhtml").write_bytes(saved())
    (tmp_path / "pages" / "2.mhtml").write_bytes(
        saved(page("Nobody died.").decode(), Snapshot_Content_Location="https://b.example/")
    )
    documents, failures = found(tmp_path)
    assert [made.uri for made in documents] == [URL, "https://b.example/"]
    assert not failures


def test_the_type_is_told_from_the_head():
    assert sniff(saved(), "capture") == "multipart/related"
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = "a@b.example", "c@d.example", "x", "Wed, 7 May 2031 12:20:30 +0200"
    mail.set_content("Words.")
    assert sniff(mail.as_bytes(), "capture") == "message/rfc822"


def test_a_saved_thread_is_a_thread():
    html = (
        "<html><body><div id=hnmain><table class=fatitem><tr class=athing id=1><td>"
        "<span class=titleline><a>Fire</a></span></td></tr></table><table><tr class='athing comtr' id=2><td>"
        "<a class=hnuser>ada</a><div class=commtext>Three died.</div></td></tr></table></div></body></html>"
    )
    made = document(saved(html), "a.mhtml")
    assert [block.author for block in made.blocks if block.kind == "post"] == ["ada"]
    assert made.uri == URL


def test_a_page_that_was_cut_off_says_so():
    assert "cut off" in failure(saved()[:300], "a.mhtml").message


def test_parts_in_one_another_without_end_are_a_failure():
    deep = b"".join(b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(5_000))
    head = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n"
    assert isinstance(outcomes(head + deep, "a.mhtml")[0], Failure)


@given(st.binary(max_size=60), st.integers(0, 900))
def test_whatever_is_damaged_only_failures_come_of_it(noise, at):
    whole = saved()
    for made in outcomes(whole[:at] + noise + whole[at + len(noise) :], "a.mhtml"):
        assert isinstance(made, Document) or made.error == "UnreadableCapture"
