"""How two answers to one question stand to each other, by the question's kind."""

import re
from collections.abc import Callable
from datetime import date
from itertools import product

from rashomon.link import fates, quantities
from rashomon.link.answers import DAY, Answer, minutes_apart, parts_apart, speaks_for, was_meant
from rashomon.link.bags import cosine, stems
from rashomon.link.culprits import HARM, actors, denied_actor, manners, stems_of
from rashomon.link.hours import hours_of, overlap
from rashomon.link.opposites import on_first_side, on_one_side, opposed
from rashomon.link.stages import goes_on, other_stages, stage_of
from rashomon.link.tellings import Telling, is_age_of_somebody, is_clock, is_trait, of_act
from rashomon.link.updates import later, retold
from rashomon.link.verdicts import Verdict, verdict
from rashomon.model import Fact, FactKind
from rashomon.model.subjects import CLAIM, INTENT, WOUND
from rashomon.text.normal import words
from rashomon.text.places.closeness import distance
from rashomon.text.times.almanac import day_of

ONE_CAUSE = frozenset({"crash", "explode", "burn", "fire", "collapse", "sink", "derail", "collide", "fall"})  # accidents
DEEDS = frozenset(
    (
        "attack attacker attackers bomber bombers bombing explosive explosives device suicide terror terrorist terrorists "
        "terrorism"
    ).split()
)

SIDED: tuple[FactKind, ...] = ("label", "evaluation", "quantity")  # a page may use both words; numbers are kept apart earlier
YEAR = 365.25
MONTH = 31  # days between two times of one happening, at most
TOWN = 15.0  # km from the middle of one town to that of another, from which they are two
CLOSE = 0.3  # likeness of the words around from which two times, or two counts of things, are of one; others are of two
ANYBODY = ("age", "person", "people", "man", "woman", "child", "boy", "girl")  # of whom an account may name many
JUDGED = ("rules",)  # of which all who judge them speak
_CANNOT = re.compile(r"\b(?:ca|could|would|should|may|might|must|can|wo|will)(?:n['’]t|not| not| never)\b", re.IGNORECASE)
HELD = 1  # the stage of custody after which one is let go
FEW = 3  # words between a number and its noun that say of which kind the counted are
SLIP = 30  # minutes from which on two accounts tell two moments, not one more and less exactly
SAME_PEOPLE = 0.5  # the same for "people" of whom nothing is told that befell them
CLOSE_ONLY = 0.12  # the same where each of two accounts of one matter counts one such thing only
SHARED = 1  # words of two clauses, besides number and noun, from which they count one thing
_SITE = re.compile(r" (?:in|on|at|near|inside|under)(?: |$)")  # from there on it is where it was
_FOR_A_WHILE = re.compile(r"\bfor (?:\S+ ){1,5}?(?:minute|hour)s?\b|\b(?:briefly|temporarily)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:yet|immediately|so far|still|as of|until now|initially|at first)\b", re.IGNORECASE)


