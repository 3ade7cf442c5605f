"""Quoted, reported or mixed: the quotation marks tell, where they are the voice's own."""

import pytest
from tests.factory import doc

from rashomon.extract import modes
from rashomon.extract.modes import NESTED, mode_of


def told(marked: str) -> str:
    planted = doc(marked)
    framing = [span for label in ("who", "cue") for span in planted.spans.get(label, [])]
    return mode_of(planted.document.text, planted.spans["what"], framing)


@pytest.mark.parametrize(
    "marked",
    [
        "[“The bridge is closed,”]what [the mayor]who [said]cue.",
        '["The bridge is closed,"]what [the mayor]who [said]cue.',
        "[''It's closed, and that's that,'']what [the mayor]who [said]cue.",
        "[‘The bridge is closed,’]what [the mayor]who [said]cue.",
        "['They didn't come,']what [the mayor]who [said]cue.",
        "[„Die Brücke ist zu“]what, [the mayor]who [said]cue.",
        "[«Le pont est fermé»]what, [the mayor]who [said]cue.",
        "[The mayor]who [said]cue [that “it is closed” and that “it stays so”]what.",
        "“[The bridge is closed,]what” [the mayor]who [said]cue.",  # marks just outside
        "[“We waited all night.]what Nobody came. [Then it rose,”]what [she]who [said]cue.",  # opened and closed by others
        "[She]who [wrote]cue [“We waited all night.]what",  # left open
    ],
)
def test_words_in_marks_are_quoted(marked: str) -> None:
    assert told(marked) == "quoted"


@pytest.mark.parametrize(
    "marked",
    [
        "[The ministry]who [called]cue [the strike “an act of sabotage”]what.",
        "[The mayor]who [said]cue [he was “appalled”]what.",
        "[The bridge is shut]what, [he]who [said]cue, [“and it stays so.”]what",
    ],
)
def test_some_words_in_marks_are_mixed(marked: str) -> None:
    assert told(marked) == "mixed"


@pytest.mark.parametrize(
    "marked",
    [
        "[The mayor]who [said]cue [that the bridge was closed]what.",
        "[The mayor]who [said]cue [that the so-called “night watch” had slept]what.",
        "[The theatre]who [said]cue [“The Ferryman of Orlo” would open late]what.",
        "“[They]who [told]cue us [that the bridge fell]what,” he said.",  # the marks are of him who tells of them
        "[He]who [said]cue [it's the miller's, isn't it]what.",
    ],
)
def test_without_marks_of_its_own_it_is_reported(marked: str) -> None:
    assert told(marked) == "reported"


def test_a_thousand_marks_that_nothing_closes_are_not_followed_to_the_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    monkeypatch.setattr(modes, "_quotes", lambda text: looked.append(text) or modes.quotes_in(text))
    assert told("“he said " * 2_000 + "[he]who [said]cue [nothing at all]what") == "reported"
    assert len(looked) <= 2 * (NESTED + 1)
