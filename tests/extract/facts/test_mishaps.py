"""Mishaps: why an accident or a fire happened, told without a verb of causing."""

import pytest
from tests.extract.facts.telling import facts


def told(text: str) -> set[tuple[str, str, str]]:
    return {(fact.about, fact.value, fact.polarity) for fact in facts(text, "cause")}


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A fire swept the market. First findings pointed to a faulty heater.", ("burn", "a faulty heater", "affirmed")),
        ("A train derailed. What she saw suggested a broken rail.", ("derail", "a broken rail", "affirmed")),
        ("A fire swept the market. Residents suspect arson.", ("burn", "arson", "affirmed")),
        ("A train derailed in Norland. Experts found no sign of sabotage.", ("derail", "sabotage", "denied")),
        ("A train derailed in Norland. Police ruled out sabotage.", ("derail", "sabotage", "denied")),
        ("A fire swept the market. A candle was to blame, he said.", ("burn", "A candle", "affirmed")),
        ("Faulty heater behind deadly blaze, report says", ("burn", "Faulty heater", "affirmed")),
        ("A short circuit may have started the blaze.", ("burn", "a short circuit", "affirmed")),
        ("The kiosk was set on fire by a petrol bomb.", ("burn", "a petrol bomb", "affirmed")),
        ("The fire broke out when a gas canister exploded.", ("burn", "a gas canister exploded", "affirmed")),
        ("A bus crashed in Norland. The driver said the brakes failed.", ("crash", "the brakes failed", "affirmed")),
        ("The fire was an act of arson, he said.", ("burn", "arson", "affirmed")),
        ("A fire swept the market. The mayor said the cause was a short circuit.", ("burn", "a short circuit", "affirmed")),
    ],
)
def test_what_is_and_is_not_the_cause(text: str, cause: tuple[str, str, str]) -> None:
    assert (cause[0], cause[1].lower(), cause[2]) in {(about, value.lower(), polarity) for about, value, polarity in told(text)}


@pytest.mark.parametrize(
    "text",
    ["The talks opened. The minister pointed to a failure of trust.", "A train derailed. Sabotage has not been ruled out.",
     "A train derailed. No angle, including sabotage, is being ruled out.",
     "The bank closed. The signal failed to arrive.", "A bus crashed. If the brakes failed, the firm must pay.",
     "A fire swept the market. The mayor showed a battery of lamps.", "A fire swept the market. If it was arson, we will know."],
)  # fmt: skip
def test_what_is_left_open_or_is_no_accident(text: str) -> None:
    assert told(text) == set()


def test_an_accident_without_a_name_is_the_one_that_is_told() -> None:
    text = "A fire swept the market in a tragic accident. Findings pointed to a faulty heater."
    assert ("burn", "a faulty heater", "affirmed") in told(text)
