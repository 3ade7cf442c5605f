"""Points that say the same thing twice: one clause may tell that it happened and who did it, and both be disputed at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from rashomon.model import FactKind, Point, Span
from rashomon.weigh.issues import Issue

DISPUTES = ("conflict", "update")
ONE_BREATH: tuple[FactKind, ...] = ("happened", "actor")  # a clause that counts two things answers two questions
STRETCH = 200  # code points of a page that are looked up together; only for speed

Held = dict[tuple[str, int], list[tuple[Span, int, int]]]  # a stretch of a page -> clauses there, of which point and answer


def without_doubles(points: Sequence[tuple[Issue, Point]]) -> list[tuple[Issue, Point]]:
    """The points, sharpest first, without disputes that set the same clauses against each other as a sharper one does."""
    kept: list[tuple[Issue, Point]] = []
    held: Held = defaultdict(list)
    for issue, point in sorted(points, key=lambda pair: (-pair[1].sharpness, pair[1].id)):
        if point.relation in DISPUTES and point.kind in ONE_BREATH:
            if _is_double(issue, held):
                continue
            for place, clause, answer in _clauses(issue):
                held[place].append((clause, len(kept), answer))
        kept.append((issue, point))
    return kept


def _is_double(issue: Issue, held: Held) -> bool:
    """Whether two answers stand where two answers of one kept point stand."""
    met: dict[int, set[tuple[int, int]]] = defaultdict(set)  # kept point -> (answer here, answer there)
    for place, clause, answer in _clauses(issue):
        for other, point, there in held.get(place, ()):
            if _is_same(clause, other):
                met[point].add((answer, there))
    return any(one[0] != two[0] and one[1] != two[1] for pairs in met.values() for one, two in product(pairs, pairs))


def _clauses(issue: Issue) -> Iterator[tuple[tuple[str, int], Span, int]]:
    for number, answer in enumerate(issue.answers):
        for fact in answer:
            for stretch in range(fact.span.start // STRETCH, (fact.span.end - 1) // STRETCH + 1):
                yield (fact.doc_id, stretch), fact.span, number


def _is_same(one: Span, other: Span) -> bool:
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= min(len(one), len(other))
