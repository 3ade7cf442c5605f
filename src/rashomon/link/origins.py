"""Whose words two pages have in common, and why it is thought so; "unknown" where nothing tells."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.link.accounts import Account, Quotation
from rashomon.link.credits import Credit, agency_named, citings_of
from rashomon.model import Document, Mention, Reason, Span
from rashomon.text.moments import chronological
from rashomon.text.normal import folded

UNKNOWN = "unknown"
CLOSE = 400  # code points from shared words within which an agency that is only cited is taken for their source: a paragraph
KEPT = 10_000  # pages of which is remembered what they name as their source
WHOLE = 0.9  # of the shorter page in shared words: it is contained in the other
_NAME = r"(?P<name>[A-Z][\w.&-]*(?: (?:of |the )?[A-Z][\w.&-]*){0,4})"
_SAYS = r"(?:reported|reports|reporting|said|says|wrote|writes|quoted|quotes|cited|cites|revealed|reveals)"
_HOUSE = r"(?:news agency|newspaper|daily|website|television|TV|radio|reporters?|correspondents?)"
_SAYING = re.compile(rf" {_SAYS}\b")
_BEFORE = re.compile(rf"{_NAME},?(?:['’]s?)?(?: {_HOUSE})?$")
_REACH = 80  # code points before "reported" in which a name of five words and "news agency" have room
_CUES = (
    "ccording to", "old ", "iting ", "uoting ", "uoted by", "ited by", "eported by", "nterview with", "irst published",
    "peaking to", "eport in", "eport by",
)  # fmt: skip
_AFTER = re.compile(
    rf"\b(?:[Aa]ccording to|[Tt]old|[Cc]iting|[Qq]uoting|[Qq]uoted by|[Cc]ited by|[Rr]eported by|[Ii]nterview with|"
    rf"[Ff]irst published (?:by|in)|[Ss]peaking to|[Rr]eport in|[Rr]eport by) (?:the )?{_NAME}"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """A document's id, an agency, a speaker, or "unknown"; each reason says what tells it, and on which page."""

    name: str
    reasons: tuple[Reason, ...] = ()


class Origins:
    """What the pages of a case say of each other, of agencies, and of when they were written."""

    def __init__(self, documents: Sequence[Document], mentions: Iterable[Mention] = ()) -> None:
        self.outlets: dict[str, str] = {}  # a name as texts may have it -> the outlet
        for document in documents:
            for name in outlet_names(document.outlet):
                self.outlets.setdefault(name, document.outlet or "")
        self._sources: dict[str, tuple[tuple[str, Span], ...]] = {}
        self._days: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        for mention in mentions:
            if mention.kind == "time" and re.fullmatch(r"\d{4}-\d\d-\d\d", mention.norm or ""):
                self._days[mention.doc_id].append((mention.norm or "", mention.span))

    def of_text(self, left: Account, right: Account, shared: Sequence[Reason]) -> Origin:
        """Who wrote the text that two pages share."""
        whole = tuple(_contained(shared))
        for found in (
            self._own_page(left, right),
            _carried(left, right),
            self._sourced(left, right),
            _one_house(left, right),
            _cited(left, right, shared),
            self._earlier(left, right),
        ):
            if found:
                return Origin(found.name, (*found.reasons, *whole))
        return Origin(UNKNOWN, whole)

    def of_quote(self, left: Account, right: Account, shared: Sequence[Reason]) -> Origin:
        """Who is quoted: the name that either page gives to the longest quotation in common; the reasons name the others too."""
        said: dict[str, Reason] = {}
        for reason in shared:
            for account, span in ((left, reason.left), (right, reason.right)):
                named = _claimed(account.quotations, span)
                if named and named.speaker:
                    said.setdefault(
                        named.speaker, _reason(f"quoted as the words of {named.speaker}", account is left, named.span)
                    )
        return Origin(next(iter(said), UNKNOWN), tuple(said.values()))

    def of_forward(self, left: Account, right: Account, shared: Sequence[Reason]) -> Origin:
        """Whose post is forwarded or quoted: the other page's, if it bears that name, else whom the post names."""
        for reason in shared:
            for account, other, span in ((right, left, reason.right), (left, right, reason.left)):
                post = _claimed(account.forwards, span)
                if post and post.speaker:
                    because = (_reason(f"forwarded from {post.speaker}", account is left, post.span),)
                    return Origin(other.document.id if _bears(other.document, post.speaker) else post.speaker, because)
        return self._earlier(left, right) or Origin(UNKNOWN)

    def said_in(self, document: Document) -> tuple[object, ...]:
        """All that is known of a page beside its own text: the outlets that it names as its source, and the days it tells of."""
        return (*self.sourced_in(document), *self._days.get(document.id, ()))

    def sourced_in(self, document: Document) -> tuple[tuple[str, Span], ...]:
        """The outlets of the case that a page names as its source, and where."""
        if document.id not in self._sources:
            if len(self._sources) > KEPT:
                self._sources.clear()
            self._sources[document.id] = tuple(self._find_sources(document))
        return self._sources[document.id]

    def _find_sources(self, document: Document) -> Iterator[tuple[str, Span]]:
        text = document.text
        for cue in _SAYING.finditer(text):
            reach = max(0, cue.start() - _REACH)
            before = _BEFORE.search(text[reach : cue.start()])
            if before and (outlet := self._named(before["name"], document)):
                yield outlet, Span(reach + before.start(), cue.end())
        for match in _AFTER.finditer(text) if any(cue in text for cue in _CUES) else ():
            if outlet := self._named(match["name"], document):
                yield outlet, Span(*match.span())

    def _named(self, name: str, document: Document) -> str | None:
        """The other outlet that the name, or the end of it, is the name of."""
        parts = name.split()
        known = (self.outlets.get(_plain(" ".join(parts[first:]))) for first in range(len(parts)))
        return next((outlet for outlet in known if outlet and outlet != document.outlet), None)

    def _own_page(self, left: Account, right: Account) -> Origin | None:
        """One of the two is the very agency that the other credits."""
        for page, other in ((left, right), (right, left)):
            own = agency_of(page.document)
            credit = next((credit for credit in other.credits if credit.agency == own), None)
            if own and credit and agency_of(other.document) != own:
                return Origin(page.document.id, (_reason(f"credits {own}, whose page the other is", other is left, credit.span),))
        return None

    def _sourced(self, left: Account, right: Account) -> Origin | None:
        """One page says that it has it from the other's outlet."""
        for page, other in ((left, right), (right, left)):
            for outlet, span in self.sourced_in(other.document):
                if outlet == page.document.outlet:
                    return Origin(page.document.id, (_reason(f"names {outlet} as its source", other is left, span),))
        return None

    def _earlier(self, left: Account, right: Account) -> Origin | None:
        """The page that was there first, by the times given or by a day told in a page that bears no time."""
        one, other = left.document, right.document
        if one.published_at and other.published_at:
            early, late = (chronological(document.published_at) for document in (one, other))
            length = min(len(early), len(late))  # a day alone does not tell from an hour of that day
            if early[:length] == late[:length]:
                return None
            first = one if early < late else other
            return Origin(first.id, (Reason(f"{min(early, late)} is before {max(early, late)}", 0.5),))
        for dated, undated in ((one, other), (other, one)):
            day = (dated.published_at or "")[:10]
            later = [(told, span) for told, span in self._days[undated.id] if day and told > day]
            if later and not undated.published_at:
                told, span = max(later)
                return Origin(dated.id, (_reason(f"tells of {told}, after the other page of {day}", undated is one, span),))
        return None


