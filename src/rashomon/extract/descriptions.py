"""Whom "the governor", "the 54-year-old" or "the agency" is on this page: by what the page says beside names."""

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.antecedents import Antecedents, Referent
from rashomon.extract.cast import PAST, Calling, Figure, is_person, sex_of
from rashomon.extract.reading import Passage
from rashomon.text.lexicon import lexicon

DEFINITE = frozenset(["the", "this", "that", "these", "those"])
LESSER = frozenset(["vice", "deputy", "lieutenant", "co"])  # no president, though "the minister" may be a prime one
OPENING = 4  # sentences in which a story first tells of somebody that it names only then: "A judge has ruled … Judge Ito …"


def described(walk: Antecedents, passage: Passage, head: Token) -> Referent | None:
    """Who is meant by a noun that names nobody; None where the page does not say."""
    word, beside = head.lower_, _beside(head)
    if head.tag_ in ("NNS", "NNPS") or head.dep_ == "appos" or any(child.dep_ == "conj" for child in head.children):
        return None
    if (same := _is_one_with(walk, passage, head)) is not None:
        return same
    lefts = [*head.lefts, *_opening(head).lefts]
    first = next((child.lower_ for child in lefts if child.dep_ in ("det", "poss")), "")
    here = passage.span(head).start
    if first in ("a", "an") or not first:
        return _named_later(walk, word, beside, here) if walk.told <= OPENING and is_person(word) else None
    if any(child.dep_ == "det" and child.lower_ in ("no", "any", "each", "every", "another", "some") for child in head.lefts):
        return None
    if word.endswith("year-old") or (word == "old" and "year" in beside):
        return _aged(walk, head)
    if is_person(word):
        return _bearer(walk, word, beside, here) or (_again(walk, head, word) if first in DEFINITE else None)
    return _body(walk, head, word, beside) if first in DEFINITE and word in lexicon("referents")["bodies"] else None


def _is_one_with(walk: Antecedents, passage: Passage, head: Token) -> Figure | None:
    """Whom the sentence itself says that the noun is: "if the candidate is Jonas Pell, …"."""
    if head.dep_ != "nsubj" or head.head.lemma_ != "be":
        return None
    told = next((child for child in head.head.children if child.dep_ == "attr" and child.pos_ == "PROPN"), None)
    names = walk.cast.within(passage.span(head.sent)) if told is not None else []
    return next((one for mention, one in names if mention.span.contains(passage.span(told))), None) if told is not None else None


def _opening(head: Token) -> Token:
    """The first part of a word with hyphens that the parser took apart: "ex" of "ex-wife"."""
    at = head.i
    while at > 1 and head.doc[at - 1].text == "-" and not head.doc[at - 1].whitespace_:
        at -= 2
    return head.doc[at]


def _beside(head: Token) -> frozenset[str]:
    """The words that go with the noun, without articles and pronouns."""
    words = (token for child in head.children if child.dep_ not in ("relcl", "acl", "punct") for token in child.subtree)
    return frozenset(
        token.lower_.strip(".") for token in words if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.lower_ in PAST
    )


def _bearer(walk: Antecedents, word: str, beside: frozenset[str], here: int) -> Figure | None:
    """Who is called so on the page: the foremost by now, else the last before, else the first after."""
    bearers = [one for one in walk.cast.called.get(word, ()) if _bears(one, word, beside)]
    if not bearers:
        return None
    best = max(_likeness(one, word, beside) for one in bearers)
    bearers = [one for one in bearers if _likeness(one, word, beside) == best]
    near = walk.foremost(lambda who: float(any(who is one for one in bearers)))
    if isinstance(near, Figure):
        return near
    before = [(mention.span.start, one) for one in bearers for mention in one.mentions if mention.span.start < here]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(bearers, key=lambda one: one.mentions[0].span)


def _named_later(walk: Antecedents, word: str, beside: frozenset[str], here: int) -> Figure | None:
    """Somebody whom the opening only describes ("A district judge has …") and the story then names, if only one can be meant."""
    bearers = [one for one in walk.cast.called.get(word, ()) if _bears(one, word, beside)]
    return bearers[0] if len(bearers) == 1 and all(m.span.start > here for m in bearers[0].mentions) else None


def _bears(one: Figure, word: str, beside: frozenset[str]) -> bool:
    return any(_agrees(calling, word, beside) for calling in one.callings if calling.says(word))


