"""Names of places found, and the places that they mean, on texts with toponyms marked by hand: the files of LGL and GeoVirus."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree

from rashomon.errors import UsageError
from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.measure.texts import documents_in
from rashomon.model import Mention, Span
from rashomon.text.places import whereabouts_in
from rashomon.text.places.closeness import distance
from rashomon.text.places.toponyms import home_of, meanings_of
from rashomon.text.places.whereabouts import Whereabouts, whereabouts_of

NEAR = 161.0  # km: a hundred miles, the usual measure (Cheng et al. 2010)
WIDE = ("area", "country", "region")  # places whose point on the map is a convention


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place that was marked by hand: the point that it means, if it has one, and the place's own name or id."""

    span: Span
    point: tuple[float, float] | None
    named: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its toponyms in reading order, and where it appeared."""

    text: str
    outlet: str | None
    toponyms: tuple[Toponym, ...]


def score(data: Path) -> dict[str, Any]:
    """Recognition and resolution, each by itself and then both together.

    `recognition_f1`: our own places against the toponyms, matched where they overlap, each once. `accuracy_161km`: with the
    toponyms' spans given, the share of those with a point (`resolvable` of them) for which the place chosen lies within 161 km or
    is the very place that was marked: the same GeoNames id (LGL) or a place of the Wikipedia page's name (GeoVirus), since where
    on the map a country's point stands is a convention. `accuracy_by_distance` goes by the distance alone. `known`: the share
    of these whose name the gazetteer has within 161 km, and `accuracy_known` by distance among them. `found_161km`: the share
    that our own recognition finds *and* puts right. A toponym that nobody chose a place for counts as wrong.
    """
    articles = list(articles_in(data))
    own = _mentions(articles)
    gold = [(article, toponym) for article in articles for toponym in article.toponyms]
    resolvable = [(article, toponym) for article, toponym in gold if toponym.point]
    given = [_given(article) for article in articles]
    pairs = [pair for article, mentions in zip(articles, own, strict=True) for pair in _overlapping(article, mentions)]
    chosen = {
        (id(article), toponym.span): place for article, places in zip(articles, given, strict=True) for toponym, place in places
    }
    near = [_is_near(toponym, chosen[id(article), toponym.span]) for article, toponym in resolvable]
    right = [
        close or _is_same(toponym, chosen[id(article), toponym.span])
        for close, (article, toponym) in zip(near, resolvable, strict=True)
    ]
    known = [_is_known(article, toponym) for article, toponym in resolvable]
    found = sum(map(len, own))
    both = sum(_is_right(toponym, whereabouts_of(mention.norm)) for toponym, mention in pairs if toponym.point)
    return {
        "articles": len(articles),
        "gold": len(gold),
        "found": found,
        "recognition_precision": len(pairs) / max(1, found),
        "recognition_recall": len(pairs) / max(1, len(gold)),
        "recognition_f1": 2 * len(pairs) / max(1, found + len(gold)),
        "resolvable": len(resolvable),
        "accuracy_161km": sum(right) / max(1, len(resolvable)),
        "accuracy_by_distance": sum(near) / max(1, len(resolvable)),
        "known": sum(known) / max(1, len(resolvable)),
        "accuracy_known": sum(map(all, zip(near, known, strict=True))) / max(1, sum(known)),
        "found_161km": both / max(1, len(resolvable)),
    }


def articles_in(data: Path) -> Iterator[Article]:
    """Every article of the file. Raises UsageError where there is none."""
    try:
        root = etree.fromstring(data.read_bytes(), etree.XMLParser(resolve_entities=False, recover=True, huge_tree=True))
        articles = [] if root is None else list(root.iter("article"))
    except (etree.XMLSyntaxError, IsADirectoryError):
        articles = []
    if not articles:
        raise UsageError(f"no <article> in {data}; give a file in the form of LGL or GeoVirus")
    for article in articles:
        text = article.findtext("text") or ""
        marked = (_toponym(element, text) for element in article.iter("toponym", "location"))
        toponyms = {one.span: one for one in marked if one}
        yield Article(text, article.findtext("domain"), tuple(toponyms[span] for span in sorted(toponyms)))


def _toponym(element: etree._Element, text: str) -> Toponym | None:
    name = element.findtext("phrase") or element.findtext("name") or ""
    try:
        start, end = int(element.findtext("start") or ""), int(element.findtext("end") or "")
        lat, lon = element.findtext(".//lat"), element.findtext(".//lon")
        point = (float(lat), float(lon)) if lat and lon else None
    except ValueError:
        return None
    at = next(
        (first for first in (start, start - 1) if name and text[max(0, first) :].startswith(name)), None
    )  # GeoVirus counts from 1
    if at is None or at < 0 or end <= start:
        return None
    tag = element.find("gaztag")
    page = element.findtext("page")
    named = tag.get("geonameid") if tag is not None else unquote(page).rpartition("/")[2].replace("_", " ") if page else None
    return Toponym(Span(at, at + len(name)), point, named)


def _given(article: Article) -> list[tuple[Toponym, Whereabouts | None]]:
    """The places that the toponyms mean, where they are given."""
    spans = [toponym.span for toponym in article.toponyms]
    return list(zip(article.toponyms, whereabouts_in(article.text, spans, home_of(article.outlet)), strict=True))


def _mentions(articles: Sequence[Article]) -> list[list[Mention]]:
    """The places that we find ourselves in each article."""
    rows = [{"id": str(at), "text": article.text, "outlet": article.outlet} for at, article in enumerate(articles)]
    raw = "".join(json.dumps({name: value for name, value in row.items() if value}) + "\n" for row in rows)
    found: dict[int, list[Mention]] = {}
    for document in documents_in("places.jsonl", raw.encode()):
        found[int(document.name)] = [mention for mention in mentions_in(read_closely(document)) if mention.kind == "place"]
    return [found.get(at, []) for at in range(len(articles))]


def _overlapping(article: Article, mentions: Sequence[Mention]) -> Iterator[tuple[Toponym, Mention]]:
    left = list(mentions)
    for toponym in article.toponyms:
        match = next((mention for mention in left if mention.span.overlaps(toponym.span)), None)
        if match is not None:
            left.remove(match)
            yield toponym, match


def _is_right(toponym: Toponym, found: Whereabouts | None) -> bool:
    return _is_near(toponym, found) or _is_same(toponym, found)


def _is_near(toponym: Toponym, found: Whereabouts | None) -> bool:
    if found is None or toponym.point is None:
        return False
    return distance((found.place.lat, found.place.lon), toponym.point) <= NEAR


def _is_same(toponym: Toponym, found: Whereabouts | None) -> bool:
    """Whether it is the wide place that was marked, by its id or, where the mark is a page of Wikipedia, by that page's name."""
    if found is None or toponym.named is None or found.place.kind not in WIDE:
        return False
    if toponym.named.isdigit():
        return int(toponym.named) == found.place.id
    meant = meanings_of(toponym.named)
    return not meant.part and any(named.own and named.place == found.place for named in meant.places)


def _is_known(article: Article, toponym: Toponym) -> bool:
    places = (named.place for named in meanings_of(toponym.span.of(article.text)).places)
    return any(distance((place.lat, place.lon), toponym.point) <= NEAR for place in places if toponym.point)
