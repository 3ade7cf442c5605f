"""Places by name and by id, and what it costs to have them."""

import subprocess
import sys

import pytest

from rashomon.text.gazetteer import countries, place_at, place_of, places_named


def test_a_place_has_its_point_its_country_and_what_it_lies_in() -> None:
    city = next(named.place for named in places_named("Aleppo") if named.place.kind == "city")
    assert (city.country, round(city.lat), round(city.lon)) == ("SY", 36, 37)
    assert city.region is not None
    region = place_at(city.region)
    assert (region.kind, region.country) == ("region", "SY")
    assert place_of(city.id) == city


def test_other_names_lead_to_the_place_but_are_told_from_its_own() -> None:
    own = {named.place.id: named.own for named in places_named("Astana") if named.place.kind == "capital"}
    other = {named.place.id: named.own for named in places_named("Nur-Sultan") if named.place.kind == "capital"}
    assert own.keys() == other.keys()
    assert all(own.values())
    assert not any(other.values())
    assert {named.place.id for named in places_named("Qamishli")}, "Arabic's article is left off in English"


@pytest.mark.parametrize("name", ["Nowherebyname", "", "'", "a" * 500, "\x00", "Сочи" * 90, "12345", "\n\t", "\ud800"])
def test_what_is_no_place_has_none(name: str) -> None:
    assert places_named(name) == ()


def test_the_first_and_the_last_name_are_found_like_any_other() -> None:
    from rashomon.text.gazetteer import _table

    for at in (0, len(_table("names").ends) - 1):
        assert places_named(_table("names").word(at).decode())


def test_countries_come_by_code_and_hold_every_member_state() -> None:
    assert len(countries()) > 240
    assert all(place.kind == "country" and place.country == code for code, place in countries().items())
    assert place_of(0) is None


def test_every_row_is_whole_and_lies_on_earth() -> None:
    from rashomon.text.gazetteer import _table

    size = len(_table("places").ends)
    for row in range(0, size, 997):
        place = place_at(row)
        assert place.name
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert all(whole is None or place_at(whole).kind in ("region", "district") for whole in (place.region, place.district))


def test_loading_takes_little_memory() -> None:
    told = """
import resource, numpy, rashomon.text.gazetteer as gazetteer
def mib(): return int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 2**20
before = mib()
assert gazetteer.places_named("Aleppo")
print(mib() - before)
"""
    if sys.platform != "linux":
        pytest.skip("memory is read from /proc")
    out = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    assert float(out) < 100
