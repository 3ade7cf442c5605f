"""The places of the case as GeoJSON (RFC 7946): each with its names, and with what is answered about it on whose word."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.export.material import Material
from rashomon.export.whole import whole_file

Node = dict[str, Any]


def write_geojson(material: Material, out: Path) -> None:
    """Writes one FeatureCollection: a point for each place that the accounts name and the gazetteer knows."""
    collection = {"type": "FeatureCollection", "features": list(_features(material))}
    with whole_file(out) as path:
        path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _features(material: Material) -> Iterator[Node]:
    homes = {mention.id: mention.doc_id for mention in material.tables["mentions"]}
    names = {document.id: document.name for document in material.tables["documents"]}
    claims, events = _claims(material), _events(material)
    for row in material.rows["entities"]:
        if "place" not in row:
            continue
        place = dict(row["place"])
        called = (row["name"], *row["aliases"])
        documents = dict.fromkeys(names[homes[item]] for item in row["members"] if item in homes)
        yield {
            "type": "Feature",
            "id": row["id"],
            "geometry": {"type": "Point", "coordinates": [place.pop("lon"), place.pop("lat")]},
            "properties": {
                "name": row["name"],
                "aliases": row["aliases"],
                "gazetteer": place.pop("name"),
                **place,
                "mentions": sum(item in homes for item in row["members"]),
                "documents": list(documents),
                "events": [event for name in called for event in events[name]],
                "claims": [claim for name in called for claim in claims[name]],
            },
        }


def _events(material: Material) -> dict[str, list[Node]]:
    """The happenings by the name of the place where they were."""
    found: dict[str, list[Node]] = defaultdict(list)
    for event in material.rows["events"]:
        if "where" in event:
            found[event["where"]].append({key: event[key] for key in ("id", "kind", "name", "when") if key in event})
    return found


def _claims(material: Material) -> dict[str, list[Node]]:
    """What is answered of a place, by its name."""
    found: dict[str, list[Node]] = defaultdict(list)
    for claim in material.claims:
        if claim.fact.where:
            found[claim.fact.where].append({
                "question": claim.point.question,
                "value": claim.fact.value,
                "voice": claim.speaker,
                "document": claim.document.name,
                "quote": claim.quote,
                "relation": claim.point.relation,
            })  # fmt: skip
    return found
