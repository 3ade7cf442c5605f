"""Laws of shared words: no run is missed, none is invented, none counts twice."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span
from rashomon.text.shingles import SIZE, WINDOW, fingerprints, shared_runs, words

few = st.lists(st.sampled_from("abcd"), max_size=40)
many = st.lists(st.sampled_from([f"w{n}" for n in range(40)]), max_size=60)


def test_words_are_compared_without_case_marks_and_separators() -> None:
    assert words("Syria's “60,000” U.S.-backed men").forms == ("syrias", "60000", "us", "backed", "men")
    assert words("Syrias 60000 US-backed MEN").forms == words("Syria’s 60,000 U.S. backed men").forms


def test_words_of_a_script_without_spaces_are_its_signs() -> None:
    assert words("火災 2人").forms == ("火", "災", "2", "人")


def test_words_know_where_they_stand_and_keep_to_the_parts_given() -> None:
    text = "One, two. Menu three four"
    kept = words(text, [Span(0, 9), Span(14, 25)])
    assert kept.forms == ("one", "two", "three", "four")
    assert kept.span(1, 2).of(text) == "two. Menu three"
    assert [kept.span(at, 1).of(text).casefold() for at in range(len(kept))] == list(kept.forms)
    assert len(words("")) == 0
    assert len(words("text", [])) == 0


@given(many, few, few)
def test_texts_with_eight_words_in_a_row_in_common_share_a_fingerprint(
    before: list[str], after: list[str], run: list[str]
) -> None:
    run = (run + list("abcdefgh"))[: max(SIZE + WINDOW - 1, len(run))]
    one, other = fingerprints(before + run + after), fingerprints(after + run + before)
    assert {mark for mark, _ in one} & {mark for mark, _ in other}


def test_fingerprints_are_fewer_than_the_shingles_and_stand_where_they_say() -> None:
    forms = [f"w{n}" for n in range(400)]
    marks = list(fingerprints(forms))
    assert len(marks) < 0.5 * len(forms)
    assert all(next(fingerprints(forms[at : at + SIZE])) == (mark, 0) for mark, at in marks)


@given(few, few)
def test_shared_runs_are_in_both_texts_and_no_word_is_used_twice(left: list[str], right: list[str]) -> None:
    runs = shared_runs(left, right, 3)
    for run in runs:
        assert left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
    for places in ([run.left for run in runs], [run.right for run in runs]):
        taken = [place + step for place, run in zip(places, runs, strict=True) for step in range(run.length)]
        assert len(taken) == len(set(taken))


@given(few, few)
def test_the_longest_shared_run_is_found_first(left: list[str], right: list[str]) -> None:
    brute = max(
        (n for i in range(len(left)) for j in range(len(right)) for n in range(1, 41)
         if left[i : i + n] == right[j : j + n] and i + n <= len(left) and j + n <= len(right)),
        default=0,
    )  # fmt: skip
    runs = shared_runs(left, right, 3)
    assert [run.length for run in runs[:1]] == ([brute] if brute >= 3 else [])


def test_moved_passages_are_both_found() -> None:
    first, second = [f"a{n}" for n in range(9)], [f"b{n}" for n in range(7)]
    runs = shared_runs([*first, "x", *second], [*second, "y", *first])
    assert [(run.left, run.right, run.length) for run in runs] == [(0, 8, 9), (10, 0, 7)]
