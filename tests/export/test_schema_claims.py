"""schema.org claims: exact words, whoever says them, the first appearance first."""

import json

from pyld import jsonld
from tests.cases import HOSTILE, told
from tests.export.writing import kept, write


def claims(tmp_path, hostile=""):
    made = json.loads(write("schema-claims", kept(told(hostile), tmp_path / "case"), tmp_path / "c.jsonld").read_text("utf-8"))
    return made, {node["@id"]: node for node in made["@graph"]}


def test_a_claim_for_each_position_in_the_words_of_its_first_appearance(tmp_path):
    made, nodes = claims(tmp_path)
    found = [node for node in made["@graph"] if node["@type"] == "Claim"]
    assert len(found) == 5
    first = found[0]
    assert first["text"] == "“at least twelve people died” in the fire"
    assert [author["name"] for author in first["author"]] == ["Ann Holt"]
    assert first["author"][0]["@type"] == "Person"
    assert first["datePublished"] == "2026-03-01"
    assert nodes[first["firstAppearance"]["@id"]]["publisher"]["name"] == "Wire"
    assert [nodes[one["@id"]]["name"] for one in first["appearance"]] == ["wire.html", "paper.html"]
    assert first["about"]["name"] == "How many people died in the fire?"
    assert not [node for node in made["@graph"] if node["@type"] == "ClaimReview"]


def test_it_is_linked_data(tmp_path):
    made, _ = claims(tmp_path, HOSTILE)

    def loaded(address, _options):
        return {"contextUrl": None, "documentUrl": address, "document": {"@context": {"@vocab": "https://schema.org/"}}}

    expanded = jsonld.expand(made, {"documentLoader": loaded})
    assert len(expanded) == len(made["@graph"])
    texts = [node["https://schema.org/text"][0]["@value"] for node in expanded if "https://schema.org/text" in node]
    assert "Thirty-one people died in the blaze" in texts
