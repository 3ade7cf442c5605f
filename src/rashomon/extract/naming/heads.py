"""Organisations named once in full and then by what they are: "the Observatory", "the coalition", "the airline"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.naming.occurrences import WORD
from rashomon.extract.reading import Passage
from rashomon.model import Span
from rashomon.text.lexicon import lexicon

_DEFINITE = ("the", "this", "that")
_LED = re.compile(r"(?<![\w-])(?:[A-Z]\w+|(?:[A-Z]\.){2,8})[-‑–]led (?:[a-z]+ ){0,2}(?:coalition|alliance)s?(?!\w)")
_STATE = re.compile(
    r"(?<![\w-])(?:[A-Z]\w+(?:['’]s)? )?(?:[Ss]tate(?:-run|-owned)? )(?:television|TV|media|radio|broadcaster|news agency)(?!\w)"
)
_THEIRS = frozenset(
    "forces troops jets aircraft warplanes officials spokesman spokeswoman spokesperson head chief director founder".split()
)
_OFFICERS = frozenset("ceo cfo coo".split())  # of a firm and of no people
_LANGUAGE = frozenset("speak learn teach write read understand know".split())
_BREAKS = frozenset("of for and in on at to against".split())


def heads_in(passages: Sequence[Passage], organisations: Iterable[Sequence[str]]) -> Iterator[tuple[Passage, Span]]:
    """Each noun in the passages that stands for one of the document's organisations, of which only one can be meant.

    `organisations` are the words of their names. A noun with a capital may end any of them; one without is of the list
    `heads` of resources/names.yaml.
    """
    named = _by_head(organisations)
    for passage in passages if named else ():
        for match in WORD.finditer(passage.text):
            head = _singular(match.group().lower())
            if head in named and (match.group().istitle() or head in _heads()):
                tokens = passage.parse.char_span(*match.span())
                if tokens is not None and len(tokens) == 1 and _stands_alone(tokens[0]):
                    yield passage, Span(*match.span())


def is_description(words: str) -> bool:
    """Whether a mention only says what it is: "coalition" names nobody by itself."""
    return words.islower() and _singular(words) in _heads()


def led_in(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Span]]:
    """Each "US-led coalition" and "Syrian state television": a name made of whose it is."""
    return (
        (passage, Span(*match.span()))
        for passage in passages
        for pattern in (_LED, _STATE)
        for match in pattern.finditer(passage.text)
    )


def is_firm(name: Tokens, organisations: Iterable[Sequence[str]]) -> bool:
    """Whether a people's word stands here for the one organisation of the document that begins with it: "American said so"
    and "on American" are an airline, and so is "American CEO"; "American officials" and "an American" are not.
    """
    token = name[0]
    officer = token.dep_ in ("amod", "compound", "nmod") and token.head.lower_ in _OFFICERS
    if len(name) > 1 or not (officer or token.dep_ in ("nsubj", "dobj", "pobj", "poss")):
        return False
    if any(left.dep_ == "det" if officer else left.dep_ != "punct" for left in (token.head if officer else token).lefts):
        return False
    if token.head.lemma_ in _LANGUAGE or token.head.lower_ == "in":
        return False  # the language: "she speaks Russian", "in Russian"
    begun = {" ".join(words[1:]).lower() for words in organisations if len(words) > 1 and words[0] == token.text}
    return bool(begun) and all(rest.startswith(min(begun, key=len)) for rest in begun)


def _by_head(organisations: Iterable[Sequence[str]]) -> frozenset[str]:
    """The heads that belong to one organisation only; a name within a longer one is the same organisation."""
    held: dict[str, list[frozenset[str]]] = defaultdict(list)
    for name in organisations:
        words = [word.lower().replace(".", "") for word in name]
        stop = next((at for at, word in enumerate(words) if at and word in _BREAKS), len(words))
        if len(words) > 1 and words[stop - 1].isalpha() and len(words[stop - 1]) > 2:
            held[_singular(words[stop - 1])].append(frozenset(words))
    return frozenset(head for head, names in held.items() if all(name <= max(names, key=len) for name in names))


def _stands_alone(token: Token) -> bool:
    """Whether it is a noun right after "the", with no name behind that it only tells more of; or opens a sentence as in
    "Coalition forces said".
    """
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if token.pos_ not in ("NOUN", "PROPN") or (after is not None and (after.text[:1].isupper() or after.lower_ == "of")):
        return False
    if before is None or before.lower_ not in _DEFINITE:
        return bool(token.is_sent_start and after is not None and after.lower_ in _THEIRS)
    return True


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _heads() -> frozenset[str]:
    return frozenset(lexicon("names")["heads"])
