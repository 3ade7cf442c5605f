"""What looks like something else than it is, is found, and nothing else is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.guises import TURNS, TWINS, guises, is_plain, unmasked

ODD = st.text(st.sampled_from([*TURNS, *TWINS[:6], *"Ann Hé 4.", "ж", "ש"]), max_size=40)


def told(text: str) -> list[tuple[str, str]]:
    return [(span.of(text), name) for span, name in guises(text)]


def test_a_word_of_two_alphabets_and_a_sign_that_turns_are_found_where_they_stand():
    assert told("Mayor H\u043elt said \u202e4 died\u202c, not Holt") == [("H\u043elt", ""), ("\u202e", "RLO"), ("\u202c", "PDF")]


@pytest.mark.parametrize(
    "honest",
    [
        "Mayor Ann Holt", "мэр Анна Холт", "Владимир Putin", "Müller-Łukasz", "Δt", "α-Centauri", "5 µm",
        "ראש העיר \u200f(2031)", "名前",
        "3\u202f000 people", "zero\u200bwidth",
    ],
)  # fmt: skip
def test_honest_words_of_any_alphabet_are_none(honest):
    assert told(honest) == []
    assert unmasked(honest) == honest


def test_every_twin_is_told_beside_a_latin_letter():
    assert [twin for twin in TWINS if told(f"n{twin}") != [(f"n{twin}", "")]] == []


@given(ODD)
def test_nothing_of_the_text_is_lost_and_what_is_plain_has_none(text):
    spans = [span for span, _ in guises(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert not (is_plain(text) and spans)
    back = unmasked(text).replace(" ⟨two alphabets⟩", "")
    for sign, name in TURNS.items():
        back = back.replace(f"⟨{name}⟩", sign)
    assert back == text


def test_on_paper_it_is_spelled_out():
    assert unmasked("\u202e4 died, H\u043elt said") == "⟨RLO⟩4 died, H\u043elt ⟨two alphabets⟩ said"
