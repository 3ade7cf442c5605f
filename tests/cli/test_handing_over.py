"""What leaves a case by the real commands and what comes back: export, verify, import-review."""

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from rashomon.demo import accounts
from rashomon.model import Judgement
from rashomon.store.case import Case

RASHOMON = Path(sys.executable).parent / "rashomon"


def rashomon(*words):
    return subprocess.run([RASHOMON, *map(str, words)], capture_output=True, text=True, timeout=240)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handed") / "case"
    assert rashomon("read", *accounts(), "--case", folder).returncode == 0
    return folder


def test_a_bundle_verifies_until_it_is_changed(case, tmp_path):
    bundle = tmp_path / "b.zip"
    assert rashomon("export", "--case", case, "--format", "bundle", "-o", bundle).returncode == 0
    said = rashomon("verify", bundle)
    assert said.returncode == 0
    assert said.stdout.startswith(f"unchanged: {bundle}\nseal: ")
    assert rashomon("verify", bundle, "--seal", "0" * 64).returncode == 1
    data = bytearray(bundle.read_bytes())
    data[data.index(b"points.csv") + 4000] ^= 1
    bundle.write_bytes(data)
    said = rashomon("verify", bundle)
    assert said.returncode == 1
    assert said.stdout.startswith("changed: points.csv was changed")
    assert rashomon("verify", tmp_path).returncode == 2
    assert rashomon("verify", tmp_path / "gone").returncode == 2


@pytest.mark.parametrize(
    ("pattern", "change", "named"),
    [
        ("captures/??/*", lambda data: data + b" ", "captures/"),
        ("captures/custody.jsonl", lambda data: data.replace(b'"method":"file"', b'"method":"Gile"', 1), "custody line 1"),
        ("parts/extract/*/part.json", lambda data: data.replace(b'"version": ', b'"version": 1', 1), "parts/extract/"),
        ("parts/extract/*/facts.parquet", lambda data: data[:-20] + b"x" * 20, "facts.parquet"),
        ("shelf.sqlite", lambda data: data.replace(b"explosion", b"explosiom"), "shelf.sqlite"),
        ("shelf.sqlite", lambda data: data[:8192] + b"x" * 4096 + data[12288:], "shelf.sqlite"),
    ],
)
def test_whatever_is_changed_in_a_case_is_named(case, pattern, change, named):
    assert rashomon("verify", case).stdout.startswith(f"unchanged: {case}\ncustody: ")
    path = min(case.glob(pattern))
    before = path.read_bytes()
    assert change(before) != before
    path.write_bytes(change(before))
    try:
        said = rashomon("verify", case)
    finally:
        path.write_bytes(before)
    assert said.returncode == 1, said.stderr
    assert named in said.stdout.splitlines()[0]
    assert "Traceback" not in said.stderr


def test_an_editors_words_come_back_from_a_sheet_and_take_effect(case, tmp_path):
    sheet = tmp_path / "points.csv"
    assert rashomon("export", "--case", case, "--format", "csv", "-o", sheet).returncode == 0
    rows = list(csv.reader(StringIO(sheet.read_text("utf-8-sig"), newline="")))
    head = rows[0]
    row = rows[1]
    row[head.index("review")], row[head.index("reviewer")], row[head.index("reviewed_at")] = "reject", "Ann", "2026-01-02"
    saved = StringIO(newline="")
    csv.writer(saved).writerows(rows)
    sheet.write_text(saved.getvalue(), "utf-8")
    said = rashomon("import-review", sheet, "--case", case)
    assert (said.returncode, said.stdout) == (0, f"put down: 1 judgement from {sheet}\n")
    opened = Case.open(case)
    (word,) = opened.records(Judgement)
    assert (word.left, word.relation, word.user) == (row[head.index("fact")], "reject", "Ann")
    assert row[head.index("fact")] not in {member.item_id for member in opened.records("answers")}
    assert rashomon("import-review", sheet, "--case", case).stdout.endswith(f"0 judgements from {sheet}; 1 said nothing new\n")
    assert rashomon("verify", case).returncode == 0
    wrong = rashomon("import-review", tmp_path / "none.csv", "--case", case)
    assert wrong.returncode == 2


def test_who_is_left_out_is_chosen_on_the_command_line(case, tmp_path):
    out = tmp_path / "out"
    words = ("export", "--case", case, "--format", "jsonl", "-o", out)
    said = rashomon(*words, "--redact", "Petra Holm", "--redact", "Temir Asanov", "--redact", "dust explosion")
    assert said.returncode == 0
    assert "left out, names: Holm, Petra Holm, Temir Asanov, Temir Assanov, dust explosion" in said.stderr
    assert "left out, parts of names: asanov, assanov, petra, temir" in said.stderr
    assert "'dust explosion' only where it stands so" in said.stderr
    text = " ".join(path.read_text("utf-8") for path in out.iterdir()).casefold()
    assert "ilka brandt" in text
    assert not [name for name in ("petra", "holm", "asanov", "assanov", "temir") if name in text]
    said = rashomon(*words, "--redact", "Nobody Such")
    assert said.returncode == 2
    assert "no voice or entity of the case has that name" in said.stderr
