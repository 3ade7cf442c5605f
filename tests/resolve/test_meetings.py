"""Which spellings are compared."""

from itertools import combinations

import pytest
from tests.resolve.test_features import ONE

from rashomon.model import EntityKind
from rashomon.resolve.meetings import meetings
from rashomon.resolve.spelling import Spelling


def met(*names: tuple[str, EntityKind], rooms: dict[str, list[str]] | None = None) -> set[frozenset[str]]:
    """The pairs of names that meet."""
    spellings = [Spelling.alone(written, kind) for written, kind in names]
    places = rooms or {spelling.id: ["here"] for spelling in spellings}
    return {frozenset(pair) for pair in meetings(spellings, places)}


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Zhaqsybaev", "Jaksybayev", "person"),
        ("Bill Stone", "William Stone", "person"),
        ("Abd al-Karim Sala", "Abdulkarim Salah", "person"),
        ("Nursultan Zhaqsybaev", "Nursultan Zhasybaev", "person"),
        ("Bureau of Northern Lakes", "BNL", "org"),
        ("Bulgarian", "Bulgaria", "place"),
        ("Varna Steel", "Varna Steel of Orla", "org"),
    ],
)
def test_variants_meet(left: str, right: str, kind: EntityKind) -> None:
    assert met((left, kind), (right, kind)) == {frozenset((left, right))}


def test_all_that_are_one_meet() -> None:
    apart = {left for kind, left, right in ONE if not met((left, kind), (right, kind))}  # type: ignore[arg-type]
    assert not apart


def test_names_that_each_have_a_word_of_their_own_do_not_meet() -> None:
    assert not met(("Ann Kray", "person"), ("Bela Kray", "person"), ("Tomas Kray", "person"))
    assert not met(("Ministry of Fisheries of Orla", "org"), ("Ministry of Transport of Orla", "org"))


def test_names_that_share_initials_meet_only_where_one_is_the_acronym() -> None:
    lakes, lands = "Bureau of Northern Lakes", "Board of Nordic Lands"
    found = met((lakes, "org"), (lands, "org"), ("BNL", "org"))
    assert found == {frozenset((lakes, "BNL")), frozenset((lands, "BNL"))}


def test_names_of_two_kinds_meet_by_their_letters_or_by_the_lists_alone() -> None:
    assert met(("Orla", "place"), ("ORLA", "org"))
    assert not met(("Orla", "place"), ("Orla Steel", "org"))
    assert met(("Moscow", "org"), ("Russia", "place"))


def test_who_is_in_no_room_with_another_meets_nobody() -> None:
    names: list[tuple[str, EntityKind]] = [("Ann Kray", "person"), ("Kray", "person"), ("A. Kray", "person")]
    rooms = {"Ann Kray": ["one", "two"], "Kray": ["two"], "A. Kray": ["three"]}
    assert met(*names, rooms=rooms) == {frozenset(("Ann Kray", "Kray"))}
    assert met(*names) == {frozenset(pair) for pair in combinations(("Ann Kray", "Kray", "A. Kray"), 2)}
