"""Copies: the shared words where they stand, and the families that copies make."""

from rashomon.views.copies import Copy, copies, families
from rashomon.views.speakers import Witness


def test_a_copy_shows_the_words_that_are_shared_and_which_came_first(records):
    (copy,) = copies(records)
    assert (copy.left.siglum, copy.right.siglum, copy.first) == ("A", "B", copy.left)
    assert [run.left for run in copy.runs] == ["Mayor Ann Holt said “at least twelve people died” in the fire."]
    assert copy.words == 12


def pair(left: str, right: str, origin: str | None = None) -> Copy:
    one, other = (Witness(mark, mark, f"Outlet {mark}", None, None) for mark in (left, right))
    return Copy(one, other, "same-text", origin, None, (), 0)


def families_of(*pairs: Copy) -> list[tuple[str, tuple[str, ...]]]:
    return [("".join(witness.siglum for witness in family.members), family.origins) for family in families(pairs)]


def test_copies_of_copies_are_one_family():
    assert families_of(pair("A", "B"), pair("C", "D"), pair("E", "F"), pair("B", "E")) == [("ABEF", ()), ("CD", ())]


def test_a_family_names_each_source_once_and_no_unknown_one():
    assert families_of(pair("A", "B", "CPA"), pair("B", "C", "unknown"), pair("A", "C", "CPA")) == [("ABC", ("CPA",))]
