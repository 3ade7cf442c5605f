"""Words as they sound: one name typed in another alphabet or another romanisation gives the same or a near key."""

import re
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA

from rashomon.text.normal import folded

NEAR = 0.73  # words this alike may be one word mistyped: one letter in four, two in eight
UNLIKE = 0.6  # less alike than this is not alike at all
BARELY, NEARLY = 0.59, 0.72  # below which the search for these two may stop: a little less, for it stops by whole letters
SHORT = 3  # letters: words of so few must be the same
SIGNS = 0.85  # so alike must words in signs for syllables be: a loanword of seven kana may lose one, no Chinese name a sign
_ALEF = re.compile(r"(?<!\w)[اأإآ]")  # the vowel that an Arabic name begins with: Assad, not Ssad
_MARKS = re.compile(r"['\"`ʻʼʿʾ]")
# Spellings that romanisations of Cyrillic, Arabic, Chinese and the Turkic languages use for one sound; in order.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ph", "f"),
        (r"(?:tsch|tch)", "ch"),
        (r"sch", "sh"),
        (r"(?:dzh|dj|zh)", "j"),
        (r"(?:kh|q|ck)", "k"),
        (r"(?<=e)c$", "ts"),  # Slavic -ec, also romanised -ets
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"^x", "s"),
        (r"x", "ks"),
        (r"gh", "g"),
        (r"([td])h", r"\1"),
        (r"(?:ts|tz)", "ts"),
        (r"w", "v"),
        (r"(?:ou|oo)", "u"),
        (r"ee", "i"),
        (r"(?:iy|yy|ij|yj|ii)", "i"),
        (r"(?:ay|ai|ei|ey)(?![aeiou])", "ai"),
        (r"(?<=[aeo])[yi](?=[eaou])", ""),
        (r"y", "i"),
        (r"(?<=.{3})(?:eh|ah|e)$", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_LONG = str.maketrans("wy", "ui")
_VOICED = str.maketrans("dbgzjv", "tpkscf")
SYLLABLES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # kana, Han, Hangul: each sign is a syllable or a word


@lru_cache(maxsize=1 << 16)
def latin(word: str) -> str:
    """The word in lower case ASCII letters, whatever it is written in, without apostrophes."""
    return _MARKS.sub("", anyascii(_ALEF.sub("a", folded(word))).lower())


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """One key for the usual romanisations of a word: "toqaev", "tokayev" and "tokaev" are `tokaev`."""
    key = latin(word)
    if not _vowels(key):  # Arabic: only long vowels are written, as w and y
        key = key[:1] + key[1:].translate(_LONG)
    for pattern, to in _SOUNDS:
        key = pattern.sub(to, key)
    return key


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of that key, and an "a" for a vowel in front: `skmsh` for Qamishli would be `kmshl`."""
    key = sound(word)
    bare = re.sub(r"[aeiou]", "", key[1:])
    return re.sub(r"(.)\1+", r"\1", ("a" if key[:1] in "aeiou" else key[:1]) + bare)


@lru_cache(maxsize=1 << 16)
def onset(word: str) -> str:
    """The consonant that it begins with, an "a" for any vowel; b is p, for romanisations differ most in what is voiced."""
    return skeleton(word)[:1].translate(_VOICED)


@lru_cache(maxsize=1 << 17)
def alike(left: str, right: str) -> float:
    """How alike two words are, 0..1: 1 the same letters, 0.97 the same sound, 0.9 the same consonants, less by edits.

    Words of up to three letters, and words in signs that stand for syllables, must be the same: one sign there makes
    another name.
    """
    one, other = _heard(left), _heard(right)
    short = min(len(one.latin), len(other.latin)) <= SHORT
    if one.unvoiced != other.unvoiced and not (one.is_signs and other.is_signs):  # most pairs
        return 0.0 if short else _edits(one, other, NEARLY)
    if one.latin == other.latin:
        return 1.0
    if one.sound == other.sound:
        return 0.97
    if one.is_signs and other.is_signs:
        likeness = float(OSA.normalized_similarity(left, right))
        return likeness if likeness >= SIGNS else 0.0
    long = len(one.bones) >= 3
    if long and one.bones == other.bones and not (one.has_vowels and other.has_vowels):
        return 0.9
    edits = _edits(one, other, BARELY)
    if long and one.bones == other.bones and edits >= UNLIKE:
        return 0.9
    return 0.0 if short else max(edits, 0.8) if long else edits


class _Heard(NamedTuple):
    """A word in all the forms in which it is compared."""

    latin: str
    sound: str
    letters: int  # which letters are in it, a bit for each
    sounds: int
    bones: str
    unvoiced: str
    has_vowels: bool
    is_signs: bool


@lru_cache(maxsize=1 << 16)
def _heard(word: str) -> _Heard:
    letters, bones = latin(word), skeleton(word)
    heard = sound(word)
    return _Heard(
        letters,
        heard,
        _bits(letters),
        _bits(heard),
        bones,
        bones.translate(_VOICED),
        _vowels(letters),
        bool(SYLLABLES.search(word)),
    )


def _edits(left: _Heard, right: _Heard, least: float) -> float:
    """How alike two words are by edits of their letters or of their sounds, 0 below `least`.

    Each edit puts one letter for another, so that words with many letters that the other lacks need not be laid side by side:
    nine in ten pairs.
    """
    found = 0.0
    for one, other, differing in (
        (left.latin, right.latin, left.letters ^ right.letters),
        (left.sound, right.sound, left.sounds ^ right.sounds),
    ):
        if differing.bit_count() <= 2 * (1 - least) * max(len(one), len(other)):
            found = max(found, OSA.normalized_similarity(one, other, score_cutoff=least))
    return found


def _bits(word: str) -> int:
    bits = 0
    for sign in word:
        bits |= 1 << (ord(sign) & 63)
    return bits


def feminine(left: str, right: str) -> bool:
    """Whether one is the other's Slavic feminine form: Nazarbaeva is not Nazarbaev, but a woman of that family."""
    short, long = sorted((sound(left), sound(right)), key=len)
    return long in (short + "a", short[:-1] + "aia", short[:-1] + "aya") and bool(re.search(r"(?:[eo]v|[iy]n|ski|sky)$", short))


def _vowels(word: str) -> bool:
    return bool(re.search(r"[aeiou]", word))
