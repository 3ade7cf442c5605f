"""Names taken apart, and what is left of a name."""

import pytest

from rashomon.extract.naming.run_together import owns_rest, parts_of, without
from rashomon.inference.parse import parsed
from rashomon.model import Span


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Syrias Hasakeh", ["Syrias", "Hasakeh"]),
        ("Turkey Germany", ["Turkey", "Germany"]),
        ("Ilka Brandt - boarded", ["Ilka Brandt", "boarded"]),
        ("Ministry / AP", ["Ministry", "AP"]),
        ("Nur-Sultan", ["Nur-Sultan"]),
        ("New Zealand", ["New Zealand"]),
        ("South Korea", ["South Korea"]),
        ("Paris", ["Paris"]),
    ],
)
def test_a_name_ends_at_a_free_dash_or_after_a_country_that_owns_the_rest(text: str, parts: list[str]) -> None:
    (parse,) = parsed([text])
    assert [part.text for part in parts_of(parse[:])] == parts


def test_a_lost_apostrophe() -> None:
    assert owns_rest("Syrias")
    assert not owns_rest("Cyprus")
    assert not owns_rest("Honduras")
    assert not owns_rest("Paris")


def test_what_is_left_when_places_are_taken_out() -> None:
    words = "Hadrin Observatory Ilka Brandt"
    assert without(Span(10, 40), words, [Span(10, 28)]) == [(Span(29, 40), "Ilka Brandt")]
    assert without(Span(10, 40), words, [Span(10, 40)]) == []
    assert without(Span(0, 9), "VSG / OBL", [Span(0, 3), Span(6, 9)]) == []
