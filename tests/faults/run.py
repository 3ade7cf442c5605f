"""Every fault that is tried on a case: `make kill`, half an hour on two cores. The tests take a small sample.

`python -m tests.faults.run ARGUMENTS` is one sweep (sweep.py) under the shim.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tests.faults.acts import ACTS, REAL_ACTS
from tests.faults.shim import CAN_BE_BUILT, built

AT_ONCE = 2
ALL = (  # the longest first
    ("--modes", "KILL", "--real", "read"),
    *(("--modes", "", "--real", "--kills", "200", act.name) for act in REAL_ACTS),  # at any moment
    *(("--modes", "", "--cuts", "--every", "2", act.name) for act in ACTS),
    *(("--modes", "KILL,TORN", act.name) for act in ACTS),  # between every two operations
    *(("--modes", "FULL,ONCE,SYNC,BARRED", "--every", "2", act.name) for act in ACTS),
)


def sweep(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """What a process under the shim says of one sweep."""
    return _run("tests.faults.sweep", *arguments, environment={"LD_PRELOAD": str(folder / "shim.so")})


def _run(module: str, *arguments: str, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    quick = {"TMPDIR": "/dev/shm"} if Path("/dev/shm").is_dir() else {}  # no disk is waited for: the shim plays it
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=Path(__file__).parents[2], text=True, stdout=subprocess.PIPE, check=False,
        env={**os.environ, **quick, **environment},
    )  # fmt: skip


def _everything(folder: Path) -> Iterator["subprocess.CompletedProcess[str]"]:
    """Every sweep, some at once; then, alone, what is killed by the clock in processes of its own."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for done in as_completed([pool.submit(sweep, *run, folder=folder) for run in ALL]):
            yield done.result()
    yield _run("tests.faults.fresh", environment={})


def main() -> int:
    """1 where anything was wrong, or a sweep did not come to its end."""
    if not CAN_BE_BUILT:
        sys.exit("this needs Linux and a C compiler (cc)")
    tried: Counter[str] = Counter()
    broken = 0
    with tempfile.TemporaryDirectory() as made:
        built(Path(made))
        for done in [sweep(*sys.argv[1:], folder=Path(made))] if sys.argv[1:] else _everything(Path(made)):
            sys.stdout.write(done.stdout)
            sys.stdout.flush()
            broken += done.returncode
            for row in map(json.loads, done.stdout.splitlines()):
                tried[row["mode"]] += row["faults"]
    kinds = ", ".join(f"{mode} {count:,}" for mode, count in tried.items())
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = f"{(used.ru_utime + used.ru_stime) / 60:.0f} minutes of one core"
    sys.stdout.write(f"{tried.total():,} faults ({kinds}) in {spent}; {broken or 'no'} sweeps with something wrong\n")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
