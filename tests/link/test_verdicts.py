"""A verdict shows its ground on both pages."""

from tests.desk import Desk

from rashomon.link.verdicts import verdict


def test_a_verdict_points_at_both_clauses() -> None:
    desk = Desk()
    desk.account("North", "The blast killed 22 people. Nothing else is known.")
    desk.account("South", "Rain fell. The blast killed 44 people.")
    left, right = desk.count("North", "kill", "22 people", 22), desk.count("South", "kill", "44 people", 44)
    told = desk.tellings()
    (reason,) = verdict("conflict", "numbers exclude each other", told[left.id], told[right.id], score=0.9).reasons
    assert reason.score == 0.9
    assert reason.left is not None
    assert reason.right is not None
    assert reason.left.of(desk.documents["North"].text) == "The blast killed 22 people"
    assert reason.right.of(desk.documents["South"].text) == "The blast killed 44 people."
