"""Reads each hostile file in a fork of its own, with little memory and time, sealed by sealed.c: a line of JSON for each."""

import io
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rashomon.pipeline.stages  # noqa: F401 (loaded once here, with all readers)
from rashomon.errors import UnreadableCapture
from rashomon.model import Capture, Document, Failure, Original
from rashomon.read.captures import read_one
from rashomon.read.found import Found, Tally
from rashomon.read.openings import files_in, is_archive, opened

MEMORY = 1 << 30  # bytes beyond what the process has before it reads
SECONDS = 20  # of its own time: most take less than one
Reading = Callable[[str, bytes], dict[str, Any]]


def read(name: str, data: bytes) -> dict[str, Any]:
    """The documents and failures of one file, as `rashomon read` finds them."""
    file, tally = io.BytesIO(data), Tally()
    documents: list[str] = []
    failures: list[str] = []
    for one in opened(name, file, tally) if is_archive(file) else files_in(name, data, tally):
        if isinstance(one, UnreadableCapture):
            failures.append(str(one))
            continue
        assert isinstance(one, Found)
        for made in read_one(Original(Capture.of(one.uri, "2031-05-07T00:00:00Z", "", "0", len(one.data)), one.data)):
            if isinstance(made, Document):
                assert all(0 <= block.span.start < block.span.end <= len(made.text) for block in made.blocks)
                documents.append(f"{made.name}\n{made.title}\n{made.author}\n{made.text}"[:200_000])
            else:
                assert isinstance(made, Failure)
                failures.append(f"{made.error}: {made.message}")
    return {"documents": documents, "failures": failures, "left_out": sum(tally.left_out.values())}


def forked(name: str, data: bytes, read: Reading = read, seconds: int = SECONDS) -> dict[str, Any]:
    """The same, by a process that may take so much memory and time, and no more."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(out)
        limits(seconds)
        try:
            told = read(name, data)
        except BaseException as error:  # a MemoryError too is a finding
            told = {"broke": f"{type(error).__name__}: {error}"[:500]}
        with os.fdopen(into, "wb") as file:
            file.write(json.dumps(told).encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out, "rb") as file:
        said = file.read()
    _, status, used = os.wait4(pid, 0)
    told = json.loads(said) if said else {"broke": f"the process ended with {status}"}
    spent = {"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss >> 10}
    return {"name": name, **told, **spent}


def limits(seconds: int) -> None:
    """Little memory, little time, small files."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    held = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (held, held))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


def main(folder: Path) -> None:
    """Reads every file in the folder."""
    for path in sorted(folder.iterdir()):
        sys.stdout.write(json.dumps(forked(path.name, path.read_bytes())) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
