"""Work shared out over the processes of one machine."""

import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread, Timer
from time import monotonic
from typing import Any, Generic

from rashomon.engine.alarms import TookTooLong, alarmed_after
from rashomon.engine.outcomes import DIED, Broken, P, R, given_up
from rashomon.engine.worker import BROKEN, Answer, attempt

WORKER = Path(__file__).with_name("worker.py")


def map(  # noqa: A001
    fn: Callable[[P], R], parts: Iterable[P], *, workers: int, limits: Sequence[float] = ()
) -> Generator[tuple[int, R | Broken], None, None]:
    """The number of each part and what `fn` made of it, as soon as it is done; a part that breaks leaves the others going.

    With no workers the work is done here, in order: quick, but a part that kills its process ends everything, and what is
    past its limit ends only where Python itself is running (`alarms.py`). With some, `fn` and the parts must pickle; `parts`
    is drawn from only as workers fall idle. Close the iterator (or exhaust it) to end the workers.
    """
    if not workers:
        for number, part in enumerate(parts):
            yield number, _done_here(fn, part, _limit(limits, number))
        return
    crew = _Crew(fn, parts, workers, limits)
    try:
        yield from crew.results()
    finally:
        crew.stop()


class _Crew(Generic[P, R]):
    """Some workers, each with a thread that feeds it, so that nothing here depends on how a system waits for pipes."""

    def __init__(self, fn: Callable[[P], R], parts: Iterable[P], workers: int, limits: Sequence[float]) -> None:
        self._parts = enumerate(parts)
        self._limits = limits
        self._taking = Lock()
        self._results: SimpleQueue[tuple[int, R | Broken] | BaseException | None] = SimpleQueue()
        self._hands = [_Hand(fn) for _ in range(workers)]

    def results(self) -> Iterator[tuple[int, R | Broken]]:
        for hand in self._hands:
            Thread(target=self._feed, args=(hand,), daemon=True).start()
        busy = len(self._hands)
        while busy:
            result = self._results.get()
            if isinstance(result, BaseException):
                raise result
            if result is None:
                busy -= 1
            else:
                yield result

    def stop(self) -> None:
        for hand in self._hands:
            hand.stop()

    def _feed(self, hand: "_Hand") -> None:
        try:
            while not hand.stopped:
                with self._taking:
                    number, part = next(self._parts, (-1, None))
                if number < 0:
                    break
                self._results.put((number, hand.ask(part, _limit(self._limits, number))))
            self._results.put(None)
        except BaseException as error:  # of `parts`, or of pickling: the caller's, so it is raised there
            self._results.put(error)


class _Hand:
    """One worker process; a new one is started when it dies."""

    def __init__(self, fn: Callable[[Any], Any]) -> None:
        self.stopped = False
        self._greeting = pickle.dumps(sys.path) + pickle.dumps(fn)
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = Lock()

    def ask(self, part: Any, seconds: float | None) -> Any:
        question = pickle.dumps(part)
        with self._starting:
            if self.stopped:
                return Broken("Stopped", "the work was stopped")
            greeting = self._greeting if self._process is None else b""
            if self._process is None:
                self._process = subprocess.Popen(  # noqa: S603 (our own file, by this very Python)
                    [sys.executable, "-P", str(WORKER)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    start_new_session=True,  # Ctrl-C is the parent's: it must not reach a worker that is still starting
                )
            process = self._process
        late = Timer(seconds, process.kill) if seconds is not None else None  # killed: a C library heeds nothing less
        began = monotonic()
        try:
            if greeting:
                _exchange(process, greeting)
                began = monotonic()  # to start on a busy machine takes time that no part is to blame for
            if late is not None:
                late.daemon = True
                late.start()
            return _outcome(_exchange(process, question))
        except (EOFError, OSError, pickle.UnpicklingError):
            self._process = None
            if seconds is not None and monotonic() - began >= seconds:
                process.wait()
                return given_up(seconds)
            return Broken(DIED, f"the process that worked on it {_end(process)}")
        finally:
            if late is not None:
                late.cancel()

    def stop(self) -> None:
        with self._starting:
            self.stopped, process = True, self._process
        if process is not None:
            process.kill()
            process.wait()


def _done_here(fn: Callable[[P], R], part: P, seconds: float | None) -> Any:
    try:
        with alarmed_after(seconds):
            return _outcome(attempt(fn, part))
    except TookTooLong:
        return given_up(seconds or 0)


def _limit(limits: Sequence[float], number: int) -> float | None:
    return limits[number] if number < len(limits) else None


def _exchange(process: subprocess.Popen[bytes], question: bytes) -> Answer:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(question)
    process.stdin.flush()
    answer: Answer = pickle.load(process.stdout)  # noqa: S301 (our own child)
    return answer


def _outcome(answer: Answer) -> Any:
    said, what = answer
    return Broken(*what) if said == BROKEN else what


def _end(process: subprocess.Popen[bytes]) -> str:
    """How it ended, in words that say what may have been the matter."""
    try:
        code = process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    if code >= 0:
        return f"ended by itself (exit code {code})"
    return f"was killed ({signal.Signals(-code).name}), as a system does when memory runs out"
