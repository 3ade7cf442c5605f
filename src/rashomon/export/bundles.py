"""What an investigator hands over: one ZIP with the originals, the custody log, the case in plain formats, and every hash.

Its last bytes are a seal: the hash of all bytes before. So a change of anything is found, in a file or in the ZIP's own
directory. Whoever can write the ZIP could seal it anew: note the seal elsewhere, for it stands for the whole bundle.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from rashomon.export.jsonl import jsonl_files, manifest_of
from rashomon.export.material import Material
from rashomon.export.seals import seal
from rashomon.export.sheets import csv_bytes
from rashomon.export.whole import MANIFEST, whole_file
from rashomon.export.workbooks import workbook
from rashomon.export.zips import put
from rashomon.model import Capture

BUNDLE = "rashomon bundle 1"
SUMS = "SHA256SUMS"
STAMPS = "stamps/"
UNSEARCHED = "it is a web archive, and cannot be searched for names that are left out"
README = """This is a bundle of Rashomon: a case of captured accounts, as it is handed over.

originals/      the files as they were captured, byte for byte; each is named by its SHA-256
fetched/        what went over the wire where pages were fetched from the web (WARC); here only if any were
custody.jsonl   who brought which file, when and from where; each line holds the hash of the line before
stamps/         time stamps (RFC 3161) on lines of that log, where there are any; each file is named by the line's hash
jsonl/          all that was read out of them: documents, statements, facts, points at issue (docs/reference.md tells the keys)
points.csv      every answer to every question at issue, in exact words; case.xlsx has all tables
report.html     the same to be read in a browser; it opens from disk and fetches nothing
manifest.json   what made this, every file's SHA-256, and what was withheld and why
SHA256SUMS      the same hashes, for: sha256sum -c SHA256SUMS

`rashomon verify BUNDLE.zip` finds any change and names the file. Compare the seal that it prints with one noted elsewhere.
"""


def write_bundle(material: Material, out: Path) -> None:
    """Writes one ZIP; the same case gives the same bytes.

    Raises CaseError where an original is gone or is not what was captured.
    """
    with whole_file(out) as path:
        hashes: dict[str, str] = {}
        with ZipFile(path, "w") as archive:
            for name, data in _files(material):
                hashes[name] = sha256(data).hexdigest()
                put(archive, name, data)
            manifest = _manifest(material, hashes)
            put(archive, MANIFEST, manifest)
            hashes[MANIFEST] = sha256(manifest).hexdigest()
            put(archive, SUMS, "".join(f"{digest}  {name}\n" for name, digest in hashes.items()).encode())
        seal(path)


def _files(material: Material) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", README.encode()
    yield "report.html", material.report
    yield "points.csv", csv_bytes(material)
    yield "case.xlsx", workbook(material)
    for name, data in jsonl_files(material):
        yield f"jsonl/{name}", data
    yield custody_name(material.is_redacted), material.custody_log
    yield from ((f"{STAMPS}{name}", data) for name, data in material.stamps.items())
    seen = set()
    for capture, data in material.originals():
        if capture.sha256 not in seen:
            seen.add(capture.sha256)
            yield original_name(capture.sha256), data
    yield from material.archives()


def custody_name(is_redacted: bool) -> str:
    """The log's name: without its hashes it is another thing, and bears another name."""
    return "custody-redacted.jsonl" if is_redacted else "custody.jsonl"


def original_name(digest: str) -> str:
    """Where an original lies in the bundle."""
    return f"originals/{digest[:2]}/{digest}"


def _manifest(material: Material, hashes: dict[str, str]) -> bytes:
    manifest = {
        **manifest_of(material, BUNDLE, hashes),
        "originals": [{"file": original_name(one.sha256), **_about(one)} for one, _ in material.originals()],
        "withheld": [
            *({**_about(one), "why": why} for one, why in material.withheld_originals()),
            *({"uri": uri, "why": UNSEARCHED} for uri in material.withheld_archives),
        ],
    }
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def _about(capture: Capture) -> dict[str, str | int]:
    return {
        "uri": capture.uri,
        "captured_at": capture.captured_at,
        "media_type": capture.media_type,
        "sha256": capture.sha256,
        "size": capture.size,
    }
