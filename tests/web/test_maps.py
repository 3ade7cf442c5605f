"""The map: places where they are, in a window that holds them, with names that do not print over each other."""

import pytest
from lxml import etree

from rashomon.text.gazetteer import places_named
from rashomon.views.places import Named, Places
from rashomon.web.addresses import Addresses
from rashomon.web.maps import WIDTH, places_map

SERVED = Addresses(frozen=False)


def named(*names: str) -> tuple[Named, ...]:
    found = [max((each.place for each in places_named(name)), key=lambda place: place.population) for name in names]
    return tuple(
        Named(f"ent1-{name}", name, place, 9 - number) for number, (name, place) in enumerate(zip(names, found, strict=True))
    )


def drawn(*names: str):
    return etree.fromstring(places_map(Places(named(*names), (), ()), SERVED).svg)


@pytest.mark.parametrize("names", [("Aleppo",), ("Almaty", "Astana", "Moscow"), ("London", "Sydney", "Lima")])
def test_every_place_is_on_the_map_and_leads_to_its_page(names):
    svg = drawn(*names)
    height = float(svg.get("height"))
    dots = [(float(node.get("cx")), float(node.get("cy"))) for node in svg.iter("circle")]
    assert len(dots) == len(names)
    assert all(0 < x < WIDTH and 0 < y < height for x, y in dots)
    assert [node.get("href") for node in svg.iter("a")] == [f"/entity/ent1-{name}" for name in names]


def test_north_is_up_and_east_is_right():
    svg = drawn("Rome", "Oslo", "Kyiv")
    at = {link.find("title").text.split(",")[0]: link.find("circle") for link in svg.iter("a")}
    assert float(at["Oslo"].get("cy")) < float(at["Rome"].get("cy"))
    assert float(at["Kyiv"].get("cx")) > float(at["Rome"].get("cx"))


def test_there_are_coasts_around_the_middle_sea():
    path = next(node for node in drawn("Rome", "Athens").iter("path") if node.get("class") == "coast")
    assert path.get("d").count("L") > 200


def test_names_never_stand_on_each_other():
    svg = drawn("London", "Croydon", "Westminster", "Oxford", "Cambridge")
    boxes = []
    for node in svg.iter("text"):
        if node.get("class") == "placename":
            x, wide = float(node.get("x")), len(node.text) * 5
            boxes.append((x if node.get("text-anchor") == "start" else x - wide, float(node.get("y")), wide))
    assert boxes
    for place, (x, y, wide) in enumerate(boxes):
        assert not any(
            abs(y - other_y) < 10 and x < other_x + other and other_x < x + wide for other_x, other_y, other in boxes[:place]
        )


def test_no_place_gives_no_map():
    assert places_map(Places((), (), ()), SERVED) is None
