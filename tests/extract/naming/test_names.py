"""Names of a whole page: found again, in short, and cut where they ran together."""

from itertools import pairwise

import pytest
from tests.extract.names_found import NAMED, named
from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely


def test_a_name_that_the_page_gives_once_is_found_wherever_it_stands() -> None:
    text = "Keith Marlow met Ilka Brandt in Berlin.\nWho is Ilka Brandt?\nMarlow left with Brandts bag."
    found = [words for words, _ in named(text)]
    assert found.count("Ilka Brandt") == 2
    assert found[-2:] == ["Marlow", "Brandt"]


def test_a_word_of_the_language_is_not_found_again() -> None:
    text = "Keith May met the crew. They may leave. May is warm."
    assert [words for words, _ in named(text)].count("May") <= 1


def test_a_ministry_keeps_its_country() -> None:
    found = named("The Russian Foreign Ministry denied it. Several Russians left, and the Foreign Ministry spoke again.")
    assert ("Russian Foreign Ministry", "org") in found


def test_an_address_is_no_name() -> None:
    assert not any("@" in words for words, _ in named("Write to tips@hadrin-post.example or to Ilka Brandt."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "B said so. B. B! X met Y.",
        "A" * 500 + " said so.",
        ("Ab" * 250 + " ") * 3 + "met Ilka Brandt.",
        "Илка Brandt met 布兰特 and براندت in Almaты.",
        "The the The. - / ( ) 's ’s ISs",
        " ".join(f"Anna{number} Brandt spoke." for number in range(200)),
    ],
)
def test_absurd_names_raise_nothing_and_lie_in_the_text(text: str) -> None:
    page = doc(text).document
    spans = sorted(m.span for m in mentions_in(read_closely(page)) if m.kind in NAMED)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
