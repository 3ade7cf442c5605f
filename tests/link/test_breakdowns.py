"""Counts place by place."""

from tests.desk import Desk

from rashomon.link.breakdowns import breakdowns_in

TEXT = "Orsk is said to send 300 men, Tula 50, and Perm 20. The towns met on Monday. Kazan sends 10, it said."


def told(*parts: tuple[str, str, int]) -> set[str]:
    desk = Desk()
    desk.account("North", TEXT)
    for value, where, low in parts:
        desk.count("North", "deploy", value, low, where=where)
    return {part.fact.value for *pair, _ in breakdowns_in(list(desk.tellings().values())) for part in pair}


def test_three_places_in_one_sentence_are_a_breakdown() -> None:
    assert told(("20", "Perm", 20), ("300 men", "Orsk", 300), ("50", "Tula", 50)) == {"300 men", "50", "20"}


def test_two_places_are_none_and_another_sentence_does_not_help() -> None:
    assert told(("300 men", "Orsk", 300), ("50", "Tula", 50), ("10", "Kazan", 10)) == set()


def test_one_place_told_twice_counts_once() -> None:
    assert told(("300 men", "Orsk", 300), ("50", "Orsk", 50), ("20", "Perm", 20)) == set()
