"""Whether two answers are of one thing where a page tells of many such: by the words around them, and by what they count."""

from rashomon.link.bags import cosine, stems
from rashomon.link.culprits import HARM
from rashomon.link.hours import DAY
from rashomon.link.tellings import Answer, Telling, is_age_of_somebody, is_clock

ANYBODY = ("age", "person", "people", "man", "woman", "child", "boy", "girl")  # of whom an account may name many
CLOSE = 0.3  # likeness of the words around from which two times, or two counts of things, are of one; others are of two
CLOSE_ONLY = 0.12  # the same where each of two accounts of one matter counts one such thing only
SAME_PEOPLE = 0.5  # the same for "people" of whom nothing is told that befell them
SHARED = 1  # words of two clauses, besides number and noun, from which they count one thing
FEW = 3  # words between a number and its noun that say of which kind the counted are


def are_close(left: Answer, right: Answer) -> bool:
    """Whether some telling of the one is of the thing that some telling of the other is of."""
    return any(_is_close(one, other) and _counts_one_thing(one, other) for one in left for other in right)


def _is_close(one: Telling, other: Telling) -> bool:
    """Whether the words around are alike, or need not be: who praises and who blames share few words, but name one cast."""
    if one.fact.about in ("deed", "law") and (one.cast & other.cast or min(one.main, other.main) > 0):
        return True
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
    """As in "93 percent"."""
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
