"""Features of two tellings."""

import pytest

from rashomon.resolve.sameness import Features, days_agree, exact_days_apart, named, overlap, weights


def test_every_weight_is_of_a_feature() -> None:
    names = {name for name, _ in named(Features.__new__(Features))}
    for scorer in ("one root", "two roots"):
        assert set(weights()[scorer]) - {"bias"} <= names


def test_the_same_word_and_like_documents_speak_for_one() -> None:
    learnt = weights()["one root"]
    assert min(learnt["same word"], learnt["documents alike"], learnt["words close by"], learnt["days"]) > 0


def test_days() -> None:
    assert days_agree(frozenset({"2031-05-01"}), frozenset({"2031-05-01"})) == 1.0
    assert days_agree(frozenset({"2031-05-01"}), frozenset({"2031-05-04"})) == -1.0
    assert days_agree(frozenset({"2031-05-01"}), frozenset({"2031-05-02"})) == 0.0
    assert days_agree(frozenset({"2031-05-01"}), frozenset()) == 0.0
    assert days_agree(frozenset({"XXXX-WXX-3"}), frozenset({"2031-05-04"})) == 0.0
    assert not exact_days_apart(frozenset({"2031-05"}), frozenset({"2031-05-04"}))
    assert not exact_days_apart(frozenset({"2031-13-45"}), frozenset({"2031-05-04"}))
    assert not exact_days_apart(frozenset({"2031-05-01", "2031-06-01"}), frozenset({"2031-05-01"}))


def test_rare_words_count_more_than_common_ones() -> None:
    rare = overlap(frozenset({"zhelev", "make"}), frozenset({"zhelev", "take"}))
    common = overlap(frozenset({"ilic", "make"}), frozenset({"zhelev", "make"}))
    assert rare > common > 0
    assert overlap(frozenset({"a"}), frozenset()) == 0.0
    assert overlap(frozenset({"orla"}), frozenset({"orla"})) == pytest.approx(1.0)
