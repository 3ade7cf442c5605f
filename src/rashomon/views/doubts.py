"""What a person's word would settle most: doubts, the most useful first.

A doubt's use is what hangs on it times how unsure it is, both from 0 to 1. Unsure is 4·s·(1−s) of its score s: most at one half,
nothing where the program is certain either way. What hangs on it: for two answers, the point's sharpness; for a statement, the
sharpness of the sharpest point that it answers; for a name, the share of accounts that use it; for two accounts with words in
common, how many points both answer. Of each point and name the few that are most useful stand here: what settles one of them
often settles its like. Only columns are read here, no texts: a queue over 5,000 points is made in a second.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, Literal

from rapidfuzz import fuzz

from rashomon.pairs.blocks import candidate_pairs
from rashomon.text.normal import folded, words
from rashomon.views.records import Records

DoubtKind = Literal["answers", "statement", "member", "names", "copy", "questions"]  # the last only where somebody asks
ALIKE, TOO_ALIKE = 0.5, 0.97  # names that are compared at all; from 0.97 on they were compared and told apart for a reason
SURE = 0.95  # a statement or member from here on is not asked about
KEPT = 5_000  # doubts that are kept to be asked: whoever looks at the queue looks through all of them for what is settled
EACH = (
    3  # doubts of a kind about one point or name: the rest wait on its own page, else one name of every account fills the queue
)


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


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubts of a case, the most useful first, and how many more there are, on which less hangs than on any of these."""

    most_useful: tuple[Doubt, ...]
    more: int


def doubts(records: Records) -> Doubts:
    """What is doubtful in the case: of each point and of each name the few doubts on which most hangs."""
    sharp = dict(records.shelf.cells("points", "id", "sharpness"))
    of_fact = _points_of_facts(records)
    entities = {key for (key,) in records.shelf.cells("entities", "id")}
    named = [row for row in records.shelf.cells("members", "group_id", "item_id", "score", "by") if row[0] in entities]
    shares = _shares(records, named)
    found = [
        *_answers(records, sharp, of_fact),
        *_statements(records, sharp, of_fact),
        *_members(named, shares),
        *_names(records, shares),
        *_copies(records, of_fact),
    ]
    ordered = sorted((doubt for doubt in found if doubt.use > 0), key=lambda doubt: (-doubt.use, doubt.key))
    return Doubts(tuple(ordered[:KEPT]), max(0, len(ordered) - KEPT))


def _few(doubtful: Mapping[str, list[tuple[float, str]]]) -> Iterator[tuple[str, float, str]]:
    """Of what belongs to each point or name, given by score and id, those few that are least sure."""
    for about, given in doubtful.items():
        for score, item in nsmallest(EACH, given, key=lambda each: (abs(each[0] - 0.5), each[1])):
            yield about, score, item


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
    of_point: dict[str, list[Doubt]] = defaultdict(list)
    for doubt in best.values():
        of_point[doubt.about].append(doubt)
    for of_one in of_point.values():
        yield from nsmallest(EACH, of_one, key=lambda doubt: (-doubt.use, doubt.key))


def _statements(records: Records, sharp: dict[str, float], of_fact: dict[str, tuple[str, str]]) -> Iterator[Doubt]:
    """Statements that a net or rule was unsure of and that answer a point."""
    scores = {key: score for key, score in records.shelf.cells("statements", "id", "score") if score < SURE}
    sharpest: dict[str, tuple[float, str]] = {}
    for fact, statement in records.shelf.cells("facts", "id", "statement_id"):
        if statement in scores and fact in of_fact:
            point = of_fact[fact][1]
            sharpest[statement] = max(sharpest.get(statement, (0.0, "")), (sharp[point], point))
    of_point: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for statement, (_, point) in sharpest.items():
        of_point[point].append((scores[statement], statement))
    for point, score, statement in _few(of_point):
        yield Doubt("statement", statement, "", point, sharp[point], score)


def _members(named: Iterable[tuple[str, str, float, str]], shares: Mapping[str, float]) -> Iterator[Doubt]:
    """Places that were hardly taken for the name that they are taken for, each against the surest place of that name."""
    surest: dict[str, tuple[float, str]] = {}
    unsure: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for group, item, score, by in named:
        if item.startswith("men"):
            if (score, item) > surest.get(group, (0.0, "")):
                surest[group] = score, item
            if score < SURE and by != "judgement":
                unsure[group].append((score, item))
    for group, score, item in _few(unsure):
        if surest[group][1] != item:
            yield Doubt("member", item, surest[group][1], group, shares[group], score)


def _shares(records: Records, named: Iterable[tuple[str, str, float, str]]) -> Mapping[str, float]:
    """Which share of the accounts names each entity; nothing of one that none names."""
    home = dict(records.shelf.cells("mentions", "id", "doc_id"))
    naming: dict[str, set[str]] = defaultdict(set)
    for group, item, _, _ in named:
        if item in home:
            naming[group].add(home[item])
    shares = {entity: len(accounts) / max(1, len(records.heads)) for entity, accounts in naming.items()}
    return defaultdict(float, shares)


def _names(records: Records, shares: Mapping[str, float]) -> Iterator[Doubt]:
    """Names of one kind that read nearly alike and are not one. Two places of the gazetteer are told apart for certain."""
    rows = records.shelf.cells("entities", "id", "kind", "name", "place")
    known = {key: (kind, folded(name), place) for key, kind, name, place in rows if shares[key]}
    keys = {key: {(kind, word) for word in words(name) if len(word) > 2} for key, (kind, name, _) in known.items()}
    for left, right, score in _alike(known, candidate_pairs(keys)):
        yield Doubt("names", left, right, left, min(shares[left], shares[right]), score)


def _alike(known: dict[str, tuple[Any, ...]], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, float]]:
    for left, right in pairs:
        (_, one, here), (_, other, there) = known[left], known[right]
        score = fuzz.token_sort_ratio(one, other, score_cutoff=100 * ALIKE) / 100
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
