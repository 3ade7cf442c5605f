"""Words of acts: their base forms, which of them come of one root, and how near in meaning they lie.

The list, made by `training/happenings/kindred.py`, has some ten thousand verbs, nouns of acts and adjectives with a vector
each (from MiniLM-L6, Apache-2.0), the irregular forms, and how common other words are (from WordNet 3.0).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

COUNTED = 230_000  # words of the tagged texts in which the common words were counted
MANY = 1 << 17  # words or pairs that are kept in mind
STEM = 4  # letters that words of one root have in common at least
TAIL = 4  # letters by which the shorter of two words of one root may go on differently: "arrive", "arrival"
ROOT = 0.45  # how near in meaning words must lie to be of one root: "relate" and "release" do not
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""))


@dataclass(frozen=True, slots=True)
class Kindred:
    """The list, as loaded: word -> row, rows of unit length, irregular form -> base, common word -> count."""

    rows: dict[str, int]
    vectors: NDArray[np.float32]
    forms: dict[str, str]
    common: dict[str, int]


@cache
def kindred() -> Kindred:
    """The list, loaded once a process (20 ms)."""
    with files("rashomon.text").joinpath("kindred.npz").open("rb") as file, np.load(file) as held:
        words = str(held["words"]).split("\n")
        forms = dict(line.split(" ") for line in str(held["forms"]).split("\n"))
        common = {word: int(count) for word, count in (line.split(" ") for line in str(held["common"]).split("\n"))}
        vectors = held["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Kindred({word: row for row, word in enumerate(words)}, vectors, forms, common)


@lru_cache(MANY)
def base(word: str) -> str:
    """The base form of a word in any case; the word in small letters where it is in no list."""
    listed, word = kindred(), word.lower()
    if word in listed.forms:
        return listed.forms[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss"):
            stem = word[: -len(ending)] + instead
            for form in (stem, stem[:-1] if len(stem) > 2 and stem[-1:] == stem[-2:-1] else stem):  # "stopped": stop
                if form in listed.rows or form in listed.common:
                    return form
    return word


@lru_cache(MANY)
def rarity(word: str) -> float:
    """How seldom a base form stands in English texts: 0 the most common to 1, a word that is in no list."""
    return 1.0 - min(1.0, 0.1 * float(np.log1p(kindred().common.get(word, 0))))


def likeness(words: Sequence[str]) -> NDArray[np.float32]:
    """How near in meaning each two of the base forms lie (-1 to 1); 0 for a word that is not listed, 1 with itself."""
    listed = kindred()
    found = [listed.rows.get(word) for word in words]
    vectors = np.zeros((len(words), listed.vectors.shape[1]), np.float32)
    held = [at for at, row in enumerate(found) if row is not None]
    vectors[held] = listed.vectors[[row for row in found if row is not None]]
    near = vectors @ vectors.T
    np.fill_diagonal(near, 1.0)
    return near


@lru_cache(MANY)
def one_root(left: str, right: str) -> bool:
    """Whether two base forms come of one root, as "arrest" and "arrest", "explode" and "explosion", "quake" and "earthquake"."""
    if left == right:
        return True
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    common = next((at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), len(short))
    inside = len(short) > STEM and long.endswith(short)
    if not inside and (common < min(STEM, len(short)) or len(short) - common > TAIL or len(long) - common > TAIL + 2):
        return False
    return near(left, right) >= ROOT


@lru_cache(MANY)
def near(left: str, right: str) -> float:
    """How near in meaning two base forms lie."""
    listed = kindred()
    if left not in listed.rows or right not in listed.rows:
        return 1.0 if left == right else 0.0
    return float(listed.vectors[listed.rows[left]] @ listed.vectors[listed.rows[right]])
