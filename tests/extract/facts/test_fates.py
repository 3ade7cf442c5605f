"""What became of one person, and of the post that one has."""

import pytest
from tests.extract.facts.telling import facts

from rashomon.model import Fact


def told(text: str) -> set[tuple[str, str | None, str]]:
    """Of whom, what, and whether it is so."""
    return {(fact.about, fact.scope, fact.polarity) for fact in of_one(text)}


def of_one(text: str) -> list[Fact]:
    return [fact for fact in facts(text, "status") if fact.about.split()[0] in ("fate", "office")]


@pytest.mark.parametrize(
    ("text", "about", "fate"),
    [
        ("At least ten people, among them the director of the clinic, were killed.", "fate the director", "dead"),
        ("Ten people were killed, including the mayor and a girl.", "fate the mayor", "dead"),
        ("The army announced the death of Colonel Boris Petrov.", "fate boris petrov", "dead"),
        ("The body of Dr. Adam Novak, a surgeon, was pulled out at noon.", "fate adam novak, the surgeon", "dead"),
        ("The rebels killed the pilot.", "fate the pilot", "dead"),
        ("The driver was found dead.", "fate the driver", "dead"),
        ("Adam Novak was seriously wounded.", "fate adam novak", "hurt"),
        ("The director of the hospital had been taken out alive.", "fate the director", "alive"),
        ("Adam Novak was kept in intensive care.", "fate adam novak", "hurt"),
        ("Boris Petrov fled with his escort.", "fate boris petrov", "fled"),
        ("The driver was let go the following day.", "fate the driver", "free"),
        ("The driver, who was set free the next day, is at home.", "fate the driver", "free"),
        ("Adam Novak was beaten by the guards and now he is in prison.", "fate adam novak", "held"),
        ("The chief executive of Orla Mining has resigned.", "office the executive", "out"),
        ("The minister announced his resignation.", "office the minister", "out"),
        ("The mayor, who survived the crash, gave thanks.", "fate the mayor", "alive"),
        ("The mayor remains in office.", "office the mayor", "in"),
        ("The commissioner was placed on paid leave.", "office the commissioner", "suspended"),
        ("The mayor will step down in May.", "office the mayor", "out"),
    ],
)
def test_one_person_is_asked_for_by_name_by_post_or_by_both(text: str, about: str, fate: str) -> None:
    assert (about, fate, "affirmed") in told(text)


@pytest.mark.parametrize(
    ("text", "about", "fate"),
    [
        ("Reports that the director had been killed are not true.", "fate the director", "dead"),
        ("The driver has neither been suspended nor detained.", "fate the driver", "held"),
        ("The driver has neither been suspended nor detained.", "office the driver", "suspended"),
        ("Carla Bruno told reporters that she did not intend to step down.", "office carla bruno", "out"),
        ("A spokesman denied that the minister would be sacked.", "office the minister", "out"),
        ("The mayor refused to resign.", "office the mayor", "out"),
        ("The mayor has no plans to step down.", "office the mayor", "out"),
    ],
)
def test_a_fate_may_be_denied(text: str, about: str, fate: str) -> None:
    assert (about, fate, "denied") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed.",
        "A woman was wounded.",
        "The mayor would have been killed had he stayed.",
        "The opposition called on the mayor to resign.",
        "The mayor is under pressure to resign.",
        "Her crew recovered the tanker.",
        "The gunman fled.",
        "The driver was not seriously hurt.",
        "The president accepted his resignation.",
        "The driver was released from hospital.",
        "The soldiers fired the mortar.",
        "The order was suspended.",
    ],
)
def test_of_many_of_things_and_of_what_is_only_wished_there_is_none(text: str) -> None:
    assert of_one(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The mayor rushed to hospital to visit the wounded.",
        "The mayor is free to speak.",
        "The surgeon was in surgery until noon.",
        "The photographer captured the mayor on film.",
        "The tiger was killed.",
    ],
)
def test_who_visits_works_there_or_is_filmed_has_no_such_fate(text: str) -> None:
    assert not of_one(text)


def test_of_two_nobody_guesses_who_she_is() -> None:
    assert not of_one("The mayor spoke to the driver. She was arrested.")
    assert {fact.about for fact in of_one("The driver spoke to us. She was arrested.")} == {"fate the driver"}
