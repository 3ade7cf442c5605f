"""Texts as they come: shouted, unpunctuated, mistyped, full of signs, far too long. Nothing crashes, every span is a place."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.saying import said, spoken
from tests.factory import doc

from rashomon.model import Document, Statement, Voice

CLOSED = "The mayor said the bridge was closed."


def sound(document: Document) -> tuple[dict[str, Voice], list[Statement]]:
    """What the document says, if it is sound: spans in their blocks, roles apart, ids that lead somewhere."""
    voices, statements = spoken(document)
    ids = [one.id for one in statements]
    assert len(set(ids)) == len(ids)
    for one in statements:
        assert one.content
        assert one.voice_id in voices
        assert one.nested_in is None or one.nested_in in set(ids) - {one.id}
        assert 0 <= one.score <= 1
        for span in (*one.source, *one.cue, *one.content):
            assert span.end <= len(document.text)
            assert any(block.span.contains(span) for block in document.blocks)
        assert not any(a.overlaps(b) for a in one.content for b in (*one.source, *one.cue))
    for voice in voices.values():
        assert voice.name.strip()
        assert voice.span is None or voice.span.of(document.text) == voice.name
    return voices, statements


def words_of(text: str) -> list[tuple[str, str]]:
    """(words of the source, content) of what is ascribed to others."""
    sound(doc(text).document)
    return [(" ".join(span.of(text) for span in one.source), words) for _, one, words in said(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Shouted.
        ("THE MAYOR SAID THE BRIDGE WAS CLOSED.", [("THE MAYOR", "THE BRIDGE WAS CLOSED")]),
        ('"THE BRIDGE IS CLOSED," SAID ILKA BRANDT.', [("ILKA BRANDT", '"THE BRIDGE IS CLOSED,"')]),
        ("ACCORDING TO THE POLICE, NOBODY WAS HURT.", [("THE POLICE", "NOBODY WAS HURT")]),
        # Commas, apostrophes and marks are lost.
        ("The bridge is closed said Ilka Brandt", [("Ilka Brandt", "The bridge is closed")]),
        ("According to the police nobody was hurt", [("the police", "nobody was hurt")]),
        ("We didnt see anyone the pilot told reporters", [("the pilot", "We didnt see anyone")]),
        (
            "The ministry didnt say how many soldiers had crossed but the mayor said it wasnt many",
            [("The ministry", "how many soldiers had crossed"), ("the mayor", "it wasnt many")],
        ),
        # Small letters, as in a forum.
        ("the minister claimed there were no soldiers", [("the minister", "there were no soldiers")]),
        ("lol my cousin works there and he says they closed the bridge at noon", [("he", "they closed the bridge at noon")]),
        # Other people's signs around and inside.
        ("👩‍👩‍👧‍👦🔥 The mayor said the bridge was closed. 🇺🇦👍🏽", [("The mayor", "the bridge was closed")]),
        ("The mayor said the bridge was closed. שָׁלוֹם עולם السَّلام عليكم", [("The mayor", "the bridge was closed")]),
        ("Cafe\u0301 owner Jose\u0301 Iba\u0301n\u0303ez said the bridge was closed.",
         [("Cafe\u0301 owner Jose\u0301 Iba\u0301n\u0303ez", "the bridge was closed")]),
        ("Café owner José Ibáñez said the bridge was closed.", [("Café owner José Ibáñez", "the bridge was closed")]),
    ],
)  # fmt: skip
def test_a_plain_attribution_is_found_however_it_is_written(text: str, found: list[tuple[str, str]]) -> None:
    assert words_of(text) == found


@pytest.mark.parametrize(
    ("text", "source", "begins"),
    [
        (
            "okay so the engineer told us that the dam was safe and we believed him you know",
            "the engineer",
            "that the dam was safe",
        ),
        (
            "so the mayor said that the bridge was closed and then the police said that nobody was hurt",
            "the mayor",
            "that the bridge",
        ),
        ("the mayor said the bridge was closed. i dont believe him tbh", "the mayor", "the bridge was closed"),
        ("the mayor has said, that the bridge closed was.", "the mayor", "that the bridge closed was"),
        ("\u202eThe mayor said the bridge was closed.\u202c", "The mayor", "the bridge was closed"),
        ("The mayor said the bridge was closed\u200b.", "The mayor", "the bridge was closed"),
        ("The mayor 👩‍👩‍👧‍👦 said the bridge was closed 🔥🔥.", "The mayor", "the bridge was closed"),
        ("̶̶ Z͑ͫͯ The mayor said the bridge was closed. ̶̶", "The mayor", "the bridge was closed"),
    ],
)
def test_where_it_ends_is_less_sure_than_that_it_is_there(text: str, source: str, begins: str) -> None:
    assert any(source in who and words.startswith(begins) for who, words in words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "As has informed the ministry, that the soldiers have not crossed the border.",
        "By words of the mayor, the bridge closed since morning. Mayor told that repair goes.",
        "On the words of police, nobody not was hurt. Speaks the witness: I all saw.",
        "REPORTER: were troops sent\nMINISTER: no troops were sent um to the border i mean not ours\nREPORTER: whose then",
        "MINISTER:\nNo troops were sent.",
        "Mayor Ilka Brandt\nsaid the bridge\nwas closed.",
        "so i asked him i said why and he goes because he goes the cables they said they had broken and i was like okay",
    ],
)
def test_broken_language_and_transcripts_are_no_fault(text: str) -> None:
    sound(doc(text).document)


STYLES: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    str.title,
    lambda text: text.translate(dict.fromkeys(map(ord, ",.'’“”\":"))),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(" ", "\xa0"),
    lambda text: text.replace("e", "e\u0301"),
    lambda text: text.replace(". ", " 👩‍👩‍👧‍👦 "),
    lambda text: f"\u202e{text}\u202c",
    lambda text: text.replace(" ", "\u200b "),
    lambda text: text.replace(". ", ".\r"),
    lambda text: text.replace("“", "''").replace("”", "''"),
    lambda text: text.replace("”", ""),
    lambda text: text[1:-1],
]
SENTENCES = st.sampled_from([
    CLOSED, "“Nobody came,” Jonas Pell told reporters. “Then it rained.”", "According to the police, two men were arrested.",
    "The ministry denied that soldiers had crossed the border.", "It rained all day.",
    "He said: “She told me, ‘Run!’, and I ran.”", "…", "— — —", "👍🏽", "\n", "“", "''",
    "Officials, who spoke on Monday, said it wasn’t true; others weren’t sure.", "Minister: no troops sent", "i doubt it tbh",
    "שָׁלוֹם, אמר הדובר.", "Мэр сказал, что мост закрыт.", "市长说，大桥已关闭。",
])  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.tuples(SENTENCES, st.sampled_from(STYLES)), max_size=8))
def test_whatever_is_written_however_every_span_is_a_place(parts: list[tuple[str, Callable[[str], str]]]) -> None:
    sound(doc(" ".join(style(sentence) for sentence, style in parts)).document)


@settings(max_examples=25)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_signs_around_a_plain_sentence_are_no_fault(before: str, behind: str) -> None:
    text = f"{before} {CLOSED} {behind}"
    sound(doc(text.replace("[", "(").replace("]", ")")).document)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "…", "— — —", "\n — — —", " - - ", "1914", "12:30 – 14:00", "👩‍👩‍👧‍👦", "“”", "''", "\u0301", "\u200b", "\u202e"],
)
def test_no_letter_at_all_is_said_by_nobody(text: str) -> None:
    _, statements = sound(doc(text).document)
    assert not [one for one in statements if one.mode != "asserted"]


def test_one_sentence_is_a_document() -> None:
    assert words_of(CLOSED) == [("The mayor", "the bridge was closed")]


def test_a_line_of_a_hundred_thousand_characters() -> None:
    sentences = " ".join([CLOSED] * 20)
    text = f"{sentences} {'x' * (100_000 - 2 * len(sentences) - 2)} {sentences}"
    assert (len(text), text.count("\n")) == (100_000, 0)
    _, statements = sound(doc(text).document)
    assert statements[0].content[0].start < 200
    assert statements[-1].content[-1].end > len(text) - 200


def test_a_long_document_is_heard_to_its_end() -> None:
    text = "\n".join([f"{CLOSED} It rained all day.", "The ministry denied that soldiers had crossed the border."] * 200)
    document = doc(text).document
    _, statements = sound(document)
    heard = {text.count("\n", 0, one.content[0].start) for one in statements if one.mode != "asserted"}
    assert len(heard) > 380
    assert max(heard) > 390
