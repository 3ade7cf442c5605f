"""Whether a denial turns down what another account tells, though the two tell the deed by different words.

"No tear gas was used" answers "police fired teargas into the crowd": one deed by resources/kin.yaml, done with one thing.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, pairwise

from rashomon.link.bags import SEEN, stems
from rashomon.link.tellings import Telling
from rashomon.model import Fact
from rashomon.model.subjects import FLIGHT, THERE
from rashomon.text.lexicon import lexicon

ON_FOOT = "carried bomb"  # of the kinds of means (resources/means.yaml): by which a place may be bombed without aircraft
REPORTS = frozenset(stems("report claim allegation rumour rumor news story accusation"))
MOST = 0.5  # of the words for what is denied to have been done to: as many as that the assertion has as well


def meeting_keys(tellings: Iterable[Telling]) -> dict[str, list[Hashable]]:
    """By fact: the keys that a denial shares with what it may deny; most assertions are denied by nobody and have none."""
    found: dict[str, list[Hashable]] = {}
    denied: dict[str, set[Hashable]] = defaultdict(set)  # deed -> for what it is denied to have been done to
    told = []
    for telling in tellings:
        if telling.fact.kind != "happened":
            continue
        if not _is_denied(telling.fact):
            told.append(telling)
            continue
        thing = _thing(telling.fact.about, telling.fact.value, telling.clause)
        words: set[Hashable] = {*thing, *_joined(thing)}
        words |= {telling.matter} if _is_of_any(telling.fact) else set()
        for deed in _deeds(telling.fact.about):
            denied[deed] |= words
        found[telling.fact.id] = [(deed, word) for deed in _deeds(telling.fact.about) for word in words]
    for telling in told:
        words = {*_said(telling.clause), telling.matter}
        keys: list[Hashable] = [(deed, word) for deed in _deeds(telling.fact.about) for word in denied.get(deed, set()) & words]
        if keys:
            found[telling.fact.id] = keys
    return found


def denies(one: Telling, other: Telling) -> bool:
    """Whether one of them denies the deed that the other tells."""
    if not one.fact.kind == other.fact.kind == "happened" or _is_denied(one.fact) == _is_denied(other.fact):
        return False
    denial, told = (one, other) if _is_denied(one.fact) else (other, one)
    if not _deeds(denial.fact.about) & _deeds(told.fact.about):
        return False
    if denial.fact.about == FLIGHT:
        return _from_the_air().search(told.sentence) is not None and ON_FOOT not in told.means
    if _is_of_any(denial.fact):
        return True
    thing = _thing(denial.fact.about, denial.fact.value, denial.clause)
    return bool(thing) and len(_shared(thing, _said(told.clause))) >= MOST * len(set(thing))


def _is_denied(fact: Fact) -> bool:
    return fact.polarity == "denied"


def _is_of_any(fact: Fact) -> bool:
    """Whether it denies whatever was told of the kind: "no planes flew", "no such offer", "denied that there was any meeting"."""
    return fact.about == FLIGHT or fact.about in lexicon("kin")["nouns"]


@lru_cache(SEEN)
def _deeds(about: str) -> frozenset[str]:
    """The deeds that the act of a fact may be: itself, its wider class, and the lines of the list in which it stands."""
    deed = about.split()[0]
    wider = lexicon("acts").get(deed, {}).get("within", deed)
    return frozenset({deed, wider} | _kin().get(deed, frozenset()))


@cache
def _kin() -> dict[str, frozenset[str]]:
    """By word: the lines of deeds in which it stands, each called by its first word."""
    lines = {f"{line[0]} and kin": line for line in lexicon("kin")["deeds"]}
    return {word: frozenset(name for name, line in lines.items() if word in line) for line in lines.values() for word in line}


@cache
def _from_the_air() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon('kin')['from the air']))})\b", re.IGNORECASE)


@lru_cache(SEEN)
def _thing(about: str, value: str, clause: str) -> tuple[str, ...]:
    """The words for what is denied to have been done to: those after the verb, else those before it."""
    first, _, named = about.partition(" ")
    if first == THERE:
        return stems(named)
    before, _, _ = clause.partition(value)
    return stems(value)[1:] or tuple(stem for stem in stems(before) if stem not in REPORTS)


@lru_cache(SEEN)
def _said(clause: str) -> frozenset[str]:
    """The words of a clause, and each two that follow one another as one: "tear gas" may be written "teargas"."""
    return frozenset({*stems(clause), *_joined(stems(clause))})


def _joined(told: tuple[str, ...]) -> Iterator[str]:
    """Each two that follow one another, written as one word."""
    return (stem for pair in pairwise(told) for stem in stems("".join(pair)))


def _shared(thing: tuple[str, ...], said: frozenset[str]) -> set[str]:
    """The words for the thing that stand in what was told, as they are or two of them as one."""
    written_as_one = (pair for pair in pairwise(thing) if said.issuperset(stems("".join(pair))))
    return {*(word for word in thing if word in said), *chain.from_iterable(written_as_one)}
