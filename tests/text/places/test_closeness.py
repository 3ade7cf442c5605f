"""Distances, and how much places go together."""

from math import isclose

from rashomon.text.gazetteer import Place, places_named
from rashomon.text.places.closeness import closeness, distance


def one(name: str, kind: str, country: str) -> Place:
    return next(
        named.place for named in places_named(name) if named.place.kind in (kind, "capital") and named.place.country == country
    )


def test_distances_are_those_on_the_globe() -> None:
    assert isclose(distance((0.0, 0.0), (0.0, 1.0)), 111.19, abs_tol=0.1)
    assert isclose(distance((0.0, 179.5), (0.0, -179.5)), 111.19, abs_tol=0.1), "across the date line"
    assert distance((90.0, 0.0), (90.0, 120.0)) < 0.001
    assert isclose(distance((-90.0, 0.0), (90.0, 0.0)), 20015, abs_tol=1)


def test_near_and_within_one_country_or_region_goes_together() -> None:
    homs, aleppo, berlin = one("Homs", "city", "SY"), one("Aleppo", "city", "SY"), one("Berlin", "city", "DE")
    syria = one("Aleppo", "region", "SY")
    same, near, far, within = closeness([aleppo], [aleppo, homs, berlin, syria])[0]
    assert same > near > far
    assert within > near
    assert far < 0.01


def test_places_of_no_country_are_not_of_one() -> None:
    (europe,) = [named.place for named in places_named("Europe") if named.place.kind == "area"]
    (asia,) = [named.place for named in places_named("Asia") if named.place.kind == "area"]
    assert closeness([europe], [asia])[0, 0] < 0.1
