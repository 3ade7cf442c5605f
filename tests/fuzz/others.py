"""What else takes whatever comes: offsets in spoilt texts, the query parser, and review files that come back."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from tests.cases import HOSTILE, told
from tests.export.writing import kept, write

from rashomon.errors import UsageError
from rashomon.export.cells import cell, said_in
from rashomon.export.redaction import Redaction
from rashomon.export.returned import reviews_in
from rashomon.export.reviews import new_words
from rashomon.extract.documents import extract_by_rules
from rashomon.model import Block, Document, Fact, Mention, Span, Statement, Voice
from rashomon.store.case import Case
from rashomon.text.utf16 import Utf16
from rashomon.views.records import Records
from rashomon.views.search import Sought, search

SAID = (
    "“At least four people died in the fire at the mill,” said Ann Holt, the mayor of Port Lys, on Monday. “Nobody set it.”\n"
    "According to the union, 30 to 40 workers were hurt near Homs at 11.40 on 7 May 2031; the police denied that.\n"
).encode()
LETTERS = st.sampled_from([
    *"ab 1.,;:-–—()“”\"'‘’\n\t", "é", "e\u0301", "\u202e", "\u200b", "\ufeff", "🔥", "İ", "ß", "ﬁ", "Ann", "Holt", "said", "%41",
    "%F0%9F",
])  # fmt: skip
TEXTS = st.lists(LETTERS, max_size=60).map("".join)
PIECES = st.sampled_from([
    "died", '"', "-", "OR", "AND", "NOT", "NEAR", "(", ")", "*", ":", "^", "{", "}", "+", "'", "%", "\\", ";", "--", "\x00",
    "fire", "é", "🔥", "\ud800", " ", "\n", "words:", "NEAR(a b, 2)", "a*", '"a b"*', "x" * 300,
])  # fmt: skip
QUERIES = st.lists(PIECES, max_size=24).map(" ".join)


def check_offsets(words: str) -> None:
    """Every span lies in the text, whatever it holds; and a place is the same place in every way of telling it."""
    blocks = (Block(Span(0, len(words)), "para", "p"),) if words.strip() else ()
    document = Document.of(capture_id="c", name="n", text=words, uri="u", blocks=blocks)
    for made in extract_by_rules({"documents": [document]}):
        spans: tuple[Span, ...] = ()
        if isinstance(made, Statement):
            spans = (*made.source, *made.cue, *made.content)
        elif isinstance(made, Mention | Fact) or (isinstance(made, Voice) and made.span):
            spans = (made.span,)
        for span in spans:
            assert 0 <= span.start < span.end <= len(words), (made, span)
            assert span.of(words).strip(), (made, span)
    blacked = Redaction(("Ann Holt", "🔥", "ß"), ("Holt",)).blacked(words)
    assert len(blacked) == len(words)
    assert all(one in (other, "█") for one, other in zip(blacked, words, strict=True))
    places = Utf16(words)
    assert [places.points(places.units(at)) for at in range(len(words) + 1)] == list(range(len(words) + 1))
    assert said_in(cell(words)) == words


def check_query(typed: str) -> None:
    """No input is an error, and what is marked lies in what is shown."""
    view = search(records(), Sought(q=typed, voice=typed[:3], outlet=typed[3:5]))
    view = search(records(), Sought(q=typed))
    for hit in view.found:
        assert 0 <= hit.shown.start <= hit.shown.end <= len(hit.text)
        assert all(0 <= mark.start < mark.end <= len(hit.text) for mark in hit.marks)


def check_review(name: str) -> Callable[[bytes], None]:
    """A file that comes back spoilt gives words that can be put down, or says what is wrong with it."""

    def check(data: bytes) -> None:
        case, folder = reviewed()
        path = folder / f"spoilt-{name}"
        path.write_bytes(data)
        try:
            words = new_words(case, reviews_in(path, case, "desk"))
        except UsageError:
            return
        assert all(word.user and word.left for word in words)

    return check


@cache
def records() -> Records:
    """The case told by hand, with hostile names."""
    return Records(told(HOSTILE), "told")


@cache
def reviewed() -> tuple[Case, Path]:
    """The same on disk, and a folder beside it."""
    folder = Path(tempfile.mkdtemp())
    return Case.open(kept(told(), folder / "case")), folder


def reviews() -> dict[str, bytes]:
    """What is exported to be reviewed, with a word of an editor's in the sheet."""
    case, folder = reviewed()
    made = {}
    for form, name in (
        ("csv", "points.csv"),
        ("xlsx", "case.xlsx"),
        ("label-studio", "tasks.json"),
        ("inception", "documents.zip"),
    ):
        made[name] = write(form, case.path, folder / name).read_bytes()
    head, row, rest = made["points.csv"].split(b"\r\n", 2)
    made["points.csv"] = b"\r\n".join([head, row.removesuffix(b",,,,,") + b"accept,,,,Ann,2031-05-07", rest])
    return made
