"""Which denial turns down what another account tells by other words."""

import pytest
from tests.desk import Desk

from rashomon.link.candidates import questions_of
from rashomon.link.denials import denies
from rashomon.model.subjects import FLIGHT, THERE

TOLD = "Police in Orsk {} on Tuesday, students said."
DENIED = "In the town {} on Tuesday."


def meets(told: tuple[str, str], denial: tuple[str, str], told_in: str = TOLD, denied_in: str = DENIED) -> bool:
    """Whether the denial (what it is about, its words) turns down what was told; each is the sentence's own words."""
    desk = Desk()
    desk.account("North", told_in.format(told[1]))
    desk.account("South", denied_in.format(denial[1]))
    desk.fact("North", "happened", *told)
    desk.fact("South", "happened", *denial, polarity="denied")
    one, other = desk.tellings().values()
    assert denies(one, other) == denies(other, one)
    return denies(one, other)


@pytest.mark.parametrize(
    ("told", "denial", "together"),
    [
        (("shoot", "fired teargas into the crowd"), ("use", "used no tear gas"), True),
        (("unleash gas", "unleashed tear gas"), ("deploy", "had not deployed teargas"), True),
        (("shoot", "fired rubber bullets"), ("use", "used no tear gas"), False),
        (("gather", "watched the tear gas drift"), ("use", "used no tear gas"), False),  # another deed
        (("seize", "captured the town"), ("fall", "had not fallen"), True),
        (("seize", "captured the bridge"), ("fall", "had not fallen"), False),
        (("meet", "met the envoy"), ("meet", "no such meeting was held"), True),
        ((f"{THERE} siren", "a siren sounded"), (f"{THERE} siren", "there was no siren"), True),
    ],
)
def test_a_denial_names_the_deed_and_what_it_was_done_to(told: tuple[str, str], denial: tuple[str, str], together: bool) -> None:
    assert meets(told, denial) is together


def test_who_flew_nothing_struck_nothing_from_the_air() -> None:
    flown = (FLIGHT, "our aircraft flew no missions")
    assert meets(("attack", "bombed the bakery"), flown, "Warplanes {} in Orsk, doctors said.")
    assert not meets(("attack", "bombed the bakery"), flown, "A suicide attacker {} in Orsk, doctors said.")
    assert not meets(("strike", "shelled the bakery"), flown, "Mortars {} in Orsk, doctors said.")


def test_two_assertions_and_two_denials_deny_nothing() -> None:
    desk = Desk()
    for outlet, polarity in (("North", "denied"), ("South", "denied"), ("West", "affirmed"), ("East", "affirmed")):
        desk.account(outlet, "The guards fired teargas.")
        desk.fact(outlet, "happened", "shoot", "fired teargas", polarity=polarity)
    told = desk.tellings()
    north, south, west, east = (told[fact.id] for fact in desk.facts)
    assert denies(north, west)
    assert not denies(north, south)
    assert not denies(west, east)


def test_a_denial_and_what_it_denies_are_one_question_though_they_are_about_two_acts() -> None:
    desk = Desk()
    desk.account("North", "Police in Orsk fired teargas into the crowd.")
    desk.account("South", "The ministry denied it. No tear gas was used in Orsk.")
    desk.fact("North", "happened", "shoot", "fired teargas into the crowd")
    desk.fact("South", "happened", "use", "was used", polarity="denied")
    assert len(questions_of(list(desk.tellings().values()))) == 1
