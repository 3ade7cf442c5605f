"""What befell the counted, by the words around them."""

import pytest

from rashomon.extract.facts.harms import harm_beside, toll_before
from rashomon.inference.parse import parsed


def harm(text: str, first: str, last: str) -> str | None:
    (parse,) = parsed([text])
    ends = [next(token for token in parse if token.text == word) for word in (first, last)]
    found = harm_beside(ends[0], ends[1])
    return found.about if found else None


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("An attacker gunned down 14 people there.", "14", "people", "kill"),
        ("It claimed the lives of 80 people.", "80", "people", "kill"),
        ("It forced 80 families to flee the town.", "80", "families", "displace"),
        ("Militants took 80 villagers captive.", "80", "villagers", "abduct"),
        ("Doctors said 8 men suffered minor injuries.", "8", "men", "injure"),
        ("The dead included two doctors and three sons.", "three", "sons", "kill"),
        ("The mayor met 80 people in May.", "80", "people", None),
        ("The league fined 8 men for injuries faked.", "8", "men", None),
    ],
)
def test_words_beside_the_counted_say_what_befell_them(text: str, first: str, last: str, expected: str | None) -> None:
    assert harm(text, first, last) == expected


def test_a_toll_reaches_to_the_next_number_only() -> None:
    (parse,) = parsed(["The death toll stands at 12 and it hit 30 towns."])
    number, other = (next(token for token in parse if token.text == words) for words in ("12", "30"))
    found = toll_before(number)
    assert found is not None
    assert found.about == "kill"
    assert toll_before(other) is None
