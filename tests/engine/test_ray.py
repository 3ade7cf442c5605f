"""A Ray cluster gives what the processes of one machine give, whoever dies meanwhile, and says so when it is gone."""

import os
import signal
import time
from pathlib import Path

import pytest
from tests.engine.rays import end, head
from tests.engine.test_local import endless, fatal, squared

from rashomon.engine import ray_
from rashomon.engine.local import map as shared_out
from rashomon.engine.outcomes import Broken
from rashomon.engine.ray_ import Cluster
from rashomon.errors import ClusterError, MissingExtra

pytest.importorskip("ray", reason="Ray is not installed: pip install 'rashomon[ray]'")
LOADED = []


@pytest.fixture(scope="module")
def running():
    with head() as (address, process):
        yield address, process


@pytest.fixture(scope="module")
def cluster(running):
    with Cluster(running[0]) as cluster:
        yield cluster


def loading(_number):
    if not LOADED:
        LOADED.append(time.monotonic_ns())
        time.sleep(0.2)
    return os.getpid(), LOADED[0]


def dying_once(path):
    if path and not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def lagging(path):
    """The first who does it never ends."""
    if path and not Path(path).exists():
        Path(path).touch()
        time.sleep(600)
    return "done"


def test_it_gives_what_one_machine_gives(cluster):
    assert cluster.workers == 2
    assert dict(cluster.map(squared, range(20), workers=2)) == dict(shared_out(squared, range(20), workers=0))


def test_each_worker_loads_once_for_all_parts(cluster):
    made = [what for _, what in cluster.map(loading, range(12), workers=2)]
    assert 1 <= len({pid for pid, _ in made}) <= 2
    assert len(set(made)) == len({pid for pid, _ in made})


def test_a_lost_worker_costs_nothing(cluster, tmp_path):
    done = dict(cluster.map(dying_once, ["", str(tmp_path / "died"), "", ""], workers=2))
    assert (tmp_path / "died").exists()
    assert done == dict.fromkeys(range(4), "done")


def test_what_kills_every_worker_costs_its_part_alone(cluster):
    done = dict(cluster.map(fatal, range(7), workers=2))
    assert done[3].error == "WorkerDied"
    assert [done[number] for number in (0, 1, 2, 4, 5, 6)] == [0, 1, 2, 4, 5, 6]


def test_what_takes_too_long_is_given_up(cluster):
    done = dict(cluster.map(endless, range(5), workers=2, limits=[60, 60, 60, 1, 60]))
    assert done[3] == Broken("TookTooLong", "it was not done after 1 seconds, and was given up")
    assert len(done) == 5


def test_a_straggler_is_overtaken(cluster, tmp_path):
    done = dict(cluster.map(lagging, [str(tmp_path / "lags"), "", "", ""], workers=2))
    assert done == dict.fromkeys(range(4), "done")


def test_what_the_parts_themselves_raise_is_raised_here_and_ends_the_work(cluster):
    def parts():
        yield 1
        raise LookupError("the second part is gone")

    with pytest.raises(LookupError, match="the second part"):  # and so the last test of this connection
        list(cluster.map(squared, parts(), workers=1))


def test_a_cluster_that_goes_is_told_and_what_came_before_is_given(running):
    with Cluster(running[0]) as cluster:
        outcomes = cluster.map(lagging, ["", "", "/proc/none"], workers=1)
        assert next(outcomes) == (0, "done")
        end(running[1])
        with pytest.raises(ClusterError, match=r"cannot be worked with: .*What was finished before is kept"):
            list(outcomes)


def test_without_ray_the_line_to_install_it_is_named(monkeypatch):
    monkeypatch.setattr(ray_, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[ray\]'"):
        Cluster()
