"""The contract's JSON lines: one file a table, and a manifest with the hash of each."""

import json
import re
import tomllib
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.export.whole import MANIFEST, whole_folder
from rashomon.model import Run
from rashomon.store.captures import Captures
from rashomon.views.case import load
from rashomon.views.exported import exported

SEPARATORS = re.compile("[\x85\u2028\u2029]")


def write_jsonl(case: Path, out: Path) -> None:
    """Writes the folder `out`: documents.jsonl … failures.jsonl and manifest.json; an older export there is replaced."""
    tables = load(case)
    runs: list[Run] = sorted(tables["runs"], key=lambda run: run.started)
    with whole_folder(out) as folder:
        hashes = {}
        for name, rows in exported(tables).items():
            data = "".join(map(line, rows)).encode("utf-8", "surrogatepass")
            (folder / f"{name}.jsonl").write_bytes(data)
            hashes[f"{name}.jsonl"] = sha256(data).hexdigest()
        manifest = {
            "format": "rashomon jsonl 1",
            "files": hashes,
            "versions": {"rashomon": version("rashomon"), **{run.stage: run.version for run in runs}},
            "settings": {
                **tomllib.loads((case / "case.toml").read_text("utf-8")),
                "stages": {run.stage: {"settings": run.settings_sha, "weights": run.weights_sha} for run in runs},
            },
            "custody": Captures(case / "captures", case / "drafts").head,  # stands for the whole log: note it elsewhere
        }
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def line(row: dict[str, Any]) -> str:
    """The row as one line, also for readers that take a line separator inside a text (U+2028) for the end of the line."""
    return SEPARATORS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(row, ensure_ascii=False)) + "\n"
