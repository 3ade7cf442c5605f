"""Datelines: what a page or a dispatch says of itself, and not of what happened."""

import pytest
from tests.extract.facts.telling import facts


def when(text: str) -> set[str | None]:
    """When it was, of everything that is told."""
    return {fact.when for fact in facts(text, published_at="2016-07-20")}


@pytest.mark.parametrize(
    "text",
    [
        "July 19 21:40 UTC Shells killed ten people.",
        "Published July 5 2016 Shells killed ten people.",
        f"Shells killed ten people in Orla, {'and hurt more in another town, ' * 5}it said.\nEdited time: March 13, 2013 02:15",
    ],
)
def test_when_a_page_came_out_is_no_time_of_what_it_tells(text: str) -> None:
    assert when(text) == {None}


def test_a_day_inside_a_sentence_is_one() -> None:
    assert when("Shells killed ten people on July 19.") == {"2016-07-19"}


@pytest.mark.parametrize(
    "text",
    ["SAN JOSE, Dec 31 (Reuters) - Killed ten people in a raid.", "ORLA (Norland Press) — Attacked a school, said the army."],
)
def test_where_a_dispatch_was_sent_from_and_who_sent_it_did_nothing(text: str) -> None:
    assert not facts(text, "actor")
