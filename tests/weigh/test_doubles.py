"""A dispute that is told twice stands once."""

from dataclasses import replace

import pytest

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


def test_of_a_denial_whether_it_happened_is_the_plainest() -> None:
    denied = [(issue, replace(point, subtype="denial")) for issue, point in (DEED, DOER)]
    deed = (denied[0][0], replace(denied[0][1], sharpness=0.5))
    assert without_doubles([denied[1], deed]) == [deed]


@pytest.mark.parametrize("kind", ["actor", "manner", "place", "status"])
def test_where_and_how_of_one_dispute_are_no_dispute_of_their_own(kind) -> None:
    assert without_doubles([dispute(kind, "attack", (5, 40), (10, 50), 0.8), DEED]) == [DEED]


def test_what_is_denied_on_one_side_of_a_dispute_is_no_agreement_beside_it() -> None:
    def agreed(*spans: tuple[str, int, int]) -> tuple[Issue, Point]:
        facts = [
            Fact.of(doc_id=doc, statement_id=doc, kind="place", about="attack", value="it", span=Span(*span), polarity="denied")
            for doc, *span in spans
        ]
        issue = Issue((tuple(facts),), ())
        return issue, Point(issue.id, "", "", "place", "agree", None, (), 0.2)

    assert without_doubles([DEED, agreed(("doc2", 10, 50))]) == [DEED]
    other = agreed(("doc2", 10, 50), ("doc3", 0, 30))
    assert without_doubles([DEED, other]) == [DEED, other]


def test_how_many_were_hurt_is_asked_and_not_whether_anybody_was() -> None:
    issue, point = dispute("quantity", "injure", (0, 40), (10, 50), 0.5)
    nobody, three = (replace(issue.facts[0], low=0, high=0), replace(issue.facts[1], low=3, high=3))
    link = replace(issue.links[0], left=nobody.id, right=three.id)
    counted = Issue(((nobody,), (three,)), (link,)), point
    hurt = dispute("happened", "injure", (0, 40), (10, 50), 0.9)
    denied = hurt[0], replace(hurt[1], subtype="denial")
    assert without_doubles([denied, counted]) == [counted]


def test_who_claims_a_deed_is_asked_with_who_did_it() -> None:
    claimed = dispute("actor", "claim responsibility", (0, 40), (500, 540), 0.9)
    assert without_doubles([claimed, dispute("actor", "attack", (5, 40), (10, 50), 0.8)]) == [
        dispute("actor", "attack", (5, 40), (10, 50), 0.8)
    ]
    assert without_doubles([claimed]) == [claimed]
