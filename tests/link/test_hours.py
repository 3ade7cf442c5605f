"""The hours in which a telling puts something."""

import pytest
from tests.desk import Desk

from rashomon.link.answers import answers_of
from rashomon.link.conflicts import compared
from rashomon.link.hours import hours_of, overlap


def told(*times: tuple[str, str]) -> list:
    """Tellings of when the mill burnt: in an account's words, and the day or moment that they mean."""
    desk = Desk()
    for number, (value, when) in enumerate(times):
        desk.account(f"Outlet {number}", f"The mill in Orsk burnt {value}.", "2031-05-10")
        desk.fact(f"Outlet {number}", "time", "burn", value, when=when)
    return list(desk.tellings().values())


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("on Friday afternoon", "2031-05-02"), ("on Friday night", "2031-05-02"), "conflict"),
        (("on Friday morning", "2031-05-02"), ("at 4 p.m. on Friday", "2031-05-02T16:00"), "conflict"),
        (("on Friday night", "2031-05-02"), ("before dawn on Saturday", "2031-05-03"), "compatible"),
        (("on Friday night", "2031-05-02"), ("on Saturday", "2031-05-03"), "compatible"),
        (("on Friday", "2031-05-02"), ("on Saturday", "2031-05-03"), "conflict"),
        (("on Friday morning", "2031-05-02"), ("at 3 a.m. on Friday", "2031-05-02T03:00"), "compatible"),
        (("at midnight on Friday", "2031-05-02"), ("in the early hours of Friday", "2031-05-02"), "compatible"),
        (("on Friday afternoon", "2031-05-02"), ("on Saturday night", "2031-05-03"), "conflict"),
    ],
)
def test_parts_of_a_day_exclude_each_other_and_a_night_reaches_into_the_next_day(
    one: tuple[str, str], other: tuple[str, str], relation: str
) -> None:
    left, right = ((telling,) for telling in told(one, other))
    assert compared(left, right).relation == compared(right, left).relation == relation


def test_a_bare_day_is_no_answer_of_its_own_and_joins_no_two_that_exclude_each_other() -> None:
    day, afternoon, night = told(
        ("on Friday", "2031-05-02"), ("on Friday afternoon", "2031-05-02"), ("on Friday night", "2031-05-02")
    )
    groups = [{telling.fact.value for telling in answer} for answer in answers_of([day, afternoon, night])]
    assert len(groups) == 2
    assert not any({"on Friday afternoon", "on Friday night"} <= group for group in groups)


def test_which_night_last_night_was_is_not_guessed() -> None:
    (telling,) = told(("last night", "2031-05-02"))
    assert hours_of(telling) is None


def test_what_lies_between_two_times_is_less_than_no_overlap() -> None:
    noon, evening = (hours_of(telling) for telling in told(("at noon", "2031-05-02"), ("in the evening", "2031-05-02")))
    assert noon is not None
    assert evening is not None
    assert overlap(noon, evening) == -2.5
