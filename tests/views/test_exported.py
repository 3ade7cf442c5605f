"""What the export says of a place."""

from tests.cases import told

from rashomon.model import Entity, Judgement
from rashomon.model.ids import make_id
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


def test_people_s_word_on_a_point_stands_beside_it_with_its_history():
    tables = told()
    (first, *_), fact = tables["points"], tables["facts"][0]
    said = [
        Judgement("jud1", make_id("pos", fact.id), "x", "conflict", "Ann", "2031-05-02", "2031-05-03", "why", "Bo"),
        Judgement("jud2", fact.statement_id, "", "wrong-span", "Bo", "2031-05-04", None),
        Judgement("jud3", "ent-other", "", "note", "Bo", "2031-05-05", None, "of somebody else"),
    ]
    tables["judgements"] = said
    rows = exported(tables)
    assert [point.get("judgements") for point in rows["points"]][:1] == [["jud1", "jud2"]]
    assert rows["points"][0]["id"] == first.id
    assert [(row.get("text"), row.get("retracted_by")) for row in rows["judgements"]] == [
        ("why", "Bo"),
        (None, None),
        ("of somebody else", None),
    ]
