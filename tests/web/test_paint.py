"""Laws of painting: the tags taken away give the exact text, whatever the text and however the marks lie over each other."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from tests.cases import HOSTILE

from rashomon.model import Span
from rashomon.web.paint import Mark, paint, plain

BITS = st.sampled_from(
    ["<script>", "</span>", "&amp;", '"', "'", "<!--", "]]>", "\r\n", "\r", "\n", "é", "שלום", "🔥", "a", " ", "{{x}}", "<i id="]
)
TEXTS = st.lists(st.one_of(BITS, st.characters(exclude_characters="\x00", exclude_categories=("Cs",))), min_size=1).map("".join)


class Reader(HTMLParser):
    """What a browser would show, and the elements that it would make."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words, self.elements = "", []

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(str(markup))
    reader.close()
    return reader


@st.composite
def painted(draw):
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    marks = []
    for number in range(draw(st.integers(0, 6))):
        left = draw(st.integers(0, len(text) - 1))
        mark = Span(left, draw(st.integers(left + 1, len(text))))
        href = draw(st.sampled_from([None, f"#p{number}"]))
        marks.append(
            Mark(mark, f"m{number}", href, draw(st.sampled_from([None, f"a{number}"])), draw(st.sampled_from([None, "1"])))
        )
    return text, span, marks


@given(painted())
def test_the_tags_taken_away_give_the_exact_text(case):
    text, span, marks = case
    assert read(paint(text, span, marks)).words == span.of(text)


@given(painted())
def test_only_our_own_elements_are_made(case):
    text, span, marks = case
    for tag, attributes in read(paint(text, span, marks)).elements:
        assert tag in ("span", "a", "i")
        assert set(attributes) <= {"class", "href", "id", "data-label"}


@given(painted())
def test_every_mark_covers_its_words_and_nothing_else(case):
    text, span, marks = case

    class Covered(Reader):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name, self.inside, self.covered = name, False, ""

        def handle_starttag(self, tag, attrs):
            self.inside = self.name in (dict(attrs).get("class") or "").split()

        def handle_endtag(self, tag):
            self.inside = False

        def handle_data(self, data):
            self.covered += data if self.inside else ""

    for mark in marks:
        reader = Covered(mark.classes)
        reader.feed(str(paint(text, span, marks)))
        reader.close()
        assert reader.covered == text[max(mark.span.start, span.start) : min(mark.span.end, span.end)]


@given(painted())
def test_an_anchor_stands_once_and_only_where_its_mark_begins(case):
    text, span, marks = case
    ids = [attributes["id"] for tag, attributes in read(paint(text, span, marks)).elements if tag == "i"]
    assert sorted(ids) == sorted(mark.anchor for mark in marks if mark.anchor and span.start <= mark.span.start < span.end)


def test_of_overlapping_links_the_shorter_wins():
    marks = [Mark(Span(0, 9), "long", "#long"), Mark(Span(3, 5), "short", "#short")]
    assert '<a class="long short" href="#short">de</a>' in paint("abcdefghi", Span(0, 9), marks)


def test_hostile_words_stay_words():
    assert read(plain(HOSTILE)).words == HOSTILE
    assert not read(plain(HOSTILE)).elements
