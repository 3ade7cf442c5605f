"""Copies: the shared words where they stand, the families that copies make, and what people said of them."""

from dataclasses import replace

from tests.cases import told

from rashomon.model import Judgement, Link, Reason, Span
from rashomon.views.copies import Copy, copies, doubled, families, pairs, repeats, shown, undone
from rashomon.views.records import Records, Witness


def test_a_copy_shows_the_words_that_are_shared_and_which_came_first(records):
    (copy,) = copies(records)
    assert (copy.left.siglum, copy.right.siglum, copy.first) == ("A", "B", copy.left)
    found = shown(records, copy)
    assert [run.left for run in found.runs] == ["Mayor Ann Holt said “at least twelve people died” in the fire."]
    assert found.words == 12
    assert not copy.confirmed


def pair(left: str, right: str, origin: str | None = None, kind: str = "same-text") -> Copy:
    one, other = (Witness(mark, mark, f"Outlet {mark}", None, None) for mark in (left, right))
    return Copy(f"{left}{right}{kind}", one, other, kind, origin, None, (), (), confirmed=False)


def families_of(*pairs: Copy) -> list[tuple[str, tuple[str, ...]]]:
    return [("".join(witness.siglum for witness in family.members), family.origins) for family in families(pairs)]


def test_copies_of_copies_are_one_family():
    assert families_of(pair("A", "B"), pair("C", "D"), pair("E", "F"), pair("B", "E")) == [("ABEF", ()), ("CD", ())]


def test_a_family_names_each_source_once_and_no_unknown_one():
    assert families_of(pair("A", "B", "CPA"), pair("B", "C", "unknown"), pair("A", "C", "CPA")) == [("ABC", ("CPA",))]


def test_all_that_two_accounts_share_stands_together():
    found = pairs([pair("A", "B"), pair("A", "C"), pair("A", "B", kind="same-quote")])
    assert [[copy.kind for copy in group] for group in found] == [["same-text", "same-quote"], ["same-text"]]


def with_links(*links: Link, judgements: tuple[Judgement, ...] = ()) -> Records:
    tables = told()
    tables["copies"] = [*tables["copies"], *links]
    tables["judgements"] = list(judgements)
    return Records(tables, "told")


def ends() -> tuple[str, str]:
    one, other = told()["documents"][:2]
    return one.id, other.id


def test_a_page_that_prints_a_passage_twice_is_no_pair():
    one, _ = ends()
    reasons = (Reason("printed twice", 0.1, Span(0, 10), Span(20, 30)),)
    twice = Link.of(one, one, "copies", by="hand", score=1.0, reasons=reasons, subtype="printed-twice", origin=one)
    records = with_links(twice)
    assert len(copies(records)) == 1
    assert [copy.places for copy in doubled(records)] == [((Span(0, 10), Span(20, 30)),)]
    assert len(repeats(records, pairs(copies(records))).doubled) == 1


def test_what_tells_the_origin_is_a_reason_and_no_shared_word():
    one, other = ends()
    reasons = (Reason("3 words the same", 0.1, Span(0, 10), Span(0, 10)), Reason("credits AFP", 0.9, Span(0, 3), None))
    link = Link.of(one, other, "copies", by="judgement", score=1.0, reasons=reasons, subtype="same-agency", origin="AFP")
    copy = next(copy for copy in copies(with_links(link)) if copy.kind == "same-agency")
    assert [reason.feature for reason in copy.because] == ["A: credits AFP"]
    assert copy.places == ((Span(0, 10), Span(0, 10)),)
    assert (copy.origin, copy.first, copy.confirmed) == ("AFP", None, True)


def test_what_a_person_took_out_is_named_until_it_is_taken_back():
    one, other = ends()
    word = Judgement("jud1", one, other, "different", "ed", "2031-05-02T10:00:00+00:00", None)
    (gone,) = undone(with_links(judgements=(word,)))
    assert (gone.left.siglum, gone.right.siglum, gone.user) == ("A", "B", "ed")
    assert undone(with_links(judgements=(replace(word, retracted_at="2031-05-03T10:00:00+00:00"),))) == ()
    assert undone(with_links(judgements=(replace(word, right="doc1-gone"),))) == ()
