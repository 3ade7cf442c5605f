"""Base forms, roots and nearness of words of acts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.kindred import base, likeness, near, one_root, rarity


@pytest.mark.parametrize(
    ("form", "expected"),
    [("killed", "kill"), ("dies", "die"), ("Stopped", "stop"), ("taken", "take"), ("bodies", "body"), ("was", "be")],
)
def test_base_forms(form: str, expected: str) -> None:
    assert base(form) == expected


def test_a_word_that_is_not_listed_is_its_own_base() -> None:
    assert base("Orla") == "orla"


def test_one_root() -> None:
    assert one_root("explode", "explosion")
    assert one_root("quake", "earthquake")
    assert one_root("arrive", "arrival")
    assert not one_root("relate", "release")
    assert not one_root("kill", "die")
    assert one_root("zzz", "zzz")


def test_near_in_meaning() -> None:
    assert near("kill", "murder") > 0.4 > near("kill", "unveil")
    assert near("zzz", "kill") == 0.0
    table = likeness(["kill", "zzz", "murder"])
    assert table.shape == (3, 3)
    assert table[0, 2] == pytest.approx(near("kill", "murder"), abs=1e-5)
    assert np.allclose(np.diag(table), 1.0)
    assert likeness([]).shape == (0, 0)


def test_names_are_rarer_than_everyday_words() -> None:
    assert rarity("zhelev") == 1.0 > rarity("mill") > rarity("make") >= 0.0


@given(st.text())
def test_any_text_has_a_base_form(word: str) -> None:
    assert isinstance(base(word), str)
    assert 0.0 <= rarity(base(word)) <= 1.0
