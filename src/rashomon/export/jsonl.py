"""The contract's JSON lines: one file a table, and a manifest with the hash of each."""

import json
import tomllib
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.export.whole import whole_folder
from rashomon.model import Run
from rashomon.views.case import load
from rashomon.views.exported import exported


def write_jsonl(case: Path, out: Path) -> None:
    """Writes the folder `out`: documents.jsonl … failures.jsonl and manifest.json; an older export there is replaced."""
    tables = load(case)
    with whole_folder(out) as folder:
        hashes = {}
        for name, rows in exported(tables).items():
            data = "".join(map(_line, rows)).encode("utf-8", "surrogatepass")
            (folder / f"{name}.jsonl").write_bytes(data)
            hashes[f"{name}.jsonl"] = sha256(data).hexdigest()
        manifest = {
            "format": "rashomon jsonl 1",
            "files": hashes,
            "versions": {"rashomon": version("rashomon"), **_stages(tables["runs"])},
            "settings": tomllib.loads((case / "case.toml").read_text("utf-8")),
        }
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _stages(runs: Iterable[Run]) -> dict[str, str]:
    return {run.stage: run.version for run in sorted(runs, key=lambda run: run.started)}
