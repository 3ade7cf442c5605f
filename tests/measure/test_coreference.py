"""MUC, B³, CEAFe and their mean."""

import pytest

from rashomon.measure.coreference import b_cubed, ceafe, conll, muc

GOLD = dict(zip("abcdefg", (1, 1, 1, 2, 2, 2, 2), strict=True))  # {a b c} {d e f g}
OWN = dict(zip("abcdefg", "xxyyzzz", strict=True))  # {a b} {c d} {e f g}


def test_the_links_of_muc() -> None:
    assert muc(GOLD, OWN) == pytest.approx((3 / 4, 3 / 5))


def test_b_cubed_by_hand() -> None:
    precision, recall = b_cubed(GOLD, OWN)
    assert precision == pytest.approx((1 + 1 + 0.5 + 0.5 + 3) / 7)
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 4 + 3 * 3 / 4) / 7)


def test_ceafe_pairs_each_group_once() -> None:
    alike = 2 * 2 / 5 + 2 * 3 / 7  # {a b} with {a b c}, {e f g} with {d e f g}; {c d} with nothing
    assert ceafe(GOLD, OWN) == pytest.approx((alike / 3, alike / 2))


def test_the_same_groups_under_other_names_are_perfect() -> None:
    named = {mention: f"group {group}" for mention, group in GOLD.items()}
    assert conll(GOLD, named)["conll_f1"] == 1.0


def test_lone_mentions_make_no_links() -> None:
    alone = {mention: mention for mention in "abc"}
    assert conll(alone, alone)["muc_f1"] == 0.0
    assert conll(alone, alone)["b3_f1"] == conll(alone, alone)["ceafe_f1"] == 1.0


def test_other_mentions_are_refused() -> None:
    with pytest.raises(ValueError, match="same mentions"):
        conll({"a": 1}, {"b": 1})


def test_nothing_is_measured_as_nothing() -> None:
    assert conll({}, {})["conll_f1"] == 0.0
