"""Web annotations: every key is one of the W3C's, and every selector leads to its words."""

import json

import pytest
from pyld import jsonld
from tests.cases import HOSTILE, Story, told
from tests.export.writing import kept, material, write

from rashomon.export.annotations import CONTEXT

OA, AS, DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/terms/"
LINK = {"@type": "@id"}
ANNO = {  # the terms of http://www.w3.org/ns/anno.jsonld that are used, as the W3C's context defines them
    "oa": OA, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": DC, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": AS, "xsd": "http://www.w3.org/2001/XMLSchema#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/", "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@id", "@id": "@type"},
    "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody", "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector", "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage", "Software": "as:Application",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "scope": {"@type": "@id", "@id": "oa:hasScope"}, "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"}, "describing": "oa:describing", "identifying": "oa:identifying",
    "classifying": "oa:classifying", "tagging": "oa:tagging", "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"}, "format": "dc:format", "language": "dc:language",
    "name": "foaf:name", "label": "rdfs:label", "generator": {"@type": "@id", "@id": "as:generator"},
    "generated": {"@type": "xsd:dateTime", "@id": "dcterms:issued"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "first": {"@type": "@id", "@id": "as:first"}, "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}  # fmt: skip


def loaded(address, _options):
    assert address == CONTEXT, "nothing else is fetched"
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": ANNO}}


@pytest.fixture(params=["plain", "hostile", "astral"])
def case(request, tmp_path):
    tables = told(HOSTILE if request.param == "hostile" else "")
    if request.param == "astral":
        story = Story()
        page = story.account("\U0001f525\U0001f525 [Ann \U0001f9d1]who said [two \U0001f480 died]content e\u0301", name="a b.txt")
        said = story.says(story.voice(page, "named", page.words("who")[0], "who"), page, "content")
        story.point("How many?", "quantity", "agree", [story.fact(said, page, "two")])
        tables = story.tables
    return kept(tables, tmp_path / "case")


def annotations(case, tmp_path):
    return json.loads(write("web-annotation", case, tmp_path / "a.jsonld").read_text("utf-8"))


def words_of(node):
    """Every key, and every type, of a node and of those in it."""
    if isinstance(node, list):
        return set().union(*map(words_of, node))
    if not isinstance(node, dict):
        return set()
    return {*node, node.get("type", "type"), node.get("motivation", "type")}.union(*map(words_of, node.values()))


def targets(annotation):
    return annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]


def test_every_selector_leads_to_its_words(case, tmp_path):
    items = annotations(case, tmp_path)["first"]["items"]
    texts = {one["target"]["scope"]: one["body"][0]["value"] for one in items if one["motivation"] == "describing"}
    assert list(texts.values()) == [row["text"] for row in material(case).rows["documents"]]
    found = [target for one in items for target in targets(one) if "selector" in target]
    assert len(found) >= 2
    for target in found:
        text, (quote, place) = texts[target["scope"]], target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_every_word_of_it_is_the_w3cs_and_every_id_an_address(case, tmp_path):
    made = annotations(case, tmp_path)
    (collection,) = jsonld.expand(made, {"documentLoader": loaded})
    assert words_of(made) <= ANNO.keys() | {"@context"}
    kept_items = collection[f"{AS}first"][0][f"{AS}items"][0]["@list"]
    assert len(kept_items) == made["total"] == len(made["first"]["items"])
    for annotation in kept_items:
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert all(":" in key for key in annotation if not key.startswith("@"))
        for target in annotation[f"{OA}hasTarget"]:
            assert " " not in target[f"{OA}hasSource"][0]["@id"]
    triples = jsonld.to_rdf(made, {"documentLoader": loaded, "format": "application/n-quads"})
    assert triples.count(f"<{OA}exact>") == sum(
        len(targets(one)) for one in made["first"]["items"] if "selector" in targets(one)[0]
    )


def test_the_source_is_the_captures_address(tmp_path):
    case = kept(told(), tmp_path / "case")
    items = annotations(case, tmp_path)["first"]["items"]
    assert {target["source"] for one in items for target in targets(one)} == {
        row["uri"] for row in material(case).rows["documents"]
    }
