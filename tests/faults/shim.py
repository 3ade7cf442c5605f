"""The shim that counts file operations and lets them fail: how it is built, and how a process under it is told what to do."""

import ctypes
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
CLOCK = Path(__file__).with_name("clock.c")
CAN_BE_BUILT = sys.platform == "linux" and shutil.which("cc") is not None


class Mode(IntEnum):
    """What happens at the n-th operation, as shim.c says."""

    OFF = 0
    KILL = 1
    TORN = 2
    FULL = 3
    ONCE = 4
    SYNC = 5
    BARRED = 6
    TELL = 7


def built(folder: Path, source: Path = SOURCE) -> Path:
    """The shim, or another of its sort, compiled into the folder."""
    library = folder / f"{source.stem}.so"
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def arm(folder: Path, mode: Mode, at: int = 0, log: int = -1) -> None:
    """From now on the operations under the folder are counted, and the fault waits for the n-th."""
    _shim().shim_arm(os.fsencode(folder.resolve()), int(mode), ctypes.c_long(at), log)


def disarm() -> int:
    """Ends it; gives how many operations there were."""
    count = int(_shim().shim_count())
    _shim().shim_arm(b"", int(Mode.OFF), ctypes.c_long(0), -1)
    return count


def _shim() -> ctypes.CDLL:
    loaded = ctypes.CDLL(None)  # what was laid before the C library
    loaded.shim_count.restype = ctypes.c_long
    return loaded
