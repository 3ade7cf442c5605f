"""Documents put together from pieces keep the laws of documents."""

from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import lawful

from rashomon.model import Capture
from rashomon.read.drafts import About, Piece, assembled, file_name, moved, whole

CAPTURE = Capture.of("a.html", "2031-05-07T00:00:00Z", "text/html", "0" * 64, 1)
PIECES = st.lists(st.builds(Piece, st.text(), st.sampled_from(["para", "post", "boilerplate", "title"]), st.just("/html/p[1]")))


@given(PIECES)
def test_every_piece_with_words_is_a_block_with_exactly_those_words(pieces):
    made = assembled(CAPTURE, "a", pieces, About())
    wanted = [whole(piece.text).strip() for piece in pieces if whole(piece.text).strip()]
    assert [block.span.of(made.text) for block in made.blocks] == wanted
    if wanted:
        lawful(made)


@given(PIECES, st.none() | st.text())
def test_the_same_pieces_are_the_same_document_wherever_they_were_found(pieces, title):
    elsewhere = Capture.of("b.html", "2032-01-01T00:00:00Z", "text/html", "1" * 64, 2)
    assert assembled(CAPTURE, "a", pieces, About(title)).id == assembled(elsewhere, "a", pieces, About(title)).id


@given(st.text(st.characters()))
def test_whole_texts_can_be_written_and_keep_their_length(text):
    assert len(whole(text)) == len(text)
    whole(text).encode("utf-8")


def test_file_names():
    uris = ("a/b.txt", "a.zip!/c/d.txt", "c:\\x\\y.txt", "https://a.example/p/q.html", "stdin", "/")
    assert [file_name(uri) for uri in uris] == ["b.txt", "d.txt", "y.txt", "q.html", "stdin", "/"]


@given(PIECES, st.integers(0, 1_000))
def test_moved_blocks_keep_their_length(pieces, by):
    blocks = assembled(CAPTURE, "a", pieces, About()).blocks
    assert [(block.span.start + by, len(block.span)) for block in blocks] == [
        (block.span.start, len(block.span)) for block in moved(blocks, by)
    ]
