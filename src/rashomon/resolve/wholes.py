"""The whole name where a mention holds part of it: two halves that the parser broke apart, a name with "family" behind it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rashomon.model import Document, EntityKind, Mention, Span
from rashomon.resolve.kinds import FAMILY
from rashomon.resolve.known import country_of, known_as, words_of

_GAP = re.compile(r" |-|-[^\W\d_]+ ")  # between the halves of "Qasym-Zhomart Toqaev": one of them may have lost a word to it


def wholes_of(mentions: Sequence[Mention], documents: Mapping[str, Document], kinds: Mapping[str, EntityKind]) -> dict[str, Span]:
    """Mention id -> the span of the whole name, for those mentions that are only part of one; `mentions` in reading order."""
    found: dict[str, Span] = {}
    by_doc: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_doc[mention.doc_id].append(mention)
        if match := FAMILY.match(documents[mention.doc_id].text, mention.span.end):
            found[mention.id] = Span(mention.span.start, match.end())
    surnames = _surnames(mentions, documents, kinds)
    for doc_id, named in by_doc.items():
        text = documents[doc_id].text
        for first, second in pairwise(named):
            if _is_broken(first, second, text, kinds, surnames):
                found[first.id] = found[second.id] = Span(first.span.start, second.span.end)
    return found


def _is_broken(first: Mention, second: Mention, text: str, kinds: Mapping[str, EntityKind], surnames: frozenset[str]) -> bool:
    """Whether a person's given name and surname stand as two names: nothing but a space or hyphen between, and the first
    neither a surname itself ("Ortega Putin talks") nor a country, a people or a known organisation.
    """
    gap = text[first.span.end : second.span.start] if first.span.end <= second.span.start else ""
    words = first.span.of(text)
    if not _GAP.fullmatch(gap) or kinds[second.id] != "person" or (kinds[first.id] != "person" and "-" not in gap):
        return False
    return words not in surnames and not country_of(words) and not known_as(words)


def _surnames(mentions: Sequence[Mention], documents: Mapping[str, Document], kinds: Mapping[str, EntityKind]) -> frozenset[str]:
    names = (words_of(m.span.of(documents[m.doc_id].text)) for m in mentions if kinds[m.id] == "person")
    return frozenset(words[-1] for words in names if len(words) > 1)
