"""Spellings to entities: who is who across documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import EntityKind, Reason
from rashomon.pairs.clusters import clusters
from rashomon.pairs.scorer import Scored
from rashomon.resolve.features import SAME, compare, excludes
from rashomon.resolve.judged import Pair
from rashomon.resolve.meetings import meetings, share_word
from rashomon.resolve.spelling import Spelling, is_lone

CLEAR = 2  # of two different fuller names a bare word stands for the one that is written this many times as often, if one is
CERTAIN = 0.99  # one spelling, or a voice at its own name: only a person's word parts them


SAME_LETTERS = Scored(1.0, (Reason("same letters", 1.0),))


@dataclass(frozen=True, slots=True)
class Tie:
    """That two spellings are one, how surely and why."""

    left: str
    right: str
    scored: Scored


@dataclass(frozen=True, slots=True)
class Found:
    """What comparing gave: ties to follow, and the bare words that were compared across the case, one for all written alike."""

    ties: tuple[Tie, ...]
    bare: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """Spellings and voices (their ids) that are one, and the ties between the spellings."""

    items: tuple[str, ...]
    ties: tuple[Tie, ...]


def grouped(
    spellings: Sequence[Spelling],
    voices: Mapping[str, str | None],
    same: Iterable[Pair],
    different: Iterable[Pair],
    known: Iterable[Tie] = (),
) -> list[Group]:
    """Who is who. `voices` gives for each voice the mention at which it stands, if any; `same` and `different` are pairs
    of mentions or voices that a person judged; `known` are ties that another source than the names gives.
    """
    home = {mention: spelling.id for spelling in spellings for mention in spelling.mentions}
    by_id = {spelling.id: spelling for spelling in spellings}
    judged = list(same)
    found = compared(spellings)
    ties = [*found.ties, *known]
    stands = [(CERTAIN, voice, home[mention]) for voice, mention in voices.items() if mention in home]
    groups = clusters(
        [*(spelling.id for spelling in spellings), *voices],
        [*((tie.scored.score, tie.left, tie.right) for tie in ties), *stands],
        same=_at_home(judged, home),
        different=_at_home(different, home),
        unlike=lambda left, right: _unlike(by_id[left], by_id[right]),
        asked={*_full(spellings), *found.bare} - {home.get(item, item) for pair in judged for item in pair},
    )
    where = {item: at for at, group in enumerate(groups) for item in group}
    inside: dict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        if where[tie.left] == where[tie.right]:
            inside[where[tie.left]].append(tie)
    return [Group(group, tuple(inside[at])) for at, group in enumerate(groups)]


def _full(spellings: Iterable[Spelling]) -> set[str]:
    """One spelling for each full name."""
    return set({spelling.name: spelling.id for spelling in spellings if not is_lone(spelling)}.values())


def _unlike(left: Spelling, right: Spelling) -> bool:
    """Whether two full names cannot be one, or two bare words that sound alike: no bare word contradicts a fuller name, nor a
    word that may be its other half.
    """
    lone = is_lone(left)
    return lone == is_lone(right) and (not lone or share_word(left, right)) and excludes(left, right)


def compared(spellings: Sequence[Spelling]) -> Found:
    """A bare word goes with one fuller name of its own page, if one suits; all others are compared across the case.

    A bare word has one tie at most to a fuller name, so that two people are never joined through their surname.
    """
    by_id = {spelling.id: spelling for spelling in spellings}
    lone = {spelling.id for spelling in spellings if is_lone(spelling)} | _landless(spellings)
    at_home = _on_their_pages(spellings, by_id, lone)
    stand_ins, ties = _stand_ins(spelling for spelling in spellings if spelling.id not in at_home)
    worn = _worn(stand_ins)
    options: dict[str, list[Tie]] = defaultdict(list)  # bare word -> fuller names
    for left, right in meetings(stand_ins, {spelling.id: ("case",) for spelling in stand_ins}):
        bare = (left in lone) - (right in lone)
        if not bare and excludes(by_id[left], by_id[right]):
            continue
        scored = compare(by_id[left], by_id[right])
        if scored.score >= SAME:
            if bare:
                one, full = (left, right) if bare > 0 else (right, left)
                options[one].append(Tie(one, full, scored))
            else:
                ties.append(Tie(left, right, scored))
    ties = [tie for tie in ties if not _is_worn(tie, by_id, worn)]
    for found in [*at_home.values(), *options.values()]:
        if tie := _chosen(found, by_id):
            ties.append(tie)
    settled = {tie.left for tie in ties if tie.left in options}
    bare_ids = frozenset(spelling.id for spelling in stand_ins if is_lone(spelling))
    return Found(tuple(tie for tie in ties if not _between_bare(tie, lone, settled)), bare_ids)


def _worn(spellings: Iterable[Spelling]) -> set[str]:
    """The acronyms that the case has inside longer names: NBC, where it has NBC News."""
    return {
        word.lower() for spelling in spellings if not spelling.name.acronym for word in spelling.written.split() if word.isupper()
    }


def _is_worn(tie: Tie, by_id: Mapping[str, Spelling], worn: set[str]) -> bool:
    """Whether only initials join a name to an acronym that another name bears as it is."""
    if not tie.scored.reasons or tie.scored.reasons[0].feature != "acronym":
        return False
    one, other = by_id[tie.left], by_id[tie.right]
    short = one.name.acronym or other.name.acronym
    return short in worn and short not in one.introduced | other.introduced


def _on_their_pages(spellings: Sequence[Spelling], by_id: Mapping[str, Spelling], lone: set[str]) -> dict[str, list[Tie]]:
    """Bare word -> the fuller names of its own document that suit it."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for left, right in meetings(spellings, {spelling.id: spelling.docs for spelling in spellings}):
        if (left in lone) != (right in lone):
            bare, full = (left, right) if left in lone else (right, left)
            scored = compare(by_id[bare], by_id[full])
            if scored.score >= SAME:
                found[bare].append(Tie(bare, full, scored))
    return found


