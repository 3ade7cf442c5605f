"""Which language a text is in, told from its most common small words."""

from collections import Counter

from rashomon.text.lexicon import lexicon
from rashomon.text.normal import words

LOOK = 4_000  # characters looked at: small words settle it long before


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language, or None where the small words do not tell.

    A language is named when its small words make up a tenth of the text or more and half as many again as the next
    language's.
    """
    counted = Counter(words(text[:LOOK]))
    total = counted.total()
    if total < 5:
        return None
    scores = sorted(
        ((sum(counted[word] for word in small) / total, code) for code, small in lexicon("languages").items()), reverse=True
    )
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= 0.1 and best >= 1.5 * second else None
