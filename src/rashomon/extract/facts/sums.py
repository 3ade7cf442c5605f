"""One and so many others: "a senator and five other people were killed" counts six."""

from spacy.tokens import Token

from rashomon.extract.clauses import child_of
from rashomon.extract.facts.counts import Count
from rashomon.extract.facts.nouns import persons

OTHERS = frozenset("other others".split())
ONE = frozenset("a an the his her their its another".split())  # before one person: "a senator", "her guard"
FEW = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
NAMED = ("PERSON", "")  # a name that the parser knows nothing of is a person's, where people are counted
LONG = 14  # words of an answer


def with_the_first(count: Count) -> tuple[list[Token], float] | None:
    """The words for all that are counted together, and how many they are; None where none are told beside the others."""
    noun, most = count.noun, count.amount.low
    if noun is None or most is None or count.amount.high != most or count.harm is None or not _are_others(noun):
        return None
    before = _before(count, noun)
    many = [_how_many(word) for word in before]
    if not before or None in many:
        return None
    words = list(noun.doc[min(word.left_edge.i for word in before) : noun.i + 1])
    return (words, most + sum(filter(None, many))) if len(words) <= LONG else None


def _before(count: Count, noun: Token) -> list[Token]:
    """Those told before the others: "a senator and", "a teacher, a pupil and"; of such a list a parse may make two subjects."""
    joined = [word for word in noun.conjuncts if word.i < count.words[0].i]
    if not joined:
        return []
    first = joined[0]
    return [*(word for word in first.head.children if word.dep_ == first.dep_ and word.i < first.i), *joined]


def _are_others(noun: Token) -> bool:
    """As in "two others", "five other people"."""
    return noun.lower_ == "others" or any(child.lower_ in OTHERS for child in noun.children if child.i < noun.i)


def _how_many(word: Token) -> int | None:
    """One for a person by name or trade, a number where one stands there, None where nobody says how many."""
    numbered = child_of(word, "nummod")
    if numbered is not None:
        return FEW.get(numbered.lower_)
    if word.tag_ == "NNP" and word.ent_type_ in NAMED:
        return 1
    alone = word.tag_ == "NN" and any(child.lower_ in ONE for child in word.children if child.dep_ in ("det", "poss"))
    return 1 if alone and persons(word)[0] else None
