"""A document as it is read: nothing of it is lost, and what stands beside it belongs to it."""

from hypothesis import given
from hypothesis import strategies as st
from tests.cases import told

from rashomon.model import Block, Document, Link, Reason, Span
from rashomon.views import documents
from rashomon.views.documents import DocumentView, document_view, part_of
from rashomon.views.records import Records


def document_views(records: Records) -> list[DocumentView]:
    return [document_view(records, document) for document in records.documents.values()]


@st.composite
def cut_documents(draw):
    """Texts cut into blocks that do not overlap, with whatever left over between them."""
    text = draw(st.text(st.sampled_from("ab .\n\t "), min_size=1, max_size=60))
    places = draw(st.lists(st.integers(0, len(text)), max_size=10))
    places.sort()
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False) if start < end]
    blocks = tuple(Block(span, draw(st.sampled_from(["para", "repeat", "boilerplate", "post"])), "x") for span in spans)
    return Document.of(
        capture_id=told()["captures"][0].id, name="d", text=text, uri="d", blocks=draw(st.permutations(blocks).map(tuple))
    )


@given(cut_documents())
def test_passages_together_hold_every_printed_character_once_and_in_order(document):
    tables = {**{name: [] for name in told()}, "captures": told()["captures"], "documents": [document]}
    view = document_view(Records(tables, "told"), document)
    shown = [span for passage in view.passages for span in range(passage.span.start, passage.span.end)]
    assert shown == sorted(set(shown))
    assert "".join(document.text[place] for place in shown if not document.text[place].isspace()) == "".join(
        document.text.split()
    )


def test_voices_are_numbered_as_they_first_speak_and_named_beside_the_passage(records):
    wire, _, other, _ = document_views(records)
    assert [(note.number, note.speaker.name) for passage in other.passages for note in passage.notes] == [
        (1, "a nurse"),
        (2, "the union"),
    ]
    first, second = wire.passages
    assert [(note.number, note.mode, note.denied) for note in first.notes] == [(1, "mixed", False)]
    assert [(note.number, note.mode, note.denied) for note in second.notes] == [(1, "reported", True)]  # the mayor again


def test_what_the_page_asserts_itself_is_not_marked_as_said(records):
    for view in document_views(records):
        for passage in view.passages:
            assert all(said.mode != "asserted" for said in passage.said)


def test_answers_to_points_are_marked_where_they_stand(records):
    marked = [
        (view.witness.siglum, issue.span.of(view.text), issue.question)
        for view in document_views(records)
        for passage in view.passages
        for issue in passage.disputed
    ]
    dead, cause = "How many people died in the fire?", "Was it set?"
    assert sorted(marked) == [
        ("A", "No one set it", cause),
        ("A", "at least twelve people", dead),
        ("B", "at least twelve people", dead),
        ("C", "Thirty-one people", dead),
        ("C", "arson", cause),
        ("D", "Dozens", dead),
    ]


def test_each_post_has_one_head(records):
    thread = document_views(records)[3]
    assert [(passage.heads_post, passage.author) for passage in thread.passages] == [(True, "ash"), (True, "b")]


def test_a_post_of_several_paragraphs_has_one_head():
    tables = told()
    thread = tables["documents"][3]
    blocks = tuple(Block(block.span, "post", block.path, "ash", None, "p1") for block in thread.blocks)
    tables["documents"][3] = type(thread)(**{name: getattr(thread, name) for name in thread.__slots__} | {"blocks": blocks})
    view = document_views(Records(tables, "told"))[3]
    assert [passage.heads_post for passage in view.passages] == [True, False]


def test_a_long_document_is_read_in_parts_that_together_are_the_whole(records, monkeypatch):
    whole = document_views(records)[2]
    monkeypatch.setattr(documents, "PART", 30)
    document = records.documents[whole.witness.doc_id]
    parts = [document_view(records, document, number) for number in (1, 2)]
    assert [part.parts for part in parts] == [2, 2]
    assert tuple(passage for part in parts for passage in part.passages) == whole.passages
    assert [part_of(document, passage.span.start) for passage in whole.passages] == [1, 2]
    assert document_view(records, document, 9).part == 2  # an address may be older than the text


def test_words_of_another_document_are_marked_in_both_with_the_way_there(records):
    wire, paper = document_views(records)[:2]
    (ours,), (theirs,) = ([run for passage in view.passages for run in passage.copied] for view in (wire, paper))
    assert (ours.other.siglum, ours.first, theirs.other.siglum, theirs.first) == ("B", True, "A", False)
    assert ours.span.of(wire.text) == theirs.span.of(paper.text)
    assert (ours.there, theirs.there) == (theirs.span, ours.span)


def test_words_printed_twice_are_marked_at_both_places_each_leading_to_the_other():
    tables = told()
    page = tables["documents"][0]
    first, again = Span(0, 10), Span(12, 22)
    reasons = (Reason("printed twice", 0.1, first, again),)
    twice = Link.of(page.id, page.id, "copies", by="test", score=1.0, reasons=reasons, subtype="printed-twice", origin=page.id)
    records = Records({**tables, "copies": [twice]}, "told")
    runs = list(documents.copied(records, records.documents[page.id]))
    assert [(run.span, run.there, run.first) for run in runs] == [(first, again, True), (again, first, False)]
    assert {run.other.doc_id for run in runs} == {page.id}
