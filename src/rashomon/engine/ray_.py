"""Work shared out over the machines of a Ray cluster (https://docs.ray.io, Apache-2.0)."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Self

from rashomon.engine import local
from rashomon.engine.outcomes import Broken, P, R, given_up
from rashomon.engine.worker import BROKEN
from rashomon.errors import ClusterError, MissingExtra

DRIVER = Path(__file__).with_name("ray_driver.py")
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONWARNINGS": "ignore"}
SOON = {"RAY_gcs_rpc_server_reconnect_timeout_s": "20"}  # seconds until a cluster that does not answer is taken for gone


class Cluster:
    """A Ray cluster as an engine: workers load what they need once and serve every stage; the lost ones are replaced.

    Use it as a context, so that its workers go when the run ends.
    """

    def __init__(self, address: str | None = None) -> None:
        """Connects to the cluster at the address; without one, to that of this machine, or to one that is made for the run.

        Raises MissingExtra without Ray, ClusterError if the cluster does not answer.
        """
        if find_spec("ray") is None:
            raise MissingExtra("--engine ray needs Ray. Install it with: pip install 'rashomon[ray]'")
        self._at = address or "this machine"
        self._names = count()
        self._driver = subprocess.Popen(  # noqa: S603 (our own file, by this very Python)
            [sys.executable, "-P", str(DRIVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is the conductor's
            env={**SOON, **os.environ, **QUIET},
        )
        try:
            self._say((address, sys.path))
            self.workers = max(1, int(self._hear()[1]))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the workers go."""
        if self._driver.stdin is not None:
            self._driver.stdin.close()
        try:
            self._driver.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._driver.kill()
            self._driver.wait()

    def map(
        self, fn: Callable[[P], R], parts: Iterable[P], *, workers: int, limits: Sequence[float] = ()
    ) -> Generator[tuple[int, R | Broken], None, None]:
        """The number of each part and what `fn` made of it, as soon as it is done; a part that breaks leaves the others going.

        A part whose worker dies is given to another, twice; one that takes far longer than the others is given to a second
        worker too. With no workers the work is done here. Raises ClusterError if the cluster goes.
        """
        if not workers:
            yield from local.map(fn, parts, workers=0, limits=limits)
            return
        is_done = False
        left = enumerate(parts)
        try:
            self._say((str(next(self._names)), pickle.dumps(fn), workers))
            while True:
                kind, *what = self._hear()
                if kind == "more":
                    number, part = next(left, (-1, None))
                    limit = limits[number] if 0 <= number < len(limits) else None
                    self._say(None if number < 0 else (number, pickle.dumps(part), limit))
                elif kind == "done":
                    is_done = True
                    return
                else:
                    yield what[0], _outcome(kind, *what[1:])
        finally:
            if not is_done:  # whoever asked has gone: what is under way is of no use to anybody
                self._driver.kill()

    def _say(self, message: Any) -> None:
        try:
            if self._driver.stdin is not None:
                self._driver.stdin.write(pickle.dumps(message))
                self._driver.stdin.flush()
        except OSError:
            raise self._gone("it does not answer, or has gone") from None

    def _hear(self) -> Any:
        try:
            if self._driver.stdout is None:
                raise EOFError
            message = pickle.load(self._driver.stdout)  # noqa: S301 (our own child)
        except (EOFError, pickle.UnpicklingError):
            raise self._gone("it does not answer, or has gone") from None
        if message[0] == "failed":
            raise self._gone(message[1])
        return message

    def _gone(self, why: str) -> ClusterError:
        return ClusterError(
            f"the Ray cluster at {self._at} cannot be worked with: {why}. What was finished before is kept: see with "
            f"`ray status` that it is up, or leave out --engine ray, and run the same command again."
        )


def _outcome(kind: str, *what: Any) -> Any:
    if kind == "late":
        return given_up(*what)
    if kind == "broken":
        return Broken(*what)
    said, made = pickle.loads(what[0])  # noqa: S301 (our own worker)
    return Broken(*made) if said == BROKEN else made
