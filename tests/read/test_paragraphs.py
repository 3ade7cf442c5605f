"""Where paragraphs stand: one a line, or one a run of lines where an editor broke them at a width."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.paragraphs import paragraphs

LONG = (
    "Three people died when an old mill at the edge of the town burned down on Monday night and the roof fell in before the fire "
    "brigade could reach it, the mayor said in a statement that was read to reporters the next morning at the town hall."
)
OTHER = (
    "The cause of the fire is not known and the owner, who had bought the building in spring and raised its insurance twice "
    "since then, could not be reached for comment on Tuesday, nor could the company that was paid to guard it through the winter."
)


@given(st.text())
def test_paragraphs_are_in_order_apart_and_leave_no_word_out(text):
    spans = paragraphs(text)
    at, between = 0, ""
    for span in spans:
        assert span.start >= at
        assert span.of(text) == span.of(text).strip()
        between += text[at : span.start]
        at = span.end
    assert not (between + text[at:]).strip()


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1),
    st.sampled_from(["\n", "\r\n", "\n\n", "\r\n \r\n", "\r"]),
)
def test_lines_are_paragraphs(lines, end):
    text = end.join(lines)
    assert [span.of(text) for span in paragraphs(text)] == lines


@given(st.integers(50, 90), st.booleans())
def test_lines_broken_at_a_width_are_one_paragraph(width, indented):
    text = "\n\n".join(("  " if indented else "") + textwrap.fill(part, width) for part in (LONG, OTHER))
    assert [" ".join(span.of(text).split()) for span in paragraphs(text)] == [LONG, OTHER]


def test_items_of_a_list_stay_apart_in_a_text_broken_at_a_width():
    text = f"{textwrap.fill(LONG, 70)}\n- the first of them\n- the second\n\n{textwrap.fill(OTHER, 70)}"
    assert [span.of(text) for span in paragraphs(text)][1:3] == ["- the first of them", "- the second"]


def test_short_lines_without_full_stops_are_no_broken_text():
    text = "\n".join(["Home", "News", "Sport", "Weather", "The mill", "The fire"])
    assert len(paragraphs(text)) == 6
