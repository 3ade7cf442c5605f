"""The case as W3C Web Annotations: what is said where, by quotation and by position, for annotation tools and archives.

A selector counts in the text that was read out of a source, not in its HTML. So each text stands in the file too, as the body
of an annotation that describes its document; `scope` names the document, for several may come out of one source.
"""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from rashomon.export.iris import address, iri
from rashomon.export.material import Material
from rashomon.export.whole import whole_file
from rashomon.model import Document, Span, Statement, Voice
from rashomon.views.claims import Claim

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points before and after a quotation, by which it is found again where a text has moved
Node = dict[str, Any]


def write_annotations(material: Material, out: Path) -> None:
    """Writes one JSON-LD file: an AnnotationCollection with a page that holds them all."""
    items = list(chain(_texts(material), _statements(material), map(_claim, material.claims)))
    page = {"id": iri("annotations-1"), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": iri("annotations"),
        "type": "AnnotationCollection",
        "label": material.name,
        "generator": {"id": iri("program"), "type": "Software", "name": "Rashomon"},
        "generated": material.made_at,
        "total": len(items),
        "first": page,
    }
    with whole_file(out) as path:
        path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _texts(material: Material) -> Iterator[Node]:
    for document in material.tables["documents"]:
        language = {"language": document.language} if document.language else {}
        body = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", **language, "value": document.text}
        yield _annotation(document.id, "describing", [body], _source(document))


def _statements(material: Material) -> Iterator[Node]:
    """Who says what: one annotation for each statement, a target for each of its pieces."""
    documents: dict[str, Document] = {document.id: document for document in material.tables["documents"]}
    voices: dict[str, Voice] = {voice.id: voice for voice in material.tables["voices"]}
    statement: Statement
    for statement in material.tables["statements"]:
        voice, document = voices[statement.voice_id], documents[statement.doc_id]
        marks = [mark for mark, holds in (("denied", statement.denied), ("hedged", statement.hedged)) if holds]
        bodies = [_words("identifying", voice.name), *(_words("tagging", mark) for mark in (statement.mode, *marks))]
        targets = [_target(document, span) for span in statement.content]
        yield _annotation(statement.id, "identifying", bodies, targets[0] if len(targets) == 1 else targets)


def _claim(claim: Claim) -> Node:
    """What a question is answered: the question, the answer, and on whose word."""
    point = claim.point
    bodies = [
        _words("classifying", point.question),
        _words("describing", claim.fact.value),
        _words("identifying", claim.speaker),
        *(_words("tagging", mark) for mark in (point.kind, point.relation, point.subtype, claim.fact.polarity) if mark),
    ]
    return _annotation(claim.fact.id, "classifying", bodies, _target(claim.document, claim.fact.span))


def _annotation(key: str, motivation: str, bodies: list[Node], target: Node | list[Node]) -> Node:
    return {"id": iri(key), "type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _words(purpose: str, words: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _source(document: Document) -> Node:
    return {"type": "SpecificResource", "source": address(document.uri), "scope": iri(document.id)}


def _target(document: Document, span: Span) -> Node:
    text = document.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return {**_source(document), "selector": [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]}
