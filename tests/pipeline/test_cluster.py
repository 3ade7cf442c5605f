"""A case read over a Ray cluster, its parts in a store, is row for row the case that one machine makes, whoever dies."""

import os
import signal
import threading
from dataclasses import replace

import pytest
from tests.engine.rays import end, head, workers_of
from tests.pipeline.conftest import holdings
from tests.pipeline.flow import CALLS, FLOW, SHARED_OUT, SMALL
from tests.store.buckets import bucket

from rashomon.demo import accounts
from rashomon.engine.ray_ import Cluster
from rashomon.errors import CaseError, ClusterError
from rashomon.model import Document
from rashomon.pipeline import conduct, settings
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.finished import Finished, Lying
from rashomon.pipeline.stages import STAGES_BY_RULES
from rashomon.store.case import Case
from rashomon.store.objects import ObjectParts

pytest.importorskip("ray", reason="Ray is not installed: pip install 'rashomon[ray]'")
pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'rashomon[ray]'")


@pytest.fixture(scope="module")
def running():
    with bucket("cluster"), head() as (address, process):  # the bucket first: workers have the environment of the head
        yield address, process


@pytest.fixture(scope="module")
def cluster(running):
    with Cluster(running[0]) as cluster:
        yield cluster


@pytest.fixture
def far(tmp_path):
    return Case.create(tmp_path / "far", parts=f"s3://cluster/{tmp_path.name}")


def test_a_worker_killed_meanwhile_and_the_accounts_are_as_one_machine_reads_them(cluster, running, case, far):
    killed = threading.Event()

    def progress(stage, done, _all):
        if stage == "extract" and done and not killed.is_set():
            os.kill(workers_of(running[1])[0], signal.SIGKILL)
            killed.set()

    paths = [str(path) for path in accounts()][:3]
    read_into(case, paths, stages=STAGES_BY_RULES)
    spread = replace(SHARED_OUT, engine=cluster, part_items=1)
    read_into(far, paths, stages=STAGES_BY_RULES, settings=spread, progress=progress)
    assert killed.is_set()
    assert holdings(far.path) == holdings(case.path)
    assert not (far.path / "parts").exists()
    assert {stage for stage, _, _ in far.parts.lying()} == {stage.name for stage in STAGES_BY_RULES}


def test_what_is_read_and_made_does_not_pass_through_the_conductor(cluster, far, files, monkeypatch):
    def held_here(_finished, table):
        raise AssertionError(f"the conductor holds {table}")

    monkeypatch.setattr(conduct, "_shelve", lambda *_: None)
    monkeypatch.setattr(conduct, "_summary", lambda *_: conduct.Summary(1, 1, 1, 1, {}, (), 0.0, False))
    monkeypatch.setattr(ObjectParts, "put", lambda *_: pytest.fail("the conductor wrote a table"))
    monkeypatch.setattr(Finished, "_in_order", held_here)
    monkeypatch.setattr(Lying, "items", lambda lying: held_here(lying, "documents"))
    CALLS.clear()
    read_into(far, [str(files)], stages=FLOW, settings=replace(SHARED_OUT, engine=cluster))
    assert CALLS == []  # all of it was done elsewhere
    for stage in FLOW:
        assert far.parts.done(stage.name)


def test_a_case_goes_on_where_it_stopped_on_either_engine(cluster, case, far, files):
    read_into(far, [str(files / "one.txt"), str(files / "two.txt")], stages=FLOW, settings=replace(SHARED_OUT, engine=cluster))
    CALLS.clear()
    read_into(Case.open(far.path), [str(files)], stages=FLOW, settings=SMALL)
    assert {call for call in CALLS if call.startswith("read")} == {"read three.txt", "read four.txt"}
    for paths in ([str(files / "one.txt"), str(files / "two.txt")], [str(files)]):
        read_into(case, paths, stages=FLOW, settings=SMALL)
    assert holdings(far.path) == holdings(case.path)


def test_while_one_writes_another_is_told_so(cluster, far, files):
    with far.lock(), pytest.raises(CaseError, match="another rashomon is writing"):
        read_into(Case.open(far.path), [str(files)], stages=FLOW, settings=replace(SHARED_OUT, engine=cluster))


def test_workers_of_another_rashomon_are_refused(cluster, far, files, monkeypatch):
    """The last test of this connection: whatever ends a run ends it."""
    monkeypatch.setattr(settings, "_sha_of_lists_and_records", lambda: "other lists")
    with pytest.raises(ClusterError, match=r"a worker has another rashomon .*Install the same on every machine"):
        read_into(far, [str(files)], stages=FLOW, settings=replace(SHARED_OUT, engine=cluster))


def test_a_cluster_that_goes_leaves_what_was_finished(running, case, far, files, tmp_path):
    """The last test of this head."""
    (tmp_path / "endless").touch()
    (files / "five.txt").write_text(f"five: SLEEP {tmp_path / 'endless'}\n")

    def progress(stage, done, _all):
        if stage == "extract" and done:
            end(running[1])

    with Cluster(running[0]) as cluster, pytest.raises(ClusterError, match="What was finished before is kept"):
        read_into(far, [str(files)], stages=FLOW, settings=replace(SHARED_OUT, engine=cluster), progress=progress)
    (tmp_path / "endless").unlink()
    again = Case.open(far.path)
    assert (
        len([document for part in again.parts.done("read") for document in again.parts.records(part, "documents", Document)]) == 9
    )
    CALLS.clear()
    read_into(again, [str(files)], stages=FLOW, settings=SMALL)
    assert not [call for call in CALLS if call.startswith("read")]
    read_into(case, [str(files)], stages=FLOW, settings=SMALL)
    assert holdings(far.path) == holdings(case.path)