def outlet_names(outlet: str | None) -> Iterator[str]:
    """What texts call an outlet: its name, and of an address the part that is the outlet's own."""
    if not outlet:
        return
    yield _plain(outlet)
    labels = outlet.casefold().removeprefix("www.").split(".")
    if len(labels) > 1 and " " not in outlet:
        ends = 2 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) <= 2 else 1  # bbc.co.uk, edition.cnn.com
        own = labels[:-ends][-1]
        if len(own) > 1:
            yield own


def agency_of(document: Document) -> str | None:
    """The agency whose own page it is."""
    names = [document.outlet or "", *(name.upper() for name in outlet_names(document.outlet))]
    names += [name.title() for name in outlet_names(document.outlet)]
    return next((agency for name in names if (agency := agency_named(name))), None)


def _one_house(left: Account, right: Account) -> Origin | None:
    """The outlet whose pages both are, by the agency's name where it is one."""
    outlet = left.document.outlet
    if outlet and outlet == right.document.outlet:
        return Origin(agency_of(left.document) or outlet, (Reason(f"both are pages of {outlet}", 0.9),))
    return None


def _carried(left: Account, right: Account) -> Origin | None:
    """The agency that both pages credit, else one that either does."""
    found = [(credit, account is left) for account in (left, right) for credit in account.credits if credit.carried]
    return _most_named(found, "credits", 0.9)


def _cited(left: Account, right: Account, shared: Sequence[Reason]) -> Origin | None:
    """The agency that is cited close to the shared words."""
    near = [
        (credit, account is left)
        for account, places in ((left, [one.left for one in shared]), (right, [one.right for one in shared]))
        for credit in _citings(account)
        if any(place and place.start - CLOSE <= credit.span.start <= place.end + CLOSE for place in places)
    ]
    return _most_named(near, "cites", 0.5)


def _citings(account: Account) -> list[Credit]:
    own = agency_of(account.document)
    return [Credit(agency, span, carried=False) for agency, span in citings_of(account.document) if agency != own]


def _most_named(found: Sequence[tuple[Credit, bool]], verb: str, score: float) -> Origin | None:
    agencies = [credit.agency for credit, _ in found]
    if not agencies:
        return None
    most = max(agencies, key=lambda agency: (agencies.count(agency), -agencies.index(agency)))
    pages: dict[bool, Reason] = {}
    for credit, on_left in found:
        if credit.agency == most:
            pages.setdefault(on_left, _reason(f"{verb} {most}", on_left, credit.span, score))
    return Origin(most, tuple(pages.values()))


def _contained(shared: Sequence[Reason]) -> Iterator[Reason]:
    share = sum(reason.score for reason in shared)
    if share >= WHOLE:
        yield Reason("the shorter page stands in the other", round(min(1.0, share), 4))


def _claimed(passages: Iterable[Quotation], span: Span | None) -> Quotation | None:
    meeting = [passage for passage in passages if span and passage.speaker and passage.span.overlaps(span)]
    return meeting[0] if meeting else None


def _bears(document: Document, name: str) -> bool:
    """Whether the name is the document's outlet, title or author, or that of somebody who posts in it."""
    names = (document.outlet, document.title, document.author, *(block.author for block in document.blocks))
    return folded(name) in {folded(one) for one in names if one}


def _plain(name: str) -> str:
    return folded(name).removeprefix("the ").replace(" ", "")


def _reason(feature: str, on_left: bool, span: Span, score: float = 0.9) -> Reason:
    return Reason(feature, score, span, None) if on_left else Reason(feature, score, None, span)
