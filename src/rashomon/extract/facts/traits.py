"""What a thing is told apart by: the colour of a vehicle, the calibre of a weapon."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Token

from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

NEAR = 4  # words between a colour and the vehicle: "a grey 2013 Toyota Camry"
_CALIBRE = re.compile(
    r"(?<![\d.])(?P<n>\.? ?\d{1,3}(?:\.\d{1,2})?)[ -]?(?P<unit>caliber|calibre|cal\b|mm\b|millimet(?:er|re)\b)", re.IGNORECASE
)
LONG = 40  # code points from the calibre to the weapon


def traits(scene: Scene) -> Iterator[Fact | None]:
    """Each colour of one vehicle, each calibre of one weapon."""
    for token in scene.tokens:
        if token.lower_ in _listed()["colours"] and (vehicle := _vehicle(token)) is not None:
            yield scene.fact("identity", f"colour {vehicle.lower_}", [token], vehicle, scope=_listed()["colours"][token.lower_])
    for match in _CALIBRE.finditer(scene.passage.text):
        yield _calibre(scene, match)


def _vehicle(colour: Token) -> Token | None:
    """The vehicle whose colour it is: "a silver Toyota Camry"; none where there are many."""
    found = None
    vehicles, makes = _listed()["vehicles"], _listed()["makes"]
    for token in colour.doc[colour.i + 1 : min(colour.i + 1 + NEAR, colour.sent.end)]:
        if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") and token.text != "-":
            break
        if token.lower_ in vehicles or token.lower_ in makes or (found is not None and token.pos_ == "PROPN"):
            found = token
    return found if found is not None and found.tag_ not in ("NNS", "NNPS") else None


def _calibre(scene: Scene, match: re.Match[str]) -> Fact | None:
    text = scene.passage.text
    after = re.match(r"[\w -]{1,40}", text[match.end() : match.end() + LONG])
    weapon = next((word for word in (after.group().lower().split() if after else ()) if word in _listed()["weapons"]), None)
    piece = scene.parse.char_span(match.start(), match.end(), alignment_mode="expand")
    if weapon is None or piece is None:
        return None
    number = float(match["n"].replace(" ", ""))
    inches = not match["unit"].lower().startswith("m")
    if inches and number >= 1:  # "45 caliber" is .45
        number /= 1000 if number >= 100 else 100
    number = round(number * (25.4 if inches else 1), 2)
    kind = "weapon" if weapon in ("bullet", "round", "cartridge", "casing") else weapon
    return scene.fact("identity", f"calibre {kind}", list(piece), piece.root, low=number, high=number, unit="mm")


@cache
def _listed() -> Any:
    told = lexicon("traits")
    return {name: words if isinstance(words, dict) else frozenset(words) for name, words in told.items()}
