"""Whom harm befell: of what sort they are, how badly they were hurt, whether it only touched them."""

import pytest
from tests.extract.facts.telling import counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("More than 50 people had been wounded some of them seriously.", {(50, None)}),
        ("Ten people were injured, two seriously.", {(10, None), (2, "serious")}),
        ("The blast left 30 injured, five of them critically.", {(30, None), (5, "serious")}),
        ("The crash seriously injured four people.", {(4, "serious")}),
        ("Two people were slightly injured and five seriously.", {(2, "slight"), (5, "serious")}),
        ("Eleven people suffered minor injuries.", {(11, None)}),
        ("A serious accident injured four people.", {(4, None)}),
    ],
)
def test_how_badly_is_said_of_those_it_stands_with(text: str, told: set[tuple[int, str | None]]) -> None:
    assert {(low, scope) for _, _, scope, low, _ in counts(text)} == told


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Nine officers were hurt.", "police"),
        ("Nine policemen were hurt.", "police"),
        ("Nine members of the Norland Police were hurt.", "police"),
        ("Nine army officers were hurt.", "soldier"),
        ("Nine members of the armed forces were hurt.", "soldier"),
        ("Nine crew members were hurt.", "crew"),
        ("Nine members of the choir were hurt.", "member"),
        ("Nine British nationals were hurt.", "briton"),
        ("Nine Brits were hurt.", "briton"),
        ("Nine of the wounded are British.", "briton"),
        ("Nine of the wounded are nurses.", "medic"),
        ("Nine nationals were hurt.", "citizen"),
    ],
)
def test_one_sort_of_people_has_one_scope(text: str, scope: str) -> None:
    assert ("injure", "Nine", scope, 9, 9) in counts(text)


def test_people_of_several_countries_are_counted_apart() -> None:
    found = {
        (low, scope) for about, _, scope, low, _ in counts("Five of the injured are British, three Romanian and two Bulgarian.")
    }
    assert {(5, "briton"), (3, "romanian")} <= found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Up to 8 million people were affected.", ("affect", "Up to 8 million", None, 0, 8e6)),
        ("The personal details of 8 million guests were exposed.", ("affect", "8 million", None, 8e6, 8e6)),
        ("Hackers stole the data of 3 million customers.", ("affect", "3 million", None, 3e6, 3e6)),
        ("They put the number of guests affected at 9.1 million.", ("affect", "9.1 million", None, 9.1e6, 9.1e6)),
    ],
)
def test_whoever_was_touched_is_counted_by_what_touched_them(
    text: str, count: tuple[str, str, str | None, float, float | None]
) -> None:
    assert count in counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police gave details of 12 players.",
        "The flood affected 12,000 families.",
        "Twelve prisoners were treated badly.",
        "Hackers stole from 40 customers.",
        "The singer died at 43.",
    ],
)
def test_not_everybody_who_is_counted_was_touched(text: str) -> None:
    assert not {about for about, *_ in counts(text)} & {"affect", "injure", "kill"}
