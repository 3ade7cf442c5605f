"""When somebody who is named was born, came, joined, married: the dates of a life that accounts tell beside the event."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import SUBJECTS, child_of
from rashomon.extract.facts.scene import Scene
from rashomon.extract.facts.times_places import time_told
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon


def lives(scene: Scene) -> Iterator[Fact | None]:
    """The time of each such step, under the step and the last of the name."""
    for token in scene.tokens:
        if token.pos_ == "VERB" and (step := _steps().get(token.lemma_.lower())) is not None and not scene.negated(token):
            who = _who(token)
            at = next((child.i for prep in token.children if prep.dep_ in ("prep", "npadvmod", "advmod")
                       for child in (prep, *prep.children) if child.i in scene.dated), None)  # fmt: skip
            if who is not None and at is not None:
                yield time_told(scene, f"{step} {who.lower_}", at, token)


@cache
def _steps() -> dict[str, str]:
    """By verb: the step of a life that it tells."""
    return {verb: step for step, entry in lexicon("lives").items() for verb in entry["verbs"]}


def _who(verb: Token) -> Token | None:
    """The named subject of the verb, or of the one that it goes on from: "was born in Orla and came to Wend in 2014"."""
    subject = child_of(verb, *SUBJECTS)
    if subject is None and verb.dep_ == "conj":
        subject = child_of(verb.head, *SUBJECTS)
    return subject if subject is not None and subject.pos_ == "PROPN" else None
