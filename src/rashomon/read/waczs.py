"""WACZ: web archives packed with their indexes and the hashes of all; what does not have its hash is not believed."""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.read.archives import RATIO, SMALL, UNPACKING, check, damaged, member_bytes, members
from rashomon.read.found import Opened, Tally
from rashomon.read.json_texts import NotJson, parsed
from rashomon.read.warcs import captures_in, is_warc

PACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
LISTING = 2**26  # bytes of datapackage.json that are read; one of 10,000 resources has 3 MB
BLOCK = 2**20
ALTERED = "Get the archive again from where it was made; take the file out by hand if you trust it all the same."


def is_wacz(archive: zipfile.ZipFile) -> bool:
    """Whether the archive has the list of its own files, and web archives among them."""
    names = archive.namelist()
    return PACKAGE in names and any(name.startswith("archive/") for name in names)


def captures_in_wacz(uri: str, archive: zipfile.ZipFile, tally: Tally) -> Iterator[Opened]:
    """Every capture of its web archives; each file whose bytes are not those of its hash is an UnreadableCapture instead."""
    try:
        hashes = _hashes(uri, archive, tally)
    except UnreadableCapture as error:
        yield error
        return
    except UNPACKING as error:
        yield damaged(f"{uri}!/{PACKAGE}", error)
        return
    missing = dict(hashes)
    for entry in members(archive):
        if entry.filename in (PACKAGE, DIGEST):
            continue
        place = f"{uri}!/{entry.filename}"
        try:
            _check(place, archive, entry, missing.pop(entry.filename, None))
            if not entry.filename.startswith("archive/"):
                tally.left_out[f"file of {entry.filename.partition('/')[0]}"] += 1
                continue
            with archive.open(entry) as stream:
                if not is_warc(stream):
                    raise UnreadableCapture(place, "it is no web archive (WARC)", "Take it out by hand, and read it by itself.")
                yield from captures_in(place, stream, tally)
        except UnreadableCapture as error:
            yield error
        except UNPACKING as error:
            yield damaged(place, error)
    for name in missing:
        yield UnreadableCapture(f"{uri}!/{name}", f"{PACKAGE} lists it, and it is gone from the archive", ALTERED)


def _hashes(uri: str, archive: zipfile.ZipFile, tally: Tally) -> dict[str, str]:
    """The hash that `datapackage.json` states of each file, that list itself checked by its own hash where one stands."""
    place = f"{uri}!/{PACKAGE}"
    listed = _listing(place, archive, PACKAGE, tally)
    if DIGEST in archive.namelist():
        stated = _parsed(f"{uri}!/{DIGEST}", _listing(f"{uri}!/{DIGEST}", archive, DIGEST, tally)).get("hash")
        digest = hashlib.sha256(listed)
        if isinstance(stated, str) and _value(stated) != digest.hexdigest():
            raise UnreadableCapture(place, f"its bytes are not those of the hash in {DIGEST} ({stated[:80]})", ALTERED)
    resources = _parsed(place, listed).get("resources")
    hashes: dict[str, str] = {}
    for resource in resources if isinstance(resources, list) else []:
        if isinstance(resource, dict) and isinstance(resource.get("path"), str):
            stats = resource.get("stats")  # where the first WACZ files had it
            stated = resource.get("hash") or (stats.get("hash") if isinstance(stats, dict) else None)
            hashes[resource["path"]] = stated if isinstance(stated, str) else ""
    if not hashes:
        raise UnreadableCapture(place, "it lists no files, so nothing can be checked", ALTERED)
    return hashes


def _listing(place: str, archive: zipfile.ZipFile, name: str, tally: Tally) -> bytes:
    entry = archive.getinfo(name)
    if entry.file_size > LISTING:
        raise UnreadableCapture(place, f"it is larger than {LISTING // 2**20} MB", ALTERED)
    return member_bytes(place, archive, entry, tally)


def _parsed(place: str, data: bytes) -> Mapping[str, Any]:
    try:
        value = parsed(data.decode("utf-8", "replace"))
    except NotJson as fault:
        raise UnreadableCapture(place, str(fault), ALTERED) from fault
    return value if isinstance(value, dict) else {}


def _check(place: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, stated: str | None) -> None:
    """Nothing, where the file's bytes are those of its hash."""
    check(place, entry)
    if entry.file_size > max(SMALL, RATIO * entry.compress_size):
        raise UnreadableCapture(place, f"it grows more than {RATIO}-fold, as a ZIP bomb does", ALTERED)
    if not stated:
        why = f"it stands in no line of {PACKAGE}" if stated is None else f"{PACKAGE} states no hash of it"
        raise UnreadableCapture(place, f"{why}: it may have been added later", ALTERED)
    name = stated.rpartition(":")[0].lower().replace("-", "") or {32: "md5", 64: "sha256"}.get(len(stated), "")
    if name not in ("md5", "sha1", "sha256", "sha384", "sha512"):
        raise UnreadableCapture(place, f"{PACKAGE} states a hash that cannot be checked ({stated[:80]})", ALTERED)
    digest = hashlib.new(name, usedforsecurity=False)
    with archive.open(entry) as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    if digest.hexdigest() != _value(stated):
        reason = f"its bytes are not those of the hash in {PACKAGE} ({stated[:80]}): it was altered, or damaged"
        raise UnreadableCapture(place, reason, ALTERED)


def _value(stated: str) -> str:
    return stated.rpartition(":")[2].strip().lower()
