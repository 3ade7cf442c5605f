"""Organisations that the list of aliases knows, wherever a passage names them: the parser misses what it never saw."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.extract.naming.occurrences import Known
from rashomon.extract.reading import Passage
from rashomon.model import Span
from rashomon.text.lexicon import lexicon

SURE = 3  # letters: an acronym of fewer ("IS", "AP"), or a word of the language too, needs a surer name of its bearer beside it


def listed_in(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Span]]:
    """Each place in the passages (its span counts from the passage's start) where a listed organisation is named."""
    found = [(passage, place) for passage in passages for place in _known().within(passage.text)]
    bearers = {line for _, (_, _, name) in found if _is_sure(name) for line in _lines()[name]}
    for passage, (start, end, name) in found:
        if not _is_sure(name) and (bearers.isdisjoint(_lines()[name]) or passage.text.isupper()):
            continue
        if _is_named(passage, start, name):
            yield passage, Span(start, end)


def is_listed(written: str) -> bool:
    """Whether the list has exactly this name."""
    return written in _lines()


def _is_named(passage: Passage, start: int, name: str) -> bool:
    """Not so for a single word of the language that only begins a sentence: "Amnesty was granted"."""
    if " " in name or name.islower() or not name[1:].islower():
        return True
    tokens = passage.parse.char_span(start, start + len(name), alignment_mode="expand")
    return tokens is None or tokens[0].pos_ in ("PROPN", "X") or not (tokens[0].is_sent_start or tokens[0].text.islower())


def _is_sure(name: str) -> bool:
    return sum(map(str.isalpha, name)) >= SURE and name.lower() not in lexicon("names")["common"]


@cache
def _known() -> Known:
    return Known.of(_lines())


@cache
def _lines() -> dict[str, frozenset[int]]:
    """Name -> the lines that hold it."""
    found: dict[str, set[int]] = {}
    for at, line in enumerate(lexicon("aliases")):
        for name in line:
            found.setdefault(name, set()).add(at)
    return {name: frozenset(lines) for name, lines in found.items()}
