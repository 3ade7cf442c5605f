"""Whom harm befell: of what sort they are, how badly they were hurt, and whether it only touched them.

"Four policemen were hurt" tells the sort, "four were seriously hurt" how badly, "the data of four guests were exposed" what
touched them.
"""

from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.facts.counts import BESIDES, GROUPS, Count
from rashomon.extract.facts.nouns import part_of, persons, singular

DEGREES = {
    **dict.fromkeys("serious seriously severe severely critical critically badly grave gravely".split(), "serious"),
    **dict.fromkeys("slight slightly minor light lightly".split(), "slight"),
}
SOME = frozenset("some several many most few others both all none".split())  # whose own degree says nothing of the counted
CONDITIONS = frozenset("condition state burn trauma case harm concussion".split())  # that are serious or slight
AFFECTING = frozenset("affect impact expose compromise".split())
DATA = frozenset("detail data datum record information account password".split())  # by which people are touched
TAKING = AFFECTING | frozenset("steal leak breach hack access lose copy obtain take".split())  # what is done to data
BEHIND = 5  # words from the number, or from what befell them, within which it is said how badly


def sort_of(number: Token, scope: str | None) -> str | None:
    """Which people they are, or of which they are a part: "two of the soldiers" are soldiers, "two of the dead" a part."""
    part = part_of(number)
    return scope if part == "part" and scope is not None else part or scope


def of_whom(count: Count, scope: str | None) -> str | None:
    """Which of those harmed: by what they are ("four policemen"), else by how badly they were hurt ("four seriously")."""
    sort = sort_of(count.number, scope)
    return (_degree(count) or sort) if sort in (None, "part") else sort


def touched(noun: Token) -> Token | None:
    """The word that says that it touched them: "8 million guests are affected". A family or a team may be of any size."""
    if singular(noun) in GROUPS:
        return None
    touching = AFFECTING
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "on") and noun.head.head.lemma_.lower() in DATA:
        noun, touching = noun.head.head, TAKING  # "the data of 8 million guests were exposed"
    verbs = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    verbs += [noun.head] if noun.dep_ in ("dobj", "nsubjpass") or noun.head.tag_ == "VBN" else []
    return next((verb for verb in verbs if verb.lemma_.lower() in touching), None)


def _degree(count: Count) -> str | None:
    """How badly, where the words say so of all that are counted: "four with serious injuries", not "50 hurt, some seriously"."""
    if count.matter is None or count.harm == "kill":
        return None
    word, number = count.matter.word, count.number
    starts = [number.i] if word.i < number.i else []  # "two were slightly hurt and five seriously"
    for start in (*starts, max(word.sent.start, word.i - 2)):
        degree = _degree_from(start, count, word)
        if degree is not None:
            return degree if degree == "serious" or _is_told_apart(word) else None
    return None


def _degree_from(start: int, count: Count, word: Token) -> str | None:
    """The first degree from there on that is not that of others: the number or "some" that stands last is whose it is."""
    own = True
    for token in word.doc[start : min(max(word.i, count.number.i) + BEHIND, word.sent.end)]:
        if token.like_num or token.lower_ in SOME:
            own = count.words[0].i <= token.i <= count.number.i
        elif own and token.lower_ in DEGREES and (token.dep_ != "amod" or _is_hurt(token.head)):  # no "serious accident"
            return DEGREES[token.lower_]
    return None


def _is_told_apart(word: Token) -> bool:
    """Whether the sentence tells of others who were hurt worse: where all have "minor injuries", they are all that were hurt."""
    return any(DEGREES.get(other.lower_) == "serious" or other.lower_ in BESIDES for other in word.sent)


def _is_hurt(noun: Token) -> bool:
    """As in "serious injuries", "critical condition", "a badly hurt man"."""
    return noun.lemma_.lower() in CONDITIONS or befalls_people(act_of(noun) or "") or persons(noun)[0]
