"""Whether two spellings name one person, organisation or place: named features with weights, one scorer a kind.

The weights are set by what names are, not fitted: -4 is the bias, 6 is what sharing every word of the shorter name gives,
so that a score of 0.5 means that nothing more than a third of the shorter name speaks against it.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.model import EntityKind
from rashomon.pairs.scorer import Scored, Scorer
from rashomon.resolve.known import country_of, is_faith, is_people, known_as, phrase, stand_alone
from rashomon.resolve.letters import alike
from rashomon.resolve.names import Name, Word, parse_name
from rashomon.resolve.pairings import PET_FORM, Pairing, paired
from rashomon.text.normal import folded

SOUNDS = 0.85  # likeness of words that only differ in how they are spelled, or of an initial
SAME = 0.5  # from here on two spellings are one: the balance of the features, swept nowhere
_COURTESY = {"mr": "m", "sir": "m", "herr": "m", "king": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f"}
_LANDLESS = re.compile(r"(?: (?:of|in)(?: the)?)? ?#")  # "of Kazakhstan" behind a ministry's name, "Kazakh" before it
_OPENS = ("of", "for", "and", "in", "on", "to", "at")  # what a short form of an organisation's name leaves off begins so


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is written: the mentions that write it so, and the documents in which they stand."""

    id: str
    name: Name
    docs: frozenset[str] = frozenset()
    mentions: tuple[str, ...] = ()
    introduced: frozenset[str] = frozenset()  # what the text gives in brackets behind it: "csto"
    family: bool = False  # "the Ortega family"

    @classmethod
    def alone(cls, written: str, kind: EntityKind) -> "Spelling":
        """A name outside any document."""
        return cls(written, parse_name(written, kind))

    @property
    def written(self) -> str:
        """The exact words."""
        return self.name.written

    @property
    def count(self) -> int:
        """How often it is written so."""
        return len(self.mentions)


def compare(left: Spelling, right: Spelling) -> Scored:
    """How surely two spellings name one thing, and why."""
    return _scorer(_family(left.name.kind), _family(right.name.kind))(left, right)


def excludes(left: Spelling, right: Spelling) -> bool:
    """Whether the two cannot be one: each has a word of its own or its own country, or a family stands against its member."""
    if country_of(left.written) and country_of(right.written):
        return not _one_country(left, right)
    if _one_state(left, right) or is_people(left.written) or is_people(right.written):
        return False  # "Kazakh" is no name that another could contradict
    lands = left.name.lands and right.name.lands and not left.name.lands & right.name.lands
    return bool(lands or left.family != right.family or _each_its_own(left, right) <= -0.8 or _two_persons(left, right))


def _two_persons(left: Spelling, right: Spelling) -> bool:
    """Whether their titles, descent or generation say that they are two."""
    return any(apart(left, right) for apart in (_courtesies, _father_and_son, _two_generations, _two_on_page))


def is_lone(spelling: Spelling) -> bool:
    """Whether it is one word that may stand for many fuller names: a bare surname, "the Observatory". A place is not, nor
    is what the lists know by that one word.
    """
    name = spelling.name
    if name.kind == "place" or name.acronym or spelling.family or known_as(name.written) or name.seat:
        return False
    if country_of(name.written):
        return name.kind == "org"  # "American" for the one airline of the page
    return len([word for word in name.words if word.weight >= 0.3]) <= 1


@cache
def _scorer(left: str, right: str) -> Scorer[Spelling]:
    if left != right:
        return _ACROSS
    return {"person": _PERSONS, "org": _ORGANISATIONS, "place": _PLACES}[left]


def _family(kind: EntityKind) -> str:
    return "org" if kind == "group" else kind


def _words_in_common(left: Spelling, right: Spelling) -> float:
    """How much of the shorter name the other has too."""
    return _pairing(left, right).shared / max(0.1, min(left.name.weight, right.name.weight))


