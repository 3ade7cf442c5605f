"""Issues to points: what counts as one, which relation holds, what is sharp."""

from tests.desk import Desk

from rashomon.link.case import link
from rashomon.model import Event, Link, Point
from rashomon.weigh.case import weigh

TOLL = "A fire at the mill of Orsk killed {} on Monday night, officials said. It spread to two barns."


def points(desk: Desk, *, events=(), links=None) -> list[Point]:
    tables = {**desk.tables(), "events": list(events)}
    tables["links"] = list(link(tables)) if links is None else links
    return sorted((one for one in weigh(tables) if isinstance(one, Point)), key=lambda point: -point.sharpness)


def tolls(*counts: int, at=lambda n: "2031-05-02", filler: str = "") -> Desk:
    desk = Desk()
    for n, low in enumerate(counts):
        desk.account(f"Outlet {n}", filler + TOLL.format(f"{low} people") + f" Reporter {n} was there.", at(n))
        desk.count(f"Outlet {n}", "kill", f"{low} people", low)
    return desk


def test_two_tolls_are_a_conflict() -> None:
    (point,) = points(tolls(10, 22))
    assert (point.kind, point.relation, point.question) == ("quantity", "conflict", "How many people were killed?")
    assert point.reasons


def test_one_toll_in_two_accounts_is_an_agreement() -> None:
    (point,) = points(tolls(10, 10))
    assert point.relation == "agree"


def test_one_answer_of_one_account_is_no_point() -> None:
    assert points(tolls(10)) == []


def test_the_strongest_relation_names_the_point() -> None:
    desk = tolls(10, 10, 22)
    desk.account("Outlet 3", TOLL.format("dozens"), "2031-05-02")
    desk.count("Outlet 3", "kill", "dozens", 24, 99)
    (point,) = points(desk)
    assert point.relation == "conflict"


def test_two_answers_of_one_voice_on_one_page_are_no_dispute() -> None:
    desk = Desk()
    desk.account("North", "Terrorists hold the mill. The rebels burned a barn.")
    one = desk.fact("North", "label", "fighters", "Terrorists", scope="hostile", where="fighters")
    other = desk.fact("North", "label", "fighters", "rebels", scope="favourable", where="fighters")
    held = Link.of(one.id, other.id, "conflict", by="test", score=0.9, reasons=())
    assert points(desk, links=[held]) == []


def test_two_voices_on_one_page_may_dispute() -> None:
    desk = Desk()
    desk.account("North", "The army shelled the mill, residents said. Colonel Umar denied that it shelled anything.")
    desk.fact("North", "happened", "strike", "shelled the mill", by="residents")
    desk.fact("North", "happened", "strike", "denied that it shelled", by="Colonel Umar", polarity="denied")
    (point,) = points(desk)
    assert (point.relation, point.subtype) == ("conflict", "denial")


def test_disputes_stand_before_updates_and_updates_before_agreements() -> None:
    conflict, agreement = points(tolls(10, 22))[0], points(tolls(10, 10))[0]
    update = points(tolls(10, 22, at=lambda n: f"2031-05-0{n + 2}"))[0]
    assert update.relation == "update"
    assert 1 >= conflict.sharpness > update.sharpness > agreement.sharpness > 0


def test_what_more_hold_and_what_stands_higher_is_sharper() -> None:
    top = points(tolls(10, 22))[0].sharpness
    deep = points(tolls(10, 22, filler="The river towns had a quiet spring, farmers say. " * 30))[0].sharpness
    assert deep < top


def test_a_point_belongs_to_the_cases_event_where_there_is_one() -> None:
    root, part = Event("eve1", None, "case", "Orsk", None, None), Event("eve2", "eve1", "kill", "killed", None, None)
    assert points(tolls(10, 22), events=[part, root])[0].event_id == "eve1"
    assert points(tolls(10, 22))[0].event_id == ""


def test_a_rejected_point_is_gone() -> None:
    desk = tolls(10, 22)
    desk.judged(points(desk)[0].id, "reject")
    assert points(desk) == []
