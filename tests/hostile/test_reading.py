"""Files made to do harm are read by a process that could do none: nothing is fetched, run or written, and all is said clearly."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.shim import CAN_BE_BUILT, built
from tests.hostile.files import SAID, files
from tests.hostile.markup import ORDERS, pages

pytestmark = pytest.mark.skipif(not CAN_BE_BUILT, reason="the seal needs Linux and a C compiler (cc)")
ROOT = Path(__file__).parents[2]
REFUSED = {  # what gives no document, and what is said of it
    "pickle.pkl": "binary", "array.npy": "binary", "out.tar": "binary", "bomb.tar.gz": "gzip", "bomb.zip": "ZIP bomb",
    "bomb.warc.gz": "grows more than 200-fold", "deep.json": "levels deep", "deep-objects.json": "levels deep",
    "deep.html": "1,000 deep", "attributes.html": "1,000 attributes", "laughs.docx": "amplification",
    "laughs.xlsx": "amplification",
    "up.zip": "points outside", "rows.wacz": "points outside", "lies.zip": "damaged", "reaches.pdf": "no text layer",
    "heads.warc": "has no end", "length-0.warc": "length is missing or no number",
}  # fmt: skip
READ = {  # what is read all the same, and words that must be there
    "runs.pdf": SAID, "launches.pdf": SAID, "form-in-itself.pdf": SAID, "endless-streams.pdf": SAID, "deep.jsonl": SAID,
    "same.zip": "Nine people died", "formulas.csv": "=cmd|", "halves.jsonl": "alone", "line.txt": SAID, "spoken.html": ORDERS[0],
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What came of each file, and what the seal refused."""
    folder = tmp_path_factory.mktemp("hostile")
    seal = built(folder, Path(__file__).with_name("sealed.c"))
    (folder / "files").mkdir()
    (folder / "box").mkdir()
    for name, data in {**files(), **pages()}.items():
        (folder / "files" / name).write_bytes(data)
    with (folder / "seal.log").open("wb") as log:
        sealed = {"LD_PRELOAD": str(seal), "SEALED_FOLDER": str(folder / "box"), "SEALED_LOG": str(log.fileno())}
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.reading", folder / "files"],
            cwd=folder / "box", env={**os.environ, **sealed, "PYTHONPATH": str(ROOT)}, pass_fds=[log.fileno()],
            text=True, capture_output=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    rows = {row["name"]: row for row in map(json.loads, done.stdout.splitlines())}
    return rows, (folder / "seal.log").read_text(), list((folder / "box").rglob("*"))


def test_every_file_gives_documents_or_clear_failures_within_its_limits(told):
    rows, _, _ = told
    assert rows.keys() == files().keys() | pages().keys()
    assert {name: row["broke"] for name, row in rows.items() if "broke" in row} == {}
    silent = [name for name, row in rows.items() if not (row["documents"] or row["failures"] or row["left_out"])]
    assert silent == []
    for row in rows.values():
        assert all(". " in failure and failure.endswith(".") for failure in row["failures"]), row["failures"]


def test_nothing_was_fetched_run_or_written(told):
    _, refused, left = told
    assert refused == ""
    assert left == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_no_account_is_refused_with_its_reason(told, name):
    row = told[0][name]
    assert row["documents"] == []
    assert REFUSED[name] in " ".join(row["failures"])


@pytest.mark.parametrize("name", READ)
def test_what_holds_one_is_read_and_the_harm_in_it_is_text_or_gone(told, name):
    assert any(READ[name] in text for text in told[0][name]["documents"])


def test_no_file_brought_in_another(told):
    for name, row in told[0].items():
        assert not any("root:x:0:0" in text or "root:*:" in text for text in (*row["documents"], *row["failures"])), name
