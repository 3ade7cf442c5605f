"""What a page prints twice."""

from tests.factory import doc

from rashomon.link.doubled import SHOWN, doubled_in

SAID = "The crews of three towns came at dawn with their pumps, and by noon the last of the smoke had gone."


def places(text: str) -> list[tuple[str, str]]:
    document = doc(text).document
    return [(first.of(document.text), again.of(document.text)) for first, again in doubled_in(document)]


def test_a_passage_that_stands_again_is_told_with_both_places() -> None:
    assert places(f"{SAID}\nIn between something else.\n{SAID}") == [(SAID[:-1], SAID[:-1])]


def test_a_passage_that_stands_three_times_stands_again_twice() -> None:
    document = doc(f"{SAID} One. {SAID} Two. {SAID}").document
    assert [first.start for first, _ in doubled_in(document)] == [0, 0]


def test_a_name_or_refrain_may_stand_again() -> None:
    assert places("The head of the regional office said no.\nThe head of the regional office said yes.") == []


def test_the_first_place_ends_where_the_second_begins() -> None:
    document = doc("We will not go from here. " * 400).document
    places = doubled_in(document)
    assert places
    assert all(first.end <= again.start for first, again in places)
    assert places[-1][1].end > len(document.text) - 40
    assert len(doubled_in(doc("\n".join(f"{SAID} {n}." for n in range(90))).document)) <= SHOWN


def test_what_is_printed_once_is_not_told() -> None:
    assert places(SAID) == []
    assert doubled_in(doc("x").document) == []
