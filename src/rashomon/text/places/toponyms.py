"""What the name of a place may mean: the places of the gazetteer that are called so, whole or in part."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.text.gazetteer import Named, Place, countries, places_named
from rashomon.text.gazetteer.keys import key
from rashomon.text.lexicon import lexicon

DIVISIONS = ("region", "district")
ACRONYM = 3  # letters


@dataclass(frozen=True, slots=True)
class Meanings:
    """The places that a name may mean; `part` where it says that only a part of the place is meant: "northern Aleppo"."""

    places: tuple[Named, ...]
    part: bool = False


@lru_cache(maxsize=1 << 14)
def meanings_of(name: str) -> Meanings:
    """What a name may mean: as it stands, else less the word for a division or a side; for a people's name, their country."""
    words = name.split()
    if country := peoples().get(name):
        return Meanings((Named(country, own=True),))
    if all(word.lower() in sides() | parts() for word in words) or key(name) in elsewhere():  # "the West Side" is in any city
        return Meanings(())
    if known := _likely(words, _known(name)):
        return Meanings(known)
    if len(words) < 2:
        return Meanings(())
    if stem := _less_division(words):
        divisions = tuple(named for named in _known(stem) if named.place.kind in DIVISIONS)
        return Meanings(divisions or _known(stem), part=not divisions)
    if stem := _less_settlement(words):
        return Meanings(tuple(named for named in _known(stem) if named.place.kind not in DIVISIONS))
    if words[0].lower() in sides():
        return Meanings(_known(" ".join(words[1:])), part=True)
    if words[-1].lower() in parts():
        return Meanings(_known(" ".join(words[:-1])), part=True)
    return Meanings(())


@lru_cache(maxsize=1 << 12)
def containers_named(name: str) -> tuple[Place, ...]:
    """The countries, regions and districts of this name: what may stand behind a place's name and say where it is."""
    return tuple(named.place for named in _known(name) if named.place.kind in ("country", *DIVISIONS))


def _likely(words: list[str], found: tuple[Named, ...]) -> tuple[Named, ...]:
    """The places that may be meant: no village for an acronym, and none that is seldom called so for the Red River."""
    if len(words) == 1 and len(words[0]) <= ACRONYM and words[0].isupper():
        known = words[0] in short() or key(words[0]) in other_countries()
        return tuple(named for named in found if known and named.place.kind in ("country", "region"))
    if words[-1].lower() in lexicon("places")["waterways"]:
        return tuple(named for named in found if named.own)
    return found


def _known(name: str) -> tuple[Named, ...]:
    """The places that bear just this name."""
    if name in short():
        return tuple(Named(place, own=True) for place in short()[name])
    found = places_named(lexicon("places")["nicknames"].get(name, name))
    country = other_countries().get(key(name))
    if country is None or any(named.own and named.place.country == country.country for named in found):  # England is in Britain
        return found
    return (Named(country, own=True), *(named for named in found if named.place != country))


def _less_division(words: list[str]) -> str | None:
    if words[-1].lower() in divisions():
        return " ".join(words[:-1])
    return " ".join(words[2:]) if words[0].lower() in divisions() and words[1] == "of" else None


def _less_settlement(words: list[str]) -> str | None:
    if words[-1].lower() in settlements():
        return " ".join(words[:-1])
    return " ".join(words[2:]) if words[0].lower() in settlements() and words[1] == "of" else None


@cache
def other_countries() -> dict[str, Place]:
    """Other names of countries -> the country."""
    listed = ((key(name), code) for code, entry in lexicon("countries").items() for name in entry["names"])
    return {name: countries()[code] for name, code in listed if name and code in countries()}


@cache
def short() -> dict[str, tuple[Place, ...]]:
    """Abbreviations of provinces, as they are written -> the provinces."""
    found: dict[str, tuple[Place, ...]] = {}
    for abbreviation, region in _abbreviations():
        found[abbreviation] = (*found.get(abbreviation, ()), region)
    return found


def _abbreviations() -> Iterator[tuple[str, Place]]:
    for country, regions in lexicon("places")["short"].items():
        for name, abbreviations in regions.items():
            named = (named.place for named in places_named(name))
            region = next((place for place in named if place.kind == "region" and place.country == country), None)
            if region is not None:
                yield from ((abbreviation, region) for abbreviation in abbreviations)


@cache
def peoples() -> dict[str, Place]:
    """Words for the people of a country -> the country."""
    listed = ((word, code) for code, entry in lexicon("countries").items() for word in entry["people"])
    return {word: countries()[code] for word, code in listed if code in countries()}


@cache
def elsewhere() -> frozenset[str]:
    """Keys of oceans, seas and the like, which the gazetteer does not have: no village of that name is meant."""
    return frozenset(key(name) for name in lexicon("places")["elsewhere"])


@cache
def divisions() -> frozenset[str]:
    """Words for a division of a country."""
    return frozenset(lexicon("places")["divisions"])


@cache
def settlements() -> frozenset[str]:
    """Words for a city or village."""
    return frozenset(lexicon("places")["settlements"])


@cache
def sides() -> frozenset[str]:
    """Words for a part of a place that stand before its name."""
    return frozenset(lexicon("places")["sides"])


@cache
def parts() -> frozenset[str]:
    """Words for a part of a place that stand beside its name."""
    return frozenset(lexicon("places")["parts"])


@cache
def quarters() -> frozenset[str]:
    """Words for a part of a city that has a name of its own."""
    return frozenset(lexicon("places")["quarters"])


def home_of(outlet: str | None) -> str | None:
    """The code of the country that an outlet is from, if its host ("ahram.org.eg") or its name ("Times of Israel") says so."""
    if not outlet:
        return None
    host, dot, top = outlet.strip().lower().rpartition(".")
    if dot and " " not in host and top not in lexicon("places")["worldwide"]:
        code = {"uk": "GB"}.get(top, top.upper())
        if code in countries():
            return code
    for word in outlet.split():
        named = [peoples()[word]] if word in peoples() else [place for place in containers_named(word) if place.kind == "country"]
        if named:
            return named[0].country
    return None
