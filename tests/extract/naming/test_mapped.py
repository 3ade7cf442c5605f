"""Places that the parser took for something else, or for nothing."""

import pytest
from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely


def places(text: str) -> set[str]:
    page = doc(text)
    return {m.span.of(page.document.text) for m in mentions_in(read_closely(page.document)) if m.kind == "place"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TORRINGTON — A man was held on Monday.", "TORRINGTON"),
        ("HOMS, Syria (AP) -- Two people died on Monday.", "HOMS"),
        ("Shells fell in Qamishli and near Jayrud, residents said.", "Qamishli"),
        ("Doctors were killed in Khan Sheikhoun on Tuesday.", "Khan Sheikhoun"),  # the gazetteer writes Khān Shaykhūn
        ("A shell fell 60 km northeast of Hama on Monday.", "Hama"),
        ("Shells hit the outskirts of Hama.", "Hama"),
        ("Shells fell in Qamishli and near Jayrud, residents said.", "Jayrud"),
        ("Botswana closed its border with Malawi.", "Malawi"),
        ("The boat came from Chattanooga, Tennessee, on Friday.", "Chattanooga"),
    ],
)
def test_a_place_is_found_where_places_stand(text: str, place: str) -> None:
    assert place in places(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It began in March, and in English nobody asked.", "March"),
        ("It began in May, and in English nobody asked.", "English"),
        ("He believes in Victoria Hale, and Victoria Hale knows.", "Victoria Hale"),
        ("The MAC team and the UGA team won.", "MAC"),
        ("Syrians and Russians in Parliament agreed.", "Parliament"),
        ("Reading books is fun.", "Reading"),
    ],
)
def test_what_only_shares_a_places_name_is_none(text: str, word: str) -> None:
    assert word not in places(text)


@pytest.mark.parametrize("text", ["—", "A —", "in ", "in The", "in " + "A" * 500, "IN IN IN — IN", "— in Д —"])
def test_scraps_give_nothing(text: str) -> None:
    assert places(text) <= {"IN"}


def test_a_person_with_the_name_of_a_khan_stays_one() -> None:
    assert places("Imran Khan said on Monday that Khan Abdul would leave.") == set()
