"""Of which country somebody is, by name or people: whose ships, whose planes, whose ministry."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.text.gazetteer import countries
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import words

LONG = 12
MOST = 3  # words of a country's name


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


def nation(told: Sequence[str]) -> str | None:
    """The one country that is named among the words; None where none or several are."""
    low = words(" ".join(told))
    runs = [" ".join(low[at : at + size]) for size in range(1, MOST + 1) for at in range(len(low) - size + 1)]
    found = {code for run in runs if (code := _codes().get(run)) is not None}
    return found.pop() if len(found) == 1 else None


@cache
def _codes() -> dict[str, str]:
    """Every name and people of a country, in small letters -> its code."""
    listed = lexicon("countries").items()
    found = {" ".join(words(place.name)): code for code, place in countries().items()}
    return found | {" ".join(words(name)): code for code, entry in listed for name in (*entry["names"], *entry["people"])}
