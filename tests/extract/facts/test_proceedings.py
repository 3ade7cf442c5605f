"""How far the law has gone with somebody, where a noun tells it."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The driver faces charges of murder.", "faces charges of murder"),
        ("The driver faces one count of murder.", "faces one count of murder"),
        ("The driver is expected to face charges on Friday.", "to face charges"),
        ("Prosecutors filed criminal charges against the driver.", "filed criminal charges"),
        ("The driver will appear before the magistrates on Friday.", "will appear before the magistrates"),
        ("Holt appeared in court on Monday.", "appeared in court"),
        ("The tape was shown at the trial of the two men.", "the trial of the two men"),
        ("The jury returned a guilty verdict for the driver.", "a guilty verdict for the driver"),
    ],
)
def test_a_charge_a_trial_or_a_verdict_of_somebody(text: str, value: str) -> None:
    assert [fact.value for fact in facts(text, "status") if fact.about == "charge person"] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The store dropped its charges for parking.",
        "The trial of the vaccine began.",
        "The driver appeared in a film.",
        "The jury has not yet reached a verdict.",
        "Officials said they would file charges against the bank.",
    ],
)
def test_what_concerns_nobody_is_none(text: str) -> None:
    assert not [fact for fact in facts(text, "status") if fact.about.startswith("charge")]
