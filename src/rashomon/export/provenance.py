"""Where everything came from, as PROV-JSON: captures, documents, statements and positions; who said it; which run made it."""

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.export.iris import NAMESPACE
from rashomon.export.material import Material
from rashomon.export.whole import whole_file
from rashomon.model import Capture, Document, Link, Statement, Voice

Node = dict[str, Any]
PROGRAM = "r:program"
MAKERS = {"document": "read", "statement": "extract", "position": "weigh"}  # which stage makes them


def write_prov(material: Material, out: Path) -> None:
    """Writes one PROV-JSON file."""
    kinds: dict[str, Node] = {
        "prefix": {"r": NAMESPACE},
        "entity": dict(_entities(material)),
        "agent": dict(_agents(material)),
        "activity": dict(_activities(material)),
        "wasGeneratedBy": _numbered("g", _made(material)),
        "wasAssociatedWith": _numbered("w", _run_by(material)),
        "wasAttributedTo": _numbered("a", _attributed(material)),
        "wasDerivedFrom": _numbered("d", _derived(material)),
    }
    with whole_file(out) as path:
        path.write_text(json.dumps(kinds, ensure_ascii=False, indent=1) + "\n", "utf-8")


def name(key: str) -> str:
    """A record's qualified name: letters, digits and hyphens only, so that any reader takes it."""
    return "r:" + "".join(
        letter if (letter.isascii() and letter.isalnum()) or letter == "-" else f"_{ord(letter):x}_" for letter in key
    )


def _entities(material: Material) -> Iterator[tuple[str, Node]]:
    tables = material.tables
    texts = {document.id: document.text for document in tables["documents"]}
    capture: Capture
    for capture in tables["captures"]:
        hashed = {"r:sha256": capture.sha256} if capture.sha256 else {}
        found = {"prov:label": capture.uri, "r:capturedAt": capture.captured_at, "r:mediaType": capture.media_type}
        yield name(capture.id), {"prov:type": _typed("r:Capture"), **found, **hashed}
    document: Document
    for document in tables["documents"]:
        given = {"r:title": document.title, "r:uri": document.uri, "r:publishedAt": document.published_at}
        told = {key: value for key, value in given.items() if value}
        yield name(document.id), {"prov:type": _typed("r:Document"), "prov:label": document.name, **told}
    statement: Statement
    for statement in tables["statements"]:
        words = " … ".join(span.of(texts[statement.doc_id]) for span in statement.content)
        yield name(statement.id), {"prov:type": _typed("r:Statement"), "prov:value": words, "r:mode": statement.mode}
    for point in tables["points"]:
        yield name(point.id), {"prov:type": _typed("r:Point"), "prov:label": point.question, "r:relation": point.relation}
    for position in tables["positions"]:
        yield name(position.id), {"prov:type": _typed("r:Position"), "prov:value": position.value, "r:point": position.point_id}


def _agents(material: Material) -> Iterator[tuple[str, Node]]:
    """The program, and everybody who speaks: across documents where that is known."""
    yield PROGRAM, {"prov:type": _typed("prov:SoftwareAgent"), "prov:label": f"Rashomon {version('rashomon')}"}
    for row in material.rows["entities"]:
        kind = "prov:Person" if row["kind"] == "person" else "prov:Organization"
        yield name(row["id"]), {"prov:type": _typed(kind), "prov:label": row["name"]}
    known = _who(material)
    voice: Voice
    for voice in material.tables["voices"]:
        if voice.id not in known:
            yield name(voice.id), {"prov:label": voice.name, "r:kind": voice.kind}


def _activities(material: Material) -> Iterator[tuple[str, Node]]:
    for run in material.runs:
        yield name(run.id), {"prov:label": f"{run.stage} {run.version}", "r:settings": run.settings_sha}


def _made(material: Material) -> Iterator[Node]:
    last = {run.stage: run.id for run in material.runs}
    for kind, stage in MAKERS.items():
        if stage in last:
            for record in material.tables[f"{kind}s"]:
                yield {"prov:entity": name(record.id), "prov:activity": name(last[stage])}


def _run_by(material: Material) -> Iterator[Node]:
    return ({"prov:activity": name(run.id), "prov:agent": PROGRAM} for run in material.runs)


def _attributed(material: Material) -> Iterator[Node]:
    known = _who(material)
    for statement in material.tables["statements"]:
        speaker = known.get(statement.voice_id, statement.voice_id)
        yield {"prov:entity": name(statement.id), "prov:agent": name(speaker)}


def _derived(material: Material) -> Iterator[Node]:
    """A document from its capture, a statement quoted from a document, a position from statements, a copy from its source."""
    tables = material.tables
    statements = {fact.id: fact.statement_id for fact in tables["facts"]}
    yield from (_from(document.id, document.capture_id) for document in tables["documents"])
    yield from (_from(statement.id, statement.doc_id, "prov:Quotation") for statement in tables["statements"])
    pairs = dict.fromkeys((answer.group_id, statements[answer.item_id]) for answer in tables["answers"])
    yield from (_from(position, statement, "prov:PrimarySource") for position, statement in pairs)
    link: Link
    for link in tables["links"]:
        if link.relation == "copies" and link.origin in (link.left, link.right) and link.left != link.right:
            copier = link.right if link.origin == link.left else link.left
            yield _from(copier, link.origin or "", "prov:PrimarySource")


def _from(made: str, source: str, kind: str | None = None) -> Node:
    derived = {"prov:generatedEntity": name(made), "prov:usedEntity": name(source)}
    return {**derived, "prov:type": _typed(kind)} if kind else derived


def _who(material: Material) -> dict[str, str]:
    entities = {entity.id for entity in material.tables["entities"]}
    return {member.item_id: member.group_id for member in material.tables["members"] if member.group_id in entities}


def _typed(kind: str) -> Node:
    return {"$": kind, "type": "prov:QUALIFIED_NAME"}


def _numbered(letter: str, nodes: Iterator[Node]) -> Node:
    return {f"_:{letter}{number}": node for number, node in enumerate(nodes, 1)}
