"""Which fates of one person exclude each other, and which facts are of one person."""

import pytest
from tests.desk import Desk

from rashomon.link.candidates import questions_of
from rashomon.link.conflicts import compared

DAY, NEXT = "2031-05-02", "2031-05-03"


def desk_of(one: tuple[str, str, str], other: tuple[str, str, str], days: tuple[str, str] = (DAY, DAY)) -> Desk:
    """Two accounts: of whom each tells, which fate, and whether it is so."""
    desk = Desk()
    for outlet, (about, fate, polarity), day in zip(("North", "South"), (one, other), days, strict=True):
        desk.account(outlet, f"After the fire in Orla one word went round: {fate}.", day)
        desk.fact(outlet, "status", about, fate, scope=fate, polarity=polarity)
    return desk


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("dead", "affirmed"), ("hurt", "affirmed"), "conflict"),
        (("dead", "affirmed"), ("fled", "affirmed"), "conflict"),
        (("dead", "affirmed"), ("dead", "denied"), "conflict"),
        (("held", "affirmed"), ("free", "affirmed"), "conflict"),
        (("hurt", "affirmed"), ("held", "affirmed"), "compatible"),
        (("fled", "affirmed"), ("held", "affirmed"), "compatible"),
        (("alive", "affirmed"), ("dead", "denied"), "compatible"),
    ],
)
def test_two_fates(one: tuple[str, str], other: tuple[str, str], relation: str) -> None:
    desk = desk_of(("fate the driver", *one), ("fate the driver", *other))
    told = desk.tellings()
    assert compared(*((told[fact.id],) for fact in desk.facts)).relation == relation


def test_another_fate_told_later_is_news() -> None:
    desk = desk_of(("fate the driver", "hurt", "affirmed"), ("fate the driver", "dead", "affirmed"), (DAY, NEXT))
    told = desk.tellings()
    assert compared(*((told[fact.id],) for fact in desk.facts)).relation == "update"


@pytest.mark.parametrize(
    ("one", "other", "questions"),
    [
        ("fate ana ruiz", "fate ana ruiz, the driver", 1),
        ("fate the driver", "fate ana ruiz, the driver", 1),
        ("fate ana ruiz", "fate eva horn", 2),
        ("fate the driver", "fate the mayor", 2),
    ],
)
def test_one_person_is_one_question(one: str, other: str, questions: int) -> None:
    desk = desk_of((one, "hurt", "affirmed"), (other, "dead", "affirmed"))
    assert len(questions_of(list(desk.tellings().values()))) == questions
