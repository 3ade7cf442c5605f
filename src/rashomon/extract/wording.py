"""Words made alike for looking them up: one kind of quotation mark, no contractions, one blank between words."""

import re
from functools import cache, lru_cache

from rashomon.text.lexicon import lexicon
from rashomon.text.needed import Sieve

SPELLINGS = tuple((Sieve.of(pattern), spelling) for pattern, spelling in (
    (r"[“”„‟«»]|``|''", '"'),
    (r"[‘’]", "'"),
    (r"\bcan(?:no|'?)t\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
    (r"\b(do|does|did|is|was|are|were|has|have|had|could|would|should)nt\b", r"\1 not"),  # of texts that lost their apostrophes
    (r"\b(it|that|this|there|he|she|what|who)'s\b", r"\1 is"),
    (r"\b(they|we|you)'re\b", r"\1 are"),
    (r"\b(i|they|we|you)'ve\b", r"\1 have"),
    (r"\s+", " "),
))  # fmt: skip


@lru_cache(maxsize=1 << 12)  # the same words are asked whether they deny and whether they hedge, each in one piece and in many
def plain(text: str) -> str:
    """The same words with straight marks, "not" for "n't", "it is" for "it's", and single blanks. Offsets are lost."""
    low = text.lower()
    for one, spelling in SPELLINGS:
        if one.may_match(low) and (spelled := one.pattern.sub(spelling, text)) != text:
            text, low = spelled, spelled.lower()
    return text


@cache
def words(*names: str) -> re.Pattern[str]:
    """Lists of resources/stance.yaml as one pattern of whole words."""
    return re.compile(rf"\b(?:{'|'.join(map(either, names))})(?![\w-])", re.IGNORECASE)


@cache
def either(name: str) -> str:
    """A list of resources/stance.yaml as the alternatives of a pattern; `*` in it stands for any ending."""
    entries: list[str] = lexicon("stance")[name]
    return "|".join(re.escape(entry).replace(r"\*", r"\w*").replace(r"\ ", " ") for entry in entries)
