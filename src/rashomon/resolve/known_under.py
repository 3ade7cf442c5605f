"""Features of two spellings that the lists know: aliases, acronyms, countries, peoples, seats of government."""

import re
from functools import lru_cache

from rashomon.resolve.known import country_of, is_faith, is_people, known_as
from rashomon.resolve.names import Name
from rashomon.resolve.spelling import Spelling
from rashomon.text.normal import folded

_LANDLESS = re.compile(r"(?: (?:of|in)(?: the)?)? ?#")  # "of Kazakhstan" behind a ministry's name, "Kazakh" before it


def one_line_of_aliases(left: Spelling, right: Spelling) -> float:
    """That the list of aliases gives both names to one organisation, and no country of two tells them apart."""
    return float(bool(listed(left.name) & listed(right.name)) and not two_lands(left, right))


def two_lines_of_aliases(left: Spelling, right: Spelling) -> float:
    """That the list of aliases has them as two: Islamic State is not its Khorasan Province."""
    one, other = known_as(left.written), known_as(right.written)
    return -float(bool(one and other and not one & other))


def acronym(left: Spelling, right: Spelling) -> float:
    """That one is the other's acronym: as the text itself says, or by its initials; two letters fit much."""
    for short, long in ((left, right), (right, left)):
        acronym = _bare_acronym(short.name)
        if acronym and acronym in long.introduced:
            return 1.0
        if acronym and not long.name.acronym and acronym in long.name.initials():
            return 0.8 if len(acronym) > 2 else 0.4
    return 0.0


def legal_forms_differ(left: Spelling, right: Spelling) -> float:
    """That each has a legal form which the other has not: Ltd and GmbH."""
    one, other = ({word.text for word in side.name.words if word.kind == "legal"} for side in (left, right))
    return -float(bool(one - other and other - one))


def one_country(left: Spelling, right: Spelling) -> float:
    """That both are names of one country, or of its people."""
    one, other = country_of(left.written), country_of(right.written)
    return float(one is not None and one == other)


def two_countries(left: Spelling, right: Spelling) -> float:
    """That they are names of two countries."""
    one, other = country_of(left.written), country_of(right.written)
    return -float(one is not None and other is not None and one != other)


def city_of_that_name(left: Spelling, right: Spelling) -> float:
    """That one is a country and the other a town or a stretch of land that is called after it: Kuwait and Kuwait City."""
    one, other = country_of(left.written), country_of(right.written)
    town = right if one else left
    return -float(
        (one is None) != (other is None) and town.name.kind == "place" and any(word.kind == "terrain" for word in town.name.words)
    )


def two_lands(left: Spelling, right: Spelling) -> float:
    """That both name a country among their words, and not the same."""
    return -float(bool(left.name.lands and right.name.lands and not left.name.lands & right.name.lands))


def one_state(left: Spelling, right: Spelling) -> float:
    """That one is the seat of the other's government, and named for it: "Moscow says", "Russia says"."""
    one, other = left.name.seat, right.name.seat
    return float(bool((one or other) and (one or country_of(left.written)) == (other or country_of(right.written))))


def people(left: Spelling, right: Spelling) -> float:
    """That one is a people and the other no name of it: "Kazakhs" are not every Kazakh organisation."""
    one, other = (side.name.kind == "group" and (is_people(side.written) or is_faith(side.written)) for side in (left, right))
    return -float({left.name.kind, right.name.kind} <= {"org", "group"} and one != other)


def same_letters(left: Spelling, right: Spelling) -> float:
    """That both are written alike, whatever kind they were taken for; a people is not its state."""
    same = folded(left.written) == folded(right.written) and not is_people(left.written)
    return float(same and left.name.seat == right.name.seat)  # Moscow the town is not Moscow the government


@lru_cache(maxsize=1 << 16)
def listed(name: Name) -> frozenset[int]:
    """Its lines in the list of aliases, whole or without the words that only say whose and what kind of thing it is."""
    bare = " ".join(word.text for word in name.words if word.kind not in ("kind", "nation", "particle", "legal"))
    anywhere = _LANDLESS.sub("", " ".join("#" if word.kind in ("nation", "country") else word.text for word in name.words))
    return frozenset(line for written in (name.written, bare, anywhere) if written for line in known_as(written))


def _bare_acronym(name: Name) -> str | None:
    """The acronym that it is, whatever kind of thing it is said to be: "YPG militia"."""
    if name.acronym or len([word for word in name.words if word.kind == "name"]) != 1:
        return name.acronym
    return next((word.lower() for word in name.written.split() if word.isupper() and 2 <= len(word) <= 8), None)
