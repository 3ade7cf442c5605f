"""What follows from people's word, made in a process of its own, so that whoever shows the case meanwhile is not slowed down."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from rashomon.pipeline.conduct import settle
from rashomon.store.case import Case


@contextmanager
def settling_apart(case: Path) -> Iterator[Callable[[], None]]:
    """A function that settles the case and waits for it; the process is started with the first call, and kept."""
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=_undisturbed) as pool:
        yield lambda: pool.submit(_settle, case).result()


def _settle(case: Path) -> None:
    settle(Case.open(case))


def _undisturbed() -> None:
    """Ctrl-C ends the server, which then waits for what is being written."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
