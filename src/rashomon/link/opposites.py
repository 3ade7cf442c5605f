"""Words that take opposite sides: "closed" and "reopened", "guard" and "open fire"."""

import re
from functools import cache

from rashomon.link.tellings import Telling
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded


def opposed(left: Telling, right: Telling) -> bool:
    """Whether the two answers stand on opposite sides of a pair in `resources/opposites.yaml`."""
    one, other = folded(left.fact.value), folded(right.fact.value)
    for first, second in lexicon("opposites").get(left.fact.kind, ()):
        sides = [(_speaks(words, tuple(first)), _speaks(words, tuple(second))) for words in (one, other)]
        if sides in ([(True, False), (False, True)], [(False, True), (True, False)]):
            return True
    return False


def names_both_sides(telling: Telling) -> bool:
    """Whether the clause names one side beside the other: "rebels attacked an army base"."""
    words = folded(telling.clause)
    pairs = lexicon("opposites").get(telling.fact.kind, ())
    return any(_speaks(words, tuple(first)) and _speaks(words, tuple(second)) for first, second in pairs)


def on_first_side(left: Telling, right: Telling) -> bool:
    """Whether both answers stand on the first side of such a pair: both of them a deed, say, and no mishap."""
    answers = [folded(one.fact.value) for one in (left, right)]
    return any(
        all(_speaks(words, tuple(first)) for words in answers) for first, _ in lexicon("opposites").get(left.fact.kind, ())
    )


def on_one_side(left: Telling, right: Telling) -> bool:
    """Whether both answers stand on one side of such a pair, and neither on the other."""
    answers = [folded(one.fact.value) for one in (left, right)]
    return any(
        all(_speaks(words, tuple(here)) and not _speaks(words, tuple(there)) for words in answers)
        for pair in lexicon("opposites").get(left.fact.kind, ())
        for here, there in (pair, reversed(pair))
    )


def _speaks(text: str, side: tuple[str, ...]) -> bool:
    return _side(side).search(text) is not None


@cache
def _side(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The phrases of one side with their common endings; whole words, so that "car" does not stand in "care"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?:s|es|d|ed|r|er|ing)?\b")
