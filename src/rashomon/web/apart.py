"""The timeline, drawn in a process of its own: while Altair draws its first chart, no thread of this one would get on."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread

from rashomon.web.charts import Lines
from rashomon.web.drawings import Chart


def drawn_apart(lines: Lines) -> Chart:
    """The drawing, after a second or two.

    Raises BrokenProcessPool if that process was killed, as for want of memory.
    """
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=_undisturbed) as process:
        return process.submit(_draw, lines).result()


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
