"""Excerpts: exact words, whole words, whole sentences where they are short; never over the edge of a block."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import doc

from rashomon.model import Fact, Span
from rashomon.views.excerpts import CONTEXT, excerpt


def fact_at(planted, span: Span, value: str) -> Fact:
    return Fact.of(doc_id=planted.document.id, statement_id="sta", kind="quantity", about="kill", value=value, span=span)


def shown(marked: str, value: str):
    planted = doc(marked)
    found = excerpt(planted.document, fact_at(planted, planted.spans["here"][0], value))
    text = planted.document.text
    return found, [span and span.of(text) for span in (found.before, found.quote, found.value, found.after)]


def test_the_sentence_is_shown_around_the_clause():
    found, words = shown("It rained. Late at night [three people died]here, said the mayor. Nobody slept.", "three")
    assert words == ["Late at night ", "three people died", "three", ", said the mayor."]
    assert (found.cut_before, found.cut_after) == (False, False)


def test_a_whole_sentence_has_nothing_around_it():
    found, words = shown("It rained. [“Three people died.”]here Nobody slept.", "Three")
    assert words == [None, "“Three people died.”", "Three", None]
    assert (found.cut_before, found.cut_after) == (False, False)


def test_context_ends_with_its_block():
    _, words = shown("A headline without a stop\nat least [three died]here on Monday\nAnother line", "three")
    assert words == ["at least ", "three died", "three", " on Monday"]


def test_a_value_that_is_not_in_the_clause_marks_the_whole_clause():
    _, words = shown("[three died]here.", "four")
    assert words[2] == "three died"


WORDS = st.lists(
    st.sampled_from(["fire", "a", "Ö", "went", "on", "3.5", "Mr.", "end.", "“so?”", "…", "x" * 70]), min_size=1, max_size=120
)


@given(WORDS, WORDS, WORDS, st.sampled_from([" ", "\n", ". "]))
def test_an_excerpt_is_one_run_of_the_text_that_never_cuts_a_word(before, clause, after, between):
    text = f"{' '.join(before)}{between}{' '.join(clause)} {' '.join(after)}"
    start = len(" ".join(before) + between)
    span = Span(start, start + len(" ".join(clause)))
    planted = doc(text.replace("[", ""))
    found = excerpt(planted.document, fact_at(planted, span, clause[0]))
    left = found.before.start if found.before else found.quote.start
    right = found.after.end if found.after else found.quote.end
    assert found.quote == span
    assert found.before is None or found.before.end == span.start
    assert found.after is None or found.after.start == span.end
    assert found.quote.contains(found.value)
    assert left == 0 or text[left - 1].isspace() or left == span.start
    assert right == len(text) or text[right].isspace() or right == span.end
    assert "\n" not in text[left : span.start] + text[span.end : right]
    assert span.start - left <= CONTEXT
    assert right - span.end <= CONTEXT
