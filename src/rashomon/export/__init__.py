"""The case in other tools' formats: each a function from the case's material to a file or folder."""

from collections.abc import Callable
from pathlib import Path

from rashomon.export.bundles import write_bundle
from rashomon.export.jsonl import write_jsonl
from rashomon.export.material import Material
from rashomon.export.pages import write_html
from rashomon.export.sheets import write_csv
from rashomon.export.workbooks import write_xlsx

FORMATS: dict[str, Callable[[Material, Path], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "html": write_html,
    "bundle": write_bundle,
}
