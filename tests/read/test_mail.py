"""Mail: the writer's own words, those of others apart, attachments as captures of their own."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.archiving import page
from tests.read.capturing import document, failure, found, lawful, outcomes, words
from tests.read.test_archives import packed

from rashomon.model import Document
from rashomon.read.finding import find
from rashomon.read.found import Archive


def mail(text: str | None = "Three people died at the mill.", html: str | None = None, **fields: str) -> EmailMessage:
    message = EmailMessage()
    head = {"From": "Ada Möss <ada@news.example>", "To": "desk@news.example", "Subject": "Fire – at the mill"}
    for name, value in (head | {"Date": "Wed, 7 May 2031 12:20:30 +0200"} | fields).items():
        message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text is not None else message.set_content(html, subtype="html")
    return message


def posts(made: Document) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.author, block.span.of(made.text)) for block in made.blocks if block.kind != "title"]


def test_a_message_is_one_post_of_its_writer():
    made = document(mail().as_bytes(), "a.eml")
    lawful(made)
    assert (made.title, made.author, made.published_at) == ("Fire – at the mill", "Ada Möss", "2031-05-07T10:20:30Z")
    assert posts(made) == [("post", "Ada Möss", "Three people died at the mill.")]
    assert made.blocks[-1].posted_at == "2031-05-07T10:20:30Z"


def test_what_is_quoted_is_another_ones():
    text = (
        "Nobody died.\n\nOn Tue, 6 May 2031 at 10:00, Bo Lind <bo@b.example> wrote:\n> Three people died.\n>\n"
        "> On Monday, Cy Doe wrote:\n>> Seven people died.\n\nBelieve me.\n"
    )
    assert posts(document(mail(text).as_bytes())) == [
        ("post", "Ada Möss", "Nobody died."),
        ("quoted_post", "Bo Lind", "Three people died."),
        ("quoted_post", "Cy Doe", "Seven people died."),
        ("post", "Ada Möss", "Believe me."),
    ]


@pytest.mark.parametrize(
    "mark", ["-----Original Message-----", "---------- Forwarded message ---------", "________________________________"]
)
def test_what_is_forwarded_is_its_writers(mark):
    text = f"See below.\n\n{mark}\nFrom: Bo Lind <bo@b.example>\nSent: Tuesday\nSubject: Fire\n\nThree people died.\n"
    assert posts(document(mail(text).as_bytes())) == [
        ("post", "Ada Möss", "See below."),
        ("quoted_post", "Bo Lind", "Three people died."),
    ]


def test_a_signature_is_no_statement():
    made = document(mail("Three people died.\n\n-- \nAda Möss, Desk\n+1 555 0100\n").as_bytes())
    assert words(made, "post") == ["Three people died."]
    assert words(made, "boilerplate") == ["Ada Möss, Desk\n+1 555 0100"]


def test_a_page_of_mail_alone():
    html = (
        "<p>Nobody died.</p><div>On Tue, 6 May 2031, Bo Lind wrote:</div><blockquote><p>Three died.</p></blockquote>"
        "<style>p {}</style>"
    )
    made = document(mail(None, html).as_bytes())
    assert posts(made) == [("post", "Ada Möss", "Nobody died."), ("quoted_post", None, "Three died.")]


def test_where_both_stand_the_text_as_typed_is_read():
    assert words(document(mail("As typed.", "<p>As shown.</p>").as_bytes()), "post") == ["As typed."]


def test_what_is_attached_is_a_capture_of_its_own(tmp_path: Path):
    inner = mail("An older mail.", Subject="Old")
    message = mail()
    message.add_attachment(page("Nobody died.").decode(), subtype="html", filename="../page.html")
    message.add_attachment(b"\x89PNG....", "image", "png", filename="a.png")
    message.add_attachment(inner)
    message.add_attachment(packed({"b.txt": b"Six people died in the fire."}), "application", "zip", filename="b.zip")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    documents, failures = found(tmp_path)
    assert not failures
    assert [made.name for made in documents] == ["a.eml", ".._page.html", "part 4", "b.txt"]
    assert documents[3].uri == f"{tmp_path}/a.eml!/b.zip!/b.txt"
    assert "An older mail." in documents[2].text
    archive = list(find([str(tmp_path)]))[-1]
    assert isinstance(archive, Archive)
    assert (archive.given, archive.left_out) == (3, {"attached file without text": 1})


def test_a_mailbox_is_not_taken_for_one_message():
    both = b"From ada@news.example Wed May  7 12:20:30 2031\n" + mail().as_bytes()
    assert document(both).title
    both += b"\nFrom bo@b.example Wed May  7 12:20:31 2031\n" + mail().as_bytes()
    assert "several messages" in failure(both).message


def test_a_message_without_a_text_says_so():
    assert "no text" in failure(mail(" \n").as_bytes()).message


def test_a_text_that_begins_like_a_mail_is_a_text():
    assert posts(document("From: a book\n\nThree people died.\nNobody knows.", "a.txt"))[0][0] != "post"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_every_word_that_is_typed_is_kept(text):
    made = document(mail(f"x {text}").as_bytes())
    lawful(made)
    assert "".join(made.text.split()).count("".join(text.split()))


def test_an_encoding_with_a_zero_byte_in_its_name_is_none():
    whole = mail("Two died.").as_bytes()
    assert b'charset="utf-8"' in whole
    made = document(whole.replace(b'charset="utf-8"', b"charset=\x00utf-8"), "a.eml")
    assert "Two died." in made.text


@given(st.binary(max_size=60), st.integers(0, 600))
def test_whatever_is_damaged_only_failures_come_of_it(noise, at):
    message = mail("Two died.\n> Three died.\n")
    message.add_attachment(b"abc", "application", "pdf", filename="a.pdf")
    whole = message.as_bytes()
    for made in outcomes(whole[:at] + noise + whole[at + len(noise) :], "a.eml"):
        assert isinstance(made, Document) or made.error == "UnreadableCapture"
