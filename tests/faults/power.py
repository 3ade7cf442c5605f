"""What a disk may hold after the power went: played back from what the shim told of every operation.

What a process wrote is safe only once it waited for it (fsync): the bytes of a file when the file was synced, the names in a
folder when the folder was. Between that and everything lies what a disk really did; several such states are tried each time.
"""

import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEAD = struct.Struct("=cIIq")


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that changed: C made, T emptied, W written, L cut to a length, S synced, R renamed, U or D removed, M a folder
    made; N: the act was told that something is safe.
    """

    kind: str
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""


@dataclass(slots=True)
class File:
    """Bytes as they are read now, and as they were when they were last waited for."""

    now: bytes = b""
    safe: bytes = b""


@dataclass(slots=True)
class Folder:
    """Names as they are read now, and as they were when the folder was last waited for."""

    now: dict[str, "File | Folder"] = field(default_factory=dict)
    safe: dict[str, "File | Folder"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """What is there after the power went: which names of a folder, and which bytes of a file."""

    name: str
    names: Callable[[Folder], dict[str, File | Folder]]
    held: Callable[[File], bytes]


ALL = State("all that was done", lambda folder: folder.now, lambda file: file.now)


def operations(log: bytes) -> Iterator[Operation]:
    """What the shim wrote down."""
    at = 0
    while at < len(log):
        kind, one, other, offset = HEAD.unpack_from(log, at)
        at += HEAD.size
        path, rest = log[at : at + one].decode(), log[at + one : at + one + other]
        at += one + other
        yield Operation(kind.decode(), path, rest.decode() if kind in b"RN" else "", offset, b"" if kind in b"RN" else rest)


class Disk:
    """A folder as it was, to which the operations that were done at `place` are done one after the other."""

    def __init__(self, folder: Path, place: Path) -> None:
        self._place = place
        self.root = _loaded(folder) if folder.exists() else Folder()

    def do(self, one: Operation) -> None:
        """The disk after one operation more."""
        if one.path == str(self._place) or not one.path.startswith(f"{self._place}/"):
            if one.kind == "S":
                self.root.safe = dict(self.root.now)
            return
        folder, name = self._at(one.path)
        if one.kind == "C":
            folder.now[name] = File()
        elif one.kind == "M":
            folder.now[name] = Folder()
        elif one.kind in "UD":
            del folder.now[name]
        elif one.kind == "R":
            target, new = self._at(one.other)
            target.now[new] = folder.now.pop(name)
        else:
            _change(folder.now[name], one)

    def states(self, seed: str) -> Iterator[State]:
        """What may be there if the power goes now."""
        chance = random.Random(seed)
        yield State("only what was waited for", lambda folder: folder.safe, lambda file: file.safe)
        yield State("every name, but only bytes that were waited for", lambda folder: folder.now, lambda file: file.safe)
        yield State("all bytes, but only names that were waited for", lambda folder: folder.safe, lambda file: file.now)
        yield State("any of both", lambda folder: _some_names(folder, chance), lambda file: _some_bytes(file, chance))

    def write(self, state: State, into: Path) -> None:
        """Makes the folder that would be found."""
        _written(self.root, state, into)

    def _at(self, path: str) -> tuple[Folder, str]:
        *above, name = Path(path).relative_to(self._place).parts
        folder = self.root
        for part in above:
            inner = folder.now[part]
            assert isinstance(inner, Folder)
            folder = inner
        return folder, name


def _change(thing: File | Folder, one: Operation) -> None:
    if isinstance(thing, Folder):
        thing.safe = dict(thing.now)
    elif one.kind == "S":
        thing.safe = thing.now
    elif one.kind == "T":
        thing.now = b""
    elif one.kind == "L":
        thing.now = thing.now[: one.offset].ljust(one.offset, b"\0")
    elif one.kind == "W":
        before = thing.now[: one.offset].ljust(one.offset, b"\0")
        thing.now = before + one.data + thing.now[one.offset + len(one.data) :]


def _some_names(folder: Folder, chance: random.Random) -> dict[str, File | Folder]:
    names = {}
    for name in sorted(folder.now.keys() | folder.safe.keys()):
        chosen = (folder.now if chance.random() < 0.5 else folder.safe).get(name)
        if chosen is not None:
            names[name] = chosen
    return names


def _some_bytes(file: File, chance: random.Random) -> bytes:
    """What was written last may have reached the disk up to any place."""
    if file.now == file.safe:
        return file.safe
    if file.now.startswith(file.safe):
        return file.now[: chance.randint(len(file.safe), len(file.now))]
    return chance.choice((file.safe, file.now))


def _loaded(folder: Path) -> Folder:
    inner: dict[str, File | Folder] = {}
    for path in folder.iterdir():
        inner[path.name] = _loaded(path) if path.is_dir() else File(path.read_bytes(), path.read_bytes())
    return Folder(inner, dict(inner))


def _written(folder: Folder, state: State, into: Path) -> None:
    into.mkdir(exist_ok=True)
    for name, thing in state.names(folder).items():
        if isinstance(thing, Folder):
            _written(thing, state, into / name)
        else:
            (into / name).write_bytes(state.held(thing))
