"""The forms in which a page says who says what: each is found whole, by whoever it is that speaks."""

import pytest
from tests.extract.saying import said, told

from rashomon.model import BlockKind, Statement, Voice

PELL = "Jonas Pell"
SIREN = "We heard the siren at night"


def of(speaker: str, text: str) -> tuple[Statement, str]:
    """The one statement of that speaker, and its words."""
    found = [(one, words) for voice, one, words in said(text) if voice.name == speaker]
    assert len(found) == 1, told(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was reported that two men had been arrested.", "that two men had been arrested"),
        ("The fire is believed to have started in the kitchen.", "to have started in the kitchen"),
        ("The minister is expected to resign on Friday.", "to resign on Friday"),
    ],
)
def test_words_without_a_stated_source_are_somebody_unnameds(text: str, words: str) -> None:
    ((voice, one, content),) = said(text, outlet="The Herald")
    assert voice.kind == "unnamed"
    assert one.source == ()
    assert one.cue
    assert words in content


@pytest.mark.parametrize("text", ["It was telling that the pumps had failed.", "It is clear that the pumps had failed."])
def test_what_the_page_judges_is_the_pages(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Ilka Brandt said that the dam had held, that the pumps were working and that nobody would have to leave.",
            ["that the dam had held", "that the pumps were working", "that nobody would have to leave"],
        ),
        (
            "Four people died when a ferry sank, Ilka Brandt said, and eleven are still missing.",
            ["Four people died when a ferry sank", "eleven are still missing"],
        ),
    ],
)
def test_all_contents_of_one_cue_are_one_statement(text: str, contents: list[str]) -> None:
    _, words = of("Ilka Brandt", text)
    assert all(content in words for content in contents)
    assert "Brandt" not in words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "“We heard the siren,” Jonas Pell said, “and then the water came.”",
            ["“We heard the siren,”", "“and then the water came.”"],
        ),
        ("“We heard the siren,” said Jonas Pell. “Then the water came.”", ["“We heard the siren,”", "“Then the water came.”"]),
        ("“The siren,” said Jonas Pell, “was heard by all of us.”", ["“The siren,”", "“was heard by all of us.”"]),
    ],
)
def test_a_split_quotation_is_one_statement_of_two_spans(text: str, parts: list[str]) -> None:
    one, _ = of(PELL, text)
    assert [span.of(text) for span in one.content] == parts
    assert one.mode == "quoted"


@pytest.mark.parametrize(
    "lead",
    [
        "“We heard the siren at night,” Jonas Pell said.\n",
        "Jonas Pell told the council: “We heard the siren at night.\n",
    ],
)
def test_a_quotation_over_several_paragraphs_is_one_statement_with_a_span_in_each(lead: str) -> None:
    text = f"{lead}“Then the water came up the stairs.\n“We sat on the roof until morning.”\nIt rained all day."
    one, _ = of(PELL, text)
    first, *rest = (span.of(text) for span in one.content)
    assert first.startswith("“We heard the siren at night")
    assert rest == ["“Then the water came up the stairs.", "“We sat on the roof until morning.”"]
    assert one.mode == "quoted"


MARKS = [
    ("“", "”"),
    ('"', '"'),
    ("''", "''"),
    ("``", "''"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‘", "’"),
    ("'", "'"),
]


@pytest.mark.parametrize(("opens", "closes"), MARKS)
def test_marks_of_every_style_before_the_speaker(opens: str, closes: str) -> None:
    one, words = of(PELL, f"{opens}{SIREN},{closes} said Jonas Pell.")
    assert (one.mode, words) == ("quoted", f"{opens}{SIREN},{closes}")


@pytest.mark.parametrize(("opens", "closes"), MARKS)
def test_marks_of_every_style_behind_the_speaker(opens: str, closes: str) -> None:
    one, words = of(PELL, f"Jonas Pell said: {opens}{SIREN}.{closes}")
    assert (one.mode, words) == ("quoted", f"{opens}{SIREN}.{closes}")


@pytest.mark.parametrize("text", [f"Jonas Pell said: “{SIREN}.", f'Jonas Pell said: "{SIREN}', f'"{SIREN}, said Jonas Pell.'])
def test_a_mark_that_is_never_closed(text: str) -> None:
    one, words = of(PELL, text)
    assert SIREN in words
    assert one.mode == "quoted"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to Jonas Pell, the siren was silent all night.", "the siren was silent all night"),
        ("The siren was silent all night, according to Jonas Pell.", "The siren was silent all night"),
    ],
)
def test_according_to_somebody(text: str, words: str) -> None:
    one, content = of(PELL, text)
    assert (one.mode, content) == ("reported", words)
    assert [span.of(text).lower() for span in one.cue] == ["according to"]


@pytest.mark.parametrize("kind", ["title", "para"])
@pytest.mark.parametrize(("speaker", "words"), [("Minister", "no troops sent"), ("Police", "nobody was hurt")])
def test_a_headline_with_a_colon(kind: BlockKind, speaker: str, words: str) -> None:
    assert told(f"{speaker}: {words}", kind=kind) == [(speaker, "reported", words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Mayor: bridge closed until Friday", "Mayor", "bridge closed until Friday"),
        ("Bridge closed until Friday: mayor", "mayor", "Bridge closed until Friday"),
        ("Bridge closed until Friday – police", "police", "Bridge closed until Friday"),
    ],
)
def test_either_side_of_a_headlines_mark_may_speak(text: str, speaker: str, words: str) -> None:
    assert told(text, kind="title") == [(speaker, "reported", words)]


@pytest.mark.parametrize("text", ["Flood: what we know so far", "Live: the river rises", "Hadrin: three dead in ferry fire"])
def test_a_place_or_a_label_before_a_colon_says_nothing(text: str) -> None:
    assert told(text, kind="title") == []


def by_speaker(text: str) -> dict[str, tuple[Voice, Statement, str]]:
    return {voice.name: (voice, one, words) for voice, one, words in said(text)}


@pytest.mark.parametrize(
    ("text", "outer", "inner", "words"),
    [
        ("Ilka Brandt said that Jonas Pell said that the dam had failed.", "Ilka Brandt", PELL, "that the dam had failed"),
        (
            "Ilka Brandt said the engineer had told her that the dam was safe.",
            "Ilka Brandt",
            "the engineer",
            "that the dam was safe",
        ),
        ("Ilka Brandt said police claimed that the road was closed.", "Ilka Brandt", "police", "that the road was closed"),
        (
            "“The engineer told me that the dam was safe,” Ilka Brandt said.",
            "Ilka Brandt",
            "The engineer",
            "that the dam was safe",
        ),
        ("“My brother said: ‘Run for the hills!’” Jonas Pell told reporters.", PELL, "My brother", "Run for the hills"),
    ],
)
def test_what_one_says_that_another_said_is_nested_in_it(text: str, outer: str, inner: str, words: str) -> None:
    found = by_speaker(text)
    assert set(found) == {outer, inner}
    assert found[inner][1].nested_in == found[outer][1].id
    assert found[outer][1].nested_in is None
    assert words in found[inner][2]
    assert found[inner][2].strip("‘’!") in found[outer][2]


def test_a_chain_of_three() -> None:
    found = by_speaker("The police said a witness had told them that the driver claimed he was asleep.")
    assert found["a witness"][1].nested_in == found["The police"][1].id
    assert found["the driver"][1].nested_in == found["a witness"][1].id
