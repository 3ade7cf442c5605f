"""Points that say the same thing twice: one clause may tell that it happened and who did it, and both be disputed at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model import Fact, FactKind, Point, Span
from rashomon.weigh.issues import Issue

DISPUTES = ("conflict", "update")
ONE_BREATH: tuple[FactKind, ...] = ("happened", "actor")  # a clause that counts two things answers two questions
STRETCH = 200  # code points of a page that are looked up together; only for speed

Place = tuple[str, int]  # a document, and which stretch of it
Side = tuple[Fact, ...]


def without_doubles(points: Sequence[tuple[Issue, Point]]) -> list[tuple[Issue, Point]]:
    """The points, sharpest first, without disputes that set the same clauses against each other as a sharper one does."""
    kept: list[tuple[Issue, Point]] = []
    held: dict[Place, list[tuple[Fact, tuple[int, int], int]]] = defaultdict(
        list
    )  # a clause, in which kept dispute, on which side
    for issue, point in sorted(points, key=lambda pair: (-pair[1].sharpness, pair[1].id)):
        if point.relation in DISPUTES and point.kind in ONE_BREATH:
            sides = list(_sides(issue, point))
            if any(_is_double(pair, held) for pair in sides):
                continue
            for number, pair in enumerate(sides):
                for side, facts in enumerate(pair):
                    for fact in facts:
                        for place in _places(fact):
                            held[place].append((fact, (len(kept), number), side))
        kept.append((issue, point))
    return kept


def _sides(issue: Issue, point: Point) -> Iterator[tuple[Side, Side]]:
    """The pairs of answers that make the point a dispute."""
    answer_of = {fact.id: answer for answer in issue.answers for fact in answer}
    for link in issue.links:
        if link.relation == point.relation:
            yield answer_of[link.left], answer_of[link.right]


def _is_double(pair: tuple[Side, Side], held: dict[Place, list[tuple[Fact, tuple[int, int], int]]]) -> bool:
    """Whether the two answers stand where the two sides of one kept dispute stand."""
    met = [
        {
            (dispute, there)
            for fact in facts
            for place in _places(fact)
            for other, dispute, there in held.get(place, ())
            if _is_same(fact.span, other.span)
        }
        for facts in pair
    ]
    return any((dispute, 1 - there) in met[1] for dispute, there in met[0])


def _places(fact: Fact) -> Iterator[Place]:
    for stretch in range(fact.span.start // STRETCH, (fact.span.end - 1) // STRETCH + 1):
        yield fact.doc_id, stretch


def _is_same(one: Span, other: Span) -> bool:
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= min(len(one), len(other))
