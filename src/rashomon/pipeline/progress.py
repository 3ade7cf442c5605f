"""How a run tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]  # what is being done, how many are done, of how many if that is known


def quiet(_what: str, _done: int, _of: int | None) -> None:
    """Tells nobody."""
