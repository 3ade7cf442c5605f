"""The table of a run holds what was measured, on what, and what broke; two of them stand side by side."""

import json
import subprocess
import sys
from pathlib import Path

from bench.compare import side_by_side
from bench.run import machine, measured, table, versions, write

ROOT = Path(__file__).parents[2]
RESULT = {
    "at": "2026-01-02T03:04:05Z",
    "machine": {"processor": "One", "cores": 2},
    "versions": {"commit": "abc", "python": "3.11"},
    "figures": {"reading": {"words/s": 1234.5, "ratio": 1.5}},
    "broke": {"places": "KeyError: 'x'"},
}


def test_both_files_hold_the_figures_the_machine_and_what_broke(tmp_path):
    readable, exact = write(RESULT, tmp_path / "results")
    assert json.loads(exact.read_text("utf-8")) == RESULT
    text = readable.read_text("utf-8")
    for said in ("processor: One", "commit: abc", "| reading | words/s | 1,234.50 |", "places broke: KeyError"):
        assert said in text
    assert readable.name == "2026-01-02T030405Z.md"


def test_ratios_come_first():
    text = table(RESULT)
    assert text.index("| ratio |") < text.index("| words/s |")


def test_every_measurement_is_run_and_it_is_said_what_was_measured_on_what():
    assert {"reading", "attribution", "copies"} <= set(measured())
    assert not {"run", "compare"} & set(measured())
    assert machine()["cores"] >= 1
    assert {"commit", "python", "rashomon", "spacy"} <= set(versions())


def test_two_tables_side_by_side_say_how_many_times_and_what_differs():
    after = {**RESULT, "at": "later", "machine": {"processor": "Two", "cores": 2}, "broke": {}}
    after["figures"] = {"reading": {"words/s": 2469.0, "new one": 1.0}}
    text = side_by_side(RESULT, after)
    assert "| reading | words/s | 1,234.50 | 2,469.00 | 2.00 |" in text
    assert "| reading | new one |  | 1.00 |  |" in text
    assert "processor: One, then Two" in text
    assert "only ratios can be compared" in text
    assert "before, places broke" in text


def test_one_that_breaks_is_told_and_the_others_go_on(tmp_path):
    command = [sys.executable, "bench/run.py", "no_such_measurement", "-o", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (exact,) = tmp_path.glob("*.json")
    assert "no_such_measurement" in json.loads(exact.read_text("utf-8"))["broke"]
