"""How far somebody has come in a state that moves on: hurt, better, well; looked into, charged, sentenced."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rashomon.link.tellings import Telling, accounts_of
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded

_NOW = re.compile(r"(?:is|are|remains?|has|have)\b", re.IGNORECASE)


def other_stages(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether the two answers stand on two stages of one state, as `resources/states.yaml` lists them."""
    one, other = stage_of(left[0]), stage_of(right[0])
    return one is not None and other is not None and one != other


def stage_of(telling: Telling) -> int | None:
    """The stage whose words the answer holds, the longest first ("to be charged"); none but the first where it is denied."""
    if telling.fact.kind != "status":
        return None
    stage = _stage(telling.fact.about.split()[0], telling.fact.value)
    return 0 if stage is not None and telling.fact.polarity == "denied" else stage


@lru_cache(1 << 12)
def _stage(state: str, told: str) -> int | None:
    words = f" {folded(told)} "
    stages = lexicon("states")["stages"].get(state, ())
    found = [(len(phrase), at) for at, phrases in enumerate(stages) for phrase in phrases if f" {phrase} " in words]
    return max(found)[1] if found else None


def goes_on(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether the state only ever goes on from stage to stage, and some account has not heard yet of the later one.

    Who says that nobody was caught contradicts who says that somebody was; who is still being looked for was caught later.
    """
    state = left[0].fact.about.split()[0]
    denied = "denied" in (left[0].fact.polarity, right[0].fact.polarity)
    if state not in lexicon("states")["upward"] or (denied and state == "custody"):
        return False
    early, late = sorted((left, right), key=lambda answer: stage_of(answer[0]) or 0)
    if state == "custody" and not _NOW.match(early[0].fact.value):
        return False  # "were held for 74 days": no news that the other account had not heard of
    return bool(accounts_of(early) - accounts_of(late))
