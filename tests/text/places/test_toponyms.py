"""What a name may mean, whole or in part."""

import pytest

from rashomon.text.places.toponyms import containers_named, home_of, meanings_of


def kinds(name: str) -> set[tuple[str, str]]:
    return {(named.place.kind, named.place.country) for named in meanings_of(name).places}


def test_countries_go_by_every_name_and_by_their_people() -> None:
    for name in ("US", "U.S.", "USA", "America", "United States", "Americans"):
        assert ("country", "US") in kinds(name), name
    assert kinds("UK") == {("country", "GB")}
    assert kinds("England") >= {("region", "GB")}
    assert ("country", "GB") not in kinds("England"), "England is in Britain, not Britain"


def test_an_abbreviation_is_meant_as_it_is_written() -> None:
    assert kinds("Calif.") == {("region", "US")}
    assert kinds("IN") == {("region", "US")}
    assert ("region", "US") not in kinds("In")
    assert kinds("EU") == set(), "an acronym is no village in France"


def test_a_word_for_a_division_asks_for_one() -> None:
    assert kinds("Homs province") == {("region", "SY")}
    assert ("region", "SY") in kinds("province of Homs")
    assert not meanings_of("Homs province").part
    assert kinds("Luhansk oblast") == {("region", "UA")}
    assert kinds("Rapides Parish") == {("district", "US")}


def test_a_side_or_a_part_of_a_place_is_that() -> None:
    for name in ("northern Aleppo", "eastern Syria", "Damascus suburbs"):
        assert meanings_of(name).part, name
    assert not meanings_of("West Virginia").part
    assert not meanings_of("North Korea").part
    assert not meanings_of("South Sudan").part


@pytest.mark.parametrize(
    "name", ["Western", "North East", "Pacific", "Black Sea", "West Side", "", " ", ".", "province", "province of"]
)
def test_what_tells_no_place_means_none(name: str) -> None:
    assert meanings_of(name).places == ()


def test_what_may_contain_a_place() -> None:
    assert {place.country for place in containers_named("Texas") if place.kind == "region"} == {"US"}
    assert all(place.kind in ("country", "region", "district") for place in containers_named("Georgia"))


@pytest.mark.parametrize(
    ("outlet", "code"),
    [
        ("weekly.ahram.org.eg", "EG"),
        ("www.thisislocal.co.uk", "GB"),
        ("Times of Israel", "IL"),
        ("Syrian Arab News Agency", "SY"),
        ("example.com", None),
        ("news.example.tv", None),
        ("The Evening Post", None),
        ("", None),
        (None, None),
        ("a" * 500, None),
    ],
)
def test_an_outlet_may_say_where_it_is_at_home(outlet: str | None, code: str | None) -> None:
    assert home_of(outlet) == code
