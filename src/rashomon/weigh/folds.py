"""Why two voices that hold one position may be one: each ground gives the pairs that it ties, and where that shows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Document, Fact, Link, Reason, Span, Voice
from rashomon.weigh.people import BY as BY_PEOPLE

PAGE = ("author", "outlet", "poster")  # voices that are the page's own
WHOLE_TEXT = ("same-text", "forwarded")  # copies after which what the page says elsewhere may be of the same origin too


@dataclass(frozen=True, slots=True)
class Holding:
    """One fact by which a voice holds a position. `who` is the same for one voice in several documents; `through` are those
    who tell what it says, the nearest first: an agency that quotes it, whom the page quotes.
    """

    who: str
    voice: Voice
    fact: Fact
    document: Document
    at: str | None
    through: tuple[str, ...]

    @property
    def is_page(self) -> bool:
        """Whether the page, its author or one of its posters speaks, not somebody whom it quotes."""
        return self.voice.kind in PAGE


Copies = dict[str, list[Link]]  # by the documents at either end
Fold = tuple[Holding, Holding, Reason]
Linked = tuple[Holding, Holding, Link]  # a voice in the link's left document, one in its right, and the link


def same_person(held: Sequence[Holding]) -> Iterator[Fold]:
    """One full name in two documents, where nobody resolved it."""
    for one, other, name in _namesakes(held):
        if one.voice.kind == "named" and " " in name:
            yield one, other, _reason("same voice", one, other, 1.0, one.voice.span, other.voice.span)


def same_name(held: Sequence[Holding]) -> Iterator[Fold]:
    """One short or general name ("activists") in two documents: probably, not certainly, the same."""
    for one, other, _ in _namesakes(held):
        yield one, other, _reason("same name", one, other, 0.5, one.voice.span, other.voice.span)


def _namesakes(held: Sequence[Holding]) -> Iterator[tuple[Holding, Holding, str]]:
    first: dict[str, Holding] = {}
    for one in held:
        if not one.is_page:
            name = " ".join(one.voice.name.casefold().split())
            earlier = first.setdefault(name, one)
            if earlier.who != one.who:
                yield earlier, one, name


def copied_words(linked: Sequence[Linked]) -> Iterator[Fold]:
    """Both mentions stand in one run that the two documents share, or in what both give on the word of one source."""
    for left, right, link in linked:
        for reason in link.reasons:
            if _mostly_in(left.fact.span, reason.left) and _mostly_in(right.fact.span, reason.right):
                told = f"both from {link.origin}" if link.subtype == "same-agency" and _is_name(link) else "same words"
                yield left, right, _reason(told, left, right, 1.0, reason.left, reason.right)
                break


def copied_beside(held: Sequence[Holding], copies: Copies) -> Iterator[Fold]:
    """Both mentions stand in what their documents copied from one place of a third, which does not hold the position itself.

    Where very many carry a passage, each is linked to the first of them only (link/passages.py).
    """
    holding = {one.document.id for one in held}
    first: dict[str, list[tuple[Span, Holding]]] = defaultdict(list)  # the third document -> places of it, and who copied them
    for one in held:
        for link in copies.get(one.document.id, ()):
            is_left = link.left == one.document.id
            third = link.right if is_left else link.left
            if third in holding:
                continue
            for reason in link.reasons:
                here, there = (reason.left, reason.right) if is_left else (reason.right, reason.left)
                if here and there and _mostly_in(one.fact.span, here):
                    place = one.fact.span.moved(max(-one.fact.span.start, there.start - here.start))
                    earlier = next((other for span, other in first[third] if _mostly_in(place, span)), None)
                    if earlier is None:
                        first[third].append((place, one))
                    elif earlier.who != one.who:
                        yield earlier, one, _reason("same words as a third account", earlier, one, 1.0, earlier.fact.span, here)
                    break


def as_people_say(linked: Sequence[Linked]) -> Iterator[Fold]:
    """A person says that the two pages have their words from one source."""
    for left, right, link in linked:
        if link.by == BY_PEOPLE and (left.is_page or right.is_page):
            yield left, right, _reason("one source, a person says", left, right, 1.0, left.fact.span, right.fact.span)


def copied_pages(linked: Sequence[Linked]) -> Iterator[Fold]:
    """The two documents carry one text elsewhere: what the one says itself it may have from the other.

    Two people stay two, though one page may have copied what they said from the other; and pages that share a quotation, or
    one thing from one agency, are not by that alone of one mind on other things.
    """
    for left, right, link in linked:
        if link.subtype in WHOLE_TEXT and (left.is_page or right.is_page):
            name = (link.subtype or "copy").replace("-", " ")
            spans = next(((reason.left, reason.right) for reason in link.reasons if reason.left and reason.right), (None, None))
            yield left, right, _reason(name, left, right, link.score, *spans)


def linked(held: Sequence[Holding], copies: Copies) -> Iterator[Linked]:
    """Every two voices whose documents are linked as copies."""
    by_document: dict[str, list[Holding]] = defaultdict(list)
    for one in held:
        by_document[one.document.id].append(one)
    for document in by_document:
        for link in copies.get(document, ()):
            if link.left == document and link.right in by_document:
                yield from ((left, right, link) for left in by_document[document] for right in by_document[link.right])


def through(held: Sequence[Holding]) -> Iterator[Fold]:
    """One tells elsewhere, as its own knowledge, what it has from the other: "AFP says" beside "the mayor told AFP"."""
    tellers = {one.who: one for one in held if not one.is_page}
    for one in held:
        for teller in one.through:
            if teller in tellers and teller != one.who:
                other = tellers[teller]
                yield other, one, _reason("told through", other, one, 0.5, other.voice.span, one.voice.span)


def beside_source(held: Sequence[Holding]) -> Iterator[Fold]:
    """A page says itself what a source says on it: probably on that source's word."""
    for page in held:
        if page.is_page:
            for source in held:
                if not source.is_page and source.document.id == page.document.id:
                    yield page, source, _reason("own words beside a source", page, source, 0.5, page.fact.span, source.fact.span)


def _is_name(link: Link) -> bool:
    """Whether the origin is a name, not one of the two documents."""
    return link.origin not in (None, "unknown", link.left, link.right)


def _mostly_in(span: Span, run: Span | None) -> bool:
    return run is not None and 2 * (min(span.end, run.end) - max(span.start, run.start)) > len(span)


def _reason(feature: str, one: Holding, other: Holding, score: float, left: Span | None, right: Span | None) -> Reason:
    return Reason(f"{feature}: {_named(one)} ~ {_named(other)}", score, left, right)


def _named(one: Holding) -> str:
    """The voice as a reader knows it; a page's own voice without a name goes by the document's."""
    name = one.voice.name or one.document.outlet or one.document.name
    return name if one.is_page else f"{name} ({one.document.outlet or one.document.name})"
