"""Happenings across documents: the case's own event, and what else at least two documents tell of.

Plain counting by act, day and place, near the top of each account. It says which happening a mention may belong to, not
that two mentions are surely one.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from rashomon.model import Document, Event, Member, Mention, Reason, Span
from rashomon.model.ids import make_id
from rashomon.text.moments import chronological
from rashomon.text.normal import words

TOP = 600  # code points from the top of an account that tell what it is about
CHILDREN = 12  # happenings besides the case's own, the most told first
LONG = 160  # code points of a sentence that can serve as a name
_END = re.compile(r"[.!?][\"”’')\]]*(?=\s)|\n")
BY = "acts"


@dataclass(frozen=True, slots=True)
class Happening:
    """A mention of an act, with the day and the place that its sentence gives."""

    mention: Mention
    act: str
    when: str | None
    where: str | None  # an entity's id


def events_of(
    documents: Mapping[str, Document], mentions: Iterable[Mention], places: Mapping[str, tuple[str, str]]
) -> Iterator[Event | Member]:
    """The root, which is what the case is about, its happenings, and the members of each.

    `places` gives for each mention of a place the entity's id and name.
    """
    if not documents:
        return
    by_doc: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (mention.doc_id, mention.span, mention.id)):
        by_doc[mention.doc_id].append(mention)
    accounts = sorted(documents.values(), key=lambda document: (chronological(document.published_at), document.name, document.id))
    names = dict(places.values())
    told = [one for document in accounts for one in _happenings(document, by_doc[document.id], places)]
    root = _root(accounts, by_doc, told, places, names)
    yield root
    yield from (_member(root, one, one.mention.span.end <= TOP) for one in told if one.act == root.kind)
    for group in _told_twice(told, root):
        first = group[0]
        name = _sentence(documents[first.mention.doc_id].text, first.mention.span)
        child = _event(root.id, first.act, name, first.when, names.get(first.where or ""))
        yield child
        yield from (_member(child, one, True) for one in group)


def _event(parent: str | None, kind: str, name: str, when: str | None, where: str | None) -> Event:
    return Event(make_id("eve", parent, kind, name, when, where), parent, kind, name, when, where)


def _member(event: Event, one: Happening, near: bool) -> Member:
    reasons = [Reason("same act", 0.5)]
    reasons += [Reason("same day", 0.2)] if one.when and one.when == event.when else []
    reasons += [Reason("told near the top", 0.2)] if near else []
    return Member(event.id, one.mention.id, round(sum(reason.score for reason in reasons), 2), tuple(reasons), BY)


def _root(
    accounts: Sequence[Document],
    by_doc: Mapping[str, list[Mention]],
    told: Sequence[Happening],
    places: Mapping[str, tuple[str, str]],
    names: Mapping[str, str],
) -> Event:
    """What most accounts tell of near their top: each has one vote for a day, that of the act if its sentence gives one."""
    acts: Counter[str] = Counter()
    days: Counter[str] = Counter()
    where: Counter[str] = Counter()
    everywhere = Counter(one.act for one in told)
    tops = {document.id: [m for m in by_doc.get(document.id, ()) if m.span.end <= TOP] for document in accounts}
    for top in tops.values():
        acts.update({mention.norm for mention in top if mention.kind == "happening" and mention.norm})
        where.update({places[mention.id][0] for mention in top if mention.id in places})
    kind = min(acts or everywhere, key=lambda act: (-acts[act], -everywhere[act], act), default="event")
    own = {one.mention.doc_id: one.when for one in reversed(told) if one.act == kind and one.when}
    for doc_id, top in tops.items():
        days.update([day for day in (own.get(doc_id) or next(filter(None, map(_day, top)), None),) if day])
    day = min(days, key=lambda day: (-days[day], _from_news(day, accounts), day), default=None)
    highest = {places[m.id][0]: m.span.start for m in sorted(chain(*tops.values()), key=_downwards) if m.id in places}
    place = min(where, key=lambda key: (-where[key], highest[key], key), default=None)
    return _event(None, kind, _headline(accounts), day, names[place] if place else None)


def _from_news(day: str, accounts: Sequence[Document]) -> int:
    """How many days the first account came out after that day, or before it; 0 where nobody says when it came out."""
    published = min((document.published_at[:10] for document in accounts if document.published_at), default=day)
    try:
        return abs((date.fromisoformat(published) - date.fromisoformat(f"{day}-15"[:10])).days)
    except ValueError:
        return 0


def _downwards(mention: Mention) -> int:
    return -mention.span.start


def _happenings(document: Document, mentions: Sequence[Mention], places: Mapping[str, tuple[str, str]]) -> Iterator[Happening]:
    starts = [mention.span.start for mention in mentions]
    for mention in mentions:
        if mention.kind == "happening" and mention.norm:
            around = _sentence_span(document.text, mention.span)
            within = mentions[bisect_left(starts, around.start) : bisect_left(starts, around.end)]
            near = [other for other in within if other.span.end <= around.end]
            near.sort(key=lambda other: (abs(other.span.start - mention.span.start), other.span))
            when = next(filter(None, map(_day, near)), None)
            where = next((places[other.id][0] for other in near if other.id in places), None)
            yield Happening(mention, mention.norm, when, where)


def _told_twice(told: Iterable[Happening], root: Event) -> list[list[Happening]]:
    """Happenings of one act, day and place that two documents tell, the root itself left out."""
    groups: dict[tuple[str, str | None, str | None], list[Happening]] = defaultdict(list)
    for one in told:
        is_root = one.act == root.kind and one.when == root.when
        if one.when and not is_root:  # an act and a place alone may be any of many
            groups[one.act, one.when, one.where].append(one)
    spread = {key: len({one.mention.doc_id for one in group}) for key, group in groups.items()}
    kept = sorted((key for key in groups if spread[key] > 1), key=lambda key: (-spread[key], -len(groups[key]), str(key)))
    return [groups[key] for key in kept[:CHILDREN]]


def _day(mention: Mention) -> str | None:
    """The day, or at least month, that a mention of a time gives."""
    known = mention.kind == "time" and mention.norm and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?(?:T.*)?", mention.norm)
    return mention.norm[:10] if known and mention.norm else None


def _headline(accounts: Sequence[Document]) -> str:
    """The headline that has most words in common with the others; where no page has one, the first sentence that has."""
    heads = [title for document in accounts if (title := _title(document))] or [_opening(document) for document in accounts]
    bags = [frozenset(words(head)) for head in heads]
    spread = Counter(word for bag in bags for word in bag)
    central = [sum(spread[word] - 1 for word in bag) / max(1, len(bag)) for bag in bags]
    return heads[min(range(len(heads)), key=lambda at: (-central[at], at))]


def _title(document: Document) -> str | None:
    """The title, if it stands in the text."""
    if document.title and document.title in document.text:
        return document.title
    return next((block.span.of(document.text).strip() for block in document.blocks if block.kind == "title"), None)


def _opening(document: Document) -> str:
    """The first sentence; of a page that says nothing, its name."""
    for kinds in (("para", "post"), ("quote", "caption")):
        if first := next((block.span for block in document.blocks if block.kind in kinds), None):
            return _sentence(document.text, Span(first.start, first.start + 1))
    return document.title or document.name


def _sentence(text: str, span: Span) -> str:
    """The exact words of the sentence, cut after a word where it is long."""
    sentence = _sentence_span(text, span).of(text).strip()
    return sentence if len(sentence) <= LONG else sentence[:LONG].rpartition(" ")[0]


def _sentence_span(text: str, span: Span) -> Span:
    starts = [match.end() for match in _END.finditer(text, max(0, span.start - 1000), span.start)]
    end = _END.search(text, span.end)
    return Span(starts[-1] if starts else max(0, span.start - 1000), end.start() + 1 if end else len(text))
