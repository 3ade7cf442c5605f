"""Records by id, and by what they belong to, fetched from the shelf when a page asks for them: a page of one point reads that
point, not the case. A page that knows which it will show has them brought together: one question to the shelf in place of fifty.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Generic, TypeVar

R = TypeVar("R")
KEPT = 20_000  # records of a kind that stay in memory: some 10 MB


class Kept(Generic[R]):
    """What was fetched under its key, fetched together where many are wanted; of more than `room`, the oldest is let go.

    Several threads may ask at once.
    """

    def __init__(self, fetch: Callable[[Sequence[str]], Mapping[str, R]], nothing: R, room: int) -> None:
        self._fetch, self._nothing, self._room = fetch, nothing, room
        self._held: dict[str, R] = {}

    def __getitem__(self, key: str) -> R:
        try:
            return self._held[key]
        except KeyError:
            return self.together([key])[0]

    def together(self, keys: Iterable[str]) -> list[R]:
        """What belongs to these keys, in their order, each once."""
        asked = dict.fromkeys(keys)
        found = {key: self._held[key] for key in list(asked) if key in self._held}
        if missing := [key for key in asked if key not in found]:
            fetched = self._fetch(missing)
            found |= {key: fetched.get(key, self._nothing) for key in missing}
            self.hold(found)
        return [found[key] for key in asked]

    def hold(self, found: Mapping[str, R]) -> None:
        """Keeps what somebody fetched, in place of the oldest where there is no more room."""
        self._held |= found
        if len(self._held) > self._room:
            for key in list(islice(self._held, len(self._held) - self._room * 9 // 10)):
                self._held.pop(key, None)


class Lookup(Mapping[str, R]):
    """Each record by its id. It is fetched once and kept for a while; the ids are read when somebody walks through all."""

    def __init__(
        self, fetch: Callable[[Sequence[str]], Mapping[str, R]], ids: Callable[[], Sequence[str]], kept: int = KEPT
    ) -> None:
        self._kept: Kept[R | None] = Kept(fetch, None, kept)
        self._ids = lru_cache(1)(ids)

    def __getitem__(self, key: str) -> R:
        found = self._kept[key]
        if found is None:
            raise KeyError(key)
        return found

    def bring(self, keys: Iterable[str]) -> list[R]:
        """The records of these ids, fetched together; ids of none are passed over."""
        return [found for found in self._kept.together(keys) if found is not None]

    def hold(self, found: Mapping[str, R]) -> None:
        """Keeps records that came with others, so that nobody fetches them again one by one."""
        self._kept.hold(found)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())


class Groups(Mapping[str, list[R]]):
    """The records that belong to each id: none is an empty list, for most ids have nothing of most kinds."""

    def __init__(
        self, fetch: Callable[[Sequence[str]], Mapping[str, list[R]]], ids: Callable[[], Sequence[str]], kept: int = KEPT
    ) -> None:
        self._kept: Kept[list[R]] = Kept(fetch, [], kept)
        self._ids = lru_cache(1)(ids)

    def __getitem__(self, key: str) -> list[R]:
        return self._kept[key]

    def bring(self, keys: Iterable[str]) -> list[R]:
        """All that belongs to these ids, fetched together."""
        return [found for group in self._kept.together(keys) for found in group]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._ids())
