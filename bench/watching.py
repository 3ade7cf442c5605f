"""What a command and all its processes took, moment by moment: the clock, seconds of processor, memory. Linux only."""

import os
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import sleep, time

EVERY = 0.2  # s between two looks: to ask a process of 1 GB for its share of memory takes 5 ms
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
RASHOMON = Path(sys.executable).with_name("rashomon")


@dataclass(frozen=True, slots=True)
class Look:
    """One moment: seconds of processor so far, of all processes there ever were and of each that lives; MB of each."""

    at: float  # by the clock, s since 1970
    worked: float
    each: dict[int, float]
    held: dict[int, float]  # proportional set size: what two processes share counts once


@dataclass(frozen=True, slots=True)
class Watched:
    """A command from its start to its end."""

    looks: tuple[Look, ...]
    root: int
    said: str

    @property
    def began(self) -> float:
        """When it was started."""
        return self.looks[0].at

    @property
    def ended(self) -> float:
        """When it was seen to be gone."""
        return self.looks[-1].at

    def worked(self, start: float, end: float) -> float:
        """Seconds of processor between two moments, in all."""
        return self._worked_by(end) - self._worked_by(start)

    def worked_each(self, start: float, end: float) -> dict[int, float]:
        """The same of each process beside the first, as far as it lived."""
        found: dict[int, list[float]] = {}
        for look in self._between(start, end):
            for pid, seconds in look.each.items():
                found.setdefault(pid, []).append(seconds)
        return {pid: seconds[-1] - seconds[0] for pid, seconds in found.items() if pid != self.root}

    def most_held(self, start: float, end: float) -> tuple[float, float]:
        """MB at the highest between two moments: of all processes together, and of the largest."""
        looks = self._between(start, end)
        return max(sum(look.held.values()) for look in looks), max(max(look.held.values(), default=0.0) for look in looks)

    def _between(self, start: float, end: float) -> Sequence[Look]:
        """The looks between two moments; where none fell between them, the one before."""
        found = [look for look in self.looks if start <= look.at <= end]
        return found or [self.looks[max(0, bisect_right([look.at for look in self.looks], start) - 1)]]

    def _worked_by(self, moment: float) -> float:
        at = bisect_right([look.at for look in self.looks], moment)
        if at in (0, len(self.looks)):
            return self.looks[min(at, len(self.looks) - 1)].worked
        before, after = self.looks[at - 1], self.looks[at]
        return before.worked + (after.worked - before.worked) * (moment - before.at) / (after.at - before.at)


def watch(*arguments: object) -> Watched:
    """Runs `rashomon` with these arguments to its end, and watches it. Raises RuntimeError where it fails."""
    command = [str(one) for one in (RASHOMON, *arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    looks = [_look(process.pid)]
    while process.poll() is None:
        sleep(EVERY)
        looks.append(_look(process.pid, looks[-1].worked))
    said = process.stdout.read() if process.stdout else ""  # some lines: no pipe is filled by them
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}: {said.strip()}")
    return Watched(tuple(looks), process.pid, said)


def _look(root: int, before: float = 0.0) -> Look:
    """How it stands now. The ended are counted by whoever started them, so that nothing is lost with them."""
    living = _living()
    each, worked, waiting = {}, 0.0, [root]
    while waiting:
        pid = waiting.pop()
        if pid in living:
            _, each[pid], of_ended = living[pid]
            worked += each[pid] + of_ended
            waiting += [child for child, (parent, _, _) in living.items() if parent == pid]
    return Look(time(), max(worked, before), each, {pid: _held(pid) for pid in each})


def _living() -> dict[int, tuple[int, float, float]]:
    """Every process: its parent, its seconds of processor, and those of its children that have ended."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        user, system, of_user, of_system = map(int, told[11:15])
        found[int(stat.parent.name)] = int(told[1]), (user + system) / TICK, (of_user + of_system) / TICK
    return found


def _held(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:")), 0.0)
