"""The contract's JSON lines: one file a table, and a manifest with the hash of each."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.export.material import Material
from rashomon.export.whole import MANIFEST, whole_folder
from rashomon.views.exported import ROWS

SEPARATORS = re.compile("[\x85\u2028\u2029]")


def write_jsonl(material: Material, out: Path) -> None:
    """Writes the folder `out`: documents.jsonl … failures.jsonl and manifest.json; an older export there is replaced."""
    with whole_folder(out) as folder:
        for name, data in jsonl_files(material):
            (folder / name).write_bytes(data)


def jsonl_files(material: Material) -> Iterator[tuple[str, bytes]]:
    """The files of the contract, one after the other, the manifest last."""
    hashes = {}
    for table in ROWS:
        name, data = f"{table}.jsonl", b"".join(line(row).encode("utf-8", "surrogatepass") for row in material.made(table))
        hashes[name] = sha256(data).hexdigest()
        yield name, data
    manifest = json.dumps(manifest_of(material, "rashomon jsonl 1", hashes), indent=1, ensure_ascii=False) + "\n"
    yield MANIFEST, manifest.encode("utf-8", "surrogatepass")


def manifest_of(material: Material, form: str, hashes: dict[str, str]) -> dict[str, Any]:
    """What says of an export's files which they are, what made them, and where custody stood."""
    runs = material.runs
    return {
        "format": form,
        "files": hashes,
        "versions": {"rashomon": version("rashomon"), **{run.stage: run.version for run in runs}},
        "settings": {
            **material.settings,
            "stages": {run.stage: {"settings": run.settings_sha, "weights": run.weights_sha} for run in runs},
        },
        "custody": material.custody,  # stands for the whole log: note it elsewhere
        **({"redacted": True} if material.is_redacted else {}),
    }


def line(row: dict[str, Any]) -> str:
    """The row as one line, also for readers that take a line separator inside a text (U+2028) for the end of the line."""
    return SEPARATORS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(row, ensure_ascii=False)) + "\n"
