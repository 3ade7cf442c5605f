"""Whatever text a hostile file makes, who says what in it is found out within little memory and time, and nothing breaks."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.shim import CAN_BE_BUILT
from tests.hostile.files import files
from tests.hostile.markup import pages

pytestmark = pytest.mark.skipif(not CAN_BE_BUILT, reason="the limits need Linux")
MOST = "1500"  # characters: in twice as many some take four times as long


def test_every_text_is_gone_through_and_nothing_breaks(tmp_path):
    given = {**files(), **pages()}
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.extracting", tmp_path, MOST], cwd=Path(__file__).parents[2],
        text=True, capture_output=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    rows = {row["name"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert rows.keys() == given.keys()
    assert {name: row["broke"] for name, row in rows.items() if "broke" in row} == {}
    assert {name: row["failures"] for name, row in rows.items() if row["failures"]} == {}
    assert sum(row["documents"] > 0 and row["records"] > 0 for row in rows.values()) > 60
