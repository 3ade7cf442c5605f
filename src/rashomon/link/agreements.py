"""One answer taken apart where nothing on the pages says that its tellings are of one thing.

Two pages that both write of "an attack" agree on nothing yet. In a dispute the other side says what is meant, so this is
for questions with one answer only.
"""

from collections.abc import Sequence
from datetime import date

from rashomon.link.bags import stems
from rashomon.link.candidates import act_words
from rashomon.link.tellings import Answer, Telling, of_act
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded


def agreements_in(answer: Answer) -> list[Answer]:
    """The parts of an answer of which each is told of one thing; what nobody would ask about is left out."""
    kind = answer[0].fact.kind
    if kind == "quantity":
        return [answer] if any(map(_is_counted, answer)) else []
    if kind == "label" and answer[0].fact.scope == "neutral":
        return []  # "killed", say all
    return _of_one_thing(answer) if kind == "happened" else [answer]


def _of_one_thing(answer: Sequence[Telling]) -> list[Answer]:
    groups: list[list[Telling]] = []
    for telling in answer:
        homes = [group for group in groups if any(_is_one(other, telling) for other in group)]
        groups = [group for group in groups if group not in homes]
        groups.append([*(other for group in homes for other in group), telling])
    return [tuple(sorted(group, key=lambda one: (one.rank, one.fact.id))) for group in groups]


def _is_one(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one act share whom or what it was done by or to, its place or its day."""
    if one.fact.about != other.fact.about or _days_apart(one.fact.when, other.fact.when):
        return False
    here, there = folded(one.fact.where or ""), folded(other.fact.where or "")
    if here and there:
        return here in there or there in here
    if one.fact.when and one.fact.when == other.fact.when:
        return True
    shared = _things(one) & _things(other)
    return len(shared) >= (2 if of_act(one.fact) else 3)


def _things(telling: Telling) -> set[str]:
    return set(stems(telling.sentence)) - act_words(telling.fact.about.split()[0])


def _days_apart(one: str | None, other: str | None) -> bool:
    """Whether the two lie apart by more than the day that a time zone makes."""
    early, late = (one or "")[:10], (other or "")[:10]
    if early.startswith(late) or late.startswith(early):
        return False
    try:
        return abs((date.fromisoformat(early) - date.fromisoformat(late)).days) > 1
    except ValueError:
        return True


def _is_counted(telling: Telling) -> bool:
    """Whether a reader would ask for the number: of people, of money, of what an act did, or of several things."""
    fact, units = telling.fact, lexicon("units")
    if fact.unit in units["money"] or fact.unit in units["measures"]:
        return True
    if fact.unit in ("percent", "time"):
        return of_act(fact)
    return fact.low != 1 or (fact.unit == "person" and of_act(fact))