def _each_its_own(left: Spelling, right: Spelling) -> float:
    """That each has words which the other lacks: two given names, two towns, two numbers."""
    if _one_line_of_aliases(left, right) or _acronym(left, right) or _one_country(left, right):
        return 0.0
    pairing = _pairing(left, right)
    return -min(1.0, _sum(pairing.left), _sum(pairing.right))


def _one_has_more(left: Spelling, right: Spelling) -> float:
    """That one name has words more than the other."""
    if _one_line_of_aliases(left, right) or _acronym(left, right) or _one_country(left, right) or _short_form(left, right):
        return 0.0
    pairing = _pairing(left, right)
    return -min(1.0, abs(_sum(pairing.left) - _sum(pairing.right)))


def _given_name_alone(left: Spelling, right: Spelling) -> float:
    """That only one word is shared and it is not the other's last: many are called Michael. On one page the first will do."""
    short, long = _by_length(left.name, right.name)
    names = [word for word in long.words if word.kind == "name"]
    if len([word for word in short.words if word.kind == "name"]) != 1 or len(names) < 2:
        return 0.0
    shared = _shared(left, right, names[-1])
    if left.docs & right.docs and names[0] in shared:
        return 0.0
    return -0.2 if names[-1] in shared else -1.0


def _short_on_page(left: Spelling, right: Spelling) -> float:
    """That the same page uses one as a short form of the other: by first or last name, or by the word that says what it is
    ("the Observatory"), never by a word that goes before that ("Kyrgyz", "UN").
    """
    short, long = _by_length(left.name, right.name)
    if not left.docs & right.docs or short.weight >= long.weight or _words_in_common(left, right) < 0.9:
        return 0.0
    names = [word for word in long.words if word.kind == "name"]
    if not names or (long.kind != "person" and _goes_on(short, long)):
        return 0.0
    ends = names[:1] + names[-1:] if long.kind == "person" else [long.head]
    if short.kind == "org" and is_people(short.written):
        ends = list(long.words[:1])  # "American" is said of an airline only where it stands for the whole of it
    return float(not _shared(left, right, names[-1]).isdisjoint(ends))


def _goes_on(short: Name, long: Name) -> bool:
    """Whether the longer name is of something else that the shorter one owns or houses: the "Bank of Orla Stadium", or that
    the shorter is of a body that needs no other name ("the House" is not the White House).
    """
    held = {word.text for word in short.words}
    more = [word for word in long.words if word.text not in held]
    stops = [at for at, word in enumerate(long.words) if word.text in _OPENS]
    if len(short.words) == 1 and short.words[0].text in stand_alone() and any(word.kind == "name" for word in more):
        return True
    last = next((word for word in reversed(long.words) if word.kind in ("name", "kind")), None)
    return (
        bool(stops) and last in more and any(word.text in held for word in long.words[stops[0] + 1 :] if word.kind != "particle")
    )


def _two_on_page(left: Spelling, right: Spelling) -> float:
    """That one page has both as full names that are alike but do not sound the same: Ivana and Ivanka are two of a family."""
    if {left.name.kind, right.name.kind} != {"person"} or not left.docs & right.docs or is_lone(left) or is_lone(right):
        return 0.0
    return -float(any(likeness < SOUNDS for _, _, likeness in _pairing(left, right).pairs))


def _courtesies(left: Spelling, right: Spelling) -> float:
    """That one is called Mr and the other Mrs."""
    one, other = ({_COURTESY[title] for title in side.name.titles if title in _COURTESY} for side in (left, right))
    return -float(bool(one and other and not one & other))


def _father_and_son(left: Spelling, right: Spelling) -> float:
    """That one is called the son of whom the other calls the father: Omar bin Hassan is not Hassan bin Omar."""
    one, other = left.name.descent, right.name.descent
    return -float(bool(one and other and one != other and alike(one[0], other[1]) >= 0.9 and alike(one[1], other[0]) >= 0.9))


