"""Sums: one and so many others are counted together."""

import pytest
from tests.extract.facts.telling import facts


def totals(text: str) -> set[float | None]:
    """How many people, where nobody says of what sort they are."""
    return {fact.low for fact in facts(text, "quantity") if fact.scope is None}


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("A senator and five other people were killed on Monday.", 6),
        ("The blast killed Ana Ruiz and two others.", 3),
        ("A teacher, a pupil and three others were hurt.", 5),
    ],
)
def test_one_and_so_many_others_are_counted_together(text: str, total: float) -> None:
    assert totals(text) == {total}


def test_who_was_otherwise_harmed_is_counted_apart() -> None:
    assert totals("He killed one and wounded three others.") == {1, 3}


@pytest.mark.parametrize("text", ["Guards and five other people were killed.", "Three others were hurt."])
def test_those_beside_whom_nobody_is_numbered_make_no_total(text: str) -> None:
    assert not totals(text)
