"""Where it is: the places that the accounts name, with their points on the map."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from rashomon.text.gazetteer import Place, place_of
from rashomon.views.records import Records

WIDE = ("area", "country", "region")  # no point stands for them: a dot in the middle of Russia, or of Texas, would be wrong
SHARE = 0.85  # of all names of places that the map shows: what lies beyond would make the rest one dot
MOST = 40  # places that have a mark


@dataclass(frozen=True, slots=True)
class Named:
    """A place and how often the accounts name it."""

    entity_id: str
    name: str
    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a case, those named most first: on the map, beyond its edge, and too wide for a point."""

    shown: tuple[Named, ...]
    beyond: tuple[Named, ...]
    wide: tuple[Named, ...]


def places(records: Records) -> Places:
    """The places that the accounts name."""
    counts: Counter[str] = Counter()
    for (group,), number in records.shelf.tally("members", "group_id").items():
        counts[group] = number
    found = []
    for key, name, row in records.shelf.cells("entities", "id", "name", "place", kind="place"):
        place = None if row is None else place_of(row)
        if place is not None and counts[key]:
            found.append(Named(key, name, place, counts[key]))
    found.sort(key=lambda named: (-named.count, named.name, named.entity_id))
    points = [named for named in found if named.place.kind not in WIDE]
    points = points or [named for named in found if named.place.kind == "region"]  # better than no map
    shown = _together(points)[:MOST]
    kept = {named.entity_id for named in shown}
    return Places(
        tuple(named for named in points if named.entity_id in kept),
        tuple(named for named in points if named.entity_id not in kept),
        tuple(named for named in found if named not in points),
    )


def _together(points: Sequence[Named]) -> list[Named]:
    """The places around the one in the middle, as near as needed to hold most names."""
    if not points:
        return []
    total = sum(named.count for named in points)
    middle = min(points, key=lambda one: sum(other.count * apart(one.place, other.place) for other in points)).place
    held, chosen = 0, []
    for named in sorted(points, key=lambda one: (apart(one.place, middle), -one.count)):
        if held >= SHARE * total:
            break
        chosen.append(named)
        held += named.count
    return sorted(chosen, key=lambda named: -named.count)


def apart(one: Place, other: Place) -> float:
    """How far two places lie apart, in degrees of latitude: good enough to say which is nearer."""
    across = ((one.lon - other.lon + 180) % 360 - 180) * cos(radians((one.lat + other.lat) / 2))
    return float(((one.lat - other.lat) ** 2 + across**2) ** 0.5)
