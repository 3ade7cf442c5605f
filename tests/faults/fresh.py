"""Kills interpreters that were started anew, with two workers, at any moment of reading the bundled accounts; then others finish.

What forks.py cannot show: modules and models are being loaded, workers are at their parts, and whoever comes next finds orphans.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.wholeness import wrong_at_last, wrong_now

SEED = 20310507
READING = """
import sys
from dataclasses import replace
from rashomon.demo import accounts
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.settings import Settings
from rashomon.store.case import Case
settings = Settings(workers=2, part_items=2, alone_below=0)
read_into(Case.create(sys.argv[1]), [str(path) for path in accounts()], settings=settings)
"""


def reading(case: Path) -> "subprocess.Popen[bytes]":
    """A new process that reads the accounts into the case."""
    return subprocess.Popen([sys.executable, "-c", READING, case])


def main() -> int:
    """Tries; 1 where anything was wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=12)
    kills, chance, wrong = asked.parse_args().kills, random.Random(SEED), {}
    with tempfile.TemporaryDirectory() as made:
        folder, began = Path(made), time.monotonic()
        assert reading(folder / "undisturbed").wait() == 0
        took = time.monotonic() - began
        for number in range(kills):
            case, seconds = folder / f"killed-{number}", took * (number + chance.random()) / kills
            with reading(case) as process:
                time.sleep(seconds)
                process.kill()
            found = wrong_now(case, folder / "nothing", set())
            code = reading(case).wait()
            found += [f"it cannot be done again: {code}"] if code else wrong_at_last(case, folder / "undisturbed")
            wrong |= {f"after {seconds:.2f} s": found} if found else {}
    sys.stdout.write(json.dumps({"act": "accounts", "mode": "fresh interpreters", "faults": kills, "wrong": wrong}) + "\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
