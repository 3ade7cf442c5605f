"""What places there are: countries, regions, districts, cities and their parts, by name and by GeoNames id.

Made by resources/gazetteer.py out of GeoNames (CC BY 4.0): 276,000 places under 873,000 names. Both tables stay text in memory,
and only the lines that are asked for are taken apart: they are there in a third of a second and take 65 MB.
"""

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from rashomon.text.gazetteer.keys import key

DIGITS = 9  # of an id, at most
PlaceKind = Literal["area", "country", "region", "district", "capital", "city", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of GeoNames. `region` and `district` are the rows of the places that it lies in; `country` is an ISO code."""

    row: int
    id: int
    name: str
    kind: PlaceKind
    country: str
    lat: float
    lon: float
    population: int
    region: int | None
    district: int | None


@dataclass(frozen=True, slots=True)
class Named:
    """A place that bears a name; `own` if it is chiefly known by it, not only an other name of the place."""

    place: Place
    own: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """Lines of text, each found by its number."""

    text: bytes
    ends: npt.NDArray[np.int32]

    def line(self, at: int) -> str:
        return self.text[self.ends[at - 1] + 1 if at else 0 : self.ends[at]].decode()

    def word(self, at: int) -> bytes:
        """What stands before the first tab."""
        start = self.ends[at - 1] + 1 if at else 0
        return self.text[start : self.text.index(b"\t", start)]


@lru_cache(maxsize=1 << 14)
def places_named(name: str) -> tuple[Named, ...]:
    """The places of this name, the greatest divisions first and the most peopled first among their like."""
    wanted, table = key(name), _table("names")
    at = bisect_left(range(len(table.ends)), wanted.encode(), key=table.word)
    if not wanted or at == len(table.ends) or table.word(at) != wanted.encode():
        return ()
    rows = map(int, table.line(at).rpartition("\t")[2].split(","))
    return tuple(Named(place_at(max(row, ~row)), row >= 0) for row in rows)


@lru_cache(maxsize=1 << 16)
def place_at(row: int) -> Place:
    """The place in a row of the table."""
    number, name, kind, country, lat, lon, population, region, district = _table("places").line(row).split("\t")
    assert kind in get_args(PlaceKind)  # noqa: S101
    return Place(
        row,
        int(number),
        name,
        kind,  # type: ignore[arg-type]
        country,
        float(lat),
        float(lon),
        int(population),
        int(region) if region else None,
        int(district) if district else None,
    )


def place_of(number: int) -> Place | None:
    """The place with this GeoNames id."""
    rows = np.flatnonzero(_ids() == number)
    return place_at(int(rows[0])) if len(rows) else None


@cache
def countries() -> dict[str, Place]:
    """ISO code -> the country."""
    table, found = _table("places"), dict[str, Place]()
    for row in range(len(table.ends)):
        place = place_at(row)
        if place.kind == "country":
            found[place.country] = place
        elif place.kind != "area":
            return found
    return found


@cache
def _ids() -> npt.NDArray[np.int64]:
    """The id of each row: the digits that its line begins with, read for all lines at once."""
    table = _table("places")
    signs, starts = np.frombuffer(table.text, np.uint8), np.r_[0, table.ends[:-1] + 1]
    ids, within = np.zeros(len(starts), np.int64), np.ones(len(starts), bool)
    for at in range(DIGITS):
        digits = signs[starts + at].astype(np.int64) - ord("0")
        within &= (digits >= 0) & (digits <= 9)
        ids = np.where(within, 10 * ids + digits, ids)
    return ids


@cache
def _table(stem: str) -> _Table:
    text = gzip.decompress(files(__name__).joinpath(f"{stem}.tsv.gz").read_bytes())
    return _Table(text, np.flatnonzero(np.frombuffer(text, np.uint8) == ord("\n")).astype(np.int32))
