"""How far somebody has come in a state that moves on: hurt, better, well; looked into, charged, sentenced."""

from rashomon.link.answers import Answer
from rashomon.link.tellings import Telling
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded


def other_stages(left: Answer, right: Answer) -> bool:
    """Whether the two answers stand on two stages of one state, as `resources/states.yaml` lists them."""
    one, other = _stage(left[0]), _stage(right[0])
    return one is not None and other is not None and one != other


def _stage(telling: Telling) -> int | None:
    """The last stage whose words the answer holds; none but the first ("not charged") where it is denied."""
    words = f" {folded(telling.fact.value)} "
    stages = lexicon("states")["stages"].get(telling.fact.about.split()[0], ())
    found = [at for at, told in enumerate(stages) if any(f" {phrase} " in words for phrase in told)]
    if not found:
        return None
    return found[-1] if telling.fact.polarity == "affirmed" else 0
