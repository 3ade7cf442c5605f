"""Which places the map shows: those that lie together, never a country as a dot."""

from rashomon.model import Entity, Member
from rashomon.model.rows import TABLES
from rashomon.text.gazetteer import places_named
from rashomon.views.places import places
from rashomon.views.records import Records

KINDS = ("country", "capital", "city")


def case(**counts: int) -> Records:
    entities, members = [], []
    for name, count in counts.items():
        found = [each.place for each in places_named(name) if each.place.kind in KINDS]
        place = max(found, key=lambda place: place.population)
        entity = Entity(f"ent1-{name}", "place", name, (), place.id)
        entities.append(entity)
        members += [Member(entity.id, f"men1-{name}{number}", 1.0, (), "t") for number in range(count)]
    return Records({table: [] for table in TABLES} | {"entities": entities, "members": members}, "x")


def test_a_far_place_named_once_is_beyond_the_map_and_a_country_has_no_point():
    found = places(case(Aleppo=9, Homs=6, Kazakhstan=4, Sydney=1))
    assert [(named.name, named.count) for named in found.shown] == [("Aleppo", 9), ("Homs", 6)]
    assert [named.name for named in found.beyond] == ["Sydney"]
    assert [named.name for named in found.wide] == ["Kazakhstan"]


def test_two_places_far_apart_that_are_named_alike_are_both_shown():
    assert {named.name for named in places(case(London=5, Sydney=5)).shown} == {"London", "Sydney"}


def test_without_places_there_is_nothing_to_show():
    assert places(case()).shown == ()
