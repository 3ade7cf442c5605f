"""The bench of reading: all of its processes are there before the clock starts, and share the texts out."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench"
COUNT = "import reading; [print(reading._in_processes(count, reading._counted) > 0) for count in (1, 2)]"


def test_one_process_and_two_come_to_an_end() -> None:
    told = subprocess.run(
        [sys.executable, "-c", COUNT], cwd=BENCH, capture_output=True, text=True, timeout=120, check=True
    )  # a script of its own, as the processes that it starts load it anew
    assert told.stdout.split() == ["True", "True"]
