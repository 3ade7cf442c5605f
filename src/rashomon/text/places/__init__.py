"""Which place each name in a text means: one sense for a name throughout, chosen by size and by the other places in the text.

A name's places are weighed by how well known they are (people, kind, whether it is their chief name) and by how near the places
lie that the other names of the text may mean, each as far as it is likely itself, in three rounds. What stands beside the name
goes before all: "Paris, Texas", "the city of Homs", "Homs province".

The weights were set by hand and looked at on LGL and GeoVirus together: half or double of any but
SIZE and PULL moves neither by a point.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rashomon.model import Span
from rashomon.text.gazetteer import Named, Place, PlaceKind, countries, place_at
from rashomon.text.gazetteer.keys import key
from rashomon.text.places.besides import AT, Beside, beside, kinds_beside, part_of, wholes_behind
from rashomon.text.places.closeness import Numbers, closeness
from rashomon.text.places.toponyms import DIVISIONS, meanings_of
from rashomon.text.places.whereabouts import Whereabouts

SIZE = 1.5  # how much ten times the people weigh: at 1 a page of American places makes London one in California
KNOWN: dict[PlaceKind, float] = {
    "area": 2.0, "country": 4.0, "region": 1.0, "district": -1.0, "capital": 2.0, "city": 0.0, "neighbourhood": -1.0,
}  # fmt: skip
FEWEST = 100  # people: villages that nobody counted have at least so many
OTHER = -1.5  # for a name that is not the place's chief one
FOREIGN: dict[PlaceKind, float] = {"country": -6.0, "region": -3.0}  # the same for these: Columbia is Colombia elsewhere only
SEAT = 1.0  # for a large city that is called like its region, but not chiefly: New York
LARGE = 50_000
TENTH = 0.1  # of a region's people: its name alone means the city that it is called after, if so many live there
BESIDE = 4.0  # for the kind that the word beside the name says
WITHIN = 6.0  # for lying in the place that stands behind the name
ALSO = 0.5  # how much of that by another name: "Iraq, Iran" is no Arak in Iran
PULL = 4.0  # of the other places in the text: at 2 LGL loses five points, at 6 GeoVirus one
ROUNDS = 3
SETTLED = ("capital", "city", "neighbourhood")
MOST = 40  # places looked at for one name, the likeliest first
ROOM = 1000  # places of all names together, since each is weighed against each: 0.1 s
FEWEST_PLACES = 5
SMALL = 30_000  # people: a smaller place must be near another of the text, if there are a few: "the Main bridge" is in no
NEARBY = 0.1  # village of Jordan
FEW = 3
NAMES = 80  # names of a text that are weighed together: the rest are weighed against these


@dataclass(slots=True)
class _Name:
    """One name in one sense: where it stands, what it may mean, and what speaks for each meaning by itself."""

    spelling: str
    spans: list[Span]
    places: tuple[Named, ...]
    part: bool
    prior: Numbers


def whereabouts_in(text: str, spans: Sequence[Span], home: str | None = None) -> list[Whereabouts | None]:
    """For each name of a place in the text where it says to be, None for one that the gazetteer does not know.

    `home` is the code of the country that the page is from, if it is known. A name that nobody knows, but that is said to be
    a part of a place, is there: "the Karm al-Loz neighbourhood of Homs" is in Homs.
    """
    names = _names(text, spans)
    chosen = zip(names, _chosen(names, home), strict=True)
    found = {span: _stated(text, span, place, name) for name, place in chosen if place for span in name.spans}
    starting = {span.start: span for span in found}
    for span in set(spans) - found.keys():
        if whole := starting.get(part_of(text, span) or -1):
            found[span] = Whereabouts(found[whole].place, "part")
    return [found.get(span) for span in spans]


def _stated(text: str, span: Span, place: Place, name: _Name) -> Whereabouts:
    """The place as the words beside the name put it."""
    said = beside(text, span)
    if said == Beside("near") and place.kind in ("area", "country"):  # "inside and outside Kazakhstan" is nowhere near it
        said = AT
    return Whereabouts(place, "part" if name.part and said.how == "at" else said.how, said.km, said.bearing)


def _names(text: str, spans: Sequence[Span]) -> list[_Name]:
    """The names that the gazetteer knows, each with the weight of its meanings before the text is looked at as a whole.

    A spelling is one name throughout, save where the text tells two apart: "Idlib province" and "Idlib"; "Paris, Texas" and
    "Paris, Maine".
    """
    written: dict[tuple[str, tuple[bool, bool]], list[Span]] = {}
    for span in dict.fromkeys(spans):
        written.setdefault((_spelling(span.of(text)), kinds_beside(text, span)), []).append(span)
    found = []
    for (spelling, (division, settlement)), same in written.items():
        meant = meanings_of(same[0].of(text))
        if not meant.places:
            meant = meanings_of(same[0].of(text).partition(",")[0].strip())
        if meant.places:
            kinds = (DIVISIONS if division else ()) + (SETTLED if settlement else ())
            meant_alone = meant.places if division else _without_seated(meant.places)
            seats = {named.place.row for named in meant_alone if named.place.kind == "region"}
            fame = np.array([_fame(named, seats) + BESIDE * (named.place.kind in kinds) for named in meant_alone])
            for ones, whole in _by_whole(text, same, meant_alone):
                prior = fame + WITHIN * whole
                order = np.argsort(-prior, kind="stable")[:MOST]
                places = tuple(meant_alone[at] for at in order)
                found.append(_Name(spelling, ones, places, meant.part, prior[order]))
    return found


def _spelling(written: str) -> str:
    """What two mentions of one name share; "US" is not "us"."""
    return written if written.isupper() and len(written) <= 4 else key(written)


def _without_seated(places: Sequence[Named]) -> list[Named]:
    """The places without the regions that are called after a great part of them: "Idlib" alone is the city."""
    seated = set()
    for named in places:
        place = named.place
        region = place_at(place.region) if named.own and place.kind in SETTLED and place.region is not None else None
        if region and place.population >= LARGE and place.population >= TENTH * region.population:
            seated.add(region.row)
    return [named for named in places if named.place.row not in seated]


def _fame(named: Named, seats: set[int]) -> float:
    """How likely a place is meant where nothing else is known, as a power of ten."""
    place = named.place
    seat = place.region in seats and place.kind in ("city", "capital") and place.population >= LARGE
    return (
        SIZE * float(np.log10(place.population + FEWEST))
        + KNOWN[place.kind]
        + (SEAT if seat else 0 if named.own else FOREIGN.get(place.kind, OTHER))
    )


def _by_whole(text: str, spans: Sequence[Span], places: Sequence[Named]) -> list[tuple[list[Span], Numbers]]:
    """The mentions by where they are said to lie, with 1 for each place that lies there; those without go with the first."""
    found: dict[bytes, tuple[list[Span], Numbers]] = {}
    plain: list[Span] = []
    for span in spans:
        wholes = {whole.row for whole in wholes_behind(text, span)}
        inside = np.array([0 if wholes.isdisjoint(_around(named.place)) else 1 if named.own else ALSO for named in places])
        if inside.any():
            found.setdefault(inside.tobytes(), ([], inside))[0].append(span)
        else:
            plain.append(span)
    if not found:
        return [(plain, np.zeros(len(places)))]
    most = max(found.values(), key=lambda pair: len(pair[0]))
    most[0].extend(plain)
    return list(found.values())


def _around(place: Place) -> set[int]:
    """Rows of what a place lies in."""
    country = countries().get(place.country)
    rows = {place.region, place.district, country.row if country else None}
    return {row for row in rows if row is not None} - {place.row}


def _chosen(names: Sequence[_Name], home: str | None) -> list[Place | None]:
    """The best meaning of each name, None where even that is too far-fetched."""
    if not names:
        return []
    ranked = sorted(range(len(names)), key=lambda at: (-len(names[at].spans), at))
    best = dict(zip(ranked, _weighed([names[at] for at in ranked[:NAMES]], countries().get(home or "")), strict=False))
    known = [place for place in best.values() if place]
    for at in ranked[NAMES:]:
        near = closeness([named.place for named in names[at].places], known).sum(axis=1)
        best[at] = _best(names[at], names[at].prior + PULL * np.log1p(near), near, others=len(known))
    return [best[at] for at in range(len(names))]


def _weighed(names: Sequence[_Name], home: Place | None) -> list[Place | None]:
    """The best meaning of each of a few names, all weighed against all; of each name only as many as there is room for."""
    most = max(FEWEST_PLACES, ROOM // len(names))
    names = [replace(name, places=name.places[:most], prior=name.prior[:most]) for name in names]
    places = [named.place for name in names for named in name.places]
    of = np.repeat(np.arange(len(names)), [len(name.places) for name in names])
    starts = np.flatnonzero(np.r_[True, of[1:] != of[:-1]])
    prior = np.concatenate([name.prior for name in names])
    pull = closeness(places, places)
    spelt = np.unique([name.spelling for name in names], return_inverse=True)[1]
    pull[spelt[of][:, None] == spelt[of][None, :]] = 0.0  # a name says nothing for itself
    at_home = closeness(places, [home])[:, 0] if home else np.zeros(len(places))
    score, near = prior, at_home
    for _ in range(ROUNDS):
        likely = _shares(score, of, starts)
        support = np.add.reduceat(pull * likely[None, :], starts, axis=1)  # of each other name, as far as its places are likely
        near = support.sum(axis=1) + at_home
        score = prior + PULL * np.log1p(near)
    ends = [*starts[1:], len(places)]
    others = len(set(spelt)) - 1
    return [_best(name, score[start:end], near[start:end], others) for name, start, end in zip(names, starts, ends, strict=True)]


def _best(name: _Name, score: Numbers, near: Numbers, others: int) -> Place | None:
    """The place with the highest score; none where it is small and far from all else."""
    at = int(np.argmax(score))
    named = name.places[at]
    far_fetched = named.place.population < SMALL and named.place.kind not in ("area", "country", "region")
    return None if far_fetched and others >= FEW and near[at] < NEARBY else named.place


def _shares(score: Numbers, of: npt.NDArray[np.int64], starts: npt.NDArray[np.int64]) -> Numbers:
    """How likely each place is among those of its name: softmax."""
    weights = np.exp(score - np.maximum.reduceat(score, starts)[of])
    shares: Numbers = weights / np.add.reduceat(weights, starts)[of]
    return shares
