"""Words as they sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.resolve.letters import NEAR, alike, feminine, skeleton, sound

words = st.text("abcdefghijklmnopqrstuvwxyzяжшқ", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Baiqonur", "Baykonur"),
        ("Zhaqsybaev", "Jaksybayev"),
        ("Жақсыбаев", "Zhaqsybayev"),
        ("Shaikhoun", "Shaykhun"),
        ("Qorashi", "Korashi"),
        ("Wolkow", "Volkov"),
        ("Selimhodzhaev", "Selimkhojaev"),
        ("Marrah", "Mara"),
    ],
)
def test_romanisations_of_one_word_sound_the_same(left: str, right: str) -> None:
    assert alike(left, right) >= 0.85


@pytest.mark.parametrize(("arabic", "latin"), [("محمود", "Mahmoud"), ("كريم", "Karim"), ("رشيد", "Rashid")])
def test_arabic_without_vowels_meets_latin_with_them(arabic: str, latin: str) -> None:
    assert alike(arabic, latin) >= 0.8


@pytest.mark.parametrize(("left", "right"), [("Kim", "Kil"), ("Ortiz", "Ortega"), ("Karlov", "Petrov"), ("金正恩", "金正日")])
def test_other_words_are_not_near(left: str, right: str) -> None:
    assert alike(left, right) < NEAR


@given(words, words)
def test_likeness_is_symmetric_and_in_bounds(left: str, right: str) -> None:
    assert alike(left, right) == alike(right, left)
    assert 0 <= alike(left, right) <= 1
    assert alike(left, left) == 1


@given(words)
def test_capitals_do_not_matter(word: str) -> None:
    assert sound(word.upper()) == sound(word)
    assert skeleton(word.title()) == skeleton(word)


def test_a_slavic_woman_of_the_family_is_told_by_her_ending() -> None:
    assert feminine("Belova", "Belov")
    assert feminine("Zhaqsybaev", "Zhaqsybaeva")
    assert not feminine("Marat", "Marata")
