"""Who says what: each statement with its speaker, its mode and its exact words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.saying import said, told
from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.extract.statements import statements_in
from rashomon.model import BlockKind


@pytest.mark.parametrize(
    ("text", "speaker", "mode", "content"),
    [
        ("Mayor Ilka Brandt said the bridge was closed.", "Ilka Brandt", "reported", "the bridge was closed"),
        ('"The bridge is closed," said Ilka Brandt.', "Ilka Brandt", "quoted", '"The bridge is closed,"'),
        ("“The bridge is closed,” the mayor told reporters.", "the mayor", "quoted", "“The bridge is closed,”"),
        (
            "The ministry called the strike “an act of sabotage”.",
            "The ministry",
            "mixed",
            "the strike “an act of sabotage”",
        ),
        ("According to the police, nobody was hurt.", "the police", "reported", "nobody was hurt"),
        ("Two men were arrested, according to officials.", "officials", "reported", "Two men were arrested"),
        ("Witnesses denied that shots were fired.", "Witnesses", "reported", "that shots were fired"),
        (
            "Ilka Brandt, who chairs the council, wrote on Twitter that “the council was never asked.”",
            "Ilka Brandt",
            "quoted",
            "that “the council was never asked.”",
        ),
        ("A report by the commission found that the brakes had failed.", "A report by the commission", "reported", None),
        (
            "Officially, three people died in the flood but residents say it was dozens.",
            "Officially",
            "reported",
            "three people died in the flood",
        ),
    ],
)
def test_speaker_mode_and_words(text: str, speaker: str, mode: str, content: str | None) -> None:
    found = told(text)
    assert any(name == speaker and how == mode and (content is None or words == content) for name, how, words in found), found


def test_a_title_before_a_name_is_no_speaker() -> None:
    ((name, _, _),) = told("Editor in Chief Margaret Marlow said on Monday that talks had failed.")
    assert name == "Margaret Marlow"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Its leader, Jonas Pell, said talks had failed.", "Jonas Pell"),
        ("The regional health department said talks had failed.", "The regional health department"),
        ("The Ministry of the Interior said talks had failed.", "Ministry of the Interior"),
        ("Two drivers, both from the north, said talks had failed.", "Two drivers"),
        ("People who were there said talks had failed.", "People who were there"),
    ],
)
def test_a_voice_is_named_as_a_reader_would(text: str, speaker: str) -> None:
    assert [name.removeprefix("The ") for name, _, _ in told(text)] == [speaker.removeprefix("The ")]


def test_a_spokesman_for_somebody_is_not_that_person() -> None:
    ((name, _, _),) = told("A spokesman for Edith Marlow said talks had failed.")
    assert name.startswith("A spokesman")


def test_he_is_who_spoke_last() -> None:
    found = told("Jonas Pell said the roof came down.\n“We ran,” he said.")
    assert [name for name, _, _ in found] == ["Jonas Pell", "Jonas Pell"]


def test_they_are_the_last_many_not_the_last_speaker() -> None:
    found = told("Edith Marlow said talks had failed.\nThe drivers left early. They said the road was blocked.")
    assert found[-1][0] == "The drivers"


def test_an_answer_in_the_same_sentence_is_a_statement_of_its_own() -> None:
    found = told("The guards told them, “Go home, all of you,” to which the drivers replied, “This is our home.”")
    assert ("The guards", "quoted", "“Go home, all of you,”") in found
    assert ("the drivers", "quoted", "“This is our home.”") in found


def test_what_somebody_quotes_is_nested_in_what_they_say() -> None:
    found = said("“The minister says that these are thugs, but this is not true,” Edith Marlow said.")
    outer = next(one for voice, one, _ in found if voice.name == "Edith Marlow")
    inner = next(one for voice, one, _ in found if voice.name != "Edith Marlow")
    assert inner.nested_in == outer.id
    assert outer.denied
    assert not inner.denied


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    found = told("“We waited all night,” Jonas Pell said. “Nobody came.\n“Then the water rose.”")
    assert {name for name, _, _ in found} == {"Jonas Pell"}
    assert "Then the water rose" in " ".join(words for _, _, words in found)


def test_what_a_comma_splice_puts_before_the_verb_is_not_what_it_denies() -> None:
    found = said("The fighters are leaving already, the commanders denied helping the rebels.")
    assert [content for _, one, content in found if one.denied] == ["helping the rebels"]


def test_reserve_and_denial_are_marked() -> None:
    document = doc("The bridge reportedly collapsed at noon.\nThere is no evidence of sabotage.").document
    reading = read_closely(document)
    _, statements = statements_in(reading, mentions_in(reading))
    first, second = sorted(statements, key=lambda one: one.content[0])
    assert (first.hedged, first.denied) == (True, False)
    assert (second.hedged, second.denied) == (False, True)


def test_the_page_speaks_for_itself_where_nobody_else_does() -> None:
    document = doc("Four people died when the bridge fell.", outlet="The Herald").document
    reading = read_closely(document)
    voices, (statement,) = statements_in(reading, mentions_in(reading))
    assert (statement.mode, statement.content[0].of(document.text)) == ("asserted", "Four people died when the bridge fell.")
    assert [(voice.kind, voice.name) for voice in voices] == [("outlet", "The Herald")]


@pytest.mark.parametrize("kind", ["boilerplate", "caption", "repeat", "heading", "byline"])
def test_no_statement_comes_from_debris(kind: BlockKind) -> None:
    document = doc("Ilka Brandt said the bridge was closed.", kind=kind).document
    reading = read_closely(document)
    assert statements_in(reading, mentions_in(reading)) == ([], [])


PIECES = st.sampled_from([
    "The mayor", "said", "that", "“it is over,”", "he", "told", "them", ",", ".", "according to", "police", "denied", "who",
    '"', "“", "”", "Officially,", "the claim that", "by", "witnesses", "what", "they", "call", "\n", "’", "(", "it was", "no",
])  # fmt: skip


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=30))
def test_every_span_lies_in_a_block_and_every_voice_is_known(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    document = doc(text.replace("[", "(").replace("]", ")")).document
    reading = read_closely(document)
    voices, statements = statements_in(reading, mentions_in(reading))
    known = {voice.id for voice in voices}
    ids = {one.id for one in statements}
    assert len(ids) == len(statements)
    for one in statements:
        assert one.content
        assert one.voice_id in known
        assert one.nested_in is None or one.nested_in in ids - {one.id}
        for span in (*one.source, *one.cue, *one.content):
            assert any(block.span.contains(span) for block in document.blocks)
        assert not any(a.overlaps(b) for a in one.content for b in (*one.cue, *one.source))
