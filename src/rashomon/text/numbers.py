"""Numbers in words: "two dozen" is 24, "one hundred and five" is 105, "two-thirds" is 2/3."""

import re

_FIRST = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: n for n, word in enumerate(_FIRST)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
SMALL = "|".join(sorted(WORDS, key=len, reverse=True))
SCALE = "|".join(SCALES)
ORDINALS = {
    word: n
    for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
}
SHARES = {"half": 0.5, "quarter": 0.25, "three quarters": 0.75}
PARTS = {word: n for word, n in ORDINALS.items() if n > 2} | {"half": 2, "quarter": 4, "halve": 2}
PART = "|".join(PARTS)
SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
_SHARE = re.compile(r"(?:an? )?(?P<share>half|quarter|three quarters) (?:of )?")
_PART = re.compile(rf"(?:(?P<many>an?|\d{{1,3}}|{SMALL})[\s-]+)?(?P<part>{PART})s?")
LARGEST = 10**18  # "hundred hundred hundred …" is no number


def words_value(words: str) -> float | None:
    """The value of a number in words ("two dozen", "one hundred and five"), or None for words that are no number."""
    part, words = _part(words)
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", words.strip()):
        if word in ("a", "an", "and"):
            continue
        if word in WORDS:
            if current % 10 or (current % 100 and WORDS[word] >= 10):  # "nine eleven", "five seven": not one number
                return None
            current += WORDS[word]
        elif word in SCALES:
            scale = SCALES[word]
            if scale in (12, 100):
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
        else:
            return None
        if max(total, current) > LARGEST:
            return None
    return (total + current) * part


def part_value(words: str) -> float | None:
    """What share of a whole the words name, up to 1: "two-thirds", "a fifth", "half"; None for any other words."""
    found = _PART.fullmatch(words.lower())
    if found is None:
        return None
    many = found["many"] or "a"
    value = (1 if many in ("a", "an") else int(many) if many.isdigit() else WORDS[many]) / PARTS[found["part"]]
    return value if 0 < value <= 1 else None


def _part(words: str) -> tuple[float, str]:
    """What share of the number that follows is meant, and that number: "a quarter of a million", "half a million"."""
    found = _SHARE.match(words)
    return (SHARES[found["share"]], words[found.end() :]) if found else (1.0, words)
