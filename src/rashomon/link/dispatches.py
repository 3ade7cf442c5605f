"""What two pages have from one agency, or one of them from the other, in other words: the same thing told on the same source.

A page tells an agency's matter in the sentence that names it and the one after; the whole page is the agency's where it
credits it, or where it is the agency's own. Naming one agency for different things is nothing in common.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.link.bags import stems
from rashomon.link.credits import citings_of, credits_of
from rashomon.link.origins import Origins, agency_of
from rashomon.link.surroundings import Page
from rashomon.model import Document, Link, Reason, Span

BY = "one source 1"
RARE = 0.4  # of the documents, at most, have a word that tells what is told from what is not; two documents always may
WORDS = 3  # such words in common
ALIKE = 0.4  # of the shorter sentence's words in common; swept 0.25-0.6 on the dev groups: the same pairs from 0.35 to 0.5
CASE = 200  # documents that show which words are common in a case
MANY = 32  # sentences on one source up to which a word is looked up
LEAD = 6  # sentences at the top of a dispatch tell what it is about
SHOWN = 5
EMPTY = frozenset(stems("agency news press reporter correspondent journalist said reported according told officials state media"))

Place = tuple[int, Span]  # a document's number, and one sentence of it


@dataclass(frozen=True, slots=True)
class _Told:
    number: int
    span: Span
    words: frozenset[str]
    cited: bool  # the page names the source beside it; else the whole page is the source's
    leads: bool  # it stands at the top of a page that credits the source with the whole


def same_agency(documents: Sequence[Document], origins: Origins) -> Iterator[Link]:
    """Links between documents, earliest first, that tell the same on the word of one agency or outlet."""
    matter = _Matter(documents, origins)
    common = _common(documents) if matter.sources else frozenset()
    for source in sorted(matter.sources):
        found: dict[tuple[int, int], list[tuple[int, Span, Span]]] = defaultdict(list)
        for one, other, shared in _met(matter.of(source), common):
            (left, here), (right, there) = sorted([(one.number, one.span), (other.number, other.span)])
            found[left, right].append((shared, here, there))
        for (left, right), places in sorted(found.items()):
            yield _link(documents[left], documents[right], source, places)


class _Matter:
    """Which documents name which source, and which are wholly that source's; only sources that at least two share."""

    def __init__(self, documents: Sequence[Document], origins: Origins) -> None:
        self._documents = documents
        cited: dict[str, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
        whole: dict[str, set[int]] = defaultdict(set)
        self._credited: set[tuple[str, int]] = set()
        for number, document in enumerate(documents):
            own = agency_of(document)
            if own or document.outlet:
                whole[own or document.outlet or ""].add(number)
            for credit in credits_of(document):
                if credit.carried:
                    whole[credit.agency].add(number)
                    self._credited.add((credit.agency, number))
            for source, span in (*citings_of(document), *origins.sourced_in(document)):
                if source not in (own, document.outlet):
                    cited[source][number].append(span)
        credited = {source for source, _ in self._credited}
        self.sources = {source for source in {*cited, *credited} if len(cited[source].keys() | whole[source]) > 1}
        self._cited, self._whole = cited, whole

    def of(self, source: str) -> list[_Told]:
        """Every sentence that tells what the source told."""
        found = []
        for number in sorted(self._cited[source].keys() | self._whole[source]):
            page = Page.of(self._documents[number].text)
            credited = (source, number) in self._credited
            chosen = {at for span in self._cited[source].get(number, ()) for at in _beside(page, span)}
            for at in range(len(page.starts)) if number in self._whole[source] else sorted(chosen):
                words = frozenset(page.bags[at]) - EMPTY - frozenset(stems(source))
                if len(words) >= WORDS:
                    found.append(_Told(number, Span(page.starts[at], page.ends[at]), words, at in chosen, credited and at < LEAD))
        return found


def _beside(page: Page, span: Span) -> tuple[int, ...]:
    """The sentence that names the source, and the next."""
    at = next(place for place, end in enumerate(page.ends) if span.start < end)
    return tuple(range(at, min(at + 2, len(page.starts))))


def _common(documents: Sequence[Document]) -> frozenset[str]:
    """Words that too many of the case's documents have to tell one matter from another."""
    some = documents[:: max(1, len(documents) // CASE)]
    seen = Counter(word for document in some for word in set(stems(document.text)))
    return frozenset(word for word, count in seen.items() if count > max(2, RARE * len(some)))


def _met(told: Sequence[_Told], common: frozenset[str]) -> Iterator[tuple[_Told, _Told, int]]:
    """Two sentences of two pages that tell the same, at least one of which names the source beside it, or both of which stand
    at the top of pages that credit it with the whole.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for word in one.words - common:
            places[word].append(at)
    for at, one in enumerate(told):
        if not (one.cited or one.leads):
            continue
        shared: dict[int, list[str]] = defaultdict(list)
        for word in sorted(one.words - common):
            for other in places[word] if len(places[word]) <= MANY else ():
                shared[other].append(word)
        for other, words in shared.items():
            twin = told[other]
            on_its_word = one.cited or twin.cited or (one.leads and twin.leads)
            met_before = other < at and (twin.cited or twin.leads)
            if on_its_word and not met_before and twin.number != one.number and _is_same(one, twin, words):
                yield one, twin, len(words)


def _is_same(one: _Told, other: _Told, rare: Sequence[str]) -> bool:
    """Enough in common, or one figure and what it counts; a year is no figure."""
    figure = any(word.isdigit() and len(word) > 1 and not (len(word) == 4 and word[:2] in ("19", "20")) for word in rare)
    enough = len(rare) >= WORDS or (figure and len(rare) >= WORDS - 1)
    return enough and len(one.words & other.words) >= ALIKE * min(len(one.words), len(other.words))


def _link(left: Document, right: Document, source: str, places: list[tuple[int, Span, Span]]) -> Link:
    """`origin` is the page of the two that is the source's own, else the source."""
    best = sorted(places, key=lambda place: (-place[0], place[1], place[2]))[:SHOWN]
    own = next((page.id for page in (left, right) if source in (agency_of(page), page.outlet)), source)
    reasons = tuple(
        Reason(f"both on the word of {source}", 0.8, _trimmed(left, here), _trimmed(right, there)) for _, here, there in best
    )
    score = min(1.0, best[0][0] / (2 * WORDS))
    return Link.of(left.id, right.id, "copies", by=BY, score=score, reasons=reasons, subtype="same-agency", origin=own)


def _trimmed(document: Document, span: Span) -> Span:
    words = span.of(document.text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start + 1, span.start + len(words.rstrip())))