def _landless(spellings: Iterable[Spelling]) -> set[str]:
    """Names that the case has of two countries and this once of none: "Foreign Ministry" may be either's."""
    lands: dict[tuple[str, ...], set[str]] = defaultdict(set)
    bare: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for spelling in spellings:
        rest = tuple(word.text for word in spelling.name.words if word.kind not in ("nation", "country"))
        if spelling.name.kind == "org" and rest:
            lands[rest] |= spelling.name.lands
            if len(rest) == len(spelling.name.words):
                bare[rest].append(spelling.id)
    return {one for rest, found in bare.items() if len(lands[rest]) > 1 for one in found}


def _stand_ins(spellings: Iterable[Spelling]) -> tuple[list[Spelling], list[Tie]]:
    """One for all that are written the same: only it is compared with other spellings, the rest are tied to it."""
    alike: dict[tuple[str, EntityKind, bool], list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        alike[spelling.written, spelling.name.kind, spelling.family].append(spelling)
    chosen, ties = [], []
    for group in alike.values():
        first, *rest = sorted(group, key=lambda spelling: (-spelling.count, spelling.id))
        chosen.append(first)
        ties += [Tie(spelling.id, first.id, SAME_LETTERS) for spelling in rest]
    return chosen, ties


def _chosen(options: Sequence[Tie], by_id: Mapping[str, Spelling]) -> Tie | None:
    """The fuller name that a bare word stands for; none where two different ones suit it equally well."""
    best, *rivals = sorted(options, key=lambda tie: (-by_id[tie.right].count, -tie.scored.score, tie.right))
    for rival in rivals:
        one, other = by_id[best.right], by_id[rival.right]
        if one.count < CLEAR * other.count and excludes(one, other):
            return None
    return best


def _between_bare(tie: Tie, lone: set[str], settled: set[str]) -> bool:
    """Whether the tie is between two bare words of which one already stands for a fuller name."""
    return tie.scored is not SAME_LETTERS and {tie.left, tie.right} <= lone and not settled.isdisjoint((tie.left, tie.right))


def _at_home(pairs: Iterable[Pair], home: Mapping[str, str]) -> list[Pair]:
    return [(home.get(left, left), home.get(right, right)) for left, right in pairs]
