"""What an account is about, for clauses that name no act: "blamed the rebels", "blamed a gust of wind"."""

from collections.abc import Sequence

from rashomon.extract.acts import wide
from rashomon.extract.reading import Reading

TOP = 600  # code points from the top of an account: a headline and the first paragraphs

# the likelier matter of an account first
ACCIDENTS = ("crash", "collide", "derail", "sink", "collapse", "fall", "explode", "burn")
VAGUE = frozenset(["accident", "incident"])
HURT = ("kill", "injure")


def told_first(reading: Reading, classes: Sequence[str]) -> str | None:
    """Which of these classes of act the account tells at its top, as its doer and its cause are asked for; earlier ones first.

    An "accident" or "incident" may be of any of them, and is of the first only where no other is told.
    """
    acts = [act for passage in reading.speaking for act in passage.acts if passage.span(act.word).start < TOP]
    plain = {wide(act.of) for act in acts if act.word.lemma_.lower() not in VAGUE}
    told = plain if plain.intersection(classes) else {wide(act.of) for act in acts}
    return next((of for of in classes if of in told), None)


def accident(reading: Reading) -> str | None:
    """The accident that the account tells at its top; where nobody was hurt, what fell may be a price."""
    of = told_first(reading, ACCIDENTS)
    return of if of != "fall" or told_first(reading, HURT) is not None else None
