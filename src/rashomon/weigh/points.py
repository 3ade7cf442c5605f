"""Issues to points: what kind of question, how its answers stand to each other, and how sharp that is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rashomon.model import Document, Fact, Link, Point, Reason, Relation, Standing, Statement
from rashomon.weigh.issues import Answer, Issue
from rashomon.weigh.people import BY as PEOPLE
from rashomon.weigh.people import position_id

STRENGTH: tuple[Relation, ...] = ("conflict", "update", "compatible", "agree")
PLAIN: dict[Relation, float] = {"conflict": 1.0, "update": 0.75, "compatible": 0.35, "agree": 0.25}
SURE_AGREEMENT = 0.8  # an agreement has no link of its own to say how sure it is
TOP = 300  # code points from the top of an account within which nothing stands higher than anything else
SHOWN = 4  # reasons of a point


@dataclass(frozen=True, slots=True)
class Case:
    """What a point is seen against: the accounts, who says what, and how many hold each position."""

    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    standings: Mapping[str, Standing]

    def depth(self, fact: Fact) -> float:
        """How far down in its account the fact stands: 0 at the top, 1 at the end."""
        return fact.span.start / max(TOP, len(self.documents[fact.doc_id].text))

    def teller(self, fact: Fact) -> str:
        """Who tells it where: a voice's id is of one document."""
        return self.statements[fact.statement_id].voice_id

    def standing(self, answer: Answer) -> Standing:
        """How many hold the answer."""
        return self.standings[position_id(answer[0].id)]


def point_of(issue: Issue, case: Case, event_id: str) -> Point | None:
    """The point, or None where the issue is none: nobody but one voice answers, or nothing ties the answers together."""
    if len(issue.answers) == 1:
        standing = case.standing(issue.answers[0])
        if standing.documents < 2 and standing.independent_low < 2:
            return None
        return _point(issue, case, event_id, "agree", ())
    links = sorted(_telling(issue, case), key=lambda link: (STRENGTH.index(_relation(link)), -link.score, link.id))
    if not links:
        return None
    return _point(issue, case, event_id, _relation(links[0]), links)


def _point(issue: Issue, case: Case, event_id: str, relation: Relation, links: Sequence[Link]) -> Point:
    strongest = [link for link in links if _relation(link) == relation]
    subtype = next((link.subtype for link in strongest if link.subtype), None)
    return Point(
        issue.id,
        event_id,
        "",  # asked once all points are known, so that no two read alike
        issue.answers[0][0].kind,
        relation,
        subtype,
        tuple(reason for link in strongest[:SHOWN] for reason in _reasons(link)),
        _sharpness(issue, case, relation, strongest[0].score if strongest else SURE_AGREEMENT),
    )


def _relation(link: Link) -> Relation:
    """What a link between two positions says; two that a link calls the same were set apart by a person."""
    return "compatible" if link.relation not in STRENGTH else link.relation


def _reasons(link: Link) -> tuple[Reason, ...]:
    return (Reason("set apart by a person", 1.0),) if link.relation == "same" else link.reasons


def _telling(issue: Issue, case: Case) -> Iterator[Link]:
    """The links between answers that two voices give, or one voice in two accounts: one page may use two words itself.

    One voice may also count place by place; nothing is disputed then, but the parts are read side by side.
    """
    answer_of = {fact.id: answer for answer in issue.answers for fact in answer}
    for link in issue.links:
        tellers = (list(map(case.teller, answer_of[end])) for end in (link.left, link.right))
        if link.by == PEOPLE or link.subtype == "different-scope" or any(one != other for one, other in product(*tellers)):
            yield link


def _sharpness(issue: Issue, case: Case, relation: Relation, score: float) -> float:
    """0..1: how plainly the answers exclude each other, then how many hold them, then how far up they stand."""
    held = 1 - 1 / max(1, sum(case.standing(answer).independent_low for answer in issue.answers))
    highest = sorted(min(map(case.depth, answer)) for answer in issue.answers)[:2]
    up = 1 - sum(highest) / len(highest)
    return round(PLAIN[relation] * score * (0.5 + 0.25 * held + 0.25 * up), 4)
