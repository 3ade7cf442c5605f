"""What an expression needs stands in whatever it matches, and keeps away texts that it cannot match."""

import re

import pytest

from rashomon.extract.reserve import reserve
from rashomon.extract.untrue import _refusals
from rashomon.text.needed import Sieve, needed

SAID = (
    "That is simply not true.",
    "THERE IS NO EVIDENCE that he was there",
    "He may have fled; it is unclear whether she did.",
    "I think the roof fell in, and we deny the claims.",
    "The claim is false, a lie and far from the truth",
    "they never said it, contrary to reports",
    "the bridge was closed on Monday",
    "critics are wrong about it: no such thing happened",
)


@pytest.mark.parametrize(
    ("expression", "pieces"),
    [
        (r"\bno such (?:thing|plan)s?\b", {"no such thing", "no such plan"}),
        (r"(?:is|was) not \w+", {"is not ", "was not "}),
        (r"(?:Claim|claims|fear\w*) \d+", {"claim", "fear"}),
        (r"\b(?:may|might)\b", {"may", "might"}),
        (r"[“”] ?", {"“", "”"}),
        (r"(?:very )?(?:old|\w+)", set()),
        (r"\d+|year", set()),
        (r"(?:ab){2,3}c?", {"ab"}),
    ],
)
def test_what_is_needed(expression: str, pieces: set[str]) -> None:
    assert needed(expression) == pieces


def test_whatever_matches_holds_what_is_needed() -> None:
    sieves = [*_refusals(), reserve()]
    matching = [(one, said) for one in sieves for said in SAID if one.pattern.search(said)]
    assert len(matching) >= 8
    assert all(one.may_match(said.lower()) for one, said in matching)


def test_a_text_without_any_of_it_is_not_tried() -> None:
    assert sum(one.may_match("the bridge was closed on monday") for one in _refusals()) <= 2
    assert Sieve.of(r"\bclosed\b", re.IGNORECASE).may_match("the bridge was closed")