def _two_generations(left: Spelling, right: Spelling) -> float:
    """That one is Jr. and the other Sr., or that a page that writes "Ann Kray Jr." writes "Ann Kray" too."""
    one, other = left.name.generation, right.name.generation
    return -float(one != other and bool((one and other) or (left.docs & right.docs and not is_lone(left) and not is_lone(right))))


def _family_and_member(left: Spelling, right: Spelling) -> float:
    return -float(left.family != right.family)


def _one_line_of_aliases(left: Spelling, right: Spelling) -> float:
    """That the list of aliases gives both names to one organisation, and no country of two tells them apart."""
    return float(bool(_listed(left.name) & _listed(right.name)) and not _two_lands(left, right))


def _two_lines_of_aliases(left: Spelling, right: Spelling) -> float:
    """That the list of aliases has them as two: Islamic State is not its Khorasan Province."""
    one, other = known_as(left.written), known_as(right.written)
    return -float(bool(one and other and not one & other))


def _acronym(left: Spelling, right: Spelling) -> float:
    """That one is the other's acronym: as the text itself says, or by its initials; two letters fit much."""
    for short, long in ((left, right), (right, left)):
        acronym = _bare_acronym(short.name)
        if acronym and acronym in long.introduced:
            return 1.0
        if acronym and not long.name.acronym and acronym in long.name.initials():
            return 0.8 if len(acronym) > 2 else 0.4
    return 0.0


def _short_form(left: Spelling, right: Spelling) -> float:
    """That the longer name goes on with "of …" or "and …" where the shorter, of two words or more, ends."""
    if bool(known_as(left.written)) != bool(known_as(right.written)):
        return 0.0  # what is known by the shorter name alone is no shorter form: the State Department of another's
    short, long = sorted((phrase(side.written.replace("&", "and").split()) for side in (left, right)), key=len)
    rest = long[len(short) :].split()
    return float(long.startswith(short + " ") and " " in short.removeprefix("the ") and rest[0] in _OPENS)


def _legal_forms_differ(left: Spelling, right: Spelling) -> float:
    one, other = ({word.text for word in side.name.words if word.kind == "legal"} for side in (left, right))
    return -float(bool(one - other and other - one))


def _one_country(left: Spelling, right: Spelling) -> float:
    one, other = country_of(left.written), country_of(right.written)
    return float(one is not None and one == other)


def _two_countries(left: Spelling, right: Spelling) -> float:
    one, other = country_of(left.written), country_of(right.written)
    return -float(one is not None and other is not None and one != other)


def _city_of_that_name(left: Spelling, right: Spelling) -> float:
    """That one is a country and the other a town or a stretch of land that is called after it: Kuwait and Kuwait City."""
    one, other = country_of(left.written), country_of(right.written)
    town = right if one else left
    return -float(
        (one is None) != (other is None) and town.name.kind == "place" and any(word.kind == "terrain" for word in town.name.words)
    )


def _two_lands(left: Spelling, right: Spelling) -> float:
    """That both name a country among their words, and not the same."""
    return -float(bool(left.name.lands and right.name.lands and not left.name.lands & right.name.lands))


def _one_state(left: Spelling, right: Spelling) -> float:
    """That one is the seat of the other's government, and named for it: "Moscow says", "Russia says"."""
    one, other = left.name.seat, right.name.seat
    return float(bool((one or other) and (one or country_of(left.written)) == (other or country_of(right.written))))


def _people(left: Spelling, right: Spelling) -> float:
    """That one is a people and the other no name of it: "Kazakhs" are not every Kazakh organisation."""
    one, other = (side.name.kind == "group" and (is_people(side.written) or is_faith(side.written)) for side in (left, right))
    return -float({left.name.kind, right.name.kind} <= {"org", "group"} and one != other)


def _same_letters(left: Spelling, right: Spelling) -> float:
    """That both are written alike, whatever kind they were taken for; a people is not its state."""
    same = folded(left.written) == folded(right.written) and not is_people(left.written)
    return float(same and left.name.seat == right.name.seat)  # Moscow the town is not Moscow the government


