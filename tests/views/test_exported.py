"""What the export says of a place."""

from tests.cases import told

from rashomon.model import Entity
from rashomon.views.exported import exported, place_row


def test_a_place_has_its_name_point_country_and_precision() -> None:
    row = place_row(170063)
    assert row
    assert (row["name"], row["country"], row["precision"]) == ("Aleppo", "SY", "city")
    assert (round(row["lat"]), round(row["lon"])) == (36, 37)
    assert "Aleppo" in row["region"]


def test_what_is_wider_than_a_country_has_none() -> None:
    row = place_row(6255148)
    assert row
    assert row["precision"] == "area"
    assert "country" not in row


def test_an_unknown_place_says_nothing() -> None:
    assert place_row(None) is None
    assert place_row(0) is None


def test_an_entity_carries_its_place_only_where_it_is_known() -> None:
    tables = dict(told())
    tables["entities"] = [Entity("ent1-a", "place", "Aleppo", (), 170063), Entity("ent1-b", "place", "Xyzzy", ())]
    known, unknown = exported(tables)["entities"]
    assert known["place"]["geonames"] == 170063
    assert "place" not in unknown
