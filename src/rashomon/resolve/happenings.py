"""Happenings told apart and brought together: tellings of all documents, put into groups that are each of one happening."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from rashomon.model import Reason
from rashomon.pairs.averages import average_groups
from rashomon.pairs.scorer import Scorer
from rashomon.resolve.alike import alike, gathered, vectors_of
from rashomon.resolve.sameness import Case, compare, exact_days_apart
from rashomon.resolve.tellings import Telling
from rashomon.text.kindred import likeness

SAME = 0.3  # the mean over the pairs between two groups from which on they are one; swept on the training topics
REGION = 0.08  # documents less alike on average than this are never compared telling by telling
GROUPED = 0.2  # documents so much alike on average are of one group
KIN = 0.35  # words of acts so near in meaning are worth comparing
KINDRED = 12  # such words of each, the nearest
FULL = 400  # pairs of a block that are all compared; of a fuller one each telling meets only
WINDOW = 5  # so many others, those nearest in day, group and document


Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Acts' ids in groups of one happening each, with what is needed to say why."""

    groups: list[tuple[str, ...]]
    best: Mapping[str, Pair]  # an act -> the pair with the one of its group that it goes with best, where it was compared
    tellings: Mapping[str, Telling]
    choose: Callable[[Telling, Telling], Scorer[Telling]]

    def why(self, item: str) -> tuple[float, tuple[Reason, ...]]:
        """How surely a telling goes with the others of its group, by the one that it goes with best, and why."""
        if item not in self.best:
            return 0.0, ()
        left, right = (self.tellings[key] for key in self.best[item])
        scored = self.choose(left, right)(left, right)
        ours, theirs = (left, right) if left.act.id == item else (right, left)
        return scored.score, tuple(replace(reason, left=ours.act.span, right=theirs.act.span) for reason in scored.reasons)


def grouped(tellings: Sequence[Telling], texts: Mapping[str, str], least: float = SAME) -> Grouped:
    """The acts in groups of one happening each. `texts` are the documents."""
    case = case_of(tellings, texts)
    by_id = {telling.act.id: telling for telling in tellings}
    choose = compare(case)
    links = dict[Pair, float]()
    apart = list[Pair]()
    for pair in candidates(tellings, case):
        left, right = by_id[pair[0]], by_id[pair[1]]
        links[pair] = choose(left, right).score(left, right)
        if excluded(left, right):
            apart.append(pair)
    groups = average_groups(by_id, links, least, apart=apart)
    return Grouped(groups, _best(groups, links), by_id, choose)


def _best(groups: Sequence[tuple[str, ...]], links: Mapping[Pair, float]) -> dict[str, Pair]:
    home = _numbered(groups)
    best: dict[str, Pair] = {}
    for pair, score in links.items():
        if home[pair[0]] == home[pair[1]]:
            for item in pair:
                if item not in best or score > links[best[item]]:
                    best[item] = pair
    return best


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


def excluded(left: Telling, right: Telling) -> bool:
    """Whether the two cannot be one: one document gives them two days, or each has its exact day far from the other's."""
    days, others = left.act.days, right.act.days
    if left.act.doc == right.act.doc:
        return left.sentence != right.sentence and bool(days and others) and days.isdisjoint(others)
    return exact_days_apart(days, others)


def candidates(tellings: Sequence[Telling], case: Case) -> Iterator[Pair]:
    """Pairs worth comparing, each once: in one region, by one word or words near in meaning; never all against all."""
    blocks: dict[int, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in tellings:
        blocks[case.region[telling.act.doc]][telling.base].append(telling)
    for words in blocks.values():
        for held in words.values():
            held.sort(key=lambda one: (sorted(one.act.days), case.group[one.act.doc], one.act.doc, one.act.span, one.act.id))
            yield from _within(held)
        for left, right in _kindred(sorted(words)):
            yield from _between(words[left], words[right])


def _within(held: Sequence[Telling]) -> Iterator[Pair]:
    if len(held) * (len(held) - 1) // 2 <= FULL:
        yield from (_pair(left, right) for left, right in combinations(held, 2))
    else:
        for step in range(1, WINDOW + 1):
            yield from (_pair(left, right) for left, right in zip(held, held[step:], strict=False))


def _between(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[Pair]:
    if len(left) * len(right) <= FULL:
        yield from (_pair(one, other) for one, other in product(left, right))
        return
    few, many = sorted((left, right), key=len)
    for at, one in enumerate(few):
        middle = at * len(many) // len(few)
        start = max(0, middle - WINDOW // 2)
        yield from (_pair(one, other) for other in many[start : start + WINDOW])


def _kindred(words: Sequence[str]) -> Iterator[Pair]:
    """Pairs of words near in meaning, each once."""
    near = likeness(words)
    found = set[tuple[int, int]]()
    for at, row in enumerate(near):
        best = [int(other) for other in (-row).argsort(kind="stable")[: KINDRED + 1] if other != at and row[other] >= KIN]
        found.update((min(at, other), max(at, other)) for other in best)
    yield from ((words[left], words[right]) for left, right in sorted(found))


def _pair(left: Telling, right: Telling) -> Pair:
    return (left.act.id, right.act.id) if left.act.id < right.act.id else (right.act.id, left.act.id)


def _numbered(groups: Sequence[tuple[str, ...]]) -> dict[str, int]:
    return {item: number for number, group in enumerate(groups) for item in group}
