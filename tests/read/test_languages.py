"""The language of a text, told by its small words, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.languages import language_of

SAYINGS = {
    "en": "Three people died when the mill burned down on Monday night, and nobody knows what it was that set it on fire.",
    "de": "Drei Menschen starben, als die Mühle in der Nacht zum Montag abbrannte, und niemand weiß, wie es dazu kam.",
    "fr": "Trois personnes sont mortes dans la nuit de lundi quand le moulin a brûlé, et personne ne sait ce qui s'est passé.",
    "es": "Tres personas murieron en la noche del lunes cuando se quemó el molino, y nadie sabe lo que pasó en la ciudad.",
}


@pytest.mark.parametrize("code", SAYINGS)
def test_each_language_is_known_by_its_small_words(code):
    assert language_of(SAYINGS[code]) == code
    assert language_of(SAYINGS[code].upper()) == code


@pytest.mark.parametrize("text", ["", "Fire", "9 8 7 6 5 4 3 2 1", "Toqaev Tokayev Tokaev Nazarbaev Nazarbayev Almaty"])
def test_what_does_not_tell_is_none(text):
    assert language_of(text) is None


@given(st.text())
def test_any_text_has_a_code_of_two_letters_or_none(text):
    code = language_of(text)
    assert code is None or (len(code) == 2 and code.islower())
