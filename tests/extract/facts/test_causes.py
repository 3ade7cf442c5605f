"""Causes and aims."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("The plane crashed because of a technical fault.", "crash", "a technical fault"),
        ("The plane crashed because the pilot fell asleep.", "crash", "the pilot fell asleep"),
        ("The crash was caused by fog.", "crash", "fog"),
        ("The fire is thought to have been caused by a cigarette.", "burn", "a cigarette"),
        ("Fog caused the crash.", "crash", "Fog"),
        ("The plane was shot down by rebels.", "crash", "shot down by rebels"),
        ("Rebels shot down a government jet over the town.", "crash", "shot down"),
        ("The train was brought down on purpose, he said.", "crash", "brought down on purpose"),
        ("A helicopter was downed by a missile.", "crash", "downed by a missile"),
        ("A stun grenade had set off the dust in the mill.", "explode", "A stun grenade"),
        ("The blast was a dust explosion.", "explode", "dust explosion"),
        ("A bomb had been planted by rebels.", "explode", "A bomb"),
        ("An explosive device detonated in the mill.", "explode", "An explosive device"),
        ("It was dust, the fire chief said.", "explode", "dust"),
        ("A stun grenade triggered the explosion.", "explode", "A stun grenade"),
        ("The explosion was blamed on a gas leak.", "explode", "a gas leak"),
        ("The mayor blamed the explosion on a gas leak.", "explode", "a gas leak"),
        ("The mayor blamed a gas leak for the crash.", "crash", "a gas leak"),
        ("The crash was the result of a gas leak.", "crash", "a gas leak"),
        ("Three were hurt when a cable car crashed. The firm has blamed a gust of wind.", "crash", "a gust of wind"),
        ("Inspectors believe that a worn bolt let the cabin fall.", "fall", "a worn bolt"),
        ("The crash was due to a fault in the brakes.", "crash", "a fault in the brakes"),
        ("He called the Norlanders because he did not trust his own army.", "call in", "he did not trust his own army"),
        ("He appealed for help after his army fled.", "call in", "his army fled"),
        ("The president asked Norway to intervene because the guards had fled.", "call in", "the guards had fled"),
        ("Thousands protested over the price of bread.", "protest", "the price of bread"),
        ("The navy attacked the base in response to the raid.", "attack", "the raid"),
        ("The price of bread was the trigger for the protests.", "protest", "The price of bread"),
        ("The navy attacked the base to weaken the army.", "attack", "to weaken the army"),
        ("His own army did not obey. That's why he asked the neighbours to intervene.", "call in", "His own army did not obey"),
    ],
)
def test_why_an_act_was_done(text: str, about: str, words: str) -> None:
    assert (about, words) in {(fact.about, fact.value) for fact in facts(text, "cause")}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Claims of a stun grenade having caused the explosion are without foundation.", "grenade"),
        ("None of us would bring a bomb into a mill.", "bomb"),
        ("There was no bomb, the chief said.", "bomb"),
        ("The blast was not a dust explosion.", "dust"),
    ],
)
def test_a_cause_may_be_denied(text: str, word: str) -> None:
    found = [fact for fact in facts(text, "cause") if word in fact.value]
    assert {(fact.about, fact.polarity) for fact in found} == {("explode", "denied")}


def test_the_hour_is_no_part_of_what_blew_up_and_planting_has_its_own_day() -> None:
    (device,) = facts("At 00.15 hours an explosive device detonated in silo three.", "cause")
    assert (device.about, device.value) == ("explode", "an explosive device")
    (bomb,) = facts("On Monday they planted a bomb in the mill.", "cause", published_at="2017-04-06T08:00:00Z")
    assert (bomb.value, bomb.when) == ("a bomb", None)


def test_whom_one_blames_is_no_cause() -> None:
    assert facts("The mayor blamed the rebels for the explosion.", "cause") == []


def test_what_only_came_later_is_no_effect() -> None:
    assert facts("She went home after the concert.", "cause") == []


def test_who_is_shot_down_in_the_street_is_no_aircraft() -> None:
    assert not [fact for fact in facts("Two protesters were shot down by the guards.", "cause") if fact.about == "crash"]


def test_a_thing_may_be_no_cause() -> None:
    told = [(fact.value, fact.polarity) for fact in facts("The ministry said that fog played no part in the crash.", "cause")]
    assert told == [("fog", "denied")]
    assert facts("The storm has no bearing on the price of oil.", "cause") == []


def test_blame_put_on_somebody_or_for_no_accident_is_no_cause() -> None:
    assert facts("Three were hurt when a cable car crashed. The firm has blamed the driver.", "cause") == []
    assert facts("Sales fell short. The firm has blamed the weather.", "cause") == []
