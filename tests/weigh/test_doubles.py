"""A dispute that is told twice stands once."""

from dataclasses import replace

from rashomon.model import Fact, Link, Point, Span
from rashomon.model.said import FactKind
from rashomon.weigh.doubles import without_doubles
from rashomon.weigh.issues import Issue


def dispute(kind: FactKind, about: str, left: tuple[int, int], right: tuple[int, int], sharpness: float) -> tuple[Issue, Point]:
    facts = [
        Fact.of(doc_id=doc, statement_id=doc, kind=kind, about=about, value="it", span=Span(*span))
        for doc, span in (("doc1", left), ("doc2", right))
    ]
    link = Link.of(facts[0].id, facts[1].id, "conflict", by="test", score=0.9, reasons=())
    issue = Issue(((facts[0],), (facts[1],)), (link,))
    return issue, Point(issue.id, "", "", kind, "conflict", None, (), sharpness)


DEED = dispute("happened", "attack", (0, 40), (0, 50), 0.9)
DOER = dispute("actor", "attack", (5, 40), (10, 50), 0.8)


def test_the_sharper_of_two_disputes_over_the_same_clauses_stays() -> None:
    assert without_doubles([DOER, DEED]) == [DEED]


def test_a_dispute_over_other_clauses_stays_too() -> None:
    elsewhere = dispute("actor", "attack", (300, 340), (10, 50), 0.8)
    assert without_doubles([elsewhere, DEED]) == [DEED, elsewhere]


def test_one_clause_may_count_two_things_and_an_agreement_doubles_nothing() -> None:
    killed, injured = dispute("quantity", "kill", (0, 40), (0, 50), 0.9), dispute("quantity", "injure", (0, 40), (0, 50), 0.8)
    assert without_doubles([killed, injured]) == [killed, injured]
    agreed = (DOER[0], replace(DOER[1], relation="agree"))
    assert without_doubles([DEED, agreed]) == [DEED, agreed]
