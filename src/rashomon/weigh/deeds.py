"""Whether it happened, asked in the page's own words: "police had opened fire" -> "Did police open fire".

Only where a clause is plain enough to be turned round: somebody named by a noun, a verb of the act in the past, what follows.
"""

import re
from functools import cache

from rashomon.text.lexicon import lexicon
from rashomon.text.normal import one_line

LEAST, MOST = 1, 4  # words that name who did it
AFTER = 8  # words after the verb; what comes later is when and why
_BREAK = re.compile(
    r"[,;:.!?“”\"()—–]| (?:after|before|when|while|as|because|since|that|which|who|and|but|or|during|for|at|in|to|from|until)\b"
)
_AUXILIARY = re.compile(r"^(?:had|has|have)$")
_DETERMINER = r"(?:the|a|an|some)"
_NO_NOUN = frozenset(
    "he she it they we i you who which that this these those there what and but or not no one two three some many most people "
    "as if when after before in on at for from by to with of is are was were be been had has have did will would could may "
    "might can also then where never him her them us me his its our their my your others dozens hundreds several".split()
)

_POINTING = frozenset("he she it they him her them his its their this that these those so".split())


def deed(clause: str, verbs: tuple[str, ...], text: str) -> str | None:
    """The clause as a question without its mark; None where it is not plain. `text` is the page, which knows names from nouns."""
    words = one_line(clause).split()
    for at in range(LEAST, min(MOST, len(words) - 1) + 1):
        if not _names(words[:at]):
            return None
        start = at + 1 if _AUXILIARY.match(words[at]) else at
        for verb in sorted(verbs, key=len, reverse=True):
            size = len(verb.split())
            base, told = _base(words[start : start + size], verb), _following(words[start + size :])
            if base and told is not None:
                return f"Did {_lowered(words[:at], text)} {' '.join((base, *told))}"
    return None


def following(clause: str, value: str, verb: str) -> str | None:
    """What the page says right after the verb with which `value` begins, as far as it belongs to it."""
    words = one_line(clause.partition(value)[1] + clause.partition(value)[2]).split()
    if len(words) < 2 or not _base(words[:1], verb):
        return None
    told = _following(words[1:])
    return " ".join(told) if told and told[-1].casefold() not in _NO_NOUN | {"the", "a", "an"} else None


def _names(words: list[str]) -> bool:
    bare = words[1:] if re.fullmatch(_DETERMINER, words[0], re.IGNORECASE) else words
    return all(word.casefold() not in _NO_NOUN and re.fullmatch(r"[^\W\d_][\w-]*(?:[’']s)?", word) for word in bare)


def _lowered(words: list[str], text: str) -> str:
    """Without the capital of a sentence's first word, unless it is a name."""
    first = words[0].lower()
    is_noun = (
        re.fullmatch(_DETERMINER, first) or first.removesuffix("s") in _nouns() or re.search(rf"\b{re.escape(first)}\b", text)
    )
    return " ".join((first if is_noun else words[0], *words[1:]))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for act in lexicon("acts").values() for noun in act.get("nouns", ()))


def _base(words: list[str], verb: str) -> str | None:
    """The verb in its base form, if the words are its past."""
    first, *rest = verb.split()
    told = [word.strip(".,;:") for word in words]
    if len(told) != 1 + len(rest) or [word.casefold() for word in told[1:]] != rest:
        return None
    return verb if told[0].casefold() in _past(first) else None


@cache
def _past(verb: str) -> frozenset[str]:
    forms = {form for form, base in lexicon("questions")["past"].items() if base == verb}
    last = f"{verb}{verb[-1]}ed" if re.search(r"[^aeiou][aeiou][bdgmnprt]$", verb) else f"{verb}ed"
    ending = f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else last
    return frozenset(forms or {ending, f"{verb}ed"})


def _following(words: list[str]) -> list[str] | None:
    """The words up to where something else begins; None where that is far, or they count or point back."""
    told = " " + " ".join(words)
    cut = _BREAK.search(told)
    kept = told[: cut.start() if cut else None].split()
    points = _POINTING & {word.casefold() for word in kept}
    return None if len(kept) > AFTER or points or any(map(_has_digit, kept)) else kept


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