def _agrees(calling: Calling, word: str, beside: frozenset[str]) -> bool:
    """Whether "the former Kazakh president" can be somebody called "President X" or "the president of Kazakhstan"."""
    if bool(PAST & beside) != bool(PAST & calling.beside) and word not in ("wife", "husband", "ex-wife", "ex-husband"):
        return False
    mine, theirs = _office(word, beside), _office(calling.word, calling.beside)
    if mine - theirs or (theirs - mine) & (LESSER | _parts().get("general", frozenset())):
        return False
    mine, theirs = _lands(beside), _lands(calling.beside)
    return not mine or not theirs or bool(mine & theirs)


def _office(word: str, beside: frozenset[str]) -> frozenset[str]:
    """The words beside it that make it another office: a vice president is no president, an inspector general no general."""
    return beside & _parts().get(word, frozenset())


@cache
def _parts() -> dict[str, frozenset[str]]:
    """Last word of an office -> the words that offices have before it, one each."""
    pairs = [office.replace("-", " ").split() for office in lexicon("titles")["offices"]]
    ends = {words[-1] for words in pairs}
    return {end: frozenset(words[0] for words in pairs if len(words) == 2 and words[-1] == end) for end in ends}


def _likeness(one: Figure, word: str, beside: frozenset[str]) -> int:
    return max(len(beside & calling.beside) for calling in one.callings if calling.says(word))


def _aged(walk: Antecedents, head: Token) -> Figure | None:
    years = {int(number) for token in head.subtree for number in [token.text.split("-")[0]] if number.isdigit()}
    return next((one for one in walk.cast.figures if one.ages & years), None)


def _again(walk: Antecedents, head: Token, word: str) -> Referent | None:
    """ "The businessman" where nobody is called one: whoever the story is about, if the words can be said of a known person."""
    if word not in lexicon("referents")["again"] or _is_told_more(head) or word in walk.strangers:
        return None
    sex, offices = sex_of(word), lexicon("titles")["offices"]

    def suits(who: Referent) -> float:
        if not isinstance(who, Figure) or who.kind != "person" or (sex and who.sex not in (sex, None)):
            return 0.0
        other = word in offices and any(calling.word in offices and not calling.says(word) for calling in who.callings)
        return 0.3 if other else 1.0

    return walk.foremost(suits)


def _body(walk: Antecedents, head: Token, word: str, beside: frozenset[str]) -> Referent | None:
    """ "The agency": whichever organisation is called so, has the word in its name, or was described so; else one that may be."""
    if _is_told_more(head):
        return None
    orgs = [one for one in walk.cast.figures if one.kind == "org"]
    for suits in (
        [one for one in orgs if one.is_called(word)],
        [one for one in orgs if _has(one.words, word) and all(_has(one.words, other) for other in beside)],
    ):
        found = _nearest(walk, suits, head)
        if found is not None:
            return found
    if beside:
        return None
    fits = lexicon("referents")["bodies"][word]
    found = walk.foremost(lambda who: _may_be(who, fits)) if fits else None
    earlier = walk.things.get(word)
    if found is not None or (earlier is not None and not earlier.plural):
        return found or earlier
    return None if fits else walk.foremost(lambda who: _may_be(who, fits))


def _may_be(who: Referent, fits: Sequence[str]) -> float:
    """Whether an organisation's name has a word that fits; where any would, whether it is none of the state's."""
    if not isinstance(who, Figure) or who.kind != "org":
        return 0.0
    public = lexicon("referents")["public"]
    return float(any(_has(who.words, each) for each in fits) if fits else not any(_has(who.words, each) for each in public))


def _nearest(walk: Antecedents, suits: Sequence[Figure], head: Token) -> Referent | None:
    near = walk.foremost(lambda who: float(any(who is one for one in suits)))
    if near is not None or not suits:
        return near
    here = head.idx
    return min(suits, key=lambda one: (one.mentions[0].span.start > here, one.mentions[0].span))


def _is_told_more(head: Token) -> bool:
    """Whether more follows the noun than stands for somebody known: "the man who …", "the wife of …", "the board at …"."""
    return any(child.dep_ in ("relcl", "acl", "prep") and child.i > head.i for child in head.children)


def _has(words: Iterable[str], other: str) -> bool:
    """Whether a word stands among others, in the singular or the plural."""
    return any(word.removesuffix("s") == other.removesuffix("s") for word in words)


def _lands(words: Iterable[str]) -> frozenset[str]:
    """The countries that are named among the words, by name or by people."""
    return frozenset(code for word in words if (code := _codes().get(word)))


@cache
def _codes() -> dict[str, str]:
    """Name or people of a country, lower case -> its code."""
    countries = lexicon("countries").items()
    return {name.lower(): code for code, entry in countries for name in (*entry["names"], *entry["people"])}
