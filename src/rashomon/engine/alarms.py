"""Giving up work that is done in this very process, where no other can end it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType


class TookTooLong(BaseException):
    """The time is up. No Exception, so that nobody who forgives errors of single items forgives this one too."""


@contextmanager
def alarmed_after(seconds: float | None) -> Iterator[None]:
    """Raises TookTooLong in the block once the time is up: as soon as Python runs again, so not inside a C library's loop.

    Only the main thread of a POSIX system can be interrupted; elsewhere nothing is given up.
    """
    if seconds is None or not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLong
