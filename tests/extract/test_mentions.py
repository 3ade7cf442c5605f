"""Mentions: names, times, amounts and happenings, each where it stands and in a form that can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import Planted, doc

from rashomon.extract.mentions import bounds, mentions_in
from rashomon.extract.reading import read_closely
from rashomon.model import Block, Document, Mention, MentionKind, Span
from rashomon.text.amounts import amounts_in


def found(planted: Planted, kind: MentionKind) -> dict[str, str | None]:
    text = planted.document.text
    return {m.span.of(text): m.norm for m in mentions_in(read_closely(planted.document)) if m.kind == kind}


def test_a_page_gives_its_names_times_amounts_and_happenings() -> None:
    page = doc(
        "On [Tuesday]time a bomb [killed]act [at least 58]amount people in [Berlin]place, [Maria Keller]person of the "
        "[Red Cross]org told reporters.",
        published_at="2017-04-06T08:00:00Z",
    )
    mentions = mentions_in(read_closely(page.document))
    spans = {mention.kind: [] for mention in mentions}
    for mention in mentions:
        spans[mention.kind].append(mention.span)
    for label in ("time", "amount", "place", "person", "org"):
        assert spans[label] == page.spans[label], label
    assert page.spans["act"][0] in spans["happening"]
    assert found(page, "time") == {"Tuesday": "2017-04-04"}
    assert found(page, "amount") == {"at least 58": "58.."}
    assert found(page, "happening")["killed"] == "kill"
    assert mentions == sorted(mentions, key=lambda mention: mention.span)


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("She met President Donald Trump in Paris.", "person", {"Donald Trump"}),
        ("She met Captain Robert Hale there.", "person", {"Robert Hale"}),
        ("It was Maria Keller's idea.", "person", {"Maria Keller"}),
        ("The United Nations has asked for help.", "org", {"United Nations"}),
        ("Several Syrians and a Turkish man were held.", "group", {"Syrians", "Turkish"}),
        ("The Northern Observatory for Human Rights counted them.", "org", {"Northern Observatory for Human Rights"}),
    ],
)
def test_a_name_stands_without_article_title_or_possessive(text: str, kind: MentionKind, names: set[str]) -> None:
    assert set(found(doc(text), kind)) == names


def test_page_furniture_is_no_name() -> None:
    page = doc("File Photo: Reuters\nMaria Keller lives in Berlin.")
    assert not any("Photo" in name for kind in ("person", "org", "place") for name in found(page, kind))


def test_a_headline_in_capitals_has_the_names_that_the_text_knows() -> None:
    page = doc(
        "BOMB KILLS DOZENS AS MARIA KELLER VISITS BERLIN\nMaria Keller was in Berlin when it struck. Berlin is in Germany."
    )
    assert set(found(page, "person")) == {"MARIA KELLER", "Maria Keller"}
    assert set(found(page, "place")) == {"BERLIN", "Berlin", "Germany"}


def test_one_spelling_has_one_kind_and_a_surname_is_its_bearers() -> None:
    page = doc("John Barlow arrived. Barlow spoke. The crowd cheered Barlow, and Barlow left.")
    assert set(found(page, "person")) == {"John Barlow", "Barlow"}
    assert not found(page, "org")
    assert not found(page, "place")


def test_a_date_is_no_name_and_no_happening() -> None:
    page = doc("Sun 05 Jul 2015\nMarch 2011 saw a march in Paris.", published_at="2015-07-06")
    assert found(page, "org") == {}
    assert set(found(page, "time")) == {"March 2011"}  # the first is the page's own date
    assert "March" not in found(page, "happening")


def test_now_and_how_long_are_no_times_that_can_be_compared() -> None:
    page = doc("Now, after three days of talks, they recently met again.", published_at="2017-04-06")
    assert found(page, "time") == {}
    assert found(page, "amount") == {"three days": "3..3"}


def test_a_post_is_reckoned_from_its_own_day_and_the_next_day_from_the_paragraph_before() -> None:
    text = "It began on 3 May 2016.\nThe next day it ended.\nIt rained yesterday."
    starts = [0, 24, 47]
    ends = [23, 46, len(text)]
    posted = (None, None, "2020-01-02T23:00:00Z")
    blocks = tuple(
        Block(Span(start, end), "post", "x", posted_at=at) for start, end, at in zip(starts, ends, posted, strict=True)
    )
    page = Document.of(capture_id="c", name="thread", text=text, uri="x", blocks=blocks, published_at="2017-04-06")
    times = [(m.span.of(text), m.norm) for m in mentions_in(read_closely(page)) if m.kind == "time"]
    assert times == [("3 May 2016", "2016-05-03"), ("The next day", "2016-05-04"), ("yesterday", "2020-01-01")]


def test_the_next_day_is_not_reckoned_from_what_another_wrote() -> None:
    text = "It began on 3 May 2016.\nThe next day it ended."
    blocks = (Block(Span(0, 23), "post", "x", post="1"), Block(Span(24, len(text)), "post", "x", post="2"))
    page = Document.of(capture_id="c", name="thread", text=text, uri="x", blocks=blocks, published_at="2017-04-06")
    times = [(m.span.of(text), m.norm) for m in mentions_in(read_closely(page)) if m.kind == "time"]
    assert times == [("3 May 2016", "2016-05-03"), ("The next day", None)]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("58 dead", "58..58"),
        ("at least 58", "58.."),
        ("up to 30", "..30"),
        ("no one", "0..0"),
        ("dozens", "24..99"),
        ("3.5 km", "3.5..3.5"),
    ],
)
def test_the_norm_of_an_amount_is_its_bounds(text: str, norm: str) -> None:
    assert [bounds(amount) for amount in amounts_in(text)] == [norm]


WORDS = st.sampled_from(
    "Maria Keller President the The Syrian army killed 58 people in Paris on Tuesday 4 April 2017 , . ' 's \n at least dozens "
    "UN FILE PHOTO March fled $ 40 million yesterday".split(" ")
)


@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.sampled_from([None, "2017-04-06", "2017", "not a date"]))
def test_mentions_lie_in_speaking_blocks_and_names_overlap_no_time(text: str, written: str | None) -> None:
    page = doc(text, published_at=written).document
    mentions: list[Mention] = mentions_in(read_closely(page))
    for mention in mentions:
        assert any(block.span.contains(mention.span) for block in page.blocks)
        assert mention.span.of(text) == mention.span.of(text).strip()
    named = [m.span for m in mentions if m.kind in ("person", "org", "group", "place")]
    for mention in mentions:
        if mention.kind in ("time", "amount", "happening"):
            assert not any(mention.span.overlaps(span) for span in named)
