"""People's word on facts, positions, points and links, as far as it decides what stands together.

`same` joins: two facts or positions become one position, two points one point. `different` takes apart what stands together:
two facts of one position become two positions, two positions of one point two points. `conflict` makes two facts or positions
two answers to one question that exclude each other; `no-conflict` leaves them where they stand, and says that they do not.
`reject` takes out a fact, a link, a position with all its facts, or a point. What a statement says under a wrong speaker (the
right one being unknown) or in a wrong span answers nothing. A position or point that was judged is found again by the fact that
stood for it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.model import Fact, Judgement, Link, Reason
from rashomon.model.ids import make_id

Pair = tuple[str, str]
Stands = Literal["conflict", "compatible"]
BY = "judgement"


def point_id(fact_id: str) -> str:
    """The id of the point whose question this fact stands for."""
    return make_id("poi", fact_id)


def position_id(fact_id: str) -> str:
    """The id of the position whose answer this fact stands for."""
    return make_id("pos", fact_id)


@dataclass(frozen=True, slots=True)
class Word:
    """What people said and did not take back, told of facts."""

    one_answer: tuple[Pair, ...]
    one_question: tuple[Pair, ...]
    two_facts: tuple[Pair, ...]
    two_positions: tuple[Pair, ...]
    conflict: tuple[Pair, ...]
    no_conflict: tuple[Pair, ...]
    rejected: frozenset[str]

    @classmethod
    def of(cls, judgements: Iterable[Judgement], facts: Sequence[Fact]) -> "Word":
        """The word that holds on these facts; what is said of others waits until they are there."""
        known = {name: fact.id for fact in facts for name in (fact.id, position_id(fact.id), point_id(fact.id))}
        holds = [judgement for judgement in judgements if judgement.retracted_at is None]
        both = [one for one in holds if one.left in known and one.right in known and known[one.left] != known[one.right]]
        pairs = [(known[one.left], known[one.right], one) for one in both]

        def told(relation: str, of_points: bool | None = None, of_facts: bool | None = None) -> tuple[Pair, ...]:
            return tuple(
                (left, right)
                for left, right, one in pairs
                if one.relation == relation
                and of_points in (None, one.left == point_id(left))
                and of_facts in (None, (one.left, one.right) == (left, right))
            )

        misheard = {
            one.left for one in holds if one.relation == "wrong-span" or (one.relation, one.right) == ("wrong-speaker", "")
        }
        return cls(
            told("same", of_points=False),
            told("same", of_points=True),
            told("different", of_facts=True),
            told("different", of_facts=False),
            told("conflict", of_points=False),
            told("no-conflict", of_points=False),
            frozenset(one.left for one in holds if one.relation == "reject")
            | {fact.id for fact in facts if fact.statement_id in misheard},
        )

    @property
    def judged(self) -> set[str]:
        """The facts that belong to an issue whether or not a link holds them."""
        pairs = (*self.one_answer, *self.one_question, *self.two_facts, *self.two_positions, *self.conflict)
        return {fact for pair in pairs for fact in pair}

    def apart(self, position_of: Mapping[str, str]) -> tuple[list[Pair], list[Pair]]:
        """Pairs that are two answers, and pairs that belong to two questions, given who stood together without that word."""
        answers = [
            (left, right) for left, right in self.two_facts if position_of.get(left, left) == position_of.get(right, right)
        ]
        questions = [pair for pair in self.two_facts if pair not in answers]
        return [*answers, *self.conflict], [*questions, *self.two_positions]

    def links(self, links: Iterable[Link], answer_of: Mapping[str, str], told: Mapping[str, Fact]) -> Iterator[Link]:
        """The links between the answers of one question, as people say that these stand to each other."""
        said: dict[frozenset[str], tuple[Pair, Stands]] = {}
        for relation, pairs in STANDS.items():
            for left, right in pairs(self):
                if left in answer_of and right in answer_of and answer_of[left] != answer_of[right]:
                    said[frozenset((answer_of[left], answer_of[right]))] = (left, right), relation
        yield from (link for link in links if frozenset((answer_of[link.left], answer_of[link.right])) not in said)
        for (left, right), relation in said.values():
            yield _link(told[left], told[right], relation)

    def rejects_link(self, link: Link) -> bool:
        """Whether a person took out the link or a fact at its end."""
        return not self.rejected.isdisjoint((link.id, link.left, link.right))

    def rejects_position(self, facts: Iterable[Fact]) -> bool:
        """Whether a person took out the position that these facts make up."""
        return any(position_id(fact.id) in self.rejected for fact in facts)

    def rejects_point(self, facts: Iterable[Fact]) -> bool:
        """Whether a person took out the point that these facts make up."""
        return any(point_id(fact.id) in self.rejected for fact in facts)


STANDS: dict[Stands, Callable[[Word], tuple[Pair, ...]]] = {
    "conflict": lambda word: word.conflict,
    "compatible": lambda word: word.no_conflict,
}


def _link(left: Fact, right: Fact, relation: Stands) -> Link:
    words = "a person says that they exclude each other" if relation == "conflict" else "a person says that both can hold"
    return Link.of(left.id, right.id, relation, by=BY, score=1.0, reasons=(Reason(words, 1.0, left.span, right.span),))
