"""The same captures give the same bytes: on another day, on two processes, in another zone and locale, under another path."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.shim import CAN_BE_BUILT, CLOCK, built

from rashomon import demo
from rashomon.export import FORMATS

pytestmark = pytest.mark.skipif(not CAN_BE_BUILT, reason="the clock is set by a shim, which needs Linux and a C compiler (cc)")
YEAR = 366 * 24 * 3600
SCRIPT = """
import sys
from pathlib import Path
from rashomon.export import FORMATS
from rashomon.export.material import Material
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stages import STAGES_BY_RULES
from rashomon.store.case import Case
from rashomon.web.freeze import report_page

if __name__ == "__main__":
    alone = {"workers": 1, "alone_below": 10**9, "beside_from": 10**9}
    shared = {"workers": 2, "part_items": 3, "alone_below": 0, "beside_from": 0}
    settings = Settings(**{"1": alone, "2": shared}[sys.argv[1]])
    read_into(Case.create("case"), ["accounts"], stages=STAGES_BY_RULES, settings=settings)
    material = Material.of(Path("case"), report_page)
    for name in sys.argv[2:]:
        FORMATS[name](material, Path("out") / name)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One case as it comes; another that has its captures; a third that was captured anew. Each in its own way."""
    folder = tmp_path_factory.mktemp("same")
    clock = built(folder, CLOCK)
    (folder / "make.py").write_text(SCRIPT)
    cases = {"first": folder / "a", "again": folder / "an other" / "pläce", "anew": folder / "b"}
    for at in cases.values():
        at.mkdir(parents=True)
        shutil.copytree(Path(demo.__file__).parent / "accounts", at / "accounts")
    make(folder, cases["first"], 1, FORMATS, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    case = cases["again"] / "case"
    case.mkdir()
    shutil.copy(cases["first"] / "case" / "case.toml", case)
    shutil.copytree(cases["first"] / "case" / "captures", case / "captures")
    for name, shift, zone in (("again", YEAR, "Asia/Kathmandu"), ("anew", -YEAR, "America/St_Johns")):
        moved = {"LD_PRELOAD": str(clock), "CLOCK_SHIFT": str(shift), "TZ": zone, "LC_ALL": "C", "PYTHONHASHSEED": "77"}
        make(folder, cases[name], 2, FORMATS if name == "again" else ["jsonl"], **moved)
    return {name: at / "out" for name, at in cases.items()}


def make(folder, at, workers, formats, **environment):
    told = [sys.executable, folder / "make.py", str(workers), *formats]
    done = subprocess.run(told, cwd=at, env={**os.environ, **environment}, text=True, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr


def files(path):
    inner = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return {str(one.relative_to(path.parent)): one.read_bytes() for one in inner}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_same_bytes(made, name):
    first, again = files(made["first"] / name), files(made["again"] / name)
    assert first.keys() == again.keys()
    assert [file for file in first if first[file] != again[file]] == []


def test_captured_anew_all_tables_are_the_same_and_only_the_log_is_another(made):
    first, anew = files(made["first"] / "jsonl"), files(made["anew"] / "jsonl")
    assert [file for file in first if first[file] != anew[file]] == ["jsonl/manifest.json"]
    one, other = (json.loads(held["jsonl/manifest.json"]) for held in (first, anew))
    for manifest in (one, other):
        del manifest["custody"], manifest["settings"]["created_at"]
    assert one == other
    assert len(first["jsonl/points.jsonl"]) > 1000
