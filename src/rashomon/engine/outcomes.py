"""What every engine gives, and what it is asked with: one verb, whoever does the work."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

P = TypeVar("P")
R = TypeVar("R")

TOOK_TOO_LONG, DIED = "TookTooLong", "WorkerDied"


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a part gave nothing: what was raised, or that its process died or took too long."""

    error: str
    message: str


class Engine(Protocol):
    """Whoever does the same work on many parts: the processes of one machine (`local`), or a cluster (`ray_`)."""

    def map(
        self, fn: Callable[[P], R], parts: Iterable[P], *, workers: int, limits: Sequence[float] = ()
    ) -> Generator[tuple[int, R | Broken], None, None]:
        """The number of each part and what `fn` made of it, as soon as it is done; a part that breaks leaves the others going.

        `limits` are the seconds that each part may take, by its number; without them none is ever given up.
        """


def given_up(seconds: float) -> Broken:
    """A part that was still not done after its time."""
    return Broken(TOOK_TOO_LONG, f"it was not done after {seconds:,.0f} seconds, and was given up")
