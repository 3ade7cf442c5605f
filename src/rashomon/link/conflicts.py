"""How two answers to one question stand to each other, by the question's kind."""

import re
from collections.abc import Callable
from datetime import date
from itertools import product

from rashomon.link import fates, quantities
from rashomon.link.answers import speaks_for, was_meant
from rashomon.link.bags import stems
from rashomon.link.closeness import ANYBODY, are_close
from rashomon.link.culprits import actors, are_of_their_matter, denied_actor, manners, stems_of
from rashomon.link.hours import DAY, hours_of, minutes_apart, overlap, parts_apart
from rashomon.link.opposites import on_first_side, on_one_side, opposed
from rashomon.link.stages import goes_on, other_stages, stage_of
from rashomon.link.tellings import Answer, Telling, is_trait, of_act
from rashomon.link.updates import later, retold
from rashomon.link.verdicts import Verdict, verdict
from rashomon.model import Fact, FactKind
from rashomon.model.subjects import CLAIM, INTENT, WOUND
from rashomon.text.normal import words
from rashomon.text.places.closeness import distance
from rashomon.text.times.almanac import day_of

ONE_CAUSE = frozenset({"crash", "explode", "burn", "fire", "collapse", "sink", "derail", "collide", "fall"})  # accidents
DEEDS = frozenset(  # by which an attacker and his bomb are one cause
    (
        "attack attacker attackers bomber bombers bombing explosive explosives device suicide terror terrorist terrorists "
        "terrorism"
    ).split()
)
SIDED: tuple[FactKind, ...] = ("label", "evaluation", "quantity")  # a page may use both words; numbers are kept apart earlier
YEAR = 365.25
MONTH = 31  # days between two times of one happening, at most
TOWN = 15.0  # km from the middle of one town to that of another, from which they are two
JUDGED = ("rules",)  # of which all who judge them speak
HELD = 1  # the stage of custody after which one is let go
SLIP = 30  # minutes from which on two accounts tell two moments, not one more and less exactly
_CANNOT = re.compile(r"\b(?:ca|could|would|should|may|might|must|can|wo|will)(?:n['’]t|not| not| never)\b", re.IGNORECASE)
_SITE = re.compile(r" (?:in|on|at|near|inside|under)(?: |$)")  # from there on it is where it was
_FOR_A_WHILE = re.compile(r"\bfor (?:\S+ ){1,5}?(?:minute|hour)s?\b|\b(?:briefly|temporarily)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:yet|immediately|so far|still|as of|until now|initially|at first)\b", re.IGNORECASE)


def compared(left: Answer, right: Answer) -> Verdict:
    """The relation between two answers to one question, with its reason; the same for (right, left)."""
    found = _compared(left, right)
    fact = left[0].fact
    if found.relation == "update" and fact.kind == "quantity" and fact.about in ANYBODY and not are_close(left, right):
        return verdict("compatible", "perhaps of two things", left[0], right[0], score=0.5)
    if found.relation != "conflict":
        return found
    if fact.kind not in SIDED and _one_voice_gives_both(left, right):
        if fact.kind == "status" and _others_stand_on_one_side(left, right):
            return verdict("update", "one account tells the change", left[0], right[0], score=0.6, subtype="later-update")
        return verdict("compatible", "one voice gives both", left[0], right[0], score=0.5)
    if _may_be_of_two(fact) and not are_close(left, right):
        return verdict("compatible", "perhaps of two things", left[0], right[0], score=0.5)
    return found


def _may_be_of_two(fact: Fact) -> bool:
    """Whether a page tells many such answers, each of another thing: times, counts of things, ages of some man, opinions."""
    if fact.kind == "identity":
        return is_trait(fact) or (fact.low is not None and fact.about.split()[-1] in ANYBODY)
    if fact.kind == "evaluation":
        return fact.about not in JUDGED
    return fact.kind == "time" or (fact.kind == "quantity" and not of_act(fact))


def _compared(left: Answer, right: Answer) -> Verdict:
    one, other = left[0], right[0]
    if one.fact.about == INTENT:
        return _intents(one, other)
    if one.fact.about == WOUND:
        return _wounds(one, other)
    if fates.is_fate(one):
        return fates.between(left, right, _changed)
    contrary = one.fact.polarity != other.fact.polarity
    if one.fact.polarity == other.fact.polarity == "denied" and one.fact.kind not in ("quantity", "evaluation"):
        return verdict("compatible", "both deny", one, other, score=0.5)
    if contrary and (one.fact.kind == "actor" or one.fact.about.startswith(CLAIM)):
        return denied_actor(one, other)
    if one.fact.kind == "status" and (found := _moved(left, right)) is not None:
        return found
    if contrary and one.fact.kind not in ("quantity", "evaluation"):
        return _contrary(one, other)
    return COMPARE.get(one.fact.kind, _worded)(left, right)


def _intents(one: Telling, other: Telling) -> Verdict:
    if was_meant(one) == was_meant(other):
        return verdict("compatible", "meant alike", one, other, score=0.5)
    return verdict("conflict", "on purpose, or by mistake", one, other, score=0.7)


