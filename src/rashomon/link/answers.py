"""Tellings that give the same answer, brought together: one group is one answer to a question."""

from collections.abc import Callable, Sequence

from rashomon.link.bags import stems
from rashomon.link.fates import is_fate
from rashomon.link.hours import DAY, minutes_apart, parts_apart, width
from rashomon.link.opposites import opposed
from rashomon.link.quantities import alike as alike_number
from rashomon.link.stages import stage_of
from rashomon.link.tellings import Answer, Telling, is_trait
from rashomon.model import FactKind
from rashomon.model.subjects import INTENT, WOUND

AT_ONCE = 20  # minutes: "shortly after ten" and "10:08" are one time
SHARED = 0.5  # of the longer answer's content words: two wordings of one answer
MOST = 24  # answers to one question that are told apart; what comes after them goes to none


def answers_of(question: Sequence[Telling]) -> list[Answer]:
    """The answers to one question, each with its tellings, the answer told highest up first."""
    kind: FactKind = question[0].fact.kind
    alike = ALIKE.get(kind, _alike_words)
    groups: list[list[Telling]] = []
    for telling in sorted(question, key=lambda telling: (width(telling), telling.rank, telling.fact.id)):
        home = next((group for group in groups if alike(group[0], telling)), None)
        if home is not None:
            home.append(telling)
        elif len(groups) < MOST:
            groups.append([telling])
    return [tuple(group) for group in groups]


def _alike_state(left: Telling, right: Telling) -> bool:
    return _alike_sort(left, right) if is_fate(left) else _alike_words(left, right)


def _alike_sort(left: Telling, right: Telling) -> bool:
    """Whether both tell one sort of it, or both deny that: one fate, one kind of wound."""
    return (left.fact.scope, left.fact.polarity) == (right.fact.scope, right.fact.polarity)


def _alike_words(left: Telling, right: Telling) -> bool:
    if left.fact.polarity != right.fact.polarity or opposed(left, right):
        return False
    if (stage := stage_of(left)) is not None and (other := stage_of(right)) is not None:
        return stage == other
    if left.names and left.names == right.names:
        return True
    here, there = set(stems(left.fact.value)), set(stems(right.fact.value))
    if not here or not there:
        return left.fact.value.casefold() == right.fact.value.casefold()
    return len(here & there) >= SHARED * max(len(here), len(there))


def _alike_polarity(left: Telling, right: Telling) -> bool:
    return left.fact.polarity == right.fact.polarity


def _alike_label(left: Telling, right: Telling) -> bool:
    if left.fact.scope != right.fact.scope or left.fact.polarity != right.fact.polarity:
        return False
    return left.fact.scope == "neutral" or bool(set(stems(left.fact.value)) & set(stems(right.fact.value)))


def _alike_time(left: Telling, right: Telling) -> bool:
    if left.fact.when and right.fact.when:
        return (
            left.fact.when[:DAY] == right.fact.when[:DAY]
            and minutes_apart(left, right) <= AT_ONCE
            and not parts_apart(left, right)
        )
    return left.fact.value.casefold() == right.fact.value.casefold()


def _alike_side(left: Telling, right: Telling) -> bool:
    return speaks_for(left) == speaks_for(right)


def speaks_for(telling: Telling) -> bool:
    """Whether an evaluation speaks for what it is about, all told: "not a crime" does, "not justified" does not."""
    return (telling.fact.scope in ("praise", "kept")) == (telling.fact.polarity == "affirmed")


def _alike_cause(left: Telling, right: Telling) -> bool:
    if INTENT == left.fact.about == right.fact.about:
        return was_meant(left) == was_meant(right)
    if WOUND == left.fact.about == right.fact.about:
        return _alike_sort(left, right)
    return (_is_shot_down(left) and _is_shot_down(right) and not left.names ^ right.names) or _alike_words(left, right)


def _is_shot_down(telling: Telling) -> bool:
    return telling.fact.value.casefold().startswith(("shot down", "downed"))


def was_meant(telling: Telling) -> bool:
    """Whether it is told as done on purpose, all told: "not an accident" is, "did not deliberately target" is not."""
    return (telling.fact.scope == "meant") == (telling.fact.polarity == "affirmed")


def _alike_identity(left: Telling, right: Telling) -> bool:
    if is_trait(left.fact) and left.fact.scope is not None:
        return left.fact.scope == right.fact.scope
    numbered = left.fact.low is not None and right.fact.low is not None
    return alike_number(left, right) if numbered else _alike_words(left, right)


ALIKE: dict[FactKind, Callable[[Telling, Telling], bool]] = {
    "quantity": alike_number,
    "happened": _alike_polarity,
    "label": _alike_label,
    "time": _alike_time,
    "cause": _alike_cause,
    "identity": _alike_identity,
    "status": _alike_state,
    "evaluation": _alike_side,
}
