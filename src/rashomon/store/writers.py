"""Who writes to a case, for whoever is kept out meanwhile."""

import json
import os
import shlex
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from rashomon.store.durable import writing

NOTE = "writer.json"
LONGEST = 200  # characters of a command: what was given last of a thousand files helps nobody


@dataclass(frozen=True, slots=True)
class Writer:
    """A process that writes. Host and process tell apart who writes over a shared disk."""

    pid: int
    host: str
    since: str  # ISO 8601, UTC
    command: str

    @classmethod
    def this(cls) -> Self:
        """This very process."""
        command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]]) if sys.argv else ""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(os.getpid(), socket.gethostname(), at, command if len(command) <= LONGEST else command[:LONGEST] + "…")

    def note(self, drafts: Path) -> None:
        """Writes it where others look. It goes with the drafts; the lock itself is the system's, and a killed one holds none.

        Raises CannotWrite if the disk is full.
        """
        with writing(drafts / NOTE):
            (drafts / NOTE).write_text(json.dumps(asdict(self)) + "\n", "utf-8")

    @property
    def told(self) -> str:
        """As in "process 4711 on desk-2, since 2026-11-26T08:00:00+00:00: rashomon read …"."""
        return f"process {self.pid} on {self.host}, since {self.since}: {self.command}"


def writer_of(drafts: Path) -> Writer | None:
    """Who noted that it writes; None where that cannot be told, as in the moment in which one begins or ends."""
    try:
        told = json.loads((drafts / NOTE).read_text("utf-8"))
        return Writer(int(told["pid"]), str(told["host"]), str(told["since"]), str(told["command"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
