"""Lets each act on a case fail at each of its file operations, and looks at what is left; run under the shim (shim.py).

`make kill` runs all of it, `python -m tests.faults.run --every N` each n-th operation. What it writes is JSON, a line for each
act and sort of fault: how many there were, and what was wrong after which. Each is tried in a fork of this process (forks.py),
which did the act once itself and so has loaded all that it takes.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.faults.acts import ACTS, REAL_ACTS, Act
from tests.faults.forks import forked, ready
from tests.faults.power import ALL, HEAD, Disk, operations
from tests.faults.shim import Mode, arm, disarm
from tests.faults.wholeness import wrong_at_last, wrong_now
from tests.pipeline.flow import FLOW

from rashomon.errors import CannotWrite, CaseError
from rashomon.pipeline import conduct
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stage import Stage
from rashomon.pipeline.stages import STAGES

SEED = 20310507
KILLS, REFUSALS = (Mode.KILL, Mode.TORN), (Mode.FULL, Mode.ONCE, Mode.SYNC, Mode.BARRED)


class Sweep:
    """One act, with the case as it is before, and as it is when nothing disturbs it."""

    def __init__(self, act: Act, stages: tuple[Stage, ...], folder: Path) -> None:
        self.act, self.stages, self.folder = act, stages, folder
        self.before, self.undisturbed = folder / "before", folder / "undisturbed"
        self.before.mkdir(parents=True)
        act.made(self.before, stages)
        shutil.copytree(self.before, self.undisturbed)
        arm(self.undisturbed / "case", Mode.SYNC, 10**9)
        act.done(self.undisturbed, stages, lambda _: None)
        self.count = disarm()
        ready()
        self.seconds = self._seconds()

    def _seconds(self) -> float:
        with self._copy() as path:
            began = time.monotonic()
            status, noted = forked(lambda put: self.act.done(path, self.stages, put))
            assert status == 0, noted
            return time.monotonic() - began

    def tried(self, mode: Mode, at: int) -> list[str]:
        """What was wrong after the at-th operation was disturbed so."""

        def done(put: Callable[[str], None]) -> None:
            arm(path / "case", mode, at)
            try:
                self.act.done(path, self.stages, put)
            except (CannotWrite, CaseError) as error:
                disarm()
                put(f"refused: {type(error).__name__}: {error}")
            disarm()

        with self._copy() as path:
            status, noted = forked(done)
            refused = [one for one in noted if one.startswith("refused: ")]
            noted, wrong = [one for one in noted if one not in refused], []
            if mode in KILLS:
                wrong += [] if status == signal.SIGKILL else [f"it ended with {status}: {noted}"]
            elif status:
                wrong.append(f"it broke instead of saying what is wrong: {noted[-1][-300:]}")
            elif not refused:  # nothing was said to be wrong: then nothing may be
                return [f"it was said to be done, but: {one}" for one in wrong_at_last(path / "case", self.undisturbed / "case")]
            return wrong + self._looked_at(path, set(noted))

    def killed_after(self, seconds: float) -> list[str] | None:
        """The same of a kill at any moment; None where all was done before."""
        with self._copy() as path:
            status, noted = forked(lambda put: self.act.done(path, self.stages, put), kill_after=seconds)
            return self._looked_at(path, set(noted)) if status == signal.SIGKILL else None

    def power_cuts(self, every: int, first: int) -> Iterator[tuple[str, list[str]]]:
        """The same of a power cut after each n-th operation, for each state in which the disk may then be."""
        with tempfile.TemporaryFile() as log, self._copy() as path:

            def told(_put: Callable[[str], None]) -> None:
                arm(path / "case", Mode.TELL, log=log.fileno())
                self.act.done(path, self.stages, lambda words: _put_down(log.fileno(), words))

            status, noted = forked(told)
            assert status == 0, noted
            log.seek(0)
            done = list(operations(log.read()))
            found = path / "case"
            with tempfile.TemporaryDirectory(dir=self.folder) as again:
                shutil.move(found, again)
                disk = Disk(self.before / "case", found)
                safe: set[str] = set()
                count = 0
                for one in done:
                    if one.kind == "N":
                        safe.add(one.path)
                        continue
                    disk.do(one)
                    count += 1
                    if count % every == first % every:
                        for state in disk.states(f"{SEED} {count}"):
                            disk.write(state, found)
                            yield f"power after {count}, {state.name}", self._looked_at(path, safe)
                            shutil.rmtree(found)
                disk.write(ALL, found)
                assert contents(found) == contents(Path(again) / "case")  # or what was played back is not what was done

    def _looked_at(self, path: Path, noted: set[str]) -> list[str]:
        wrong = wrong_now(path / "case", self.before / "case", noted)
        status, told = forked(lambda _put: self.act.done(path, self.stages, lambda _: None))
        if status:
            return [*wrong, f"it cannot be done again: {told[-1:]}"]
        return wrong + wrong_at_last(path / "case", self.undisturbed / "case")

    def _copy(self) -> "Copied":
        return Copied(self.before, self.folder)


class Copied:
    """A folder like another, for as long as the block runs."""

    def __init__(self, of: Path, beside: Path) -> None:
        self._of, self._path = of, beside / "tried"

    def __enter__(self) -> Path:
        shutil.copytree(self._of, self._path)
        return self._path

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._path)


def _put_down(log: int, words: str) -> None:
    data = words.encode()
    os.write(log, HEAD.pack(b"N", len(data), 0, 0) + data)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes, but for what SQLite shares between processes in memory."""
    inner = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {str(path.relative_to(folder)): path.read_bytes() for path in inner}


