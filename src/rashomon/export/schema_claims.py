"""The positions of the case as schema.org `Claim`s: what is claimed, by whom, where it appears and where first.

No `ClaimReview`: the program gives no verdict.
"""

import json
from itertools import groupby
from pathlib import Path
from typing import Any

from rashomon.export.iris import address, iri
from rashomon.export.material import Material
from rashomon.export.whole import whole_file
from rashomon.model import Document
from rashomon.text.moments import chronological
from rashomon.views.claims import Claim

Node = dict[str, Any]
TYPES = {"person": "Person", "org": "Organization", "group": "Organization", "place": "Organization"}  # a state that speaks
OWN_TYPES = {"outlet": "Organization", "author": "Person", "poster": "Person", "unnamed": "Person"}


def write_claims(material: Material, out: Path) -> None:
    """Writes one JSON-LD file with a Claim for each position, and the documents in which they appear."""
    claims = [_claim(list(group)) for _, group in groupby(material.claims, key=lambda claim: claim.position.id)]
    graph = [*claims, *map(_work, material.tables["documents"])]
    with whole_file(out) as path:
        path.write_text(
            json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )


def _claim(places: list[Claim]) -> Node:
    """One position: in the words of its first appearance."""
    places = sorted(places, key=lambda claim: chronological(claim.document.published_at))
    first = places[0]
    appearances = dict.fromkeys(claim.document.id for claim in places)
    authors = {author["@id"]: author for author in map(_author, places)}
    published = {"datePublished": first.document.published_at} if first.document.published_at else {}
    return {
        "@type": "Claim",
        "@id": iri(first.position.id),
        "text": first.quote,
        "about": {"@type": "Thing", "@id": iri(first.point.id), "name": first.point.question},
        "author": list(authors.values()),
        **published,
        "firstAppearance": {"@id": iri(first.document.id)},
        "appearance": [{"@id": iri(doc_id)} for doc_id in appearances],
    }


def _author(claim: Claim) -> Node:
    """Whoever says it: across documents where that is known."""
    if claim.entity is not None:
        return {"@type": TYPES[claim.entity.kind], "@id": iri(claim.entity.id), "name": claim.entity.name}
    return {"@type": OWN_TYPES.get(claim.voice.kind, "Thing"), "@id": iri(claim.voice.id), "name": claim.speaker}


def _work(document: Document) -> Node:
    given = {
        "headline": document.title,
        "url": address(document.uri),
        "datePublished": document.published_at,
        "inLanguage": document.language,
        "author": {"@type": "Person", "name": document.author} if document.author else None,
        "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
    }
    kept = {key: value for key, value in given.items() if value is not None}
    return {"@type": "CreativeWork", "@id": iri(document.id), "name": document.name, **kept}
