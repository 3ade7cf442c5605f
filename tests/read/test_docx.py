"""DOCX, made by python-docx: paragraphs by their styles, cells, insertions; no deletions."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import document, failure, found, lawful, outcomes, words
from tests.read.test_archives import packed

from rashomon.model import Document

SAID = "Three people died in the fire at the mill, the mayor said on Monday."


def report() -> "docx.document.Document":
    made = docx.Document()
    made.core_properties.author, made.core_properties.title = "Ada Moss", "Report on the fire"
    made.add_paragraph("Fire at the mill", "Title")
    made.add_paragraph("What happened", "Heading 1")
    made.add_paragraph(SAID)
    made.add_paragraph("Nobody knows.", "Intense Quote")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Killed so far:", "Two people were found dead."
    return made


def data_of(made: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_paragraphs_are_what_their_styles_say():
    made = document(data_of(report()), "a.docx")
    lawful(made)
    assert [(block.kind, block.span.of(made.text)) for block in made.blocks][:4] == [
        ("title", "Fire at the mill"),
        ("heading", "What happened"),
        ("para", SAID),
        ("quote", "Nobody knows."),
    ]
    assert (made.title, made.author) == ("Fire at the mill", "Ada Moss")
    assert "Two people were found dead." in words(made, "para")
    assert made.blocks[2].path == "word/document.xml (//w:p)[3]"


def test_a_change_that_is_tracked_is_read_as_it_now_stands():
    made = docx.Document()
    paragraph = made.add_paragraph("Killed: ")
    for tag, words_tag, words_in in (("del", "delText", "five"), ("ins", "t", "seven"), ("moveFrom", "t", "nine")):
        paragraph._p.append(
            parse_xml(f"<w:{tag} {nsdecls('w')} w:id='1'><w:r><w:{words_tag}>{words_in}</w:{words_tag}></w:r></w:{tag}>")
        )
    paragraph.add_run(" people in the fire.")
    assert document(data_of(made)).text == "Killed: seven people in the fire."


def test_it_is_one_document_and_no_archive(tmp_path):
    (tmp_path / "a.docx").write_bytes(data_of(report()))
    (tmp_path / "b.zip").write_bytes(packed({"in/c.docx": data_of(report())}))
    documents, failures = found(tmp_path)
    assert [made.name for made in documents] == ["a.docx", "c.docx"]
    assert not failures


@pytest.mark.parametrize("xml", [b"", b"<w:document", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a/>"])
def test_a_text_that_is_none_is_a_failure(xml):
    assert failure(packed({"[Content_Types].xml": b"<T/>", "word/document.xml": xml})).error == "UnreadableCapture"


def test_a_bomb_is_a_failure():
    data = packed({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
    assert "bomb" in failure(data).message


def test_an_entity_of_a_file_is_not_opened(tmp_path):
    (tmp_path / "secret").write_text("the secret")
    xml = f"<!DOCTYPE a [<!ENTITY b SYSTEM '{tmp_path}/secret'>]><a><p><t>Open: &b; words</t></p></a>".encode()
    for made in outcomes(packed({"[Content_Types].xml": b"<T/>", "word/document.xml": xml})):
        assert not isinstance(made, Document) or "secret" not in made.text


WHOLE = data_of(report())


@given(st.binary(max_size=40), st.integers(0, len(WHOLE)))
def test_whatever_is_damaged_only_failures_come_of_it(noise, at):
    for made in outcomes(WHOLE[:at] + noise + WHOLE[at + len(noise) :], "a.docx"):
        assert isinstance(made, Document) or made.error == "UnreadableCapture"


def test_ten_thousand_paragraphs():
    xml = b"<a>" + b"".join(b"<p><r><t>Number %d died.</t></r></p>" % n for n in range(10_000)) + b"</a>"
    made = document(packed({"[Content_Types].xml": b"<T/>", "word/document.xml": xml}), "a.docx")
    assert made.blocks[-1].path == "word/document.xml (//w:p)[10000]"