def compared(left: Answer, right: Answer) -> Verdict:
    """The relation between two answers to one question, with its reason; the same for (right, left)."""
    found = _compared(left, right)
    fact = left[0].fact
    if found.relation == "update" and fact.kind == "quantity" and fact.about in ANYBODY and not _close(left, right):
        return verdict("compatible", "perhaps of two things", left[0], right[0], score=0.5)
    if found.relation != "conflict":
        return found
    if fact.kind not in SIDED and _one_voice_gives_both(left, right):
        if fact.kind == "status" and _others_stand_on_one_side(left, right):
            return verdict("update", "one account tells the change", left[0], right[0], score=0.6, subtype="later-update")
        return verdict("compatible", "one voice gives both", left[0], right[0], score=0.5)
    if _may_be_of_two(fact) and not _close(left, right):
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
        if was_meant(one) == was_meant(other):
            return verdict("compatible", "meant alike", one, other, score=0.5)
        return verdict("conflict", "on purpose, or by mistake", one, other, score=0.7)
    if one.fact.about == WOUND:
        return _wounds(one, other)
    if fates.is_fate(one):
        return fates.between(left, right, _changed)
    if one.fact.polarity == other.fact.polarity == "denied" and one.fact.kind not in ("quantity", "evaluation"):
        return verdict("compatible", "both deny", one, other, score=0.5)
    if one.fact.polarity != other.fact.polarity and (one.fact.kind == "actor" or one.fact.about.startswith(CLAIM)):
        return denied_actor(one, other)
    if one.fact.kind == "status" and (beside := _denies_another(one, other)) is not None:
        return beside
    moved = one.fact.kind == "status" and (one.fact.polarity != other.fact.polarity or other_stages(left, right))
    if moved and (changed := _changed(left, right)) is not None:
        return changed
    denied = next((end for end in (one, other) if end.fact.polarity == "denied"), None)
    if one.fact.kind == "status" and denied is not None and _NOT_YET.search(denied.clause):
        return verdict("update", "not yet, then so", one, other, score=0.7, subtype="later-update")
    if moved and goes_on(left, right):
        return verdict("update", "it went on", one, other, score=0.6, subtype="later-update")
    if one.fact.kind not in ("quantity", "evaluation") and one.fact.polarity != other.fact.polarity:
        if one.fact.kind == "happened" and _CANNOT.search((one if one.fact.polarity == "denied" else other).clause):
            return verdict("compatible", "what could not be, not what was not", one, other, score=0.5)
        if one.fact.kind == "manner" and opposed(one, other):
            return verdict("compatible", "the opposite is denied", one, other, score=0.5)
        if one.fact.kind == "cause" and not (_share_thing(one, other) or on_one_side(one, other)):
            return verdict("compatible", "another cause is denied", one, other, score=0.5)
        return verdict("conflict", "one says so, one denies it", one, other, score=0.9, subtype="denial")
    return COMPARE.get(one.fact.kind, _worded)(left, right)


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
    if opposed(left[0], right[0]) and (_close(left, right) or _are_of_their_own(left, right)):
        return verdict("conflict", "places of opposite kinds", left[0], right[0], score=0.6)
    if _are_two_towns(left[0], right[0]) and _close(left, right):
        return verdict("conflict", "two towns", left[0], right[0], score=0.6)
    return verdict("compatible", "another place, or one inside the other", left[0], right[0], score=0.5, subtype="precision")


def _are_of_their_own(left: Answer, right: Answer) -> bool:
    """Whether both are told of what their accounts are about, which is one."""
    return any(one.matter == other.matter and min(one.main, other.main) > 0 for one in left for other in right)


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


def _close(left: Answer, right: Answer) -> bool:
    return any(_is_close(one, other) and _counts_one_thing(one, other) for one in left for other in right)


def _is_close(one: Telling, other: Telling) -> bool:
    if one.fact.about in ("deed", "law") and (one.cast & other.cast or min(one.main, other.main) > 0):
        return True  # who praises and who blames share few words, but name the same people
    if one.fact.doc_id == other.fact.doc_id and min(one.main, other.main) > 0:
        return True
    counted = one.fact.kind == "quantity" or (is_clock(one.fact) and is_clock(other.fact))
    counted = counted or is_age_of_somebody(one.fact)
    only = counted and one.only and other.only and one.matter == other.matter
    if only and (_are_shares(one, other) or _are_clocks_of_harm(one, other)):
        return True  # a page gives the share of many things, but hardly twice of one by another name
    near = SAME_PEOPLE if one.fact.about in ANYBODY else CLOSE_ONLY if only else CLOSE
    return cosine(one.words, other.words) >= near


def _are_clocks_of_harm(one: Telling, other: Telling) -> bool:
    """Whether both give the time of day of harm that was done: of one matter, on one day, there is mostly one."""
    days = {(telling.fact.when or "")[:DAY] for telling in (one, other)}
    return is_clock(one.fact) and one.fact.about in HARM and len(days) == 1


def _are_shares(one: Telling, other: Telling) -> bool:
    return one.fact.unit == other.fact.unit == "percent"


def _counts_one_thing(one: Telling, other: Telling) -> bool:
    """Whether two counts of things share more than the noun: a page counts ships sunk, ships listed and ships at sea."""
    if one.fact.kind != "quantity" or _are_shares(one, other):
        return True
    kinds = [_kind_of_thing(telling) for telling in (one, other)]
    if all(kinds) and not kinds[0] & kinds[1]:  # fire trucks and ladder trucks
        return False
    here, there = (
        {stem for stem in stems(telling.clause) if stem.isalpha()} - set(stems(f"{telling.fact.value} {telling.fact.about}"))
        for telling in (one, other)
    )
    return len(here & there) >= SHARED


def _kind_of_thing(telling: Telling) -> set[str]:
    """The words between a number and what it counts: the ladder of "three ladder trucks"."""
    _, _, after = telling.clause.partition(telling.fact.value)
    before, noun, _ = after.partition(telling.fact.about)
    return set(stems(before)) if noun and len(before.split()) <= FEW else set()


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
