"""What became of one person: which fates exclude each other, and which comes after which."""

from collections.abc import Callable

from rashomon.link.posts import is_of_one, ways_called
from rashomon.link.tellings import Answer, Telling, accounts_of
from rashomon.link.verdicts import Verdict, verdict
from rashomon.model.subjects import THE

EXCLUDED = frozenset(
    frozenset(pair)
    for pair in (
        ("dead", "hurt"), ("dead", "alive"), ("dead", "unhurt"), ("dead", "held"), ("dead", "free"), ("dead", "fled"),
        ("hurt", "unhurt"), ("held", "free"), ("out", "in"), ("out", "suspended"), ("suspended", "in"),
    )
)  # fmt: skip
# of two that exclude each other, the later one comes last
ORDER = ("unhurt", "hurt", "held", "alive", "free", "fled", "dead", "in", "suspended", "out")
SURELY, LIKELY = 4.0, 1.0  # how much it weighs that two are one person (`candidates`)
LONG_AGO = 6  # months after which what somebody lived through is another matter


def is_fate(telling: Telling) -> bool:
    """Whether it tells what became of one person."""
    return is_of_one(telling.fact)


def one_person(one: Telling, other: Telling) -> float:
    """How surely two fates are of one person: surely by one name, likely by one post, by two names not at all."""
    then, now = _month(one), _month(other)
    if then is not None and now is not None and abs(then - now) > LONG_AGO:
        return -SURELY
    left, right = (set(ways_called(telling.fact)) for telling in (one, other))
    names = [{called for called in whom if not called.startswith(THE)} for whom in (left, right)]
    if all(names):
        return SURELY if names[0] & names[1] else -SURELY
    return LIKELY if left & right and one.matter == other.matter else -SURELY


def _month(telling: Telling) -> int | None:
    """The month in which it was, counted through the years; the middle of the year where no more is told."""
    when = telling.fact.when or telling.day
    return int(when[:4]) * 12 + int(when[5:7] or 6) if when else None


def between(left: Answer, right: Answer, changed: Callable[[Answer, Answer], Verdict | None]) -> Verdict:
    """Two fates of one person; an account that tells both tells how it went on."""
    one, other = left[0], right[0]
    denied = one.fact.polarity != other.fact.polarity
    excluded = one.fact.scope == other.fact.scope if denied else frozenset((one.fact.scope, other.fact.scope)) in EXCLUDED
    if not excluded or "affirmed" not in (one.fact.polarity, other.fact.polarity):
        return verdict("compatible", "one fate beside another", one, other, score=0.5)
    if (found := changed(left, right)) is not None:
        return found
    early, late = sorted((left, right), key=lambda answer: ORDER.index(answer[0].fact.scope or ORDER[0]))
    if accounts_of(early) & accounts_of(late) and not denied:
        if accounts_of(early) - accounts_of(late):
            return verdict("update", "one account tells the change", one, other, score=0.6, subtype="later-update")
        return verdict("compatible", "one account gives both", one, other, score=0.5)
    return verdict("conflict", "another fate", one, other, score=0.8, subtype="denial" if denied else None)
