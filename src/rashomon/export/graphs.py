"""Who says what, who answers whom, and who repeats whom, as a graph (GraphML) for Gephi, networkx and others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from rashomon.export.cells import UNPRINTABLE
from rashomon.export.material import Material
from rashomon.export.whole import whole_file

NODE = {
    "kind": "string",
    "label": "string",
    "date": "string",
    "relation": "string",
    "independent_low": "int",
    "independent_high": "int",
}
EDGE = {"kind": "string", "label": "string", "mode": "string", "document": "string", "score": "double"}
Attributes = dict[str, Any]


def write_graphml(material: Material, out: Path) -> None:
    """Writes one GraphML file: speakers, documents, positions and points; who holds what, in which document, what copies what."""
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for domain, keys in (("node", NODE), ("edge", EDGE)):
        for key, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{domain}-{key}", "for": domain, "attr.name": key, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="case", edgedefault="directed")
    for key, attributes in _nodes(material).items():
        _fill(ET.SubElement(graph, "node", id=_clean(key)), "node", attributes)
    for number, (source, target, attributes) in enumerate(_edges(material)):
        _fill(ET.SubElement(graph, "edge", id=f"e{number}", source=_clean(source), target=_clean(target)), "edge", attributes)
    ET.indent(root, " ")
    with whole_file(out) as path:
        path.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _nodes(material: Material) -> dict[str, Attributes]:
    """The nodes by their ids: every document, and whatever has a part in a point."""
    found: dict[str, Attributes] = {}
    for document in material.tables["documents"]:
        label = document.title or document.name
        found[document.id] = {"kind": "document", "label": label, "date": document.published_at}
    for claim in material.claims:
        standing = claim.standing
        found[claim.point.id] = {"kind": "point", "label": claim.point.question, "relation": claim.point.relation}
        found[claim.position.id] = {
            "kind": "position", "label": claim.position.value, "date": standing.first_at,
            "independent_low": standing.independent_low, "independent_high": standing.independent_high,
        }  # fmt: skip
        who = claim.entity or claim.voice
        found[who.id] = {"kind": "speaker", "label": claim.entity.name if claim.entity else claim.speaker}
    return found


def _edges(material: Material) -> Iterator[tuple[str, str, Attributes]]:
    answered = dict.fromkeys((claim.position.id, claim.point.id) for claim in material.claims)
    yield from ((position, point, {"kind": "answers"}) for position, point in answered)
    for claim in material.claims:
        who = claim.entity or claim.voice
        held = {"kind": "holds", "label": claim.quote, "mode": claim.statement.mode, "document": claim.document.id}
        yield who.id, claim.position.id, held
    carried = dict.fromkeys((claim.document.id, claim.position.id) for claim in material.claims)
    yield from ((document, position, {"kind": "carries"}) for document, position in carried)
    for row in material.rows["copies"]:
        if len(row["docs"]) == 2:
            known = isinstance(row["direction"], list)
            origin, copier = row["direction"] if known else row["docs"]
            kind = "copied from" if known else "same source"
            yield copier, origin, {"kind": kind, "label": row["kind"], "score": row["score"]}


def _fill(element: ET.Element, domain: str, attributes: Attributes) -> None:
    for key, value in attributes.items():
        if value is not None:
            ET.SubElement(element, "data", key=f"{domain}-{key}").text = _clean(str(value))


def _clean(text: str) -> str:
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
