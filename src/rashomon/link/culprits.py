"""Who did it, and by what: two culprits of one harm, two kinds of means, and what tells one deed from two."""

import re
from functools import cache, lru_cache

from rashomon.link.bags import SEEN, stems
from rashomon.link.opposites import names_both_sides, opposed
from rashomon.link.tellings import Answer, Telling, accounts_of
from rashomon.link.verdicts import Verdict, verdict
from rashomon.model.subjects import CLAIM
from rashomon.text.lexicon import lexicon
from rashomon.text.means import means_in
from rashomon.text.nations import nation
from rashomon.text.normal import folded, words

HARM = frozenset("kill injure attack abduct rape torture gas explode shoot strike burn destroy sink loot violate".split())
GROUPS = frozenset(
    "group groups organisation organization network front state army brigade movement party militia cell jihad".split()
)
ANY_GROUP = GROUPS | frozenset("terrorism terror terrorists extremism extremists militants jihadists anyone anybody".split())
GOVERNMENT = frozenset("government governmental regime authorities".split())
ARMY = frozenset("army military armed air".split())  # "the armed forces", "the air force"
CRAFT = frozenset("vessel boat ship cutter frigate plane jet aircraft helicopter drone".split())
POISON = "poison"
_ANSWERING = re.compile(r"\b(?:in response|response to|retaliat\w+|reprisals?|revenge|aveng\w+)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no|none|nobody|no-one)\b", re.IGNORECASE)


def denied_actor(one: Telling, other: Telling) -> Verdict:
    """That nobody did it yet gives way to who did; that one did not do it says nothing about another."""
    denied = one if one.fact.polarity == "denied" else other
    if denied.fact.about.startswith(CLAIM) or _NOBODY.match(denied.fact.value):
        return verdict("update", "nobody yet, then somebody", one, other, score=0.7, subtype="later-update")
    alike = one.names & other.names or stems_of(one) & stems_of(other) or _are_of_one_side(one, other)
    if HARM & {one.fact.about.split()[0]} and alike:
        return verdict("conflict", "one says so, one denies it", one, other, score=0.9, subtype="denial")
    if _is_of_any(denied) and _is_group(one if denied is other else other):
        return verdict("conflict", "a group is said to be behind it, no group was", one, other, score=0.8, subtype="denial")
    return verdict("compatible", "another one's part is denied", one, other, score=0.5)


def _is_of_any(denied: Telling) -> bool:
    """Whether the part of any group of a kind is denied: "no link to any militant group", "not terrorism"."""
    return not denied.names and bool(set(words(denied.doer)) & ANY_GROUP)


def _is_group(telling: Telling) -> bool:
    """Whether a group is named as the doer, or one who acts for it: "the Islamic State group", "fighters of the Red Front"."""
    return bool(telling.names) and not _is_alone(telling) and bool(set(words(telling.doer)) & GROUPS)


def _is_alone(telling: Telling) -> bool:
    return bool(set(words(telling.doer)) & {"alone", "lone"})


def actors(left: Answer, right: Answer) -> Verdict:
    """Two culprits of one harm exclude each other, unless one is part of the other or only described."""
    one, other = left[0], right[0]
    if (_is_alone(one) and _is_group(other)) or (_is_group(one) and _is_alone(other)):
        return verdict("conflict", "alone, or for a group", one, other, score=0.7)
    if one.names & other.names or stems_of(one) & stems_of(other) or one.called & other.called:
        return verdict("compatible", "one named more exactly", one, other, subtype="precision")
    if _are_of_one_side(one, other):
        return verdict("compatible", "of one side", one, other, subtype="precision")
    named = (
        max(one.main, other.main) > 0 and _is_named(one) and _is_named(other) and not (_is_somebody(one) or _is_somebody(other))
    )
    foes = opposed(one, other) and min(one.main, other.main) > 0 and not (names_both_sides(one) or names_both_sides(other))
    if (named or foes) and HARM & {telling.fact.about.split()[0] for telling in (one, other)}:
        if _by_other_means(left, right) or not any(_may_be_one_deed(here, there) for here in left for there in right):
            return verdict("compatible", "perhaps of two deeds", one, other, score=0.5)
        return verdict("conflict", "another culprit", one, other, score=0.7)
    return verdict("compatible", "described, not named", one, other, score=0.5, subtype="precision")


