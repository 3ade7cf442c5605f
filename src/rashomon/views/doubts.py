"""What a person's word would settle most: doubts, the most useful first.

A doubt's use is what hangs on it times how unsure it is, both from 0 to 1. Unsure is 4·s·(1−s) of its score s: most at one half,
nothing where the program is certain either way. What hangs on it: for two answers, the point's sharpness; for a statement, the
sharpness of the sharpest point that it answers; for a name, the share of accounts that use it; for two accounts with words in
common, how many points both answer. Only columns are read here, no texts: a queue over 5,000 points is made in a second.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from rapidfuzz import fuzz

from rashomon.pairs.blocks import candidate_pairs
from rashomon.text.normal import folded, words
from rashomon.views.records import Records

DoubtKind = Literal["answers", "statement", "member", "names", "copy", "questions"]  # the last only where somebody asks
ALIKE, TOO_ALIKE = 0.5, 0.97  # names that are compared at all; from 0.97 on they were compared and told apart for a reason
SURE = 0.95  # a statement or member from here on is not asked about
PAIRS = 3  # pairs of answers of one point in the queue: the rest wait on the point's own page


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to be judged: two items, or one (`right` empty). `about` is the point or entity that it belongs to."""

    kind: DoubtKind
    left: str
    right: str
    about: str
    stake: float
    score: float

    @property
    def use(self) -> float:
        """How useful an answer is."""
        return self.stake * 4 * self.score * (1 - self.score)

    @property
    def key(self) -> str:
        """What names it in an address."""
        return f"{self.left}~{self.right}" if self.right else self.left


def doubts(records: Records) -> tuple[Doubt, ...]:
    """Every doubt of the case, the most useful first."""
    sharp = dict(records.shelf.cells("points", "id", "sharpness"))
    of_fact = _points_of_facts(records)
    found = [
        *_answers(records, sharp, of_fact),
        *_statements(records, sharp, of_fact),
        *_members(records),
        *_names(records),
        *_copies(records, of_fact),
    ]
    return tuple(sorted((doubt for doubt in found if doubt.use > 0), key=lambda doubt: (-doubt.use, doubt.key)))


def _points_of_facts(records: Records) -> dict[str, tuple[str, str]]:
    """Fact -> its position and point."""
    point_of = dict(records.shelf.cells("positions", "id", "point_id"))
    return {fact: (position, point_of[position]) for position, fact in records.shelf.cells("answers", "group_id", "item_id")}


def _answers(records: Records, sharp: dict[str, float], of_fact: dict[str, tuple[str, str]]) -> Iterator[Doubt]:
    """Answers that a link sets beside each other, by the surest link between them."""
    best: dict[frozenset[str], Doubt] = {}
    for left, right, relation, score in records.shelf.cells("links", "left", "right", "relation", "score"):
        if relation == "same" or left not in of_fact or right not in of_fact:
            continue
        (one, point), (other, elsewhere) = of_fact[left], of_fact[right]
        if one != other and point == elsewhere:
            doubt = Doubt("answers", min(one, other), max(one, other), point, sharp[point], score)
            pair = frozenset((one, other))
            best[pair] = max(best.get(pair, doubt), doubt, key=lambda each: each.score)
    counts: Counter[str] = Counter()
    for doubt in sorted(best.values(), key=lambda each: (-each.use, each.key)):
        counts[doubt.about] += 1
        if counts[doubt.about] <= PAIRS:
            yield doubt


def _statements(records: Records, sharp: dict[str, float], of_fact: dict[str, tuple[str, str]]) -> Iterator[Doubt]:
    """Statements that a net or rule was unsure of and that answer a point."""
    scores = {key: score for key, score in records.shelf.cells("statements", "id", "score") if score < SURE}
    best: dict[str, Doubt] = {}
    for fact, statement in records.shelf.cells("facts", "id", "statement_id"):
        if statement in scores and fact in of_fact:
            point = of_fact[fact][1]
            doubt = Doubt("statement", statement, "", point, sharp[point], scores[statement])
            best[statement] = max(best.get(statement, doubt), doubt, key=lambda each: each.stake)
    yield from best.values()


def _members(records: Records) -> Iterator[Doubt]:
    """Places that were hardly taken for the name that they are taken for, each against the surest place of that name."""
    entities = {key for (key,) in records.shelf.cells("entities", "id")}
    surest: dict[str, tuple[float, str]] = {}
    unsure: list[tuple[str, str, float]] = []
    for group, item, score, by in records.shelf.cells("members", "group_id", "item_id", "score", "by"):
        if group in entities and item.startswith("men"):
            surest[group] = max(surest.get(group, (0.0, "")), (score, item))
            if score < SURE and by != "judgement":
                unsure.append((group, item, score))
    shares = _shares(records, {group for group, _, _ in unsure})
    for group, item, score in unsure:
        if surest[group][1] != item:
            yield Doubt("member", item, surest[group][1], group, shares[group], score)


def _shares(records: Records, entities: Collection[str]) -> dict[str, float]:
    """Which share of the accounts names each of these."""
    home = dict(records.shelf.cells("mentions", "id", "doc_id"))
    named: dict[str, set[str]] = defaultdict(set)
    for group, item in records.shelf.cells("members", "group_id", "item_id"):
        if group in entities and item in home:
            named[group].add(home[item])
    return {entity: len(named[entity]) / max(1, len(records.heads)) for entity in entities}


def _names(records: Records) -> Iterator[Doubt]:
    """Names of one kind that read nearly alike and are not one. Two places of the gazetteer are told apart for certain."""
    rows = records.shelf.cells("entities", "id", "kind", "name", "place")
    known = {key: (kind, name, place) for key, kind, name, place in rows}
    keys = {key: {(kind, word) for word in words(folded(name)) if len(word) > 2} for key, (kind, name, _) in known.items()}
    near = list(_alike(known, candidate_pairs(keys)))
    shares = _shares(records, {end for left, right, _ in near for end in (left, right)})
    for left, right, score in near:
        yield Doubt("names", left, right, left, min(shares[left], shares[right]), score)


def _alike(known: dict[str, tuple[Any, ...]], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, float]]:
    for left, right in pairs:
        (_, one, here), (_, other, there) = known[left], known[right]
        score = fuzz.token_sort_ratio(folded(one), folded(other)) / 100
        if ALIKE <= score < TOO_ALIKE and (here is None or there is None):
            yield left, right, score


def _copies(records: Records, of_fact: dict[str, tuple[str, str]]) -> Iterator[Doubt]:
    """Accounts with words in common, where few words make it doubtful whether they have one source."""
    answers: dict[str, set[str]] = defaultdict(set)
    for fact, doc_id in records.shelf.cells("facts", "id", "doc_id"):
        if fact in of_fact:
            answers[doc_id].add(of_fact[fact][1])
    for left, right, score, by in records.shelf.cells("copies", "left", "right", "score", "by"):
        if by != "judgement" and score < 1:
            both = len(answers[left] & answers[right])
            yield Doubt("copy", left, right, "", (1 + both) / (2 + both), score)
