"""States: custody, health, open or closed."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("The suspect is at large.", "custody person", "is at large"),
        ("The bridge remains closed.", "open bridge", "remains closed"),
        ("The bridge was closed for several hours as a precaution.", "open bridge", "was closed"),
        ("Engineers cleared the bridge to reopen after checks.", "open bridge", "to reopen"),
        ("The boy was taken to hospital.", "health child", "was taken to hospital"),
        ("Doctors said the boy is expected to recover.", "health child", "is expected to recover"),
        ("She is in critical condition.", "health person", "is in critical condition"),
        ("The jury found the driver guilty of murder.", "charge person", "found the driver guilty"),
        ("The driver is on trial.", "charge person", "is on trial"),
        ("Crews brought the fire under control.", "fire fire", "brought the fire under control"),
        ("Police took the driver into custody.", "custody person", "took the driver into custody"),
        ("Police took the driver into custody.", "charge person", "took the driver into custody"),
        ("The fire is under control.", "fire fire", "is under control"),
        ("The nurses are being held inside the camp.", "custody person", "are being held"),
        ("The town is held by rebels.", "control town", "is held"),
        ("The boy was out of intensive care on Tuesday.", "health child", "was out of intensive care"),
        ("The girl was left fighting for her life.", "health child", "fighting for her life"),
        ("He died of his wounds.", "health person", "died of his wounds"),
        ("All flights were halted.", "open flight", "were halted"),
        ("The talks ground to a halt on Sunday.", "open talk", "ground to a halt"),
        ("The evacuation has been postponed.", "open evacuation", "has been postponed"),
        ("The bridge, which was closed on Sunday, is old.", "open bridge", "was closed"),
        ("No one was arrested.", "custody person", "was arrested"),
    ],
)
def test_a_state_and_whose_it_is(text: str, about: str, value: str) -> None:
    assert (about, value) in {(fact.about, fact.value) for fact in facts(text, "status")}


def test_a_state_may_be_denied() -> None:
    assert {fact.polarity for fact in facts("The driver has not been charged.", "status")} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "None of the injuries appeared fatal.",
        "Four people with serious injuries were counted.",
        "The department made changes at a prison.",
        "The clinic gave no details about his condition.",
        "The driver pleaded not guilty.",
        "If convicted the driver faces life in prison.",
        "The driver could be charged.",
        "The driver must be held responsible.",
        "The driver was caught on camera.",
        "She did not say whether the driver had been released.",
        "An event held by the council was long.",
        "The attack is not being treated as terrorism.",
        "The town is under control of the rebels.",
        "The family wants the driver to be charged.",
        "A jury will decide whether he is to be charged.",
        "Two officers were suspended.",
    ],
)
def test_what_only_tells_who_is_meant_is_no_state(text: str) -> None:
    assert facts(text, "status") == []


@pytest.mark.parametrize("text", ["He cannot vote unless he is freed.", "She will be buried once her body is released."])
def test_what_is_only_supposed_is_no_state(text: str) -> None:
    assert not facts(text, "status")
