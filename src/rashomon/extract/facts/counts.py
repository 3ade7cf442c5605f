"""What each amount of a passage counts: what befell whom, which things, or what it measures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.facts.counted import matter_of, matter_of_bare
from rashomon.extract.facts.harms import harm_beside
from rashomon.extract.facts.matters import Matter, together
from rashomon.extract.facts.nouns import TOLLS, noun_of, numbered_by, persons, singular, toll_of
from rashomon.model import Span
from rashomon.text.amounts import Amount, amounts_in
from rashomon.text.amounts.units import dimension_of
from rashomon.text.lexicon import lexicon

GROUPS = frozenset("family group crew team crowd party gang squad couple household delegation unit".split())  # "a family of five"
PARENTS = frozenset("mother father mum mom dad parent grandmother grandfather".split())  # "a mother of four"
ANYBODY = frozenset("person people human individual other others soul somebody someone".split())
BESIDES = frozenset("more further additional extra another other others".split())  # who come to those that are counted elsewhere
NAMED = ("ORG", "PERSON", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LOC")
DESIGNATED = re.compile(r"[A-Z]{1,3}")  # the letters before the number of a type: "12 AK 47 rifles"
NONE = re.compile(r"\bno\b(?=\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """An amount with its words, the noun that it counts or measures, and what befell the counted people."""

    amount: Amount
    words: tuple[Token, ...]
    number: Token  # the last of the words that is a number
    noun: Token | None = None
    matter: Matter | None = None
    of: float | None = None  # how many there are of which these are a part: 58 in "58 people, 11 of them children"
    rising: bool = False  # the sentence says that the count has risen, or will

    @property
    def harm(self) -> str | None:
        """The class of harm that befell the counted ("kill"), None where none did."""
        if self.matter is None:
            return None
        about = "displace" if self.matter.word.lemma_.lower() == "flee" else self.matter.about
        return about if about in lexicon("amounts")["harms"] else None

    @property
    def counted(self) -> str | None:
        """What is counted: harm by its class, a measure by what it measures ("distance"), else the noun's base form."""
        if self.amount.kind in ("money", "percent", "age"):
            return self.amount.kind
        if self.amount.kind == "measure":
            return dimension_of(self.amount.unit)
        if self.harm or self.noun is None:
            return self.harm or ("person" if self.number.dep_ in ("nsubj", "nsubjpass") else None)
        if self.noun.i < self.number.i and singular(self.noun) in GROUPS | PARENTS:
            return "person" if singular(self.noun) in GROUPS else "child"
        return "person" if self.noun.lemma_.lower() in ANYBODY else singular(self.noun)

    @property
    def whom(self) -> str | None:
        """Of whom or what, in its base form; None for people in general."""
        if self.noun is None:
            return None
        human, scope = persons(self.noun)
        return None if human and scope is None else singular(self.noun)


def counts_in(parse: Doc, text: str) -> list[Count]:
    """Every amount that counts or measures something, in reading order; nobody is counted only where harm is denied."""
    found = [count for amount in [*amounts_in(text), *_nones(text)] if (count := _count(amount, parse)) is not None]
    return sorted(found, key=lambda count: count.amount.span)


def _nones(text: str) -> Iterator[Amount]:
    """The "no" of "no survivors", which is none of them."""
    for match in NONE.finditer(text):
        yield Amount(Span(*match.span()), 0, 0)


def _count(amount: Amount, parse: Doc) -> Count | None:
    piece = parse.char_span(amount.span.start, amount.span.end, alignment_mode="expand")
    if piece is None:
        return None
    number = next((word for word in reversed(list(piece)) if word.like_num or word.pos_ in ("NUM", "NOUN")), piece[-1])
    noun = _noun(number)
    count = Count(amount, tuple(piece), number, noun, _matter(piece[0], number, noun) if amount.kind == "count" else None)
    if amount.kind != "count":
        return count
    if amount.high == 0 and count.harm is None and not (noun is not None and noun.lemma_.lower() == "survivor"):
        return None
    return None if _is_in_name(piece[0], number, noun) else count


