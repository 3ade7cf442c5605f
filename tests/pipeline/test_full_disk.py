"""A disk that fills up: what was done is kept, the message says what to do, the next run goes on from there."""

import errno
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.pipeline.conftest import holdings
from tests.pipeline.flow import CALLS, FLOW, SMALL

from rashomon.errors import CannotWrite
from rashomon.pipeline.conduct import read_into
from rashomon.store import shelf
from rashomon.store.case import Case

ROOT = Path(__file__).parents[2]

# A disk of its own, really full: in a name space in which this process may mount. What it prints is what was made of it.
SCRIPT = """
import subprocess, sys
sys.path.insert(0, {root!r})
from rashomon.errors import CannotWrite
from rashomon.pipeline.conduct import read_into
from rashomon.store.case import Case
from pathlib import Path
from tests.pipeline.conftest import holdings
from tests.pipeline.flow import FLOW, SMALL

mount = lambda options: subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", {disk!r}], check=True)
mount("size={room}k")
try:
    read_into(Case.create({disk!r} + "/case"), [{files!r}], stages=FLOW, settings=SMALL)
    print("it was no full disk")
except CannotWrite as error:
    print(error)
mount("remount,size=64m")
read_into(Case.create({disk!r} + "/case"), [{files!r}], stages=FLOW, settings=SMALL)
read_into(Case.create({disk!r} + "/fresh"), [{files!r}], stages=FLOW, settings=SMALL)
assert holdings(Path({disk!r}) / "case") == holdings(Path({disk!r}) / "fresh")
print("gone on with")
"""


def _may_mount():
    try:
        tried = ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]
        return subprocess.run(tried, capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not _may_mount(), reason="needs Linux that lets a process mount a disk of its own (unshare -Urm)")
@pytest.mark.parametrize("room", [60, 160, 400])
def test_a_disk_that_is_really_full_is_told_of_and_gone_on_with_once_there_is_room(files, tmp_path, room):
    disk = tmp_path / "disk"
    disk.mkdir()
    script = SCRIPT.format(root=str(ROOT), disk=str(disk), files=str(files), room=room)
    done = subprocess.run(["unshare", "-Urm", sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    told, *others = done.stdout.splitlines()
    assert re.search(r"(No space left on device|disk is full)\. What was done before is kept: make room", told)
    assert told.endswith("then run the same command again.")
    assert others == ["gone on with"]


@pytest.mark.parametrize("room", [0, 1, 7, 25, 40])
def test_what_was_done_is_kept_and_the_next_run_goes_on(case, files, tmp_path, monkeypatch, room):
    left = room

    def fsync(_handle):
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(CannotWrite, match=r"No space left on device\. What was done before is kept: make room"):
            read_into(case, [str(files)], stages=FLOW, settings=SMALL)
    done = {item for stage in ("read", "extract") for part in case.parts.done(stage) for item in part.items}
    case = Case.open(case.path)
    assert case.captures.verify() == [] or room < 25  # an original may lie there before its line in the log does

    CALLS.clear()
    read_into(case, [str(files)], stages=FLOW, settings=SMALL)
    read = {call.split()[1] for call in CALLS if call.startswith("read")}
    assert read == {capture.uri.rsplit("/", 1)[1] for capture in case.captures.all() if capture.id not in done}
    assert case.captures.verify() == []
    read_into(fresh := Case.create(tmp_path / "fresh"), [str(files)], stages=FLOW, settings=SMALL)
    assert holdings(case.path) == holdings(fresh.path)


def test_the_old_shelf_stays_until_the_new_one_is_whole(case, files, monkeypatch):
    read_into(case, [str(files / "one.txt")], stages=FLOW, settings=SMALL)
    before = (case.path / "shelf.sqlite").read_bytes()

    def full(*_args):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(shelf, "_fill", full)
    with pytest.raises(CannotWrite, match="disk is full"):
        read_into(Case.open(case.path), [str(files)], stages=FLOW, settings=SMALL)
    assert (case.path / "shelf.sqlite").read_bytes() == before