def _is_named(telling: Telling) -> bool:
    """Whether a name says who it was; "Mujahideen" is what some call their fighters, and the name of none."""
    return bool(telling.names) and not set(words(telling.doer)) <= _fighters()


@cache
def _fighters() -> frozenset[str]:
    """The words for fighters, whichever side they take, one and many."""
    listed = {word for entries in lexicon("labels")["fighters"].values() for entry in entries for word in entry.split()}
    return frozenset(listed | {f"{word}s" for word in listed})


def _are_of_one_side(one: Telling, other: Telling) -> bool:
    """Whether both are of one country: the "armed forces of Norland", "Norlandish artillery", what its capital ordered."""
    sides = {_country(telling.doer) for telling in (one, other)}
    ruling = any(
        all(side & set(words(telling.doer)) for telling in (one, other)) for side in (GOVERNMENT, ARMY)
    )  # "the Arden regime", "the government"
    return len(sides - {None}) < 2 and (None not in sides or ruling)


@lru_cache(SEEN)
def _country(told: str) -> str | None:
    return nation([told], seats=True)


def _is_somebody(telling: Telling) -> bool:
    """Whether one person is described without a name: "a former plant worker" may be anybody who is named elsewhere."""
    first, *rest = words(telling.doer) or [""]
    if CRAFT & set(rest):  # "a Norland coast guard vessel"
        return False
    return first in ("a", "an", "one") and any(word in lexicon("units")["persons"] for word in rest)


def _by_other_means(left: Answer, right: Answer) -> bool:
    """Whether the two are told to have done it by means of which neither is told of the other: a gas attack and a missile."""
    here, there = (
        {means for one in answer if not _ANSWERING.search(one.sentence) for means in means_in(one.clause) or one.means}
        for answer in (left, right)
    )
    return bool(here and there) and not here & there


def _may_be_one_deed(one: Telling, other: Telling) -> bool:
    """Whether nothing tells two deeds: one that answers the other, places apart, days apart, other means."""
    return not _by_other_means((one,), (other,)) and _may_be_there_and_then(one, other)


def _may_be_there_and_then(one: Telling, other: Telling) -> bool:
    if _ANSWERING.search(one.sentence) or _ANSWERING.search(other.sentence):
        return False
    towns = [folded(telling.fact.where or "") for telling in (one, other)]
    if all(towns) and not (towns[0] in towns[1] or towns[1] in towns[0]):
        return False
    days = [(telling.fact.when or "")[:10] for telling in (one, other)]
    return not all(days) or days[0].startswith(days[1]) or days[1].startswith(days[0])


def manners(left: Answer, right: Answer) -> Verdict | None:
    """One attack is made by one kind of means: from the air, or by gunmen. Who tells of both kinds tells of two attacks."""
    one, other = left[0], right[0]
    here, there = (means_in(telling.clause) for telling in (one, other))
    exclude = here and there and not here & there and POISON not in here | there  # which bombs and shells may carry
    if one.fact.about == "attack" and exclude and are_of_their_matter(one, other):
        one_deed = any(_may_be_there_and_then(this, that) for this in left for that in right)
        of_both = any(telling.means & there for telling in left) or any(telling.means & here for telling in right)
        if one_deed and not of_both and not accounts_of(left) & accounts_of(right):
            return verdict("conflict", "by other means", one, other, score=0.6)
    return None


def are_of_their_matter(one: Telling, other: Telling) -> bool:
    """Whether both are told of what their accounts are about, which is one."""
    return one.matter == other.matter and min(one.main, other.main) > 0


def stems_of(telling: Telling) -> set[str]:
    """The content words of the answer, as stems."""
    return set(stems(telling.doer))
