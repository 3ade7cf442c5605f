"""Forks of a process that has loaded everything: each begins in a hundredth of a second what a new interpreter takes seconds for.

What a fork cannot show: a fault while modules and models are being loaded, what is shared between the worker processes of a
run, and what a dying interpreter leaves to its children. So fresh.py kills some that were started anew, with workers.
"""

import gc
import os
import signal
import time
import traceback
from collections.abc import Callable

from tests.faults.shim import disarm

Noting = Callable[[str], None]


def ready() -> None:
    """To be called once all is loaded: what is there now is not looked through by the forks, so that its pages stay shared. A
    fork that parses takes two thirds of the time.
    """
    gc.collect()
    gc.freeze()


def forked(work: Callable[[Noting], None], kill_after: float | None = None) -> tuple[int, list[str]]:
    """How a fork of this process ended that did the work, and what it put down on the way."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(out)
        code = 0
        try:
            work(lambda words: (os.write(into, f"{words}\0".encode()), None)[1])
        except BaseException:
            disarm()
            os.write(into, traceback.format_exc(limit=-6).encode())
            code = 1
        os._exit(code)
    os.close(into)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(pid, signal.SIGKILL)
    with os.fdopen(out, "rb") as told:
        noted = told.read().decode().rstrip("\0").split("\0")
    return os.waitpid(pid, 0)[1], [one for one in noted if one]
