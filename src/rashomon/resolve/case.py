"""Mentions and voices to entities and happenings: the door of this room."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.model import Entity, Event, Member


def resolve(tables: Mapping[str, Sequence[Any]]) -> Iterator[Entity | Event | Member]:
    """What the whole case gives, from every table of the earlier stages."""
    yield from ()
