"""What stands between the conductor and a Ray cluster, as a script of its own: it talks over pipes, and hands work to actors.

Ray ends the process that is connected to a cluster when that cluster goes. So it is this process that is connected: the
conductor sees a pipe close, says what happened, and has kept whatever was finished. Nothing of the house is imported here;
what is asked and answered passes through as bytes that only the workers and the conductor open.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median
from time import monotonic
from typing import Any

import ray
from ray.exceptions import RayError

DEATHS = 2  # workers that may die over one part before it is taken for the cause
STARTS = 5  # workers in a row that may die before they were ready
WAITING = 600.0  # seconds for the first worker: a cluster may have to start machines
STRAGGLING = 3.0  # times the usual, and a part is given to an idle worker too: whoever is first counts
TICK = 0.5

Say = Callable[..., None]
Ask = Callable[[], Any]


class Worker:
    """A process of the cluster that does parts one after the other: what it loads for the first serves for all."""

    def __init__(self, path: list[str]) -> None:
        sys.path += [one for one in path if one not in sys.path]  # behind its own: another machine has other folders
        self._known: dict[str, Any] = {}

    def ready(self) -> None:
        """Answers once the process runs."""

    def do(self, name: str, fn: bytes, part: bytes) -> bytes:
        """The answer to a part, pickled as `worker.py` does."""
        try:
            if name not in self._known:
                self._known = {name: pickle.loads(fn)}  # noqa: S301 (our own conductor)
            return pickle.dumps(("done", self._known[name](pickle.loads(part))))  # noqa: S301
        except Exception as error:
            return pickle.dumps(("broken", (type(error).__name__, str(error))))


@dataclass(slots=True)
class Task:
    """A part on its way."""

    number: int
    data: bytes
    seconds: float | None
    deaths: int = 0
    done: bool = False


@dataclass(slots=True)
class Try:
    """One worker at one part; or, without a part, one that is still starting."""

    hand: Any
    task: Task | None
    began: float = field(default_factory=monotonic)

    @property
    def age(self) -> float:
        """The seconds that it has taken so far."""
        return monotonic() - self.began


class Crew:
    """The workers of one run, kept from stage to stage."""

    def __init__(self, path: list[str]) -> None:
        self._actor = ray.remote(num_cpus=1, max_restarts=0)(Worker)
        self._path = path
        self._idle: list[Any] = []
        self._tries: dict[Any, Try] = {}
        self._failed_starts = 0

    def work(self, name: str, fn: bytes, workers: int, ask: Ask, say: Say) -> None:
        """Asks for parts as workers fall idle, and says what came of each."""
        fn_there = ray.put(fn)
        waiting: list[Task] = []
        took: list[float] = []
        is_more, began = True, monotonic()
        for _ in range(workers - len(self._idle) - len(self._tries)):
            self._hire()
        while True:
            while self._idle:
                task = waiting.pop() if waiting else _task(ask()) if is_more else None
                is_more = is_more and (task is not None)
                task = task or self._straggler(took)
                if task is None:
                    break
                hand = self._idle.pop()
                self._tries[hand.do.remote(name, fn_there, task.data)] = Try(hand, task)
            if not (waiting or is_more or any(one.task for one in self._tries.values())):
                return
            ready, _ = ray.wait(list(self._tries), num_returns=1, timeout=TICK)
            for ref in ready:
                self._settle(ref, waiting, took, say)
            self._give_up(say)
            is_waiting = not took and not self._idle and all(one.task is None for one in self._tries.values())
            if is_waiting and monotonic() - began > WAITING:
                raise RuntimeError(f"it gave no worker within {WAITING:,.0f} seconds: all its processors may be taken")

    def _hire(self) -> None:
        hand = self._actor.remote(self._path)
        self._tries[hand.ready.remote()] = Try(hand, None)

    def _settle(self, ref: Any, waiting: list[Task], took: list[float], say: Say) -> None:
        one = self._tries.pop(ref)
        try:
            answer = ray.get(ref)
        except RayError as error:
            self._bury(one, error, waiting, say)
            return
        self._failed_starts = 0
        self._idle.append(one.hand)
        if one.task is not None and not one.task.done:
            took.append(one.age)
            self._end(one.task)
            say("result", one.task.number, answer)

    def _bury(self, one: Try, error: RayError, waiting: list[Task], say: Say) -> None:
        """A worker died: another is hired, and does what this one was at, unless too many died over it."""
        if one.task is None:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise RuntimeError(f"{STARTS} workers in a row died before they began ({_first_line(error)})")
        self._hire()
        if one.task is None or one.task.done:
            return
        one.task.deaths += 1
        if any(other.task is one.task for other in self._tries.values()):
            return
        if one.task.deaths < DEATHS:
            waiting.append(one.task)
            return
        one.task.done = True
        memory = "out of memory" in str(error).lower() or "memory" in type(error).__name__.lower()
        why = "memory ran out there" if memory else _first_line(error)
        say("broken", one.task.number, "WorkerDied", f"{DEATHS} processes that worked on it died, the last because {why}")

    def _give_up(self, say: Say) -> None:
        for one in list(self._tries.values()):
            if one.task and not one.task.done and one.task.seconds is not None and one.age > one.task.seconds:
                say("late", one.task.number, one.task.seconds)
                self._end(one.task)

    def _end(self, task: Task) -> None:
        """Whoever else is still at it is let go: it may never end."""
        task.done = True
        for ref, one in list(self._tries.items()):
            if one.task is task:
                del self._tries[ref]
                ray.kill(one.hand)
                self._hire()

    def _straggler(self, took: list[float]) -> Task | None:
        """A part that takes far longer than is usual, and that one worker only is at."""
        if not took:
            return None
        late = STRAGGLING * max(median(took), 1.0)
        at = [one.task for one in self._tries.values() if one.task]
        found = [one for one in self._tries.values() if one.task and one.age > late and sum(a is one.task for a in at) == 1]
        return min(found, key=lambda one: one.began).task if found else None


def _task(given: Any) -> Task | None:
    return None if given is None else Task(*given)


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)[:300]


def main() -> None:
    """Connects, then does what is asked until the conductor closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the conductor's
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what Ray prints must not fall among the answers

    def say(*message: Any) -> None:
        answers.write(pickle.dumps(message))
        answers.flush()

    def ask() -> Any:
        say("more")
        return pickle.load(questions)  # noqa: S301 (the conductor is the only one on the pipe)

    address, path = pickle.load(questions)  # noqa: S301
    try:
        ray.init(address=address, log_to_driver=False, logging_level="error", configure_logging=False)
        say("open", int(ray.cluster_resources().get("CPU", 0)))
        crew = Crew(path)
        while True:
            name, fn, workers = pickle.load(questions)  # noqa: S301
            crew.work(name, fn, workers, ask, say)
            say("done")
    except EOFError:
        ray.shutdown()
    except Exception as error:  # whatever Ray has: the conductor says it in its own words
        say("failed", _first_line(error))


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
