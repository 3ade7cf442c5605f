"""Numbers compared by their bounds: another figure, a later one, a part of it, or a vaguer word for it."""

from rashomon.link.measures import in_one_unit
from rashomon.link.tellings import Answer, Telling
from rashomon.link.updates import later, retold
from rashomon.link.verdicts import Verdict, verdict
from rashomon.model import Fact

TENTH = 0.1  # "at least 30" and "at least 32" are one series of counts; further apart they are not (guidelines)
CONVERTED = 0.05  # by which one thing may differ that is told in two units, each a round number
POINT = 0.02  # by which two shares may differ: they are told more exactly than counts
FAR = 1000.0
VAGUE = 5.0  # "several" is said of 3 to 9 and still of 40, "dozens" of 140; neither of ten times as many


def alike(left: Telling, right: Telling) -> bool:
    """Whether two numbers are one answer: "44" and "at least 44" are, "44" and "dozens" are not."""
    one, other = in_one_unit(left.fact, right.fact)
    if one.polarity != other.polarity or (one.scope or "") != (other.scope or ""):
        return False
    if not (_bounded(one) and _bounded(other)):
        return one.value.casefold() == other.value.casefold()
    if one.unit != other.unit:
        low, high = sorted((_high(one), _high(other)))
        return _counted(one) and _counted(other) and high - low <= CONVERTED * high
    return (one.low, one.high) == (other.low, other.high) or (_counted(one) and _counted(other) and one.low == other.low)


def is_nobody(fact: Fact) -> bool:
    """Whether nobody at all is counted, so that nobody of any sort is: "no one was hurt" speaks of soldiers too."""
    return fact.unit == "person" and fact.high == 0 and not fact.scope and fact.polarity == "affirmed"


def excludes(left: Fact, right: Fact) -> bool:
    """Whether the two numbers cannot both be true of one thing, nor be one thing told more or less exactly."""
    if not (_bounded(left) and _bounded(right)):
        return False
    one, other = sorted(in_one_unit(left, right), key=_middle)
    low, high = other.low or 0.0, _high(one)
    if _capped(one) and _capped(other):  # "up to 70 percent" and "up to 80 percent" are two counts, as "at least" is
        return _high(other) - high > TENTH * _high(other)
    if one.unit == other.unit == "percent":  # "more than half" and "ninety percent" agree, "almost 90" and "93.87" do not
        return one.high is not None and low > one.high * (1 + POINT)
    if _counted(one) and _counted(other):
        exact = one.low == one.high and other.low == other.high and one.unit == other.unit
        return low - high > TENTH * low or (exact and low != high)
    return high == 0 < low or low > high * (VAGUE if _vague(one) else 1 + TENTH)


def far_apart(left: Fact, right: Fact) -> bool:
    """Whether one number is so many times the other that nobody would count one thing so: the dead of a day and of a war."""
    low, high = sorted(map(_high, in_one_unit(left, right)))
    return 0 < low * FAR < high


def two_counts(left: Fact, right: Fact) -> bool:
    """Whether one voice that gives both numbers must be counting two things."""
    left, right = in_one_unit(left, right)
    both = _counted(left) and _counted(right) and left.unit == right.unit
    return excludes(left, right) or (both and left.low != right.low)


def between(left: Answer, right: Answer) -> Verdict:
    """How two answers stand, each of which is one number for the same thing."""
    one, other = left[0], right[0]
    if (one.fact.scope or "") != (other.fact.scope or "") and not (is_nobody(one.fact) or is_nobody(other.fact)):
        return verdict("compatible", "another scope", one, other, subtype="different-scope")
    if not excludes(one.fact, other.fact):
        return verdict("compatible", "more and less exact", one, other, subtype="precision")
    here, there = in_one_unit(one.fact, other.fact)
    low, high = (left, right) if _middle(here) <= _middle(there) else (right, left)
    moved = retold(left, right) or later(low, high)
    return moved or verdict("conflict", "numbers exclude each other", one, other, score=0.9)


def _bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None


def _counted(fact: Fact) -> bool:
    """A number somebody counted: "31" or "at least 31"."""
    return fact.low is not None and fact.high in (None, fact.low)


def _capped(fact: Fact) -> bool:
    """A number that is only said to be the most it was: "up to 80 percent"."""
    return not fact.low and bool(fact.high)


def _vague(fact: Fact) -> bool:
    return fact.low is not None and fact.high is not None and fact.high > 2 * fact.low


def _high(fact: Fact) -> float:
    return fact.high if fact.high is not None else fact.low or 0.0


def _middle(fact: Fact) -> tuple[float, float]:
    return (fact.low if fact.low is not None else fact.high or 0.0, _high(fact))
