"""Happenings across documents: the case's own event, and what else at least two documents tell of.

The case's event is found by counting, near the top of each account; which tellings are of one happening by
`resolve/happenings.py`. What is told as possible, denied or of earlier stays visible as such in the members' reasons.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from rashomon.model import Document, Event, Member, Mention, Reason, Span
from rashomon.model.ids import make_id
from rashomon.resolve.days import exact_days_apart
from rashomon.resolve.happenings import grouped
from rashomon.resolve.headlines import headline, sentence_at, sentences_in
from rashomon.resolve.tellings import Act, Telling, tellings_of
from rashomon.text.moments import chronological

TOP = 600  # code points from the top of an account that tell what it is about
CHILDREN = 60  # happenings besides the case's own, the most told first
FEW = 4  # words beside which a sentence is so short that what it shares says little
YEAR = 4  # letters of a date that is only a year
ROOTED = 0.5  # of a group's tellings that are of the case's own act and day, for the group to be of the case's event
SURE = 0.5  # as sure as that two groups are of one happening: ECB+ marks few acts of a page, a case holds all of them
ASIDE = -0.2  # what it takes from a member that it is not told as plainly happened
BY = "happenings"
Places = Mapping[str, tuple[str, str]]


def events_of(documents: Mapping[str, Document], mentions: Iterable[Mention], places: Places) -> Iterator[Event | Member]:
    """The root, which is what the case is about, its happenings, and the members of each.

    `places` gives for each mention of a place the entity's id and name.
    """
    if not documents:
        return
    by_doc: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (mention.doc_id, mention.span.start, mention.span.end, mention.id)):
        by_doc[mention.doc_id].append(mention)
    accounts = sorted(documents.values(), key=lambda document: (chronological(document.published_at), document.name, document.id))
    names = dict(places.values())
    told = [one for document in accounts for one in _told(document, by_doc[document.id], places)]
    root = _root(accounts, by_doc, told, places, names)
    yield root
    found = grouped(told, {document.id: document.text for document in accounts}, SURE)
    order = {telling.act.id: at for at, telling in enumerate(told)}
    happenings = [sorted((told[order[item]] for item in group), key=lambda one: order[one.act.id]) for group in found.groups]
    of_root, others = _parted(happenings, root)
    yield from (_of_root(root, one) for one in of_root)
    children: dict[Event, list[Telling]] = defaultdict(list)
    for group in _told_twice(others):
        children[_child(root, group, documents, names)] += group  # two groups of one act, day, place and sentence are one
    why = found.why(one.act.id for held in children.values() for one in held)
    for child, held in children.items():
        yield child
        for one in held:
            score, reasons = why[one.act.id]
            yield Member(child.id, one.act.id, round(score, 2), (*reasons, *_aside(one)), BY)


def _event(parent: str | None, kind: str, name: str, when: str | None, where: str | None) -> Event:
    return Event(make_id("eve", parent, kind, name, when, where), parent, kind, name, when, where)


def _told(document: Document, mentions: Sequence[Mention], places: Places) -> Iterator[Telling]:
    """The document's happenings with the nearest day and place that their sentences give."""
    sentences = sentences_in(document.text)
    opens = [sentence.start for sentence in sentences]
    dated: dict[int, list[tuple[int, str]]] = defaultdict(list)
    placed: dict[int, list[tuple[int, str]]] = defaultdict(list)
    happenings: list[tuple[int, Mention]] = []
    for mention in mentions:
        sentence = bisect_left(opens, mention.span.start + 1) - 1
        if day := _date(mention):
            dated[sentence].append((mention.span.start, day))
        if mention.id in places:
            placed[sentence].append((mention.span.start, places[mention.id][0]))
        if mention.kind == "happening" and mention.norm and sentences:
            happenings.append((sentence, mention))
    acts = []
    for sentence, mention in happenings:
        days, where = (_nearest(told.get(sentence, ()), mention.span) for told in (dated, placed))
        acts.append(Act(mention.id, document.id, mention.span, days, where, mention.norm))
    yield from tellings_of(document.text, sentences, acts)


def _nearest(told: Sequence[tuple[int, str]], act: Span) -> frozenset[str]:
    """What is told nearest to the act, of that the first; nothing where nothing is. `told` is in the order of the text."""
    return frozenset([min(told, key=lambda one: abs(one[0] - act.start))[1]]) if told else frozenset()


def _root(
    accounts: Sequence[Document],
    by_doc: Mapping[str, list[Mention]],
    told: Sequence[Telling],
    places: Places,
    names: Mapping[str, str],
) -> Event:
    """What most accounts tell of near their top: each has one vote for a day, that of the act if its sentence gives one."""
    acts: Counter[str] = Counter()
    days: Counter[str] = Counter()
    where: Counter[str] = Counter()
    everywhere = Counter(one.kind for one in told if one.kind)
    tops = {document.id: [m for m in by_doc.get(document.id, ()) if m.span.end <= TOP] for document in accounts}
    for top in tops.values():
        acts.update({mention.norm for mention in top if mention.kind == "happening" and mention.norm})
        where.update({places[mention.id][0] for mention in top if mention.id in places})
    kind = min(acts or everywhere, key=lambda act: (-acts[act], -everywhere[act], act), default="event")
    own = {one.act.doc: day for one in reversed(told) if one.kind == kind for day in one.act.days if len(day) > YEAR}
    for doc_id, top in tops.items():
        days.update([day for day in (own.get(doc_id) or next(filter(None, map(_day, top)), None),) if day])
    news = min((document.published_at[:10] for document in accounts if document.published_at), default=None)
    day = min(days, key=lambda day: (-days[day], _from_news(day, news), day), default=None)
    highest = {places[m.id][0]: m.span.start for m in sorted(chain(*tops.values()), key=_downwards) if m.id in places}
    place = min(where, key=lambda key: (-where[key], highest[key], key), default=None)
    return _event(None, kind, headline(accounts, by_doc), day, names[place] if place else None)


