"""A text as a bag of its content words: what two of them have in common is counted, the rare words more."""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import fsum, sqrt

from rashomon.text.normal import words

SEEN = 1 << 14  # texts whose words are kept: the facts of a sentence, and the pairs of a block, ask for the same ones
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
STOP = frozenset(
    (
        "a about after again all also although among an and any are as at be because been before being between both but by can "
        "could did do does down during each for from further had has have he her him his how i if in into is it its more most "
        "no not of on one only or other our out over own s said say says she so some such t than that the their them then there "
        "these they this those through to told too two under until up was we were what when where which while who whom whose "
        "why will with would you"
    ).split()
)


@lru_cache(SEEN)
def stems(text: str) -> tuple[str, ...]:
    """The content words of a text without their commonest endings, so that "bombings" meets "bombing" and "bombed".

    Initials are one word: "U.S." is "US".
    """
    text = _INITIALS.sub(lambda match: match.group().replace(".", ""), text)
    return tuple([_stem(word) for word in words(text) if word not in STOP])


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """How much two unit vectors of words share, 0..1."""
    both = left.keys() & right.keys()
    return fsum([left[word] * right[word] for word in both])  # exact, so that the order of a set does not matter


def unit(bag: Mapping[str, float], weight: Mapping[str, float]) -> dict[str, float]:
    """The words of a bag, each by its share and weight, as a unit vector."""
    vector = {word: share * weight.get(word, 0.0) for word, share in bag.items()}
    size = sqrt(sum(value * value for value in vector.values()))
    return {word: value / size for word, value in sorted(vector.items()) if value} if size else {}


@lru_cache(1 << 16)
def _stem(word: str) -> str:
    for ending in ("ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
