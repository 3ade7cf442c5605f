"""Paths to the files that they hold: folders walked, archives opened, standard input read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Failure


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was found: `uri` is its path, or `archive.zip!/member`."""

    uri: str
    data: bytes


def find(paths: Sequence[str]) -> Iterator[Found | Failure]:
    """Every file under the paths, in a stable order, each as soon as it is read; what cannot be opened is a Failure."""
    yield from ()
