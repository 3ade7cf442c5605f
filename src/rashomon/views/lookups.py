"""Records by id, and by what they belong to, fetched from the shelf when a page asks for them: a page of one point reads that
point, not the case.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

R = TypeVar("R")
KEPT = 20_000  # records of a kind that stay in memory: some 10 MB


class Lookup(Mapping[str, R]):
    """Each record by its id. It is fetched once and kept for a while; the ids are read when somebody walks through all."""

    def __init__(self, fetch: Callable[[str], R | None], ids: Callable[[], Sequence[str]], kept: int = KEPT) -> None:
        self._fetch = lru_cache(kept)(fetch)
        self._ids = lru_cache(1)(ids)

    def __getitem__(self, key: str) -> R:
        found = self._fetch(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())


class Groups(Mapping[str, list[R]]):
    """The records that belong to each id: none is an empty list, for most ids have nothing of most kinds."""

    def __init__(self, fetch: Callable[[str], list[R]], ids: Callable[[], Sequence[str]], kept: int = KEPT) -> None:
        self._fetch = lru_cache(kept)(fetch)
        self._ids = lru_cache(1)(ids)

    def __getitem__(self, key: str) -> list[R]:
        return self._fetch(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())
