"""One person of whom something is told: by name, by post or trade, or by both, which is what ties one account to another."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import SUBJECTS, child_of
from rashomon.extract.facts.nouns import name_around, persons
from rashomon.extract.facts.scene import PLACES
from rashomon.model.subjects import THE, first_and_last
from rashomon.text.lexicon import lexicon

KNOWN = frozenset("the his her their its this our my".split())  # before a post that one person of the account has
PRONOUNS = frozenset("he she him her his who whom".split())
AMONG = frozenset("including among".split())
FAR = 80  # words back to whom a "he" may mean


def bearers(word: Token) -> Iterator[str]:
    """What to call each single person in the phrase of `word`: "ana ruiz", "the driver", "ana ruiz, the driver"."""
    yield from dict.fromkeys(called for one in _all_of(word) if (called := _called(one)) is not None)


def _all_of(word: Token) -> Iterator[Token]:
    """The heads of the phrase: "the driver and the guard"; of many, who is said to be among them."""
    yield word
    yield from word.conjuncts
    for prep in (*word.children, *(child for child in word.head.children if word.head.pos_ == "VERB")):
        if prep.lower_ not in AMONG:
            continue
        for noun in prep.children:
            if noun.dep_ == "pobj":
                yield noun
                yield from noun.conjuncts
        yield from (other for other in word.children if other.dep_ == "appos" and other.i > prep.i)


def _called(word: Token) -> str | None:
    """Name and post of one person; whoever "he" and "who" stand for."""
    if word.lower_ in PRONOUNS and word.pos_ == "PRON":
        found = _meant(word)
        return _called(found) if found is not None else None
    beside = [word, *_beside(word)]
    name = next((_name(one) for one in beside if _is_name(one)), None)
    post = next((f"{THE}{one.lemma_.lower()}" for one in beside if _is_post(one, named=name is not None)), None)
    return ", ".join(filter(None, (name, post))) or None


def _beside(word: Token) -> Iterator[Token]:
    """What else the person is called in the same breath: "Ana Ruiz, the driver", "the driver, Ruiz", "commander Ruiz"."""
    yield from (child for child in word.children if child.dep_ in ("appos", "compound"))
    if word.dep_ == "appos":
        yield word.head
        yield from (other for other in word.head.children if other.dep_ == "appos")
    if word.dep_ in SUBJECTS:  # a parse may make two subjects of "the commander of the garrison Colonel Ruiz"
        yield from (other for other in word.head.children if other.dep_ == word.dep_ and other != word)


def _meant(pronoun: Token) -> Token | None:
    """Whom the pronoun stands for: the noun of its clause, else the last subject before it, or the last word, for one person."""
    if pronoun.lower_ in ("who", "whom"):
        return next((clause.head for clause in pronoun.ancestors if clause.dep_ == "relcl"), None)
    before = [one for one in reversed(pronoun.doc[max(0, pronoun.i - FAR) : pronoun.i]) if _is_name(one) or _is_post(one)]
    if len({_called(one) for one in before}) > 1:  # of two, nothing here says which
        return None
    return next((one for one in before if one.dep_ in SUBJECTS), next(iter(before), None))


def _is_name(word: Token) -> bool:
    """A person's name; one that the parser does not know is, where a post stands beside it: "Grozim, the driver"."""
    if word.pos_ != "PROPN" or word.tag_ == "NNPS":
        return False
    apposed = child_of(word, "appos")
    return word.ent_type_ == "PERSON" or (not word.ent_type_ and apposed is not None and _is_post(apposed))


def _name(word: Token) -> str:
    """By which accounts share a person, as far as it stands here: "ana ruiz", "ruiz"."""
    first = min([word.i, *(child.i for child in word.children if child.dep_ == "compound")])
    return first_and_last((name_around(word) or word.doc[first : word.i + 1]).text)


def _is_post(noun: Token, *, named: bool = False) -> bool:
    """A post or trade that one person of the account has: "the driver", "Orla's mayor"; beside a name, any that stands there."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or noun.ent_type_ in (*PLACES, "PERSON") or lemma in _no_posts():
        return False
    if not (persons(noun)[0] or lemma.endswith(_endings())):
        return False
    return named or any(child.lower_ in KNOWN or child.dep_ == "poss" for child in noun.children)


@cache
def _endings() -> tuple[str, ...]:
    """How most words for a post or a trade end."""
    return tuple(lexicon("posts")["endings"])


@cache
def _no_posts() -> frozenset[str]:
    """Words that end so, or are words for people, and tell nobody apart."""
    return frozenset(lexicon("posts")["none"])