def _moved(left: Answer, right: Answer) -> Verdict | None:
    """How two states stand to each other where one is denied, or where the two are stages of one: "arrested", "charged"."""
    one, other = left[0], right[0]
    if (beside := _denies_another(one, other)) is not None:
        return beside
    moved = one.fact.polarity != other.fact.polarity or other_stages(left, right)
    if moved and (changed := _changed(left, right)) is not None:
        return changed
    denied = next((end for end in (one, other) if end.fact.polarity == "denied"), None)
    if denied is not None and _NOT_YET.search(denied.clause):
        return verdict("update", "not yet, then so", one, other, score=0.7, subtype="later-update")
    if moved and goes_on(left, right):
        return verdict("update", "it went on", one, other, score=0.6, subtype="later-update")
    return None


def _contrary(one: Telling, other: Telling) -> Verdict:
    """One says so and one denies it, unless what is denied is something else than what is told."""
    denied = one if one.fact.polarity == "denied" else other
    if one.fact.kind == "happened" and _CANNOT.search(denied.clause):
        return verdict("compatible", "what could not be, not what was not", one, other, score=0.5)
    if one.fact.kind == "manner" and opposed(one, other):
        return verdict("compatible", "the opposite is denied", one, other, score=0.5)
    if one.fact.kind == "cause" and not (_share_thing(one, other) or on_one_side(one, other)):
        return verdict("compatible", "another cause is denied", one, other, score=0.5)
    return verdict("conflict", "one says so, one denies it", one, other, score=0.9, subtype="denial")


def _wounds(one: Telling, other: Telling) -> Verdict:
    """Two kinds of wound exclude each other; that one shows none of a kind says nothing about the others."""
    alike, denied = one.fact.scope == other.fact.scope, one.fact.polarity != other.fact.polarity
    if alike == denied and "affirmed" in (one.fact.polarity, other.fact.polarity):
        return verdict("conflict", "another wound", one, other, score=0.7, subtype="denial" if denied else None)
    return verdict("compatible", "no other wound", one, other, score=0.5)


def _one_voice_gives_both(left: Answer, right: Answer) -> bool:
    """Whether a voice gives both answers in one account, and nobody else stands on one side of them.

    Who gives both speaks of two things, or sees no contradiction.
    """
    here, there = map(_tellers, (left, right))
    return bool(here & there) and not (here - there and there - here)


def _others_stand_on_one_side(left: Answer, right: Answer) -> bool:
    """Whether somebody gives one of the two answers only."""
    return _tellers(left) != _tellers(right)


def _tellers(answer: Answer) -> set[tuple[str, str]]:
    return {(telling.voice, telling.fact.doc_id) for telling in answer}


def _labels(left: Answer, right: Answer) -> Verdict:
    one, other = left[0], right[0]
    if {one.fact.scope, other.fact.scope} == {"hostile", "favourable"}:
        return verdict("conflict", "opposed words for one referent", one, other)
    return verdict("compatible", "another word for one referent", one, other, score=0.6)


def _manners(left: Answer, right: Answer) -> Verdict:
    return manners(left, right) or _worded(left, right)


def _places(left: Answer, right: Answer) -> Verdict:
    """The page seldom says which place lies inside which, so two names are no conflict; a hospital and a barracks are."""
    if opposed(left[0], right[0]) and (
        are_close(left, right) or any(are_of_their_matter(one, other) for one, other in product(left, right))
    ):
        return verdict("conflict", "places of opposite kinds", left[0], right[0], score=0.6)
    if _are_two_towns(left[0], right[0]) and are_close(left, right):
        return verdict("conflict", "two towns", left[0], right[0], score=0.6)
    return verdict("compatible", "another place, or one inside the other", left[0], right[0], score=0.5, subtype="precision")


def _are_two_towns(one: Telling, other: Telling) -> bool:
    """Whether each names a town of its own, too far from the other's for one to be a part of it."""
    pairs = product(one.towns, other.towns)
    return bool(one.towns and other.towns) and all(distance((a.lat, a.lon), (b.lat, b.lon)) > TOWN for a, b in pairs)


def _times(left: Answer, right: Answer) -> Verdict:
    one, other = left[0], right[0]
    early, late = (telling.fact.when and telling.fact.when[:DAY] for telling in (one, other))
    if early == late and minutes_apart(one, other) >= SLIP:
        return verdict("conflict", "times of day exclude each other", one, other, score=0.7)
    if early == late and parts_apart(one, other):
        return verdict("conflict", "parts of a day exclude each other", one, other, score=0.6)
    if early != late and _may_be_one_night(one, other):
        return verdict("compatible", "one night, told by either day", one, other, score=0.5, subtype="precision")
    if not early or not late or early.startswith(late) or late.startswith(early):
        return verdict("compatible", "one time told more exactly", one, other, score=0.6, subtype="precision")
    if _are_far(early, late):
        return verdict("compatible", "perhaps of two happenings", one, other, score=0.5)
    return verdict("conflict", "times exclude each other", one, other, score=0.7)