# fmt: off
_PERSONS: Scorer[Spelling] = Scorer(-4.0, (
    ("words in common", _words_in_common, 6.0),
    ("each has a word of its own", _each_its_own, 6.0),
    ("one has words more", _one_has_more, 0.5),
    ("only a given name in common", _given_name_alone, 2.5),
    ("short form on the same page", _short_on_page, 1.5),
    ("Mr and Mrs", _courtesies, 6.0),
    ("father and son", _father_and_son, 6.0),
    ("two generations", _two_generations, 6.0),
    ("two names on one page", _two_on_page, 6.0),
    ("a family and one of it", _family_and_member, 10.0),
))
_ORGANISATIONS: Scorer[Spelling] = Scorer(-4.0, (
    ("words in common", _words_in_common, 6.0),
    ("each has a word of its own", _each_its_own, 6.0),
    ("each has its own country", _two_lands, 6.0),
    ("one has words more", _one_has_more, 3.0),
    ("short form of the name", _short_form, 0.5),
    ("short form on the same page", _short_on_page, 2.5),
    ("legal forms differ", _legal_forms_differ, 3.0),
    ("known under both names", _one_line_of_aliases, 8.0),
    ("two by the list of aliases", _two_lines_of_aliases, 6.0),
    ("acronym", _acronym, 8.0),
    ("a people and something else", _people, 10.0),
    ("named by the seat of its government", _one_state, 8.0),
))
_PLACES: Scorer[Spelling] = Scorer(-4.0, (
    ("words in common", _words_in_common, 6.0),
    ("each has a word of its own", _each_its_own, 6.0),
    ("one has words more", _one_has_more, 3.0),
    ("one country", _one_country, 8.0),
    ("two countries", _two_countries, 10.0),
    ("a country and a town of its name", _city_of_that_name, 6.0),
    ("acronym", _acronym, 8.0),
))
_ACROSS: Scorer[Spelling] = Scorer(-4.0, (
    ("same letters", _same_letters, 6.0),
    ("known under both names", _one_line_of_aliases, 6.0),
    ("named by the seat of its government", _one_state, 8.0),
    ("a family and one of it", _family_and_member, 10.0),
))
# fmt: on


def _pairing(left: Spelling, right: Spelling) -> Pairing:
    return paired(left.name, right.name)


def _shared(left: Spelling, right: Spelling, surname: Word) -> set[Word]:
    """The words that both have; a surname has no pet forms, so that William is not Luis Guillermo."""
    pairs = _pairing(left, right).pairs
    return {word for ours, theirs, likeness in pairs for word in ours + theirs if word != surname or likeness != PET_FORM}


def _sum(words: tuple[Word, ...]) -> float:
    return sum(word.weight for word in words)


def _by_length(left: Name, right: Name) -> tuple[Name, Name]:
    return (left, right) if (left.weight, left.written) <= (right.weight, right.written) else (right, left)


@lru_cache(maxsize=1 << 16)
def _listed(name: Name) -> frozenset[int]:
    """Its lines in the list of aliases, whole or without the words that only say whose and what kind of thing it is."""
    bare = " ".join(word.text for word in name.words if word.kind not in ("kind", "nation", "particle", "legal"))
    anywhere = _LANDLESS.sub("", " ".join("#" if word.kind in ("nation", "country") else word.text for word in name.words))
    return frozenset(line for written in (name.written, bare, anywhere) if written for line in known_as(written))


def _bare_acronym(name: Name) -> str | None:
    """The acronym that it is, whatever kind of thing it is said to be: "YPG militia"."""
    if name.acronym or len([word for word in name.words if word.kind == "name"]) != 1:
        return name.acronym
    return next((word.lower() for word in name.written.split() if word.isupper() and 2 <= len(word) <= 8), None)
