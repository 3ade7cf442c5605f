"""What tells a later answer from another one."""

import pytest
from tests.desk import Desk

from rashomon.link.updates import later, retold, revised


def answers(first: str, second: str, *, days=("2031-05-02", "2031-05-02"), by=(None, None)):
    desk = Desk()
    for outlet, text, day, voice, low in zip(("North", "South"), (first, second), days, by, (22, 44), strict=True):
        desk.account(outlet, text, day)
        desk.count(outlet, "kill", f"{low} people", low, by=voice)
    told = desk.tellings()
    one, other = ((told[fact.id],) for fact in desk.facts)
    return one, other


@pytest.mark.parametrize(
    "text", ["The toll rose to 44 people.", "Police raised the toll to 44 people.", "Now 44 people have died, up from 22."]
)
def test_words_of_movement_make_an_update(text: str) -> None:
    one, other = answers("The blast killed 22 people.", text)
    found = retold(one, other)
    assert found is not None
    assert found.relation == "update"
    assert retold(other, one) is not None


@pytest.mark.parametrize("text", ["The health office now puts the toll at 44 people.", "The death toll rises to 44 people."])
def test_what_is_counted_now_replaces_lower_numbers_only(text: str) -> None:
    one, other = answers("The blast killed 22 people.", text)
    assert retold(one, other) is not None
    desk = Desk()
    for outlet, words, value, low in (("North", text, "44 people", 44), ("South", "At least 90 people died.", "90 people", 90)):
        desk.account(outlet, words)
        desk.count(outlet, "kill", value, low)
    told = desk.tellings()
    high = tuple((told[fact.id],) for fact in desk.facts)
    assert retold(*high) is None


def test_a_superseded_number_gives_way_to_what_its_own_account_says() -> None:
    desk = Desk()
    desk.account("North", "Office: 44 people died. Earlier reports of 22 people dead are superseded.")
    desk.account("South", "At least 90 people died.")
    for outlet, value, low in (("North", "44 people", 44), ("North", "22 people", 22), ("South", "90 people", 90)):
        desk.count(outlet, "kill", value, low)
    now, then, other = ((desk.tellings()[fact.id],) for fact in desk.facts)
    assert retold(now, then) is not None
    assert retold(then, other) is None


def test_one_voice_in_two_accounts_moved_its_answer() -> None:
    one, other = answers("Major Tann said 22 people died.", "Major Tann said 44 people died.", by=("Major Tann", "Major Tann"))
    assert retold(one, other) is not None


def test_two_voices_without_such_words_did_not() -> None:
    assert retold(*answers("The blast killed 22 people.", "The blast killed 44 people.")) is None


def test_later_is_a_later_day_for_every_account() -> None:
    same_day = answers("The blast killed 22 people.", "The blast killed 44 people.")
    early, late = answers("The blast killed 22 people.", "The blast killed 44 people.", days=("2031-05-02T23:00", "2031-05-03"))
    undated = answers("The blast killed 22 people.", "The blast killed 44 people.", days=(None, "2031-05-03"))
    assert later(*same_day) is None
    assert later(early, late) is not None
    assert later(late, early) is None
    assert later(*undated) is None


@pytest.mark.parametrize(
    ("text", "is_revised"),
    [
        ("Police raised the toll to 44 people, from 22 people.", True),
        ("The toll rose from 22 people to 44 people.", True),
        ("Police revised the toll to 44 people from an earlier 22 people.", True),
        ("The blast killed 44 people and the fire 22 people, and tolls rose.", False),
        ("It brought 44 people from 22 people to Orla.", False),
    ],
)
def test_a_number_that_takes_the_place_of_another_says_so(text: str, is_revised: bool) -> None:
    desk = Desk()
    desk.account("North", text)
    for low in (22, 44):
        desk.count("North", "kill", f"{low} people", low)
    told = desk.tellings()
    assert revised(*(told[fact.id] for fact in desk.facts)) is is_revised
