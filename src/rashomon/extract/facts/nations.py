"""Of which country somebody is, by name or people: whose ships, whose planes, whose ministry."""

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.text.nations import nation

LONG = 12


def doer_nation(act: Token) -> str | None:
    """The code of the country whose doing the act is told as: "Norlandish ships sold", "sold by Norland", "Norlandish raids"."""
    agent = child_of(act, "agent")
    passive = agent is not None or child_of(act, "nsubjpass", "auxpass") is not None
    doer = child_of(agent, "pobj") if agent is not None else None if passive else child_of(act, "nsubj")
    if doer is not None:
        return nation([token.text for token in noun_phrase(doer, LONG)])
    if act.pos_ not in ("NOUN", "PROPN"):
        return None
    own = [child.text for child in act.children if child.i < act.i and child.dep_ in ("amod", "compound", "poss", "nmod")]
    return nation(own)
