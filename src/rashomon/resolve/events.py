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

from rashomon.model import Document, Event, Member, Mention, Reason
from rashomon.model.ids import make_id
from rashomon.resolve.headlines import headline, sentence_at, sentence_span
from rashomon.text.moments import chronological

TOP = 600  # code points from the top of an account that tell what it is about
CHILDREN = 12  # happenings besides the case's own, the most told first
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
        name = sentence_at(documents[first.mention.doc_id].text, first.mention.span)
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
    return _event(None, kind, headline(accounts, by_doc), day, names[place] if place else None)


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
            around = sentence_span(document.text, mention.span)
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
