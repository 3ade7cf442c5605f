"""Quotations where they stand, in every style of marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.quotes import quotes_in


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “no” twice.", ["no"]),
        ('He said "no" and "never".', ["no", "never"]),
        ("„Nein“, sagte er.", ["Nein"]),
        ("«Non», dit-il.", ["Non"]),
        ("``No,'' he said.", ["No,"]),
        ("‘No,’ he said, and didn’t move.", ["No,"]),
        ("The drivers' strike isn't over.", []),
        ("“They call it ‘an act of war’ here.”", ["They call it ‘an act of war’ here."]),
        ("“It goes on", ["It goes on"]),
    ],
)
def test_quotations_of_every_style(text: str, inner: list[str]) -> None:
    assert [quote.inner.of(text) for quote in quotes_in(text)] == inner


def test_a_quotation_that_the_block_does_not_close_is_left_open() -> None:
    assert [quote.left_open for quote in quotes_in("“One.” “Two")] == [False, True]


@given(st.text(alphabet="“”„«»\"‘’'` ab.,\n", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quote in quotes_in(text):
        assert end <= quote.span.start
        assert quote.span.end <= len(text)
        assert quote.span.contains(quote.inner)
        end = quote.span.end
