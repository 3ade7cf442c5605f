"""A person's word on copies: taken out, confirmed, or told where nothing was found; and taken back."""

import pytest
from tests.factory import doc

from rashomon.link.judged import BY, as_people_say
from rashomon.model import Judgement, JudgementRelation, Link, Reason, Span

ONE, OTHER, THIRD = (doc("Words.", name=name).document for name in ("one", "other", "third"))
LINK = Link.of(
    ONE.id, OTHER.id, "copies", by="test", score=0.6, reasons=(Reason("5 words the same", 0.5, Span(0, 5), Span(0, 5)),),
    subtype="same-text", origin=ONE.id,
)  # fmt: skip


def word(left: str, relation: JudgementRelation, right: str = "") -> Judgement:
    return Judgement("jud", left, right, relation, "ed", "2031-05-02", None)


def heard(*words: Judgement) -> list[Link]:
    return list(as_people_say([LINK], [ONE, OTHER, THIRD], words))


@pytest.mark.parametrize("said", [word(LINK.id, "reject"), word(OTHER.id, "different", ONE.id)])
def test_a_copy_that_a_person_takes_out_is_gone(said: Judgement) -> None:
    assert heard(said) == []


@pytest.mark.parametrize("said", [word(LINK.id, "accept"), word(ONE.id, "same", OTHER.id)])
def test_a_copy_that_a_person_confirms_is_sure_and_keeps_its_id_and_its_evidence(said: Judgement) -> None:
    (link,) = heard(said)
    assert (link.id, link.score, link.by) == (LINK.id, 1.0, BY)
    assert link.reasons[: len(LINK.reasons)] == LINK.reasons


def test_two_accounts_that_a_person_calls_of_one_source_are_a_copy_though_they_share_no_words() -> None:
    (link, told) = heard(word(ONE.id, "same", THIRD.id))
    assert link == LINK
    assert (told.left, told.right, told.by, told.origin) == (ONE.id, THIRD.id, BY, "unknown")


def test_a_word_on_another_link_or_on_accounts_that_are_gone_changes_nothing() -> None:
    assert heard(word("lin1-other", "reject"), word(ONE.id, "different", "doc1-gone")) == [LINK]
    assert heard() == [LINK]
