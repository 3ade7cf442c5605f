"""The case for Aleph and whatever else speaks FollowTheMoney: newline JSON of `{id, schema, properties}`.

Articles with their text, who is named in them (Mention, resolved to a Person or Organization), and what happened (Event) with
the documents that tell it. Places are the events' locations: FollowTheMoney resolves a Mention to a legal entity only.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rashomon.export.iris import is_on_the_web
from rashomon.export.material import Material
from rashomon.export.whole import whole_file
from rashomon.views.claims import Claim

SCHEMATA = {"person": "Person", "org": "Organization", "group": "LegalEntity"}
NAMED_IN = {"person": "peopleMentioned", "org": "companiesMentioned", "place": "locationMentioned"}  # a property of an Article
# ISO 639-1 as this program has it -> 639-3 as FollowTheMoney wants it; another language is left out
LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est "
        "fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind it:ita ja:jpn ka:kat kk:kaz ko:kor ku:kur "
        "ky:kir lt:lit lv:lav mk:mkd my:mya nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus sk:slk sl:slv so:som "
        "sq:sqi sr:srp sv:swe sw:swa ta:tam th:tha ti:tir tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
    ).split()
)
Node = dict[str, Any]


def write_ftm(material: Material, out: Path) -> None:
    """Writes one file, an entity a line."""
    nodes = [*_articles(material), *_entities(material), *_mentions(material), *_events(material)]
    with whole_file(out) as path:
        path.write_text("".join(json.dumps(node, ensure_ascii=False) + "\n" for node in nodes), "utf-8")


def _node(key: str, schema: str, **properties: Iterable[str | None] | str | None) -> Node:
    """One entity: each property a list of distinct words, those without any left out."""
    listed = {name: [values] if isinstance(values, str) else values or () for name, values in properties.items()}
    kept = {name: list(dict.fromkeys(value for value in values if value)) for name, values in listed.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _articles(material: Material) -> Iterator[Node]:
    captures = {capture.id: capture for capture in material.tables["captures"]}
    named, hashes = _named(material), material.sha1s
    for document in material.tables["documents"]:
        capture = captures[document.capture_id]
        yield _node(
            document.id,
            "Article",
            title=document.title,
            fileName=document.name,
            author=document.author,
            publisher=document.outlet,
            publishedAt=_date(document.published_at),
            retrievedAt=_date(capture.captured_at),
            bodyText=document.text,
            language=LANGUAGES.get(document.language or ""),
            contentHash=hashes.get(capture.id),
            mimeType=capture.media_type,
            sourceUrl=document.uri if is_on_the_web(document.uri) else None,
            **named[document.id],
        )


def _named(material: Material) -> dict[str, dict[str, list[str]]]:
    """Document -> the names in it, by the property that takes them."""
    homes = {mention.id: mention.doc_id for mention in material.tables["mentions"]}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in material.rows["entities"]:
        if row["kind"] in NAMED_IN:
            for doc_id in dict.fromkeys(homes[item] for item in row["members"] if item in homes):
                found[doc_id][NAMED_IN[row["kind"]]].append(row["name"])
    return found


def _entities(material: Material) -> Iterator[Node]:
    for row in material.rows["entities"]:
        if row["kind"] in SCHEMATA:
            yield _node(row["id"], SCHEMATA[row["kind"]], name=row["name"], alias=row["aliases"])


def _mentions(material: Material) -> Iterator[Node]:
    """One for each place where somebody is named, under the words that stand there."""
    texts = {document.id: document.text for document in material.tables["documents"]}
    mentions = {mention.id: mention for mention in material.tables["mentions"]}
    for row in material.rows["entities"]:
        for mention in (mentions[item] for item in row["members"] if item in mentions and row["kind"] in SCHEMATA):
            schema, words = SCHEMATA[row["kind"]], mention.span.of(texts[mention.doc_id])
            yield _node(mention.id, "Mention", document=mention.doc_id, resolved=row["id"], name=words, detectedSchema=schema)


def _events(material: Material) -> Iterator[Node]:
    """The case's event with what is at issue in it, and its happenings."""
    homes = {mention.id: mention.doc_id for mention in material.tables["mentions"]}
    documents = {document.id: document for document in material.tables["documents"]}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in material.claims:
        claims[claim.point.event_id].append(claim)
    for row in material.rows["events"]:
        told = dict.fromkeys([
            *(homes[item] for item in row["members"] if item in homes), *(claim.document.id for claim in claims[row["id"]]),
        ])  # fmt: skip
        where = row.get("where")
        country = next(
            (_country(entity) for entity in material.rows["entities"] if where in (entity["name"], *entity["aliases"])), ""
        )
        yield _node(
            row["id"],
            "Event",
            name=row["name"],
            keywords=row["kind"],
            startDate=row.get("when"),
            endDate=row.get("when"),
            location=where,
            country=country,
            involved=_involved(material, claims[row["id"]]),
            summary=_at_issue(claims[row["id"]]),
            sourceUrl=[documents[doc].uri for doc in told if is_on_the_web(documents[doc].uri)],
            publisher=[documents[doc].outlet for doc in told],
            proof=told,
        )


def _country(entity: Node) -> str:
    return str(entity.get("place", {}).get("country", "")).lower()


def _involved(material: Material, claims: list[Claim]) -> list[str]:
    """Whoever is named in an answer to the question who did it."""
    answers = [claim.fact.value for claim in claims if claim.point.kind == "actor"]
    return [
        row["id"]
        for row in material.rows["entities"]
        if row["kind"] in SCHEMATA and any(name in answer for name in (row["name"], *row["aliases"]) for answer in answers)
    ]


def _at_issue(claims: list[Claim]) -> list[str]:
    """Each question with its answers, in their own words."""
    answers: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        answers[claim.point.question].setdefault(claim.position.id, claim.position.value)
    return [f"{question} “{'” / “'.join(values.values())}”" for question, values in answers.items()]


def _date(moment: str | None) -> str | None:
    """The moment as FollowTheMoney has it: UTC, without a zone."""
    try:
        at = datetime.fromisoformat(moment or "")
    except ValueError:
        return moment
    if at.tzinfo is None or moment is None or len(moment) <= len("2031-05-06"):
        return moment
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
