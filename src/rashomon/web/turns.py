"""A lock that is given in the order in which it was asked for: Python's own may let one wait while others come and go."""

from collections import deque
from threading import Lock


class Turns:
    """One at a time, first come, first served; used with `with`."""

    def __init__(self) -> None:
        self._door = Lock()
        self._waiting: deque[Lock] = deque()  # the first has the turn

    def __enter__(self) -> None:
        mine = Lock()
        mine.acquire()
        with self._door:
            self._waiting.append(mine)
            is_free = len(self._waiting) == 1
        if not is_free:
            mine.acquire()  # until whoever is before lets go of it

    def __exit__(self, *_: object) -> None:
        with self._door:
            self._waiting.popleft()
            if self._waiting:
                self._waiting[0].release()
