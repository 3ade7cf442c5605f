"""Laws of shared words: no run is missed, none is invented, none counts twice, and texts that repeat themselves cost no more."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import runs as runs_module
from rashomon.text.runs import Run, Windows, shared_runs
from rashomon.text.shingles import Keys, word_ids

few = st.lists(st.sampled_from("abcd"), max_size=40)
many = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), max_size=60)


def ids(forms: list[str]) -> Keys:
    return word_ids(" ".join(forms))


def runs_in(left: Keys, right: Keys, at_least: int) -> list[Run]:
    """The runs that two texts share."""
    return shared_runs(Windows.of(left, at_least), Windows.of(right, at_least))


def longest(left: list[str], right: list[str]) -> int:
    """By brute force."""
    best = 0
    for here in range(len(left)):
        for there in range(len(right)):
            length = 0
            while here + length < len(left) and there + length < len(right) and left[here + length] == right[there + length]:
                length += 1
            best = max(best, length)
    return best


@given(few, few)
def test_shared_runs_are_in_both_texts_and_no_word_is_used_twice(left: list[str], right: list[str]) -> None:
    runs = runs_in(ids(left), ids(right), 3)
    for run in runs:
        assert run.length >= 3
        assert left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
    for places in ([run.left for run in runs], [run.right for run in runs]):
        taken = [place + step for place, run in zip(places, runs, strict=True) for step in range(run.length)]
        assert len(taken) == len(set(taken))


@given(many, many, many)
def test_the_longest_shared_run_is_found_first(before: list[str], shared: list[str], after: list[str]) -> None:
    left, right = before + shared + after, after + shared + before
    best = longest(left, right)
    assert [run.length for run in runs_in(ids(left), ids(right), 3)[:1]] == ([best] if best >= 3 else [])


@given(few, few, st.integers(1, 8))
def test_texts_that_repeat_themselves_give_a_run_at_least_half_as_long_as_the_longest(
    left: list[str], right: list[str], times: int
) -> None:
    best = longest(left * times, right * times)
    found = runs_in(ids(left * times), ids(right * times), 5)
    assert (2 * found[0].length >= best) if best >= 5 else not found


def test_moved_passages_are_both_found() -> None:
    first, second = [f"a{n}" for n in range(9)], [f"b{n}" for n in range(7)]
    runs = runs_in(ids([*first, "x", *second]), ids([*second, "y", *first]), 5)
    assert [(run.left, run.right, run.length) for run in runs] == [(0, 8, 9), (10, 0, 7)]


def test_texts_of_one_word_share_one_run_at_a_cost_in_proportion_to_their_length(monkeypatch) -> None:
    """Each place stands in the other text as often as that is long: all places against all would be 10^10."""
    tried: list[Run] = []
    rank = runs_module._rank
    monkeypatch.setattr(runs_module, "_rank", lambda run: tried.append(run) or rank(run))
    text = ids(["no"] * 100_000)
    assert runs_in(text, text, 5) == [Run(0, 0, 100_000)]
    assert len(tried) <= runs_module.FEW * len(text)


def test_a_repeated_sentence_costs_in_proportion_to_the_text(monkeypatch) -> None:
    tried: list[Run] = []
    rank = runs_module._rank
    monkeypatch.setattr(runs_module, "_rank", lambda run: tried.append(run) or rank(run))
    sentence = "we will not go from here before the water does".split()
    left, right = ids(sentence * 4_000), ids([*sentence * 3_000, "never", *sentence * 900])
    found = runs_in(left, right, 5)
    assert [run.length for run in found] == [30_000, 9_000]
    assert len(tried) <= runs_module.FEW * len(left)


def test_two_long_texts_that_differ_in_one_word_share_two_runs() -> None:
    left = [f"w{n}" for n in range(300_000)]
    right = left.copy()
    right[123_456] = "other"
    assert [run.length for run in runs_in(ids(left), ids(right), 5)] == [300_000 - 123_457, 123_456]


def test_texts_with_nothing_in_common_share_nothing() -> None:
    assert runs_in(ids([]), ids([]), 5) == []
    assert runs_in(ids(["a"] * 4), ids(["a"] * 4), 5) == []