def _may_be_one_night(one: Telling, other: Telling) -> bool:
    """Whether "Thursday night" and "early on Friday" may be one time."""
    early, late = hours_of(one), hours_of(other)
    return early is not None and late is not None and overlap(early, late) > 0


def _are_far(one: str, other: str) -> bool:
    """Whether two times lie so far apart that nobody would take the one for the other. Who tells the year alone is a year off."""
    if len(one) == len(other) == len("2016"):
        return abs(int(one) - int(other)) > 1
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) > MONTH
    except ValueError:  # a month or a year: one of the two may still lie next to the other
        return one[:4] != other[:4] or (len(min(one, other, key=len)) == len("2016-10") and one[:7] != other[:7])


def _causes(left: Answer, right: Answer) -> Verdict:
    """An accident has one cause, an act may have many reasons. An attacker and his bomb are one; a bomb and a missile two."""
    one, other = left[0], right[0]
    one_deed = on_first_side(one, other) and bool(DEEDS & {word for end in (one, other) for word in words(end.fact.value)})
    if ONE_CAUSE & set(one.fact.about.split()) and not _share_thing(one, other) and not one_deed:
        return verdict("conflict", "another cause", one, other, score=0.6)
    if opposed(one, other):
        return verdict("conflict", "words of opposite sides", one, other, score=0.7)
    return verdict("compatible", "another reason", one, other, score=0.5)


def _share_thing(one: Telling, other: Telling) -> bool:
    """Whether the two share a word for what it was; that both were on the second floor says nothing."""
    here, there = (set(stems(_SITE.split(telling.fact.value)[0])) or stems_of(telling) for telling in (one, other))
    return bool(here & there)


def _identities(left: Answer, right: Answer) -> Verdict:
    one, other = left[0], right[0]
    if one.fact.about.startswith("home ") and _are_two_towns(one, other):
        return verdict("conflict", "two towns", one, other, score=0.6)
    if one.fact.about.startswith("colour "):
        return verdict("conflict", "another colour", one, other, score=0.6)
    if one.fact.low is None or other.fact.low is None or not quantities.excludes(one.fact, other.fact):
        return _worded(left, right)
    if one.fact.unit == "year" and all(_years_passed(here, there) for here, there in product(left, right)):
        return verdict("compatible", "as many years later", one, other, score=0.5)
    return retold(left, right) or verdict("conflict", "numbers exclude each other", one, other)


def _years_passed(one: Telling, other: Telling) -> bool:
    """Whether somebody is older by as much as one account came out after the other, or by a birthday more or less."""
    early, late = sorted((one, other), key=lambda telling: telling.fact.low or 0)
    then, now = day_of(early.day), day_of(late.day)
    if then is None or now is None:
        return False
    return (now - then).days > MONTH and abs((late.fact.low or 0) - (early.fact.low or 0) - (now - then).days / YEAR) < 1


def _states(left: Answer, right: Answer) -> Verdict:
    """A state that excludes another replaced it where one came later; told on one day they conflict."""
    found = _worded(left, right)
    if found.relation != "conflict":
        return found
    if _changed(left, right) is None and any(_FOR_A_WHILE.search(one.clause) for one in (left[0], right[0])):
        return verdict("compatible", "so for a while", left[0], right[0], score=0.5)
    return _changed(left, right) or found


def _denies_another(one: Telling, other: Telling) -> Verdict | None:
    """Who is not in danger may be in hospital, and who was released was perhaps never arrested."""
    if one.fact.polarity == other.fact.polarity:
        return None
    state = one.fact.about.split()[0]
    affirmed = other if one.fact.polarity == "denied" else one
    free = state == "custody" and (stage_of(affirmed) or HELD) > HELD
    if free or (state == "health" and not set(stems(one.fact.value)) & set(stems(other.fact.value))):
        return verdict("compatible", "another state is denied", one, other, score=0.5)
    return None


def _changed(left: Answer, right: Answer) -> Verdict | None:
    """An update where one state took the place of the other."""
    return retold(left, right) or later(left, right) or later(right, left)


def _evaluations(left: Answer, right: Answer) -> Verdict:
    one, other = left[0], right[0]
    if speaks_for(one) == speaks_for(other):
        return verdict("compatible", "judged alike", one, other, score=0.5)
    refused = one.fact.scope == other.fact.scope
    return verdict("conflict", "praise against blame", one, other, score=0.7, subtype="denial" if refused else None)


def _worded(left: Answer, right: Answer) -> Verdict:
    one, other = left[0], right[0]
    if opposed(one, other):
        return verdict("conflict", "words of opposite sides", one, other, score=0.7)
    return verdict("compatible", "told differently", one, other, score=0.5)


COMPARE: dict[FactKind, Callable[[Answer, Answer], Verdict]] = {
    "quantity": quantities.between,
    "label": _labels,
    "actor": actors,
    "manner": _manners,
    "place": _places,
    "time": _times,
    "cause": _causes,
    "identity": _identities,
    "status": _states,
    "evaluation": _evaluations,
}
