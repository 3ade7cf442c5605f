"""A case as the plain rows of the export contract: what every format of `rashomon export` is made of.

All offsets are half-open code points of the document's text. Optional keys are left out where there is nothing to say.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.model import (
    Document,
    Entity,
    Event,
    Fact,
    Failure,
    Judgement,
    Link,
    Member,
    Mention,
    Point,
    Reason,
    Span,
    Statement,
    Voice,
)
from rashomon.text.gazetteer import place_at, place_of
from rashomon.text.places.whereabouts import Whereabouts
from rashomon.views.judged import names_of

Tables = Mapping[str, Sequence[Any]]
Row = dict[str, Any]


def exported(tables: Tables) -> dict[str, list[Row]]:
    """Every table of the contract: file stem -> its rows, in the order of the documents and sharpest points first."""
    return {name: list(made(tables)) for name, made in ROWS.items()}


def document_head(document: Document) -> Row:
    """The document itself, as `rashomon extract` opens its line."""
    return {
        "id": document.id,
        "name": document.name,
        "text": document.text,
        "title": document.title,
        "outlet": document.outlet,
        "date": document.published_at,
        "lang": document.language,
    }


def extract_row(
    document: Document,
    voices: Iterable[Voice],
    statements: Iterable[Statement],
    mentions: Iterable[Mention],
    facts: Iterable[Fact],
) -> Row:
    """One document with all that is said in it: a line of `rashomon extract`."""
    known = {voice.id: voice for voice in voices}
    return {
        **document_head(document),
        "statements": [statement_row(statement, known[statement.voice_id]) for statement in statements],
        "mentions": [mention_row(mention) for mention in mentions],
        "facts": [fact_row(fact) for fact in facts],
    }


def statement_row(statement: Statement, voice: Voice, entity: str | None = None) -> Row:
    """One statement with its voice; `entity` is the id of who the voice is across documents."""
    return {
        "id": statement.id,
        "voice": {"name": voice.name, "kind": voice.kind, **_given(entity=entity)},
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "mode": statement.mode,
        "denied": statement.denied,
        "hedged": statement.hedged,
        **_given(nested_in=statement.nested_in),
        "score": statement.score,
    }


def mention_row(mention: Mention) -> Row:
    """One mention: where it stands, its kind, its comparable form."""
    return {"id": mention.id, **_ends(mention.span), "kind": mention.kind, **_given(norm=mention.norm)}


def fact_row(fact: Fact) -> Row:
    """One fact: what it is about and its answer in the page's words."""
    return {
        "id": fact.id,
        "statement": fact.statement_id,
        "kind": fact.kind,
        "about": fact.about,
        "value": fact.value,
        **_given(low=fact.low, high=fact.high, unit=fact.unit, scope=fact.scope, part_of=fact.part_of),
        **({"rising": True} if fact.rising else {}),
        "polarity": fact.polarity,
        **_given(when=fact.when, where=fact.where),
        **_ends(fact.span),
    }


def _documents(tables: Tables) -> Iterator[Row]:
    hashes = {capture.id: capture.sha256 for capture in tables["captures"]}
    for document in tables["documents"]:
        head = document_head(document)
        yield {**head, "author": document.author, "sha256": hashes[document.capture_id], "uri": document.uri}


def _statements(tables: Tables) -> Iterator[Row]:
    voices = {voice.id: voice for voice in tables["voices"]}
    entities = {entity.id for entity in tables["entities"]}
    who = {member.item_id: member.group_id for member in tables["members"] if member.group_id in entities}
    for statement in tables["statements"]:
        row = statement_row(statement, voices[statement.voice_id], who.get(statement.voice_id))
        yield {"doc": statement.doc_id, **row}


def _entities(tables: Tables) -> Iterator[Row]:
    members = _grouped(tables["members"])
    entity: Entity
    for entity in tables["entities"]:
        yield {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "aliases": list(entity.aliases),
            **_given(place=place_row(entity.place)),
            "members": [member.item_id for member in members[entity.id]],
        }


def place_row(number: int | None) -> Row | None:
    """A place of the gazetteer: its name there, the middle of it, its country, and what kind of place it is."""
    place = None if number is None else place_of(number)
    if place is None:
        return None
    where = Whereabouts(place)
    lat, lon = where.point
    region = None if place.region is None else place_at(place.region).name
    country = place.country or None
    return {
        "geonames": place.id,
        "name": place.name,
        "lat": lat,
        "lon": lon,
        **_given(country=country, region=region),
        "precision": where.precision,
    }


def _events(tables: Tables) -> Iterator[Row]:
    tellings = _grouped(tables["tellings"])
    event: Event
    for event in tables["events"]:
        yield {
            "id": event.id,
            **_given(parent=event.parent, when=event.when, where=event.where),
            "kind": event.kind,
            "name": event.name,
            "members": [telling.item_id for telling in tellings[event.id]],
        }