def _matter(first: Token, number: Token, noun: Token | None) -> Matter | None:
    """What befell the counted: by the parse, and where that says nothing by the words around."""
    found: Matter | None
    if noun is not None and noun.i < number.i and singular(noun) in PARENTS:
        return None
    if noun is None:
        found = matter_of_bare(number)
    elif noun.pos_ != "NOUN" and befalls_people(act_of(noun) or ""):
        found = together(noun)
    elif (noun.i < number.i and singular(noun) in GROUPS) or not persons(noun)[0]:
        own = act_of(noun)
        found = Matter(own, noun) if own is not None and befalls_people(own) else None
        if found is None and noun.i > number.i:
            return None
    else:
        found = matter_of(noun)
        if found is not None and found.word.i == noun.i and noun.lemma_.lower() == "victim":  # dead or hurt, by what else is said
            found = None
    if found is not None and found.about in lexicon("amounts")["harms"]:
        return found
    bare = matter_of_bare(number) if noun is not None and noun.head.head.i == number.i else None
    if bare is not None:  # "13 of these 42 have died"
        return bare
    last = noun if noun is not None and noun.i > number.i else number
    return harm_beside(first, last) or found


def _noun(number: Token) -> Token | None:
    """The noun that is counted: the last of a compound, unless its first is people ("20 children ages 6 and 7")."""
    group = number.head.head if number.dep_ == "pobj" and number.head.lower_ == "of" else None
    if group is not None and singular(group) in GROUPS | PARENTS:
        return group
    if number.i + 1 < number.sent.end and number.nbor().lower_ == "times":
        return number.nbor()
    if (joined := _hyphened(number)) is not None:
        return joined
    noun = noun_of(number)
    if noun is not None and (noun.lower_ == "counts" or _are_charges(noun)):  # "two counts of murder" are charges
        return noun
    toll = noun if noun is not None and noun.lemma_.lower() in TOLLS else toll_of(number) if noun is None else None
    if toll is not None and (numbered := numbered_by(toll)) is not None:
        return numbered
    if noun is not None:
        noun = _hyphened(noun) or noun  # "three co-workers"
    if noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        return noun if noun.tag_ == "NNS" and persons(noun)[0] else noun.head
    if noun is not None and noun.i > number.i:
        for token in number.doc[number.i + 1 : noun.i]:
            if token.tag_ == "NNS" and persons(token)[0]:
                return token
    return noun


def _hyphened(word: Token) -> Token | None:
    """The noun that a hyphen joins to the word: the game of a "three-game losing streak"."""
    doc = word.doc
    if word.i + 2 >= len(doc) or doc[word.i + 1].text != "-" or word.whitespace_ or doc[word.i + 1].whitespace_:
        return None
    return doc[word.i + 2] if doc[word.i + 2].pos_ in ("NOUN", "PROPN") else None


def _are_charges(noun: Token | None) -> bool:
    """As in "one count of attempted murder", of which nobody died."""
    return noun is not None and noun.lemma_.lower() == "count" and noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "of"


def _is_in_name(first: Token, number: Token, noun: Token | None) -> bool:
    """The 47 of a rifle of type "AK 47", the 2 of a ship that is called "Sam Jong 2", the first word of a company that is called
    "Billions Group".
    """
    if number.i + 1 < len(number.doc):
        after = number.nbor()
        if (
            number.is_title
            and number.is_alpha
            and after.is_title
            and number.ent_type_ in NAMED
            and after.ent_type_ == number.ent_type_
        ):
            return number.i > number.sent.start and number.nbor(-1).is_lower
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    if before is not None and number.is_digit and DESIGNATED.fullmatch(before.text):
        return True
    if before is None or noun is not None or not number.is_digit or first.i != number.i:
        return False
    series = before.i > before.sent.start and before.nbor(-1).lower_ in (",", ";", "and", "while")  # "Estria 500, Wendland 200"
    return before.pos_ == "PROPN" and act_of(before) is None and not series
