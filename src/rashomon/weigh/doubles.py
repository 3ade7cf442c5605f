"""Points that say the same thing twice: one clause may tell that it happened, who did it, where and how, and all be disputed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Fact, FactKind, Point, Span
from rashomon.weigh.issues import Issue

DISPUTES = ("conflict", "update")
CLAIMED = "claim responsibility"  # who claims it has said who did it
ONE_BREATH: tuple[FactKind, ...] = ("happened", "actor", "manner", "place", "status")  # a clause may well count two things
STRETCH = 200  # code points of a page that are looked up together; only for speed

Place = tuple[str, int]  # a document, and which stretch of it
Side = tuple[Fact, ...]
Held = dict[Place, list[tuple[Fact, tuple[int, int], int]]]  # a clause, in which kept dispute, on which side


def without_doubles(points: Sequence[tuple[Issue, Point]]) -> list[tuple[Issue, Point]]:
    """The points, sharpest first, without those that set the same clauses against each other as a plainer or sharper one does.

    What several deny in the clauses of one side of a dispute is that dispute's, and no agreement beside it.
    """
    kept: list[tuple[Issue, Point]] = []
    held: Held = defaultdict(list)
    for issue, point in sorted(points, key=_plainest_first):
        if point.kind in ONE_BREATH:
            if point.relation in DISPUTES:
                sides = list(_sides(issue, point))
                if any(_is_double(pair, held) for pair in sides) or (_is_of_claims(issue) and _is_met(issue.facts, held)):
                    continue
                _hold(sides, len(kept), held)
            elif all(fact.polarity == "denied" for fact in issue.facts) and _is_one_side(issue.facts, held):
                continue
        elif _counts_none(issue, point):
            _hold(_sides(issue, point), len(kept), held)
        kept.append((issue, point))
    return sorted(kept, key=lambda pair: (-pair[1].sharpness, pair[1].id))


def _plainest_first(told: tuple[Issue, Point]) -> tuple[bool, int, bool, float, str]:
    """Disputes before agreements; how many, where some count nobody, before whether anybody; of a denial, whether it happened
    before who, where and how; who did it before who says so of himself.
    """
    issue, point = told
    plain = 0 if _counts_none(issue, point) else 1 if point.subtype == "denial" and point.kind == "happened" else 2
    return point.relation not in DISPUTES, plain, _is_of_claims(issue), -point.sharpness, point.id


def _counts_none(issue: Issue, point: Point) -> bool:
    """Whether it is at issue how many, and some say nobody: "no injuries" beside "three were hurt"."""
    return point.kind == "quantity" and point.relation in DISPUTES and any(fact.high == 0 for fact in issue.facts)


def _is_of_claims(issue: Issue) -> bool:
    return issue.answers[0][0].about == CLAIMED


def _is_met(facts: Sequence[Fact], held: Held) -> bool:
    """Whether one of them stands in a kept dispute."""
    return any(next(_met(fact, held), None) is not None for fact in facts if fact.polarity == "affirmed")


def _hold(sides: Iterable[tuple[Side, Side]], number: int, held: Held) -> None:
    for at, pair in enumerate(sides):
        for side, facts in enumerate(pair):
            for fact in facts:
                for place in _places(fact):
                    held[place].append((fact, (number, at), side))


def _sides(issue: Issue, point: Point) -> Iterator[tuple[Side, Side]]:
    """The pairs of answers that make the point a dispute."""
    answer_of = {fact.id: answer for answer in issue.answers for fact in answer}
    for link in issue.links:
        if link.relation == point.relation:
            yield answer_of[link.left], answer_of[link.right]


def _is_double(pair: tuple[Side, Side], held: Held) -> bool:
    """Whether the two answers stand where the two sides of one kept dispute stand."""
    met = [{there for fact in facts for there in _met(fact, held)} for facts in pair]
    return any((dispute, 1 - side) in met[1] for dispute, side in met[0])


def _is_one_side(facts: Sequence[Fact], held: Held) -> bool:
    """Whether all of them stand where one side of one kept dispute stands."""
    return bool(set.intersection(*({*_met(fact, held)} for fact in facts)))


def _met(fact: Fact, held: Held) -> Iterator[tuple[tuple[int, int], int]]:
    """The kept disputes that have this clause, and on which side."""
    for place in _places(fact):
        for other, dispute, side in held.get(place, ()):
            if _is_same(fact.span, other.span):
                yield dispute, side


def _places(fact: Fact) -> Iterator[Place]:
    for stretch in range(fact.span.start // STRETCH, (fact.span.end - 1) // STRETCH + 1):
        yield fact.doc_id, stretch


def _is_same(one: Span, other: Span) -> bool:
    return 2 * (min(one.end, other.end) - max(one.start, other.start)) >= min(len(one), len(other))