def _from_news(day: str, news: str | None) -> int:
    """How many days the first account came out after that day, or before it; 0 where nobody says when it came out."""
    try:
        return abs((date.fromisoformat(news or day) - date.fromisoformat(f"{day}-15"[:10])).days)
    except ValueError:
        return 0


def _downwards(mention: Mention) -> int:
    return -mention.span.start


def _parted(groups: Sequence[list[Telling]], root: Event) -> tuple[list[Telling], list[list[Telling]]]:
    """The tellings of the case's own event, without those of another day; and the other groups.

    Where all that tell of its act have another day, those of the group that most documents tell are it nevertheless.
    """
    own = [group for group in groups if _is_root(group, root)]
    if not own:
        alike = [group for group in groups if 2 * sum(one.kind == root.kind for one in group) >= len(group)]
        own = sorted(alike, key=lambda group: (-len({one.act.doc for one in group}), -len(group), group[0].act.id))[:1]
    held = {group[0].act.id for group in own}
    tellings = [one for group in own for one in group]
    same_day = [one for one in tellings if not _is_other_day(one, root)]
    return same_day or tellings, [group for group in groups if group[0].act.id not in held]


def _is_root(group: Sequence[Telling], root: Event) -> bool:
    """Whether most of the group is of the case's own act, and of its day where a day is told."""
    own = [one for one in group if one.kind == root.kind]
    dated = [one for one in own if one.act.days]
    others = sum(_is_other_day(one, root) for one in dated)
    return len(own) >= ROOTED * len(group) and others <= ROOTED * len(dated)


def _is_other_day(one: Telling, root: Event) -> bool:
    return root.when is not None and exact_days_apart(one.act.days, frozenset({root.when}))


def _of_root(root: Event, one: Telling) -> Member:
    reasons = [Reason("same act", 0.5)] if one.kind == root.kind else [Reason("told with the same act", 0.3)]
    reasons += [Reason("same day", 0.2)] if root.when in one.act.days else []
    reasons += [Reason("told near the top", 0.2)] if one.act.span.end <= TOP else []
    reasons += _aside(one)
    return Member(root.id, one.act.id, round(sum(reason.score for reason in reasons), 2), tuple(reasons), BY)


def _told_twice(groups: Iterable[list[Telling]]) -> list[list[Telling]]:
    """The happenings that two documents tell of, the most told first."""
    spread = [(len({one.act.doc for one in group}), group) for group in groups]
    kept = sorted((one for one in spread if one[0] > 1), key=lambda one: (-one[0], -len(one[1]), one[1][0].act.id))
    return [group for _, group in kept[:CHILDREN]]


def _child(root: Event, group: Sequence[Telling], documents: Mapping[str, Document], names: Mapping[str, str]) -> Event:
    """A happening with the act, day and place that most tell, named by the most central sentence that tells that day."""
    kind = _most(one.kind for one in group) or root.kind
    day = _borne_out(group, lambda one: one.act.days)
    place = _borne_out(group, lambda one: one.act.places)
    sure = [one for one in group if one.standing == "plain"] or group
    central = _central([one for one in sure if day is None or day in one.act.days] or sure)
    name = sentence_at(documents[central.act.doc].text, central.act.span)
    return _event(root.id, kind, name, day, names.get(place or ""))


def _central(group: Sequence[Telling]) -> Telling:
    """The telling whose sentence has most in common with the others' for its length, the first of equals."""
    spread = Counter(word for one in group for word in one.words)
    return max(group, key=lambda one: sum(spread[word] - 1 for word in one.words) / (len(one.words) + FEW))


def _borne_out(group: Sequence[Telling], told: Callable[[Telling], Iterable[str]]) -> str | None:
    """The day, or place, that most tell, if two documents do, or half of all the tellings."""
    values = Counter(value for one in group for value in sorted(told(one)))
    docs = {value: len({one.act.doc for one in group if value in told(one)}) for value in values}
    return next((value for value, count in values.most_common() if docs[value] > 1 or 2 * count >= len(group)), None)


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent, the first of equals."""
    return next((value for value, _ in Counter(value for value in values if value).most_common(1)), None)


def _aside(one: Telling) -> list[Reason]:
    """That the act is not told as one that plainly happened then."""
    return [] if one.standing == "plain" else [Reason(f"told as {one.standing}", ASIDE)]


def _date(mention: Mention) -> str | None:
    """The day, month or year that a mention of a time gives."""
    year = mention.kind == "time" and mention.norm and re.fullmatch(r"\d{4}", mention.norm)
    return mention.norm if year else _day(mention)


def _day(mention: Mention) -> str | None:
    """The day, or at least month, that a mention of a time gives."""
    known = mention.kind == "time" and mention.norm and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?(?:T.*)?", mention.norm)
    return mention.norm[:10] if known and mention.norm else None
