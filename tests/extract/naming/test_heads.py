"""Organisations by what they are."""

import pytest
from tests.extract.names_found import named

from rashomon.extract.naming.heads import is_description

FULL = "The Hadrin Observatory for Human Rights counted them. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FULL + "On Monday the observatory gave a toll.", ["observatory"]),
        (FULL + "The Observatory said so.", ["Observatory"]),
        (FULL + "He climbed to an observatory.", []),
        (FULL + "The Marlow Observatory closed. On Monday the observatory gave a toll.", []),  # which one?
        ("On Monday the observatory gave a toll.", []),  # nobody's name
        ("Hadrin Airlines cut its flights. Later the airline said sorry.", ["airline"]),
    ],
)
def test_a_noun_stands_for_the_one_organisation_that_it_can_mean(text: str, found: list[str]) -> None:
    assert [words for words, kind in named(text) if kind == "org" and words.lower() in ("observatory", "airline")] == found


def test_who_leads_and_whose_it_is_make_a_name() -> None:
    found = named("Jets of the US-led coalition struck. Syrian state television said so, and the coalition denied it.")
    assert ("US-led coalition", "org") in found
    assert ("Syrian state television", "org") in found
    assert ("coalition", "org") in found


def test_a_people_s_word_is_an_airline_where_the_sentence_says_so() -> None:
    text = (
        "American Airlines apologized. American pledged to review it. American officials met an American in Paris. "
        "Then American CEO Tom Bel spoke."
    )
    assert [kind for words, kind in named(text) if words == "American"] == ["org", "group", "group", "org"]


def test_a_language_is_no_firm() -> None:
    text = "Russian Railways cut its trains. The driver spoke Russian, and the sign was in Russian."
    assert ("Russian", "org") not in named(text)


def test_descriptions() -> None:
    assert is_description("coalition")
    assert not is_description("Coalition")
    assert not is_description("dpa")
