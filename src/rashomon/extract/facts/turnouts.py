"""Whoever came: people on the streets and people at a wake are counted alike, in whatever words."""

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import child_of
from rashomon.extract.facts.counts import Count
from rashomon.extract.facts.nouns import persons

GATHERING = "gather"
CROWDS = frozenset({GATHERING, "protest"})
TURNOUTS = frozenset("turnout attendance crowd".split())
PUTTING = frozenset("put estimate number count".split())  # "put the march at 30,000"
JOINING = frozenset("join attend fill pack throng line stage stag hold".split())  # spaCy takes "staged" for a form of "stag"
DRAWING = frozenset("draw attract bring".split())  # "the march drew 50,000"


def is_turnout(count: Count) -> bool:
    """As in "put the turnout at 1.03 million", "240,000 took part", "the march drew 50,000", "a 20,000-strong rally"."""
    number, noun = count.number, count.noun
    after = number.doc[number.i + 1 : min(number.i + 5, number.sent.end)]
    if len(after) > 1 and "strong" in (after[0].lower_, after[1].lower_):
        return any(act_of(word) in CROWDS for word in after)
    if noun is not None and noun.i > number.i and not persons(noun)[0]:
        return False
    counted = _whole(noun if noun is not None and noun.i > number.i else number)
    verb = counted.head
    if counted.dep_ == "pobj" and verb.lower_ in ("at", "of") and (verb.head.lemma_.lower() in TURNOUTS or gathers(counted)):
        return True
    if counted.dep_ in ("nsubj", "nsubjpass"):
        joined = child_of(verb, "dobj")
        if verb.lemma_.lower() == "come":  # "had come out in protest"
            joined = next((aim for prep in verb.children if prep.lower_ == "in" for aim in prep.children), None)
            return joined is not None and act_of(joined) in CROWDS
        return act_of(verb) in CROWDS or (verb.lemma_.lower() in JOINING and joined is not None and act_of(joined) in CROWDS)
    if counted.dep_ == "dobj" and verb.lemma_.lower() in DRAWING:
        drawn_by = child_of(verb, "nsubj")
        drawing = verb.head if drawn_by is None or drawn_by.pos_ == "PRON" else drawn_by
        told = {act_of(drawing), *(act_of(word) for word in verb.ancestors)}
        return bool(told & CROWDS)
    return False


def gathers(noun: Token) -> bool:
    """As in "took to the streets", "put the march at 30,000 people"."""
    noun = _whole(noun)
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in ("take", "pour"):
        aims = (aim for prep in verb.children if prep.lower_ in ("to", "into", "onto") for aim in prep.children)
        return any(aim.lower_ in ("streets", "street") for aim in aims)
    if noun.dep_ == "pobj" and verb.lower_ == "at" and verb.head.lemma_.lower() in PUTTING:
        told = child_of(verb.head, "dobj", "nsubjpass")
        return told is not None and (act_of(told) in CROWDS or told.lemma_.lower() in TURNOUTS)
    return False


def _whole(noun: Token) -> Token:
    """The word by which those counted stand in the clause: the tens of "tens of thousands of people"."""
    for _ in range(2):
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NOUN", "NUM"):
            noun = noun.head.head
    return noun
