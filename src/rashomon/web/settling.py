"""What follows from people's word, made while the pages go on: one piece of work at a time, whoever asks for it."""

from collections.abc import Callable
from threading import Condition, Thread
from time import monotonic, sleep

from rashomon.errors import CaseError

AGAIN = 2.0  # seconds until another writer is tried to be followed


class Settling:
    """Calls `settle` in a thread whenever it is asked; several words that come while it works are settled together after it.

    `settle` is None where nobody gave the server a way to do it: then the next `rashomon read` or `judge` does.
    """

    def __init__(self, settle: Callable[[], None] | None) -> None:
        self._settle = settle
        self._news = Condition()
        self._asked = self._done = 0
        self._failed = ""

    def ask(self, patience: float = 0.0) -> None:
        """Has it done, and waits for it as long as that."""
        with self._news:
            self._asked += 1
            if self._settle is not None and self._asked == self._done + 1:
                Thread(target=self._work, args=(self._settle,), daemon=True).start()
            end = monotonic() + patience
            while self.is_at_work and (left := end - monotonic()) > 0:
                self._news.wait(left)

    @property
    def is_at_work(self) -> bool:
        """Whether something that was said does not yet stand in the pages."""
        return self._settle is not None and self._asked > self._done

    @property
    def failed(self) -> str:
        """Why it could not be done, and what to do; empty where it could."""
        return self._failed

    def _work(self, settle: Callable[[], None]) -> None:
        while True:
            target = self._asked
            failed = ""
            try:
                settle()
            except CaseError as error:  # another rashomon writes: what it makes heeds only what was said before
                with self._news:
                    self._failed = f"{error} Your word is kept, and comes into the points as soon as that one is done."
                sleep(AGAIN)
                continue
            except Exception as error:
                failed = f"The points could not be made anew: {error} Your word is kept."
            with self._news:
                self._failed = failed
                self._done = target
                self._news.notify_all()
                if self._asked == self._done:
                    return
