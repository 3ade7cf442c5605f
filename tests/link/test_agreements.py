"""What several may be said to agree on."""

import pytest
from tests.desk import Desk

from rashomon.link.agreements import agreements_in


def _parts(*told: tuple[str, dict], kind: str = "happened", about: str = "attack", value: str = "attack") -> list[list[str]]:
    desk = Desk()
    for n, (text, more) in enumerate(told):
        desk.account(f"Outlet {n}", text)
        desk.fact(f"Outlet {n}", kind, about, value, **more)
    known = desk.tellings()
    parts = agreements_in(tuple(known[fact.id] for fact in desk.facts))
    outlet = {document.id: name for name, document in desk.documents.items()}
    return [sorted(outlet[one.fact.doc_id] for one in part) for part in parts]


ALONE, TOGETHER = [["Outlet 0"], ["Outlet 1"]], [["Outlet 0", "Outlet 1"]]


def test_two_acts_of_one_class_are_no_agreement() -> None:
    assert _parts(("The attack on the mill was at dawn.", {}), ("The strike is an attack on our bread.", {})) == ALONE


def test_done_to_the_same_thing_they_are() -> None:
    assert _parts(("The attack on the Orla mill was at dawn.", {}), ("We mourn the attack on Orla’s mill.", {})) == TOGETHER


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ({"where": "Orla"}, {"where": "Port Orla"}, TOGETHER),
        ({"where": "Orla"}, {"where": "Varna"}, ALONE),
        ({"when": "2031-05-06"}, {"when": "2031-05-06"}, TOGETHER),
        ({"when": "2031-05"}, {"when": "2031-05-06"}, ALONE),
        ({"when": "2031-05-01", "where": "Orla"}, {"when": "2031-05-06", "where": "Orla"}, ALONE),
        ({"when": "2031-05-06T22:00", "where": "Orla"}, {"when": "2031-05-07", "where": "Orla"}, TOGETHER),
    ],
)
def test_place_and_day_say_whether_it_is_one_act(one, other, parts) -> None:
    assert _parts(("There was an attack.", one), ("An attack, they say.", other)) == parts


def test_a_verb_that_is_no_act_of_the_news_takes_more() -> None:
    told = (("She considers the mill of Orla.", {}), ("He considers the mill near Orla.", {}))
    assert _parts(*told, about="consider", value="considers") == ALONE


@pytest.mark.parametrize(
    ("about", "unit", "low", "asked"),
    [
        ("spark", "spark", 1, False),
        ("kill", "person", 1, True),
        ("person", "person", 1, False),
        ("son", "person", 2, True),
        ("mill", "USD", 1, True),
        ("gate", "gate", 3, True),
    ],
)
def test_one_of_a_thing_is_nothing_to_agree_on(about, unit, low, asked) -> None:
    more = {"unit": unit, "low": float(low), "high": float(low)}
    parts = _parts(("It takes one.", more), ("It took one.", more), kind="quantity", about=about, value="one")
    assert bool(parts) is asked


@pytest.mark.parametrize(("scope", "asked"), [("neutral", False), ("hostile", True)])
def test_that_all_use_the_plain_word_is_no_agreement(scope, asked) -> None:
    told = [(text, {"scope": scope, "where": "Orla"}) for text in ("They were killed.", "Ten were killed.")]
    assert bool(_parts(*told, kind="label", about="killing", value="killed")) is asked
