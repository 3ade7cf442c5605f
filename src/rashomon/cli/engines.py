"""Who does the work that a command asks for: the processes of this machine, or a cluster."""

from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.engine.ray_ import Cluster
from rashomon.errors import UsageError
from rashomon.pipeline.settings import Settings

ENGINES = ("local", "ray")


@contextmanager
def engaged(engine: str, address: str | None, seconds: float) -> Iterator[Settings]:
    """The settings for such an engine, for as long as the block runs.

    Raises UsageError for an engine that there is not, or an address that belongs to none; ClusterError if it does not answer.
    """
    if engine not in ENGINES:
        raise UsageError(f"--engine: there is no {engine!r}. Known are: {', '.join(ENGINES)}")
    if engine == "local":
        if address:
            raise UsageError("--address is that of a Ray cluster: give --engine ray with it")
        yield Settings(seconds=seconds)
        return
    with Cluster(address) as cluster:
        yield Settings(workers=cluster.workers, engine=cluster, seconds=seconds)
