"""A run that is killed at any moment loses nothing that was done and leaves no half-written file."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.pipeline.conftest import holdings
from tests.pipeline.flow import FLOW, SMALL

from rashomon.pipeline.conduct import read_into
from rashomon.store.case import Case

ROOT = Path(__file__).parents[2]
SEED = 20220106

# One process that has loaded everything, and a fork of it for each moment: the n-th time that a file is waited for
# (just before and just after), and any moment at all.
SCRIPT = """
import os, signal, sys, time, random
sys.path.insert(0, {root!r})
from rashomon.pipeline.conduct import read_into
from rashomon.store.case import Case
from tests.pipeline.flow import FLOW, SMALL

def run(folder, at_sync=None, after=False):
    calls, fsync = 0, os.fsync
    def counted(handle):
        nonlocal calls
        calls += 1
        if calls == at_sync and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        fsync(handle)
        if calls == at_sync and after:
            os.kill(os.getpid(), signal.SIGKILL)
    os.fsync = counted
    read_into(Case.create(folder), [{files!r}], stages=FLOW, settings=SMALL)
    return calls

def forked(work):
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(into, str(work()).encode())
        os._exit(0)
    os.close(into)
    return pid, out

pid, out = forked(lambda: run("undisturbed"))
began = time.monotonic()
total = int(os.read(out, 99))
took = time.monotonic() - began
os.waitpid(pid, 0)
chance = random.Random({seed})
for number in range(8):
    at = chance.randint(1, total)
    pid, _ = forked(lambda: run(f"sync-{{number}}", at, after=number % 2))
    assert os.waitpid(pid, 0)[1] == signal.SIGKILL
for number in range(4):
    pid, _ = forked(lambda: run(f"time-{{number}}"))
    time.sleep(chance.uniform(0, took))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kills")
    files = folder / "files"
    files.mkdir()
    chance = random.Random(SEED)
    for number in range(8):
        words = " ".join(chance.choices("some words that were said by several people".split(), k=6))
        (files / f"{number:02}.txt").write_text(
            f"doc-{number}: {words}\n" * (1 + number % 3) + ("no colon\n" if number == 5 else "")
        )
    script = SCRIPT.format(root=str(ROOT), files=str(files), seed=SEED)
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


MOMENTS = [*(f"sync-{number}" for number in range(8)), *(f"time-{number}" for number in range(4))]


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_was_done_is_whole_and_the_next_run_completes_it(killed, moment):
    path = killed / moment
    finished = assert_whole(path) if (path / "case.toml").exists() else {}
    case = Case.create(path)
    read_into(case, [str(killed / "files")], stages=FLOW, settings=SMALL)
    assert holdings(path) == holdings(killed / "undisturbed")
    assert case.captures.verify() == []
    assert not case.drafts.exists()
    for part, data in finished.items():
        assert part.read_bytes() == data  # nothing that was done is done again


def assert_whole(path):
    """That every part and original stands there wholly; gives the parts of the stages that are cut."""
    case = Case.open(path)
    assert [wrong for wrong in case.captures.verify() if "cut short" not in wrong and "in no line" not in wrong] == []
    finished = {}
    for file in path.glob("parts/*/*/part.json"):
        assert json.loads(file.read_text())["items"]
        if file.parts[-3] in ("read", "extract"):
            finished[file] = file.read_bytes()
    for stage in ("read", "extract"):
        for part in case.parts.done(stage):
            assert case.parts.column(part, "documents" if stage == "read" else "voices", "id")
    assert all(file.name == "part.json" or file.suffix == ".parquet" for file in path.glob("parts/*/*/*"))
    if (path / "shelf.sqlite").exists():
        assert holdings(path)
    return finished
