"""Places in a text as JavaScript, Java and UIMA count them: in UTF-16 units, of which an emoji takes two."""

from bisect import bisect_left
from functools import cached_property


class Utf16:
    """A text whose places are told in either way."""

    def __init__(self, text: str) -> None:
        self._text = text

    def units(self, place: int) -> int:
        """The place of a code point, in UTF-16 units."""
        return place + bisect_left(self._astral, place)

    def points(self, place: int) -> int:
        """The place of a UTF-16 unit, in code points."""
        before = bisect_left(self._astral_units, place)  # the code points of two units that begin before it
        return place - before

    @cached_property
    def _astral(self) -> list[int]:
        return [place for place, letter in enumerate(self._text) if ord(letter) > 0xFFFF]

    @cached_property
    def _astral_units(self) -> list[int]:
        return [place + number for number, place in enumerate(self._astral)]
