"""Happenings told apart and brought together: tellings of all documents, put into groups that are each of one happening."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

import numpy as np

from rashomon.model import Reason
from rashomon.pairs.averages import Pairs, average_groups
from rashomon.pairs.columns import Floats
from rashomon.resolve.alike import alike, gathered, vectors_of
from rashomon.resolve.sameness import Case, Told, scored, scores
from rashomon.resolve.tellings import Telling
from rashomon.text.kindred import likeness

SAME = 0.3  # the mean over the pairs between two groups from which on they are one; swept on the training topics
REGION = 0.08  # documents less alike on average than this are never compared telling by telling
GROUPED = 0.2  # documents so much alike on average are of one group
KIN = 0.35  # words of acts so near in meaning are worth comparing
KINDRED = 12  # such words of each, the nearest
FULL = 400  # pairs of a block that are all compared; of a fuller one each telling meets only
WINDOW = 5  # so many others, those nearest in day, group and document


Pair = tuple[int, int]  # tellings by their numbers


@dataclass(frozen=True, slots=True)
class Grouped:
    """Acts' ids in groups of one happening each, with what is needed to say why."""

    groups: list[tuple[str, ...]]
    best: Mapping[int, Pair]  # a telling -> the pair with the one of its group that it goes with best, where it was compared
    tellings: Sequence[Telling]
    told: Told

    def why(self, items: Iterable[str]) -> dict[str, tuple[float, tuple[Reason, ...]]]:
        """How surely each of these acts goes with the others of its group, by the one that it goes with best, and why."""
        asked = set(items)
        found: dict[str, tuple[float, tuple[Reason, ...]]] = dict.fromkeys(asked, (0.0, ()))
        best = [(at, pair) for at, pair in self.best.items() if self.tellings[at].act.id in asked]
        pairs = np.array([pair for _, pair in best], np.int32).reshape(-1, 2)
        for (at, pair), of_pair in zip(best, scored(self.told, pairs[:, 0], pairs[:, 1]), strict=True):
            ours, theirs = (self.tellings[one].act.span for one in (pair if pair[0] == at else reversed(pair)))
            reasons = tuple(replace(reason, left=ours, right=theirs) for reason in of_pair.reasons)
            found[self.tellings[at].act.id] = (of_pair.score, reasons)
        return found


def grouped(tellings: Sequence[Telling], texts: Mapping[str, str], least: float = SAME) -> Grouped:
    """The acts in groups of one happening each. `texts` are the documents."""
    tellings = sorted(tellings, key=lambda one: one.act.id)
    case = case_of(tellings, texts)
    told = Told(case, tellings)
    pairs = candidates(tellings, case)
    left, right = pairs.T
    sure = scores(told, left, right)
    groups = average_groups(len(tellings), pairs, sure, least, apart=pairs[told.apart(left, right)])
    return Grouped([tuple(tellings[at].act.id for at in group) for group in groups], _best(groups, pairs, sure), tellings, told)


def _best(groups: Sequence[Sequence[int]], pairs: Pairs, scores: Floats) -> dict[int, Pair]:
    home = np.empty(sum(map(len, groups)), np.int32)
    for number, group in enumerate(groups):
        home[list(group)] = number
    inside = np.flatnonzero(home[pairs[:, 0]] == home[pairs[:, 1]])
    best: dict[int, tuple[float, Pair]] = {}
    for left, right, score in zip(*pairs[inside].T.tolist(), scores[inside].tolist(), strict=True):
        for item in (left, right):
            if item not in best or score > best[item][0]:
                best[item] = (score, (left, right))
    return {item: pair for item, (_, pair) in best.items()}


def case_of(tellings: Sequence[Telling], texts: Mapping[str, str]) -> Case:
    """What the documents have to do with each other."""
    vectors = vectors_of(texts)
    near = alike(vectors)
    group, region = (gathered(vectors, near, least) for least in (GROUPED, REGION))
    tells: dict[tuple[int, str], set[str]] = defaultdict(set)
    for telling in tellings:
        tells[region[telling.act.doc], telling.base].add(telling.act.doc)
    sizes = Counter(region.values())
    spread = {(where, word): len(docs) / sizes[where] for (where, word), docs in tells.items()}
    return Case(near, group, region, spread)


def candidates(tellings: Sequence[Telling], case: Case) -> Pairs:
    """Pairs worth comparing, each once, told by places in `tellings`: in one region, by one word or words near in meaning; never
    all against all.
    """
    found = np.fromiter(chain.from_iterable(_candidates(tellings, case)), np.int32).reshape(-1, 2)
    return np.sort(found, axis=1)


def _candidates(tellings: Sequence[Telling], case: Case) -> Iterator[Pair]:
    def place(at: int) -> tuple[str, int, str, int, int, str]:
        act = tellings[at].act
        return " ".join(sorted(act.days)), case.group[act.doc], act.doc, act.span.start, act.span.end, act.id

    blocks: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at in sorted(range(len(tellings)), key=place):
        blocks[case.region[tellings[at].act.doc]][tellings[at].base].append(at)
    for words in blocks.values():
        for held in words.values():
            yield from _within(held)
        for left, right in _kindred(sorted(words)):
            yield from _between(words[left], words[right])


def _within(held: Sequence[int]) -> Iterator[Pair]:
    if len(held) * (len(held) - 1) // 2 <= FULL:
        yield from combinations(held, 2)
    else:
        for step in range(1, WINDOW + 1):
            yield from zip(held, held[step:], strict=False)


def _between(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    if len(left) * len(right) <= FULL:
        yield from product(left, right)
        return
    few, many = sorted((left, right), key=len)
    for at, one in enumerate(few):
        middle = at * len(many) // len(few)
        start = max(0, middle - WINDOW // 2)
        yield from ((one, other) for other in many[start : start + WINDOW])


def _kindred(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words near in meaning, each once."""
    near = likeness(words)
    found = set[tuple[int, int]]()
    for at, row in enumerate(near):
        best = [int(other) for other in (-row).argsort(kind="stable")[: KINDRED + 1] if other != at and row[other] >= KIN]
        found.update((min(at, other), max(at, other)) for other in best)
    yield from ((words[left], words[right]) for left, right in sorted(found))
