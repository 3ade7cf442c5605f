"""Where known names stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.naming.occurrences import Known


def found(text: str, *names: str) -> list[str]:
    return [text[start:end] for start, end, _ in Known.of(names).within(text)]


@pytest.mark.parametrize(
    ("text", "names", "stands"),
    [
        ("The Varna Steel Group and Varna Steel.", ["Varna Steel", "Varna Steel Group"], ["Varna Steel Group", "Varna Steel"]),
        ("anti-VSG men, VSGs, VSGx and xVSG", ["VSG"], ["VSG"]),  # "VSGs" may be several of them
        ("Daeshs men and DAESH", ["Daesh"], ["Daesh", "DAESH"]),
        ("Al-Nusra and al-Nusra", ["al-Nusra"], ["Al-Nusra", "al-Nusra"]),
        ("it is what it IS", ["IS"], ["IS"]),
        ("the front line of the Front", ["Front"], ["Front"]),
        ("(VSG)/VSG", ["VSG"], ["VSG", "VSG"]),
    ],
)
def test_the_longest_name_at_word_boundaries_as_it_is_written(text: str, names: list[str], stands: list[str]) -> None:
    assert found(text, *names) == stands


def test_odd_names_and_texts() -> None:
    assert found("", "Varna") == []
    assert found("Varna", "", "?!", " ") == []
    assert found("a" * 5000, "a" * 500) == []
    assert found("x @VarnaSteel", "@VarnaSteel") == ["VarnaSteel"]


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=6))
def test_places_lie_in_the_text_in_order_and_apart(text: str, names: list[str]) -> None:
    end = 0
    for start, stop, _ in Known.of(names).within(text):
        assert end <= start < stop <= len(text)
        end = stop
