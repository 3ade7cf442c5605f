"""What things are counted as, whatever an account calls them, and whether they are gone."""

from spacy.tokens import Token

from rashomon.extract.acts import act_of, acts_lexicon, wide
from rashomon.text.lexicon import lexicon

LOSING = frozenset(["destroy", "burn"])  # acts after which a thing is no more
SPARED = frozenset(["damage"])  # verbs of those acts after which it still is


def called(noun: Token) -> str:
    """One word for one sort of things: what one account calls lorries another calls trucks."""
    things = lexicon("units")["things"]
    noun_alone = noun.lemma_.lower()
    named = f"{noun.nbor(-1).lower_} {noun_alone}" if noun.i else noun_alone  # "mortar round"
    return str(things.get(named) or things.get(noun_alone) or noun_alone)


def done(noun: Token) -> str | None:
    """The act that the noun is: of attacks one, whether they are called strikes, raids or bombings."""
    word = called(noun)
    of = act_of(noun) or (acts_lexicon().nouns.get(word) if word != noun.lemma_.lower() else None)
    return wide(of) if of is not None and word == wide(of) else of


def lost(number: Token, noun: Token) -> Token | None:
    """The word for what was done to the things, if they are gone: "eight of the 17 lorries were destroyed", "seven burned out".

    What is damaged is not gone, and is counted apart.
    """
    others = number.head if number.head.lower_ == "others" else noun  # "destroyed four houses and damaged 20 others"
    counted = number if number.dep_ in ("nsubj", "nsubjpass", "dobj") else others
    verbs = [child for child in others.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    if counted.dep_ in ("nsubjpass", "dobj") or (counted.dep_ == "nsubj" and counted.head.lemma_.lower() == "burn"):
        verbs.append(counted.head)
    return next((verb for verb in verbs if act_of(verb) in LOSING and verb.lemma_.lower() not in SPARED), None)
