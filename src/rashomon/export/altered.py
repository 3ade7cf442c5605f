"""What was changed in a bundle or in an export's folder since it was written, the first altered file first."""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from rashomon.errors import UsageError
from rashomon.export.bundles import BUNDLE, STAMPS, SUMS, custody_name, original_name
from rashomon.export.seals import PIECE, is_unbroken, seal_of
from rashomon.export.whole import MANIFEST
from rashomon.export.zips import BROKEN
from rashomon.store.captures import FETCHED, OPENED, Captures

Opened = Callable[[str], IO[bytes]]
LONGEST = 256 * 1024 * 1024  # bytes of a manifest: some million files


def altered_in_bundle(path: Path) -> list[str]:
    """What is not as it was when the bundle was sealed, in plain words; empty when nothing is.

    Raises UsageError for a file that is no bundle at all.
    """
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            found = list(_altered(names, archive.open))
            if not found:
                found = list(_custody(archive.read, set(names)))
    except (*BROKEN, TypeError) as error:
        if seal_of(path) is None and not path.read_bytes().startswith(b"PK"):
            raise UsageError(f"{path} is no bundle: {error}. Give what `rashomon export --format bundle` wrote.") from error
        return [f"{path} cannot be opened as a ZIP: {error}; its directory was changed, or it was cut short"]
    if not found and not is_unbroken(path):
        found.append(f"{path}: the files in it are as they were, but the ZIP around them was changed (its seal is broken)")
    return found


def stamps_in_bundle(path: Path) -> tuple[dict[str, bytes], list[str]]:
    """The time stamps in a bundle that is unchanged, by the names of their files, and the hashes of its custody log's lines."""
    log = custody_name(is_redacted=False)
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith(STAMPS)]
        lines = archive.read(log).splitlines() if log in archive.namelist() else []
        return {name.removeprefix(STAMPS): archive.read(name) for name in names}, [json.loads(line)["hash"] for line in lines]


def altered_in_folder(folder: Path) -> list[str]:
    """What is not as the manifest of an export's folder says; empty when nothing is."""
    return list(_altered([*sorted(_files_in(folder)), MANIFEST], lambda name: (folder / name).open("rb"), strict=False))


def _files_in(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)


def _altered(names: list[str], opened: Opened, strict: bool = True) -> Iterator[str]:
    """File after file, in the order of the archive; `strict` says that nothing else may lie there."""
    if MANIFEST not in names:
        yield f"{MANIFEST} is missing: it says which files there were"
        return
    try:
        manifest = json.loads(_listing(MANIFEST, opened))
        expected: dict[str, str] = dict(manifest["files"])
    except (*BROKEN, TypeError) as error:
        yield f"{MANIFEST} was changed: it is no manifest any more ({error})"
        return
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{name} stands {times} times in the ZIP: one was added"
    for name in names:
        if name in expected:
            yield from _changed(name, expected[name], opened)
        elif strict and name not in (MANIFEST, SUMS):
            yield f"{name} is not in the manifest: it was added"
    for name in expected:
        if name not in names:
            yield f"{name} is missing"
    if strict:
        listing = sha256(_listing(MANIFEST, opened)).hexdigest()
        yield from _sums({**expected, MANIFEST: listing}, names, opened)


def _listing(name: str, opened: Opened) -> bytes:
    """A list of files: read only so far as one can be long, whatever a stranger's ZIP unpacks to."""
    with opened(name) as file:
        data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise ValueError(f"it is longer than {LONGEST // 2**20} MB")
    return data


def _changed(name: str, expected: str, opened: Opened) -> Iterator[str]:
    try:
        with opened(name) as file:
            hashed = sha256()
            for piece in iter(partial(file.read, PIECE), b""):
                hashed.update(piece)
        digest = hashed.hexdigest()
    except BROKEN as error:
        yield f"{name} was changed: it cannot be unpacked any more ({error})"
        return
    if digest != expected:
        yield f"{name} was changed: its SHA-256 is {digest}, the manifest says {expected}"


def _sums(expected: dict[str, str], names: list[str], opened: Opened) -> Iterator[str]:
    """The hashes stand twice, so a manifest that was made to fit shows."""
    if SUMS not in names:
        yield f"{SUMS} is missing"
        return
    try:
        lines = [line.split("  ", 1) for line in _listing(SUMS, opened).decode().splitlines()]
        written = {name: digest for digest, name in lines}
    except BROKEN as error:
        yield f"{SUMS} was changed: it is no list of hashes any more ({error})"
        return
    for name in sorted(expected.keys() | written.keys()):
        if written.get(name) != expected.get(name):
            yield f"{MANIFEST if name == MANIFEST else name}: {SUMS} and {MANIFEST} disagree; one of the two was changed"


def _custody(read: Callable[[str], bytes], names: set[str]) -> Iterator[str]:
    """Whether the log's chain holds and every file that it names is there. A redacted bundle has no chain."""
    log = custody_name(is_redacted=False)
    manifest = json.loads(read(MANIFEST))
    if manifest["format"] != BUNDLE or manifest.get("redacted"):
        return
    with tempfile.TemporaryDirectory() as made:
        captures = Captures(Path(made), Path(made))
        captures.log.write_bytes(read(log))
        yield from (f"{log}: {broken}" for broken in captures.broken_lines())
        if captures.head != manifest["custody"]:
            yield f"{log} does not end where the manifest says"
    lines: list[dict[str, Any]] = [json.loads(line) for line in read(log).splitlines()]
    for line in lines:
        if line["method"] != OPENED and original_name(line["sha256"]) not in names:
            yield f"{original_name(line['sha256'])} is in the custody log, but not in the bundle"
        is_archive = line["method"] == OPENED and str(line["uri"]).startswith(f"{FETCHED}/")
        if is_archive and manifest["files"].get(line["uri"]) != line["sha256"]:
            yield f"{line['uri']} is not the web archive that the custody log names, or is not in the bundle"
