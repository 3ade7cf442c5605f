"""Happenings across documents: the case's event and its parts."""

from collections.abc import Iterable, Iterator, Mapping

from rashomon.model import Document, Event, Member, Mention


def events_of(documents: Mapping[str, Document], mentions: Iterable[Mention]) -> Iterator[Event | Member]:
    """None yet."""
    yield from ()
