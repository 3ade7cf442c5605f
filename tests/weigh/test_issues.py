"""Issues: links bring facts together, a person's word outranks them, ids stay."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Fact, Judgement, Link, Span
from rashomon.weigh.issues import issues_of
from rashomon.weigh.people import point_id, position_id


def fact(n: int) -> Fact:
    return Fact.of(doc_id=f"doc{n}", statement_id=f"sta{n}", kind="quantity", about="kill", value=str(n), span=Span(n, n + 1))


FACTS = [fact(n) for n in range(6)]


def link(left: int, right: int, relation: str) -> Link:
    return Link.of(FACTS[left].id, FACTS[right].id, relation, by="test", score=0.9, reasons=())


def judged(left: str, relation: str, right: str = "", *, retracted: bool = False) -> Judgement:
    return Judgement("jud", left, right, relation, "ed", "2031", "2031" if retracted else None)


# 0 and 1 give one answer, 2 and 3 another; 4 and 5 stand by themselves on another question
LINKS = [link(0, 1, "same"), link(2, 3, "same"), link(0, 2, "conflict"), link(4, 5, "compatible")]


def shape(*judgements: Judgement, links=LINKS) -> list[list[str]]:
    """The issues as lists of answers, each the numbers of its facts."""
    found = issues_of(FACTS, links, judgements)
    return [["".join(fact.value for fact in answer) for answer in issue.answers] for issue in found]


def test_links_make_answers_and_questions() -> None:
    assert shape() == [["01", "23"], ["4", "5"]]


def test_different_facts_of_one_position_become_two_positions_of_one_point() -> None:
    assert shape(judged(FACTS[0].id, "different", FACTS[1].id)) == [["0", "1", "23"], ["4", "5"]]


def test_different_positions_of_one_point_become_two_points() -> None:
    assert shape(judged(position_id(FACTS[0].id), "different", position_id(FACTS[2].id))) == [["01"], ["23"], ["4", "5"]]
    assert shape(judged(FACTS[1].id, "different", FACTS[3].id)) == [["01"], ["23"], ["4", "5"]]


def test_same_joins_facts_positions_and_points() -> None:
    assert shape(judged(FACTS[1].id, "same", FACTS[3].id)) == [["0123"], ["4", "5"]]
    assert shape(judged(position_id(FACTS[4].id), "same", position_id(FACTS[5].id))) == [["01", "23"], ["45"]]
    assert shape(judged(point_id(FACTS[0].id), "same", point_id(FACTS[4].id))) == [["01", "23", "4", "5"]]


def test_same_brings_in_a_fact_that_no_link_holds() -> None:
    assert shape(judged(FACTS[0].id, "same", FACTS[5].id), links=LINKS[:3]) == [["015", "23"]]


def test_reject_takes_out_links_facts_positions_and_points() -> None:
    assert shape(judged(LINKS[2].id, "reject")) == [["01"], ["23"], ["4", "5"]]
    assert shape(judged(FACTS[1].id, "reject")) == [["0", "23"], ["4", "5"]]
    assert shape(judged(position_id(FACTS[2].id), "reject")) == [["01"], ["4", "5"]]
    assert shape(judged(point_id(FACTS[4].id), "reject")) == [["01", "23"]]


def relations_of(*judgements: Judgement) -> list[list[tuple[str, str]]]:
    return [[(link.relation, link.by) for link in issue.links] for issue in issues_of(FACTS, LINKS, judgements)]


def test_a_conflict_that_a_person_sees_or_does_not_see_outranks_the_link() -> None:
    first, other = position_id(FACTS[0].id), position_id(FACTS[2].id)
    assert relations_of(judged(first, "no-conflict", other)) == [[("compatible", "judgement")], [("compatible", "test")]]
    assert relations_of(judged(FACTS[1].id, "no-conflict", FACTS[3].id))[0] == [("compatible", "judgement")]
    four, five = position_id(FACTS[4].id), position_id(FACTS[5].id)
    assert relations_of(judged(four, "conflict", five)) == [[("conflict", "test")], [("conflict", "judgement")]]


def test_a_conflict_sets_one_answer_apart_and_brings_two_questions_together() -> None:
    assert shape(judged(FACTS[0].id, "conflict", FACTS[1].id)) == [["0", "1", "23"], ["4", "5"]]
    assert shape(judged(FACTS[1].id, "conflict", FACTS[5].id)) == [["01", "23", "4", "5"]]
    assert ("conflict", "judgement") in relations_of(judged(FACTS[1].id, "conflict", FACTS[5].id))[0]


def test_no_conflict_between_two_questions_changes_nothing() -> None:
    assert shape(judged(FACTS[0].id, "no-conflict", FACTS[4].id)) == shape()
    assert relations_of(judged(FACTS[0].id, "no-conflict", FACTS[4].id)) == relations_of()


def test_what_was_misheard_answers_nothing_until_the_speaker_is_known() -> None:
    assert shape(judged(FACTS[1].statement_id, "wrong-span")) == [["0", "23"], ["4", "5"]]
    assert shape(judged(FACTS[1].statement_id, "wrong-speaker")) == [["0", "23"], ["4", "5"]]
    assert shape(judged(FACTS[1].statement_id, "wrong-speaker", "voi-known")) == shape()


def test_a_note_changes_nothing() -> None:
    assert shape(judged(FACTS[1].id, "note"), judged(position_id(FACTS[0].id), "note")) == shape()


def test_what_was_taken_back_or_is_about_others_changes_nothing() -> None:
    assert shape(judged(FACTS[0].id, "different", FACTS[1].id, retracted=True)) == shape()
    assert shape(judged("fac-unknown", "same", FACTS[1].id), judged("fac-unknown", "reject")) == shape()
    assert shape(judged(FACTS[0].id, "accept"), judged(FACTS[0].id, "accept", FACTS[2].id)) == shape()


def test_an_old_id_still_names_the_point_when_another_fact_has_come_to_stand_for_it() -> None:
    reversed_facts = FACTS[::-1]
    (first, *_) = issues_of(FACTS, LINKS, [])
    found = issues_of(reversed_facts, LINKS, [judged(first.id, "reject")])
    assert all(FACTS[0] not in issue.facts for issue in found)


relations = st.sampled_from(["same", "conflict", "update", "compatible"])
pairs = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
links = st.lists(st.builds(lambda pair, relation: link(*pair, relation), pairs, relations))
ids = st.sampled_from([name for one in FACTS for name in (one.id, position_id(one.id), point_id(one.id))])
words = st.lists(st.builds(judged, ids, st.sampled_from(["same", "different", "accept"]), ids), max_size=4)


@given(links, words)
def test_every_fact_stands_in_one_answer_at_most_and_ids_are_unique(links, words) -> None:
    found = issues_of(FACTS, links, words)
    told = [fact.id for issue in found for fact in issue.facts]
    assert len(told) == len(set(told))
    assert len({issue.id for issue in found}) == len(found)


@given(links, st.integers(0, 5), st.integers(0, 5))
def test_two_facts_judged_different_never_stand_in_one_answer(links, left, right) -> None:
    if left != right:
        for issue in issues_of(FACTS, links, [judged(FACTS[left].id, "different", FACTS[right].id)]):
            assert not any(FACTS[left] in answer and FACTS[right] in answer for answer in issue.answers)


@given(links, words)
def test_the_order_of_links_does_not_matter(links, words) -> None:
    shape_of = lambda links: [issue.answers for issue in issues_of(FACTS, links, words)]  # noqa: E731
    assert shape_of(links) == shape_of(links[::-1])
