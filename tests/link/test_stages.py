"""How far somebody has come in a state that moves on."""

import pytest
from tests.desk import Desk

from rashomon.link.conflicts import compared


def relation(about: str, one: str, other: str, days: tuple[str, str], polarity: str = "affirmed") -> str:
    desk = Desk()
    for outlet, value, day in zip(("North", "South"), (one, other), days, strict=True):
        desk.account(outlet, f"What we were told of them: {value}.", day)
    desk.fact("North", "status", about, one, polarity=polarity)
    desk.fact("South", "status", about, other)
    told = desk.tellings()
    return compared(*((told[fact.id],) for fact in desk.facts)).relation


DAY, NEXT = "2031-05-02", "2031-05-03"


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        ("health child", "was taken to hospital", "is expected to recover"),
        ("health child", "is in a critical condition", "is doing well"),
        ("health child", "is fighting for her life", "is out of intensive care"),
        ("health child", "is in hospital", "died of her wounds"),
    ],
)
def test_a_later_stage_told_later_replaces_an_earlier_one_and_both_are_true_on_one_day(about: str, one: str, other: str) -> None:
    assert relation(about, one, other, (DAY, NEXT)) == "update"
    assert relation(about, one, other, (DAY, DAY)) == "compatible"


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        ("charge person", "are under investigation", "have been charged"),
        ("charge person", "was arrested", "is expected to be charged"),
        ("charge person", "is expected to be charged", "faces charges of arson"),
        ("charge person", "has been charged", "was found guilty"),
        ("custody person", "are being held", "have been released"),
    ],
)
def test_where_nothing_is_gone_back_on_the_lesser_stage_was_told_earlier_whatever_the_date(
    about: str, one: str, other: str
) -> None:
    assert relation(about, one, other, (DAY, NEXT)) == "update"
    assert relation(about, one, other, (DAY, DAY)) == "update"


def test_an_account_that_tells_both_stages_has_heard_of_the_later_one() -> None:
    desk = Desk()
    desk.account("North", "Police said that he was arrested. Later he was charged, they said.")
    desk.fact("North", "status", "charge person", "was arrested")
    desk.fact("North", "status", "charge person", "was charged")
    told = desk.tellings()
    assert compared(*((told[fact.id],) for fact in desk.facts)).relation == "compatible"


def test_two_words_for_one_stage_tell_no_change() -> None:
    assert relation("health child", "is in hospital", "is in a coma", (DAY, NEXT)) == "compatible"


def test_who_was_not_charged_stood_where_it_began() -> None:
    assert relation("charge person", "had not been charged", "have been charged", (DAY, NEXT), "denied") == "update"


@pytest.mark.parametrize(
    ("about", "one", "other"),
    [
        ("custody person", "were held captive for 74 days", "have been freed"),
        ("charge person", "was arrested", "is being questioned"),
        ("charge person", "was arrested", "will appear before a judge"),
    ],
)
def test_what_is_over_or_goes_together_is_no_news(about: str, one: str, other: str) -> None:
    assert relation(about, one, other, (DAY, DAY)) == "compatible"


@pytest.mark.parametrize(
    ("about", "denied", "other"),
    [("custody person", "was never arrested", "has been released"), ("health person", "is not in danger", "remains in hospital")],
)
def test_who_denies_one_state_denies_no_other(about: str, denied: str, other: str) -> None:
    assert relation(about, denied, other, (DAY, DAY), "denied") == "compatible"


def test_what_was_closed_for_some_hours_may_be_open() -> None:
    assert relation("open bridge", "was shut for some two hours", "has reopened", (DAY, DAY)) == "compatible"
