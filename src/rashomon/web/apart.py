"""What is done in a process of its own, for meanwhile no thread of this one would get on: Altair's first chart takes two
seconds, the doubts of a big case one, and twice that beside eight readers.
"""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TypeVar

from rashomon.store.shelf import Shelf
from rashomon.views.doubts import Doubts, doubts
from rashomon.views.records import Records
from rashomon.web.charts import Lines
from rashomon.web.drawings import Chart

Given = TypeVar("Given")
Made = TypeVar("Made")


def drawn_apart(lines: Lines) -> Chart:
    """The drawing, after a second or two.

    Raises BrokenProcessPool if that process was killed, as for want of memory.
    """
    return _apart(_draw, lines)


def doubted_apart(case: Path) -> Doubts:
    """The doubts of the case in a folder.

    Raises BrokenProcessPool if that process was killed, CaseError or sqlite3.Error if the shelf is gone or damaged.
    """
    return _apart(_doubt, case)


def _apart(work: Callable[[Given], Made], given: Given) -> Made:
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=_undisturbed) as process:
        return process.submit(work, given).result()


def _doubt(case: Path) -> Doubts:
    return doubts(Records(Shelf(case), case.name))


def _draw(lines: Lines) -> Chart:
    from rashomon.web.altair_ import timeline_chart

    return timeline_chart(lines)


def _undisturbed() -> None:
    """Ctrl-C ends the server, not a drawing with a page of complaint; and no drawing outlives a server that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
