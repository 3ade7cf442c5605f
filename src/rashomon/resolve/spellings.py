"""Mentions to spellings: every mention that writes one name in one way, taken together before anything is compared."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from rashomon.model import Document, EntityKind, Mention
from rashomon.resolve.kinds import FAMILY, kinds_of
from rashomon.resolve.names import parse_name
from rashomon.resolve.spelling import Spelling, is_bare
from rashomon.resolve.wholes import wholes_of

_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“'‘]?([A-Z][A-Za-z.&-]{1,9})[\"”'’]?\s*[,;)]")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)

Place = tuple[str, EntityKind, bool, str | None]


def spellings_of(mentions: Iterable[Mention], documents: Mapping[str, Document], apart: Collection[str]) -> list[Spelling]:
    """One spelling for each way in which the case writes a full name; a bare word ("Ortega", "the Front"), which may
    stand for different ones on different pages, is a spelling of its own in each document, and so is each mention in
    `apart` (a person has judged it by itself).
    """
    listed = sorted(mentions, key=lambda mention: (mention.doc_id, mention.span, mention.id))
    kinds = kinds_of(listed, documents)
    taken: dict[Place, list[Mention]] = defaultdict(list)
    named = [mention for mention in listed if mention.id in kinds]
    wholes = wholes_of(named, documents, kinds)
    for mention in named:
        text = documents[mention.doc_id].text
        span = wholes.get(mention.id, mention.span)
        family = FAMILY.search(span.of(text)) is not None
        kind = "person" if mention.id in wholes and not family else kinds[mention.id]
        written = _ARTICLE.sub("", span.of(text))
        lone = is_bare(parse_name(written, kind))
        own = mention.id if mention.id in apart else mention.doc_id if lone else None
        taken[written, kind, family, own].append(mention)
    return [_spelling(place, found, documents) for place, found in taken.items()]


def _spelling(place: Place, mentions: list[Mention], documents: Mapping[str, Document]) -> Spelling:
    written, kind, family, _ = place
    return Spelling(
        id=min(mention.id for mention in mentions),
        name=parse_name(written, kind),
        docs=frozenset(mention.doc_id for mention in mentions),
        mentions=tuple(mention.id for mention in mentions),
        introduced=frozenset(_introduced(mentions, kind, documents)),
        family=family,
    )


def _introduced(mentions: Iterable[Mention], kind: EntityKind, documents: Mapping[str, Document]) -> Iterable[str]:
    """What stands in brackets behind the name: "Collective Security Treaty Organization (CSTO)"."""
    for mention in mentions if kind != "person" else ():
        match = _BRACKETS.match(documents[mention.doc_id].text, mention.span.end)
        if match and sum(sign.isupper() for sign in match[1]) >= 2:
            yield match[1].replace(".", "").lower()
