"""What the net finds in the joined text of a page, brought back to where it stands on the page."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.extract import ascribed
from rashomon.extract.ascribed import by_net
from rashomon.extract.attributions import Attribution
from rashomon.extract.reading import SPEAKING, Reading, read_closely
from rashomon.inference.ascriptions import Ascription
from rashomon.model import Block, BlockKind, Document, Span

Words = tuple[str, ...]
Net = Callable[..., list[str]]  # takes what it is to find, gives the texts that it was asked about


def page(*blocks: tuple[BlockKind, str]) -> Document:
    """A page of these blocks, a blank line between any two."""
    text, made = "", []
    for kind, words in blocks:
        made.append(Block(Span(len(text), len(text) + len(words)), kind, "chars"))
        text += f"{words}\n\n"
    return Document.of(capture_id="cap1-test", name="page", text=text, uri="page", blocks=tuple(made))


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Net:
    """A net that finds what it is told to: (source, cue, content) in the words of the joined text."""

    def finds(*wanted: tuple[Words, Words, Words]) -> list[str]:
        asked: list[str] = []

        def ascriptions_in(text: str) -> list[Ascription]:
            asked.append(text)
            return [Ascription(all_(text, source), all_(text, cue), all_(text, what), 0.9) for source, cue, what in wanted]

        monkeypatch.setattr(ascribed, "ascriptions_in", ascriptions_in)
        return asked

    return finds


def all_(text: str, words: Words) -> tuple[Span, ...]:
    return tuple(where(text, one) for one in words)


def where(text: str, words: str) -> Span:
    assert text.count(words) == 1, f"{words!r} must stand once in {text!r}"
    return Span(text.index(words), text.index(words) + len(words))


def content(document: Document, one: Attribution) -> list[str]:
    return [span.of(document.text) for span in one.content]


SAID = (("Ilka Brandt",), ("said",), ("the bridge was closed",))
CLOSED: tuple[BlockKind, str] = "para", "Ilka Brandt said the bridge was closed."
RAIN: tuple[BlockKind, str] = "para", "It rained all day."


def test_spans_are_the_documents(net: Net) -> None:
    document = page(RAIN, ("boilerplate", "Read more"), RAIN, CLOSED)
    net(SAID)
    (one,) = by_net(read_closely(document))
    text = document.text
    assert one.source == (where(text, "Ilka Brandt"),)
    assert one.cue == (where(text, "said"),)
    assert one.content == (where(text, "the bridge was closed"),)
    assert (one.by, one.score) == ("net", 0.9)


def test_the_net_reads_a_paragraph_a_line_and_only_what_speaks(net: Net) -> None:
    asked = net()
    kinds: list[BlockKind] = [
        "title",
        "byline",
        "para",
        "caption",
        "boilerplate",
        "repeat",
        "heading",
        "post",
        "quoted_post",
        "quote",
    ]
    by_net(read_closely(page(*((kind, f"A {kind}\nof two lines.") for kind in kinds))))
    assert asked == ["\n".join(f"A {kind} of two lines." for kind in kinds if kind in SPEAKING)]


def test_a_page_that_says_nothing_is_no_fault(net: Net) -> None:
    assert net() == []
    assert by_net(read_closely(page())) == []
    assert by_net(read_closely(page(("boilerplate", "Read more")))) == []


def test_content_over_two_blocks_is_a_part_in_each_and_none_in_what_stands_between(net: Net) -> None:
    first, second = "Jonas Pell said: “We heard the siren.", "“Then the water came.”"
    document = page(("para", first), ("boilerplate", "Watch: the flood in pictures"), ("caption", "The river"), ("para", second))
    net((("Jonas Pell",), ("said",), (f"“We heard the siren.\n{second}",)))
    (one,) = by_net(read_closely(document))
    assert content(document, one) == ["“We heard the siren.", second]


def test_content_over_three_blocks(net: Net) -> None:
    document = page(("para", "Pell said the siren"), ("para", "was silent"), ("para", "all night."), RAIN)
    net((("Pell",), ("said",), ("the siren\nwas silent\nall night",)))
    (one,) = by_net(read_closely(document))
    assert content(document, one) == ["the siren", "was silent", "all night"]


def test_a_line_break_inside_a_block_is_no_end_of_it(net: Net) -> None:
    document = page(RAIN, ("para", "Ilka Brandt\nsaid the bridge\nwas closed."))
    net(SAID)
    (one,) = by_net(read_closely(document))
    assert content(document, one) == ["the bridge\nwas closed"]


@pytest.mark.parametrize(
    ("source", "cue", "what"),
    [
        ("Ilka Brandt said", "said", "the bridge was closed"),
        ("Ilka Brandt", "said", "Ilka Brandt said the bridge was closed"),
        ("Ilka Brandt", "Brandt said", "said the bridge was closed"),
        ("Ilka Brandt", "said the bridge", "the bridge was closed"),
    ],
)
def test_no_word_plays_two_roles(net: Net, source: str, cue: str, what: str) -> None:
    document = page(CLOSED)
    net(((source,), (cue,), (what,)))
    (one,) = by_net(read_closely(document))
    assert_apart(one)
    assert content(document, one)[-1].endswith("was closed")


def test_content_of_which_nothing_is_left_is_none(net: Net) -> None:
    net((("Ilka Brandt",), ("said the bridge was closed",), ("the bridge", ".")))
    assert by_net(read_closely(page(CLOSED))) == []


@pytest.mark.parametrize(
    ("text", "broken", "whole"),
    [
        ("Ilka Brandt denied the raid on the port.", "the", "the raid"),
        ("Ilka Brandt asked the guards to leave at once.", "the guards to", "the guards to leave"),
        ("Ilka Brandt said nobody was in the harbour.", "nobody was in the", "nobody was in the harbour"),
        ("Ilka Brandt said nobody was in the harbour.", "nobody was in", "nobody was in the harbour"),
        ("Ilka Brandt expects heavy rain on Monday.", "heavy", "heavy rain"),
    ],
)
def test_a_phrase_that_is_broken_off_is_finished(net: Net, text: str, broken: str, whole: str) -> None:
    document = page(RAIN, ("para", text))
    cue = text.split()[2]
    net((("Ilka Brandt",), (cue,), (f"{cue} {broken}",)))
    (one,) = by_net(read_closely(document))
    assert content(document, one) == [whole]


@pytest.mark.parametrize("whole", ["the bridge was closed", "the bridge was closed on", "the"])
def test_a_phrase_is_finished_only_to_its_end(net: Net, whole: str) -> None:
    document = page(("para", "Ilka Brandt said the bridge was closed on Monday. It rained."))
    net((("Ilka Brandt",), ("said",), (f"said {whole}",)))
    (one,) = by_net(read_closely(document))
    (words,) = content(document, one)
    assert words.startswith(whole)
    assert words in ("the bridge was closed", "the bridge was closed on Monday", "the bridge")


def test_words_that_another_owns_finish_no_phrase(net: Net) -> None:
    document = page(("para", "Ilka Brandt denied the raid, Jonas Pell said."))
    net((("Ilka Brandt",), ("denied",), ("denied the",)), (("Jonas Pell",), ("said",), ("raid",)))
    first, second = by_net(read_closely(document))
    assert content(document, first) == ["the"]
    assert content(document, second) == ["raid"]


@pytest.mark.parametrize(("what", "tells"), [("the bridge was closed", True), ("the bridge", False)])
def test_a_bare_thing_tells_nothing(net: Net, what: str, tells: bool) -> None:
    net((("Ilka Brandt",), ("said",), (what,)))
    (one,) = by_net(read_closely(page(CLOSED)))
    assert one.tells is tells


BLOCKS = st.tuples(
    st.sampled_from(["title", "para", "para", "post", "caption", "boilerplate"]),
    st.sampled_from(["Pell said:", "“We saw\nthe raid", "on the port.”", "no", " ", "…", "👩‍👩‍👧‍👦 said é", "שָׁלוֹם, he said"]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BLOCKS, min_size=1, max_size=6), st.data())
def test_whatever_the_net_finds_lies_in_what_speaks(
    monkeypatch: pytest.MonkeyPatch, blocks: Sequence[tuple[BlockKind, str]], data: st.DataObject
) -> None:
    document = page(*blocks)

    def ascriptions_in(text: str) -> list[Ascription]:
        places = [at for at, char in enumerate(text) if not char.isspace()]  # a piece is no blank: a span never ends in one
        if not places:
            return []
        ends = st.tuples(st.sampled_from(places), st.sampled_from(places))
        spans = ends.map(lambda pair: Span(min(pair), max(pair) + 1))
        roles = st.lists(spans, max_size=2, unique=True).map(lambda some: tuple(sorted(some)))
        return data.draw(st.lists(st.builds(Ascription, roles, roles, roles, st.just(0.5)), max_size=3))

    monkeypatch.setattr(ascribed, "ascriptions_in", ascriptions_in)
    reading = read_closely(document)
    for one in by_net(reading):
        assert one.content
        assert_apart(one)
        for span in (*one.source, *one.cue, *one.content):
            assert in_one_block(reading, span)


def assert_apart(one: Attribution) -> None:
    """Content shares no word with source or cue, nor these with each other."""
    assert not any(a.overlaps(b) for a in one.content for b in (*one.source, *one.cue))
    assert not any(a.overlaps(b) for a in one.source for b in one.cue)


def in_one_block(reading: Reading, span: Span) -> bool:
    return any(passage.block.span.contains(span) for passage in reading.speaking)
