"""How long a command takes to begin: its help, showing a case, the first document of a new case, and a run with nothing new.

Each is a process of its own, run five times by turns; told are the quickest by the clock and the least of processor, for whatever
else the machine does only adds to it, and the number of modules that it loads. "cold" is a first run: Python has no bytecode of
ours or of any package yet, and compiles all of it (the system may still hold the files).
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from rashomon.demo import accounts

TIMES = 5
RASHOMON = Path(sys.executable).with_name("rashomon")
COUNTING = "import atexit, sys; atexit.register(lambda: print('modules', len(sys.modules), file=sys.stderr)); "
COMMAND = COUNTING + "sys.argv[0] = 'rashomon'; from rashomon.cli import main; main()"


def figures() -> dict[str, float]:
    """Seconds by the clock and of processor, and modules, of each."""
    first = str(accounts()[0])
    found: dict[str, float] = {}
    best: dict[str, list[tuple[float, float]]] = {}
    with TemporaryDirectory() as folder:
        subprocess.run([RASHOMON, "read", first, "--case", f"{folder}/case"], check=True, capture_output=True)
        for turn in range(TIMES):
            for name, words in _commands(folder, first, turn):
                best.setdefault(name, []).append(_seconds([str(RASHOMON), *words]))
        for name, words in _commands(folder, first, TIMES):
            said = subprocess.run([sys.executable, "-c", COMMAND, *words], capture_output=True, text=True)
            found |= {
                f"{name}, s": min(clock for clock, _ in best[name]),
                f"{name}, s of processor": min(worked for _, worked in best[name]),
                f"{name}, modules": float(said.stderr.split()[-1]),
            }
        uncompiled = {"PYTHONPYCACHEPREFIX": f"{folder}/nothing"}
        found["cold, help, s"], _ = _seconds([str(RASHOMON), "--help"], uncompiled)
        found["cold, first document, s"], _ = _seconds([str(RASHOMON), "read", first, "--case", f"{folder}/cold"], uncompiled)
    return found


def _commands(folder: str, first: str, turn: int) -> list[tuple[str, list[str]]]:
    return [
        ("help", ["--help"]),
        ("show", ["show", "--case", f"{folder}/case"]),
        ("first document", ["read", first, "--case", f"{folder}/{turn}"]),
        ("nothing new", ["read", first, "--case", f"{folder}/case"]),
    ]


def _seconds(command: Sequence[str], environment: dict[str, str] | None = None) -> tuple[float, float]:
    before = getrusage(RUSAGE_CHILDREN)
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **(environment or {})})
    clock, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<40}{value:>10.2f}")
