"""What follows from people's word, made in a process of its own, so that whoever shows the case meanwhile is not slowed down."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from rashomon.store.case import Case


@contextmanager
def settling_apart(case: Path) -> Iterator[Callable[[], None]]:
    """A function that settles the case and waits for it. The process is there from the beginning: to start it takes seconds,
    to settle a small case a tenth of one. One that was killed, as for want of memory, is followed by another.
    """
    pools = [_started()]

    def settled() -> None:
        try:
            pools[-1].submit(_settle, case).result()
        except BrokenProcessPool:
            pools.append(_started())
            pools[-1].submit(_settle, case).result()

    try:
        yield settled
    finally:
        for pool in pools:
            pool.shutdown()


def _started() -> ProcessPoolExecutor:
    pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_undisturbed)
    pool.submit(_ready)
    return pool


def _settle(case: Path) -> None:
    from rashomon.pipeline.conduct import settle

    settle(Case.open(case))


def _ready() -> None:
    """Loads the stages: two seconds of work that whoever shows the pages is spared."""
    import rashomon.pipeline.conduct  # noqa: F401


def _leave_with_parent() -> None:
    """Ends this process when the one that started it was killed: else it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _undisturbed() -> None:
    """Ctrl-C ends the server, which then waits for what is being written; and where both have work, the pages go first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(10)
