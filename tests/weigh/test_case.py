"""The door: every record has what it points at, and words of the page for its value."""

from tests.desk import Desk
from tests.weigh.test_points import tolls

from rashomon.link.case import link
from rashomon.model import Member, Point, Position, Standing
from rashomon.weigh.case import weigh


def weighed(desk: Desk) -> dict[type, list]:
    tables = {**desk.tables(), "events": []}
    tables["links"] = list(link(tables))
    records = list(weigh(tables))
    return {kind: [one for one in records if isinstance(one, kind)] for kind in (Point, Position, Member, Standing)}


def test_every_record_has_what_it_points_at() -> None:
    desk = tolls(10, 22, 10)
    found = weighed(desk)
    points, positions = {point.id for point in found[Point]}, {position.id for position in found[Position]}
    assert {position.point_id for position in found[Position]} == points
    assert {member.group_id for member in found[Member]} == positions
    assert {standing.position_id for standing in found[Standing]} == positions
    assert {member.item_id for member in found[Member]} == {fact.id for fact in desk.facts}


def test_a_positions_value_is_the_words_of_a_fact_that_holds_it() -> None:
    desk = tolls(10, 22, 10)
    found = weighed(desk)
    facts = {fact.id: fact for fact in desk.facts}
    for position in found[Position]:
        assert position.value in {facts[member.item_id].value for member in found[Member] if member.group_id == position.id}


def test_ids_do_not_depend_on_the_order_of_the_tables() -> None:
    desk = tolls(10, 22, 10)
    before = weighed(desk)
    desk.facts.reverse()
    desk.documents = dict(reversed(desk.documents.items()))
    after = weighed(desk)
    assert before[Point] == after[Point]
    assert before[Position] == after[Position]
    assert set(before[Member]) == set(after[Member])


def test_a_further_account_keeps_the_points_id_when_it_stands_below() -> None:
    desk = tolls(10, 22)
    before = weighed(desk)[Point][0].id
    desk.account("Outlet 9", "It rained. " * 40 + "The fire at the mill of Orsk killed 22 people on Monday night.", "2031-05-03")
    desk.count("Outlet 9", "kill", "22 people", 22)
    assert before in {point.id for point in weighed(desk)[Point]}


def test_an_empty_case_gives_nothing() -> None:
    assert list(weigh({**Desk().tables(), "events": [], "links": []})) == []