def _points(tables: Tables) -> Iterator[Row]:
    texts = {document.id: document.text for document in tables["documents"]}
    facts = {fact.id: fact for fact in tables["facts"]}
    statements = {statement.id: statement for statement in tables["statements"]}
    voices = {voice.id: voice for voice in tables["voices"]}
    answers = _grouped(tables["answers"])
    standings = {standing.position_id: standing for standing in tables["standings"]}
    positions = defaultdict(list)
    for position in tables["positions"]:
        positions[position.point_id].append(position)
    judged = _judged(tables["judgements"])

    def said_of(point: Point) -> list[str]:
        """The judgements on the point, its positions and what gives them, in the order in which they were given."""
        its = [position.id for position in positions[point.id]]
        given = (facts[member.item_id] for position_id in its for member in answers[position_id])
        names = {point.id, *its, *(name for fact in given for name in names_of(fact))}
        return [key for key, ends in judged.items() if not ends.isdisjoint(names)]

    def mention(fact: Fact) -> Row:
        statement = statements[fact.statement_id]
        return {
            "doc": fact.doc_id,
            **_ends(fact.span),
            "quote": fact.span.of(texts[fact.doc_id]),
            "voice": voices[statement.voice_id].name,
            "statement": statement.id,
        }

    point: Point
    for point in sorted(tables["points"], key=lambda point: (-point.sharpness, point.id)):
        yield {
            "id": point.id,
            "question": point.question,
            "type": point.kind,
            "relation": point.relation,
            "subtype": point.subtype,
            "positions": [
                {
                    "value": position.value,
                    "independent": [standings[position.id].independent_low, standings[position.id].independent_high],
                    "first_at": standings[position.id].first_at,
                    "mentions": [mention(facts[member.item_id]) for member in answers[position.id]],
                }
                for position in positions[point.id]
            ],
            "reasons": [_reason(reason) for reason in point.reasons],
            **_given(judgements=said_of(point) or None),
        }


def _judged(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    return {one.id: {one.left, one.right} - {""} for one in judgements}


def _copy(link: Link) -> Row:
    """A copy's evidence stands in both documents, or at two places of the one that prints it twice.

    `direction` names the document copied and the one that copied it; "common origin" where both have it from `origin`.
    """
    both = [(reason.left, reason.right) for reason in link.reasons if reason.left and reason.right]
    evidence = [{"doc": doc, **_ends(span)} for pair in both for doc, span in zip((link.left, link.right), pair, strict=True)]
    copier = link.right if link.origin == link.left else link.left
    unknown = link.origin in (None, "unknown")
    return {
        "id": link.id,
        "docs": list(dict.fromkeys((link.left, link.right))),
        "kind": link.subtype,
        "origin": link.origin or "unknown",
        "direction": [link.origin, copier]
        if link.origin in (link.left, link.right)
        else "unknown"
        if unknown
        else "common origin",
        "evidence": evidence,
        "reasons": [_reason(reason) for reason in link.reasons if not (reason.left and reason.right)],
        "score": link.score,
    }


def _judgement(judgement: Judgement) -> Row:
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "relation": judgement.relation,
        "user": judgement.user,
        "at": judgement.at,
        **_given(text=judgement.text or None, retracted_at=judgement.retracted_at, retracted_by=judgement.retracted_by),
    }


def _failure(failure: Failure) -> Row:
    return {"stage": failure.stage, "item": failure.item_id, "error": failure.error, "message": failure.message}


def _reason(reason: Reason) -> Row:
    left = None if reason.left is None else [reason.left.start, reason.left.end]
    right = None if reason.right is None else [reason.right.start, reason.right.end]
    return {"feature": reason.feature, "score": reason.score, **_given(left=left, right=right)}


def _grouped(members: Iterable[Member]) -> dict[str, list[Member]]:
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        groups[member.group_id].append(member)
    return groups


def _ends(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _given(**values: Any) -> Row:
    return {name: value for name, value in values.items() if value is not None}


ROWS: Mapping[str, Callable[[Tables], Iterable[Row]]] = {  # file stem -> its rows, of these records and no others
    "documents": _documents,
    "statements": _statements,
    "mentions": lambda tables: ({"doc": mention.doc_id, **mention_row(mention)} for mention in tables["mentions"]),
    "facts": lambda tables: ({"doc": fact.doc_id, **fact_row(fact)} for fact in tables["facts"]),
    "entities": _entities,
    "events": _events,
    "points": _points,
    "copies": lambda tables: map(_copy, tables["copies"]),
    "judgements": lambda tables: map(_judgement, tables["judgements"]),
    "failures": lambda tables: map(_failure, tables["failures"]),
}
