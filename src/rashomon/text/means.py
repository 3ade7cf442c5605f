"""By what an attack was made, as the words of a text tell it."""

import re
from functools import cache, lru_cache

from rashomon.text.lexicon import lexicon

SEEN = 1 << 14


@lru_cache(SEEN)
def means_in(sentence: str) -> frozenset[str]:
    """The kinds of attack whose words stand in the sentence, as `resources/means.yaml` tells them apart."""
    return frozenset(kind for kind, pattern in _means() if pattern.search(sentence))


@cache
def _means() -> list[tuple[str, re.Pattern[str]]]:
    kinds: dict[str, list[str]] = lexicon("means")
    return [(kind, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)) for kind, words in kinds.items()]
