"""The map is RFC 7946: longitude first, and every place with what is said of it."""

from geojson_pydantic import FeatureCollection
from tests.cases import Story, case_of, told
from tests.export.writing import write

from rashomon.model import Entity, Member, Mention


def test_a_feature_for_each_place_with_its_claims(tmp_path):
    story = Story()
    page = story.account("[Forty died]content in [Homs]where.", name="a.txt", outlet="A")
    said = story.says(story.voice(page, "outlet", "A"), page, "content", "asserted")
    story.point("How many?", "quantity", "agree", [story.fact(said, page, "Forty", where="Homs")])
    mention = Mention.of(page.document.id, page.spans["where"][0], "place", "geonames:169577")
    story.tables["mentions"].append(mention)
    story.tables["entities"] += [
        Entity("ent1-homs", "place", "Homs", ("Hims",), 169577),
        Entity("ent1-x", "place", "Nowhere", ()),
    ]
    story.tables["members"].append(Member("ent1-homs", mention.id, 1.0, (), "hand"))
    path = write("geojson", case_of(story.tables, tmp_path / "case"), tmp_path / "map.geojson")
    (feature,) = FeatureCollection.model_validate_json(path.read_text("utf-8")).features
    lon, lat = feature.geometry.coordinates
    assert (round(lon), round(lat)) == (37, 35)
    about = feature.properties
    assert (about["name"], about["country"], about["precision"], about["documents"]) == ("Homs", "SY", "city", ["a.txt"])
    assert [(claim["value"], claim["voice"], claim["quote"]) for claim in about["claims"]] == [("Forty", "A", "Forty died")]


def test_a_case_without_places_is_an_empty_map(tmp_path):
    path = write("geojson", case_of(told(), tmp_path / "case"), tmp_path / "map.geojson")
    assert FeatureCollection.model_validate_json(path.read_text("utf-8")).features == []
