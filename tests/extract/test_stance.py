"""Denial is told from its look-alikes, reserve from what only sounds like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import doc

from rashomon.extract.stance import FUTURE, NEGATIVE, is_denied, is_hedged
from rashomon.model import Span


def flags(marked: str) -> tuple[bool, bool]:
    """(denied, hedged) of the one statement that is planted: `who`, `cue`, `what`."""
    planted = doc(marked)
    who, cue, what = (planted.spans.get(label, []) for label in ("who", "cue", "what"))
    text = planted.document.text
    return is_denied(text, cue, what, who), is_hedged(text, cue, what, who)


DENIED = [
    "[Jonas Pell]who [denied]cue [opening the sluice]what.",
    "[The ministry]who [has rejected]cue [the claim that its boats came late]what.",
    "[The harbour office]who [dismissed]cue [rumours of a second wave]what.",
    "[Residents]who [disputed]cue [the official account]what.",
    "[The company]who [pushed back against]cue [accusations that it cut corners]what.",
    "[Police]who [ruled out]cue [arson]what.",
    "[Edith Marlow]who [bristled at]cue [the suggestion that she had left early]what.",
    "[The captain]who [insisted]cue [he had not been asleep]what.",
    "[The regiment]who [maintained]cue [that none of its trucks were there]what.",
    "[She]who [called]cue [the report “a fabrication”]what.",
    "[The minister]who [described]cue [those claims as false]what.",
    "[The pilot]who [pleaded not guilty to]cue [the charges]what.",
    "[“This is not true,”]what [Edith Marlow]who [said]cue.",
    "[“That never happened,”]what [the guard]who [said]cue.",
    "[“I never said that,”]what [she]who [wrote]cue.",
    "[“The reports are completely baseless,”]what [a spokesman]who [said]cue.",
    "[“We deny it and we will prove it,”]what [he]who [added]cue.",
    "[“The minister says that these are thugs, but this is a lie,”]what [Edith Marlow]who [said]cue.",
    "[The mayor]who [said]cue [there was no evidence that the dam had been mined]what.",
    "[Investigators]who [found]cue [no proof of sabotage]what.",
    "[The union]who [complained of]cue [a debunked story about its funds]what.",
    "[The editor]who [said]cue [the paper had falsely accused the nurse]what.",
    "[There is no truth in the rumour that the bridge was sold.]what",
]
UNSURE_TOO = [
    "[Few]who [did not believe]cue [the tunnel was safe]what.",
    "[The engineer]who [never thought]cue [so]what.",
]
NOT_DENIED = [
    "[The ministry]who [did not deny]cue [that its boats came late]what.",
    "[He]who did not [deny]cue [that he was there]what.",
    "[The palace]who [neither confirmed nor denied]cue [the report]what.",
    "[Police]who [have not ruled out]cue [arson]what.",
    "[The army]who [refused to confirm]cue [that a drone was lost]what.",
    "[The agency]who [could not independently verify]cue [the footage]what.",
    "[The court]who [declined to say whether]cue [the file was lost]what.",
]
PLAIN = [
    "[The mayor]who [said]cue [no one was hurt]what.",
    "[“We did not sleep,”]what [she]who [said]cue.",
    "[He]who [said]cue [the minister had denied it]what.",
    "[The paper]who [said]cue [the guard insisted that it was not true]what.",
    "[The council]who [rejected]cue [the offer of a second ferry]what.",
    "[Voters]who [dismissed]cue [the mayor]what.",
    "[The port]who [denied]cue [entry to four ships]what.",
    "[The club]who [denied]cue them [access to the hall]what.",
    "[The two captains]who [disagreed over]cue [how to divide the catch]what.",
    "[The party]who [insisted]cue [it would not join the council]what.",
    "[The witness]who [offered]cue [no proof that the safe was empty]what.",
    "[She]who [called]cue [the bridge a false economy]what.",
    "[The prosecutor]who [charged]cue [him with making false statements to the police]what.",
    "[Two men]who [kept repeating]cue [a debunked story about the dam]what.",
    "[The ferry]who [declined]cue [to comment]what.",
    "[The harbour office]who [did not say]cue [how many boats were lost]what.",
]
HEDGED = [
    "[The bridge reportedly collapsed at noon.]what",
    "[The driver may have fallen asleep.]what",
    "[Dozens are feared to have drowned.]what",
    "[The toll is likely to rise]what, [the mayor]who [said]cue.",
    "[It is unclear who opened the gate.]what",
    "[The mayor]who [believes]cue [the dam held until noon]what.",
    "[Residents]who [suspect]cue [that the pumps were off]what.",
    "[Prosecutors]who [allege]cue [that he kept two sets of books]what.",
    "[The survey]who [suggests]cue [that half the wells are dry]what.",
    "[“I think there were four of them,”]what [the nurse]who [said]cue.",
    "[The guard]who [said]cue [he believed the door was locked]what.",
    "[The lorry, which was stolen, apparently hit the rail]what, [police]who [said]cue.",
    "[Reporters]who [asked]cue [whether the siren had failed]what.",
    "[The army]who [stopped short of calling]cue [it a retreat]what.",
    "[The figures could not be independently confirmed.]what",
    "[The texts dont give a name but the man is believed to be a miller]what [the office]who [said]cue.",
]
CERTAIN = [
    "[Four people died when the bridge fell.]what",
    "[Police]who [arrested]cue [the man who may have set the fire]what.",
    "[The office]who [said]cue [the minister believes it was an accident]what.",
    "[In May the river rose by three metres.]what",
    "[About 40 houses were flooded, an estimated 90 people left.]what",
    "[We could not see the shore]what, [he]who [said]cue.",
    "[The council]who [suggested]cue [moving the market]what.",
    "[The bishop]who [believes in]cue [the old bell]what.",
    "[The board]who [denied]cue [reports that the mill might close]what.",
    "[The singer appeared on the balcony at noon.]what",
]


@pytest.mark.parametrize("marked", [*DENIED, *UNSURE_TOO])
def test_a_voice_that_says_it_is_not_so_denies(marked: str) -> None:
    assert flags(marked)[0]


@pytest.mark.parametrize("marked", UNSURE_TOO)
def test_not_to_believe_is_to_deny_and_not_to_know(marked: str) -> None:
    assert flags(marked) == (True, True)


@pytest.mark.parametrize("marked", NOT_DENIED)
def test_what_is_neither_confirmed_nor_denied_is_left_open(marked: str) -> None:
    assert flags(marked) == (False, True)


@pytest.mark.parametrize("marked", PLAIN)
def test_what_only_looks_like_a_denial_is_none(marked: str) -> None:
    assert flags(marked) == (False, False)


@pytest.mark.parametrize("marked", HEDGED)
def test_what_is_left_open_is_hedged(marked: str) -> None:
    assert flags(marked) == (False, True)


@pytest.mark.parametrize("marked", CERTAIN)
def test_reserve_about_something_else_is_none(marked: str) -> None:
    assert not flags(marked)[1]


def test_a_denial_without_its_content_is_told_by_the_cue() -> None:
    """The facts ask so whether it is the word of saying that denies."""
    for word, denied in (("denied", True), ("rejected", True), ("insisted", False), ("did not deny", False)):
        assert is_denied(word, [Span(0, len(word))], ()) is denied


@given(st.text(min_size=1, max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    whole = [Span(0, len(text))]
    assert is_denied(text, whole, whole) in (True, False)
    assert is_hedged(text, whole, whole) in (True, False)


@pytest.mark.parametrize("words", ["-" * 5_000, "a-" * 3_000, "a'" * 3_000, "a" * 9_000])
def test_a_run_of_anything_is_looked_at_once(words):
    """Found by tests/hostile/regexes.py: some thousand dashes after "insisted that" took longer than anybody waits."""
    assert NEGATIVE.match(words) is None
    assert FUTURE.match(words) is None


def test_the_first_words_are_still_heard():
    assert NEGATIVE.match("that it had not - 'never' - been so")
    assert FUTURE.match("the so-called mayor's men will go")
    assert not NEGATIVE.match("one two three four five six seven eight nine never")
