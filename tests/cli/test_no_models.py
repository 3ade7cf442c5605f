"""`--no-models`: what it does is said wherever its results are; without it, broken weights stop everything at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cases import case_of, told
from tests.weights import BROKEN, broken

from rashomon.cli import main
from rashomon.model import Run
from rashomon.views.records import CAUTION

RASHOMON = Path(sys.executable).parent / "rashomon"
EXTRACT = Run("run1-b", "extract", "2, by rules alone", "ab", "cd", "2026-03-02T08:01:00+00:00", "2026-03-02T08:01:09+00:00")


def rashomon(*words):
    return subprocess.run([RASHOMON, *map(str, words)], capture_output=True, text=True, timeout=120)


def one_line(words):
    return " ".join(words.split())


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source.jsonl"
    path.write_text('{"id": "a", "text": "The mayor said two people had died."}\n')
    return path


def test_read_says_it_and_so_does_every_export(source, tmp_path):
    said = rashomon("read", source, "--case", tmp_path / "case", "--no-models")
    assert (said.returncode, said.stderr) == (0, "")
    assert one_line(said.stdout).endswith(CAUTION)
    rashomon("export", "--case", tmp_path / "case", "--format", "jsonl", "-o", tmp_path / "out")
    versions = json.loads((tmp_path / "out" / "manifest.json").read_text())["versions"]
    assert [stage for stage, version in versions.items() if "by rules alone" in version] == ["extract"]
    again = rashomon("read", source, "--case", tmp_path / "case")
    assert CAUTION not in one_line(again.stdout)


def test_show_says_it_first(tmp_path):
    tables = told()
    plain = rashomon("show", "--case", case_of(tables, tmp_path / "plain")).stdout
    tables["runs"].append(EXTRACT)
    said = rashomon("show", "--case", case_of(tables, tmp_path / "case")).stdout
    assert said.endswith(plain)
    assert one_line(said.removesuffix(plain)) == CAUTION
    assert max(map(len, said.splitlines())) == 80


def test_extract_says_it_beside_its_rows_and_in_each(source):
    said = rashomon("extract", source, "--no-models")
    assert one_line(said.stderr) == CAUTION
    assert [json.loads(line)["by"] for line in said.stdout.splitlines()] == ["rules alone"]


@pytest.fixture
def typed(monkeypatch, capsys):
    """The command as it was typed, in this very process: (exit code, standard output, standard error)."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["rashomon", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code, *capsys.readouterr()

    return run


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("command", ["read", "extract"])
def test_broken_weights_are_two_and_one_clear_message_before_anything_is_done(command, how, source, tmp_path, typed, monkeypatch):
    case = ["--case", tmp_path / "case"] if command == "read" else []
    (tmp_path / "weights").mkdir()
    with broken(how, tmp_path / "weights", monkeypatch) as path:
        code, out, said = typed(command, source, *case)
    assert (code, out) == (2, "")
    assert said.startswith(f"rashomon: {path}: the attribution weights {BROKEN[how]}")
    assert "pip install --force-reinstall rashomon" in said
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize("command", ["read", "extract"])
def test_by_rules_alone_goes_on_without_weights(command, source, tmp_path, typed, monkeypatch):
    case = ["--case", tmp_path / "case"] if command == "read" else []
    (tmp_path / "weights").mkdir()
    with broken("missing", tmp_path / "weights", monkeypatch):
        code, out, said = typed(command, source, *case, "--no-models")
    assert code == 0
    assert CAUTION in one_line(out + said)
