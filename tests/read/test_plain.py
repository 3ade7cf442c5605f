"""Plain text: the document's text is the capture's, to the letter; blocks only say what its parts are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.read.capturing import block_of, document, failure, lawful, outcomes, words

from rashomon.model import Capture, Document, Span
from rashomon.read.drafts import whole
from rashomon.read.plain import blocks_of, read_plain
from rashomon.read.samples import Sample

LINES = st.sampled_from(
    """Share|Most read|By Ada Moss|7 May 2031|> quoted|- item|[1] https://a.example|ada 3 hours ago|| |\t|Dead Comment|please wait
    |Three Die in Fire at Old Mill|I saw it, and you did not.|Three people died, the mayor said.""".split("|")
)
PAGE = """Accessibility links

Mill Watch

Thursday 7 May 2031

Three people died when a mill burned down on Monday night, the mayor said.

The Old Mill in Pictures
please wait

No media source currently available

0:00 0:03:18 0:00

Mayor Bo Lind at the gate (file photo)
Mayor Bo Lind at the gate (file photo)

The cause of the fire is not known. The owner could not be reached.

A Long Night

Three people died when a mill burned down on Monday night, the mayor said.

Load more

About This Blog

Mill Watch is a blog by our correspondent Ada Moss that looks at mills.
"""


@given(st.text() | st.lists(LINES).map("\n".join))
@example("\ufeff\ufefftext")
@example("a\r\n\r\nb\rc\x0bd\x85e\u2028f")
def test_the_text_is_the_captures_and_blocks_lie_in_it_in_order(text):
    text = whole(text)
    if not text.strip():
        return
    blocks = blocks_of(text, "")
    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert block.path == f"chars {block.span.start}-{block.span.end}"
        at = block.span.end
    between = "".join(
        text[a:b] for a, b in zip([0, *(b.span.end for b in blocks)], [*(b.span.start for b in blocks), len(text)], strict=True)
    )
    assert not between.strip(), "no word is left out"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1))
def test_reading_bytes_gives_the_same_text(text):
    data = text.encode()
    sample = Sample(Capture.of("a.txt", "", "", "", len(data)), data)
    if not text.strip("\ufeff \n") or not text.strip():
        return
    [made] = read_plain(sample)
    lawful(made)
    assert made.text == text.removeprefix("\ufeff")


def test_a_captured_page():
    made = document(PAGE, "page.txt")
    lawful(made)
    assert made.text == PAGE
    assert (made.outlet, made.author, made.published_at) == ("Mill Watch", "Ada Moss", "2031-05-07")
    assert words(made, "caption") == ["Mayor Bo Lind at the gate (file photo)"]
    assert words(made, "heading") == ["A Long Night"]
    assert len(words(made, "repeat")) == 2
    assert words(made, "para") == [
        "Three people died when a mill burned down on Monday night, the mayor said.",
        "The cause of the fire is not known. The owner could not be reached.",
    ]
    assert block_of(made, "Old Mill in Pictures").kind == "boilerplate"


def test_title_and_byline():
    made = document(
        "Three Die in Fire at the Old Mill\n\nBy Ada Moss\n\n7 May 2031\n\nThree people died at the mill, the mayor said.\n"
    )
    assert (made.title, made.author, made.published_at) == ("Three Die in Fire at the Old Mill", "Ada Moss", "2031-05-07")
    assert [block.kind for block in made.blocks] == ["title", "byline", "byline", "para"]


@pytest.mark.parametrize("text", ["\n", " \u3000\u2028 "])
def test_white_space_is_no_document(text):
    assert "empty" in failure(text, "a.txt").message or "no text" in failure(text, "a.txt").message


def test_one_word_is_a_document():
    [made] = outcomes("Fire", "a.txt")
    assert isinstance(made, Document)
    assert made.blocks[0].span == Span(0, 4)
    assert made.language is None


def test_the_seed(shared):
    [path] = (shared / "data" / "seeds").glob("002*.txt")
    made = document(path.read_bytes(), path.name)
    lawful(made)
    assert made.text == path.read_text("utf-8")
    assert made.outlet
    assert made.author
    assert made.published_at == "2022-01-06"
    assert len(words(made, "boilerplate")) == 29
    assert len(words(made, "caption")) == 5
    assert len(words(made, "repeat")) == 3
