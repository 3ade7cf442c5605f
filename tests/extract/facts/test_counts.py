"""What a number counts: what befell whom, which things, what it measures."""

import pytest

from rashomon.extract.facts.counts import counts_in
from rashomon.inference.parse import parsed


def counted(text: str) -> list[tuple[str, str | None, str | None]]:
    (parse,) = parsed([text])
    return [
        ("".join(word.text_with_ws for word in one.words).strip(), one.counted, one.whom) for one in counts_in(parse, parse.text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast at the mill killed at least 31 people.", ("at least 31", "kill", None)),
        ("Shells killed 15 villagers.", ("15", "kill", "villager")),
        ("Several colleagues were killed.", ("Several", "kill", "colleague")),
        ("The fighting forced 13,000 residents to flee.", ("13,000", "displace", "resident")),
        ("Rebels took an estimated 90 civilians hostage.", ("an estimated 90", "abduct", "civilian")),
        ("The war has driven millions from their homes.", ("millions", "displace", None)),
        ("Four boys were treated for burns.", ("Four", "injure", "boy")),
        ("An immigrant shoots dead 13 people.", ("13", "kill", None)),
        ("The bodies of 44 victims were found.", ("44", "kill", None)),
        ("The survey put the death toll at as high as 4,700.", ("as high as 4,700", "kill", None)),
        ("The names of all 12 people thought to have died were read.", ("12", "kill", None)),
        ("There were no survivors.", ("no", "survivor", "survivor")),
        ("The navy fired 59 cruise missiles.", ("59", "missile", "missile")),
        ("It seized three AK-47 assault rifles.", ("three", "rifle", "rifle")),
        ("They are on a three-game losing streak.", ("three", "game", "game")),
        ("The minister shot at three co-workers.", ("three", "worker", "worker")),
        ("Some 60,000 people live there.", ("Some 60,000", "person", None)),
        ("A family of five was there.", ("five", "person", "family")),
        ("The bridge is 40 km from the town.", ("40 km", "distance", "town")),
        ("It cost $3 million.", ("$3 million", "money", None)),
        ("One confirmed death was in May.", ("One", "kill", None)),
    ],
)
def test_a_number_counts_what_the_words_around_it_say(text: str, expected: tuple[str, str | None, str | None]) -> None:
    found = counted(text)
    assert expected[:2] in [one[:2] for one in found]
    assert expected[1] in ("distance", "survivor") or expected in found


@pytest.mark.parametrize("text", ["No one claimed it.", "The Sam Jong 2 left port.", "There was no immediate word.", ""])
def test_where_nobody_is_harmed_none_counts_nothing(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    "text", ["1 " * 300, "killed " * 200, "of 5 " * 200, "\u0661\u0662 убитых 15 человек", "no no no", "-5 5- 5-5"]
)
def test_absurd_text_raises_nothing(text: str) -> None:
    assert all(words for words, *_ in counted(text))
