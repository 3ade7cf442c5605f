"""Every fault that is tried on a case: `make kill`. It takes most of an hour on one core; the tests take a small sample.

`python -m tests.faults.run ARGUMENTS` is one sweep (sweep.py) under the shim.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.shim import CAN_BE_BUILT, built

ALL = (
    ("--modes", "KILL,TORN"),  # between every two operations
    ("--modes", "FULL,ONCE,SYNC,BARRED", "--every", "3"),
    ("--modes", "", "--cuts", "--every", "5"),
    ("--modes", "", "--real", "--kills", "200", "read"),
)


def sweep(*arguments: str, folder: Path, output: int | None = None) -> "subprocess.CompletedProcess[str]":
    """What a process under the shim says of one sweep."""
    quick = {"TMPDIR": "/dev/shm"} if Path("/dev/shm").is_dir() else {}  # no disk is waited for: the shim plays it
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.sweep", *arguments],
        cwd=Path(__file__).parents[2], text=True, stdout=output, check=False,
        env={**os.environ, **quick, "LD_PRELOAD": str(built(folder))},
    )  # fmt: skip


def main() -> int:
    """1 where anything was wrong."""
    if not CAN_BE_BUILT:
        sys.exit("this needs Linux and a C compiler (cc)")
    with tempfile.TemporaryDirectory() as made:
        runs = (sys.argv[1:],) if sys.argv[1:] else ALL
        return max([sweep(*run, folder=Path(made)).returncode for run in runs])


if __name__ == "__main__":
    sys.exit(main())