def swept(
    act: Act, stages: tuple[Stage, ...], every: int, kills: int, modes: tuple[Mode, ...], cuts: bool
) -> Iterator[dict[str, Any]]:
    """What came of it, a row for each sort of fault."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as made:
        sweep, chance = Sweep(act, stages, Path(made).resolve()), random.Random(f"{SEED} {act.name}")
        told = {"act": act.name, "operations": sweep.count}
        for mode in modes:
            places = [1] if mode == Mode.BARRED else range(chance.randint(1, every), sweep.count + 1, every)
            found = {f"{mode.name} {at}": sweep.tried(mode, at) for at in places}
            yield {**told, "mode": mode.name, "faults": len(found), "wrong": {at: wrong for at, wrong in found.items() if wrong}}
        if cuts:
            found = dict(sweep.power_cuts(every, chance.randint(1, every)))
            yield {**told, "mode": "power", "faults": len(found), "wrong": {at: wrong for at, wrong in found.items() if wrong}}
        if kills:
            found = {}
            while len(found) < kills:
                seconds = chance.uniform(0, sweep.seconds)
                if (wrong := sweep.killed_after(seconds)) is not None:
                    found[f"after {seconds:.4f} s"] = wrong
            yield {**told, "mode": "moments", "faults": kills, "wrong": {at: wrong for at, wrong in found.items() if wrong}}


def main() -> int:
    """Sweeps; 1 where anything was wrong."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--every", type=int, default=1, help="each n-th operation")
    asked.add_argument("--kills", type=int, default=0, help="kills at random moments, of each act")
    asked.add_argument("--modes", default=",".join(mode.name for mode in (*KILLS, *REFUSALS)))
    asked.add_argument("--cuts", action="store_true", help="power cuts too")
    asked.add_argument("--real", action="store_true", help="with the real stages and nets, not with four small ones")
    asked.add_argument("acts", nargs="*", default=[act.name for act in ACTS])
    chosen = asked.parse_args()
    stages = STAGES if chosen.real else FLOW
    conduct._wary = _unwary  # after each kill a worker would be started: seconds, and tried by fresh.py
    failed = False
    for act in (*ACTS, *REAL_ACTS):
        if act.name in chosen.acts:
            modes = tuple(Mode[name] for name in chosen.modes.split(",") if name)
            for row in swept(act, stages, chosen.every, chosen.kills, modes, chosen.cuts):
                failed |= bool(row["wrong"])
                sys.stdout.write(json.dumps(row) + "\n")
                sys.stdout.flush()
    return int(failed)


def _unwary(settings: Settings, killed: bool) -> Settings:
    return replace(settings)


if __name__ == "__main__":
    sys.exit(main())
