"""The export holds what the case holds, is there wholly or not at all, and is valid where there is nothing."""

import json
from hashlib import sha256

import pytest
from tests.cases import HOSTILE, case_of, told
from tests.export.writing import kept, write

from rashomon.errors import CannotWrite, CaseError, UsageError
from rashomon.export import FORMATS
from rashomon.export.jsonl import line
from rashomon.model.rows import TABLES
from rashomon.store.case import Case
from rashomon.store.migrations import FORMAT


def rows(folder):
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").split("\n") if line] for path in folder.glob("*.jsonl")
    }


def test_it_holds_what_the_case_holds_whatever_the_words(tmp_path):
    tables = told(HOSTILE)
    write("jsonl", case_of(tables, tmp_path / "case"), tmp_path / "out")
    exported = rows(tmp_path / "out")
    assert [row["text"] for row in exported["documents"]] == [document.text for document in tables["documents"]]
    for name in ("statements", "facts", "points", "failures", "events", "entities"):
        assert len(exported[name]) == len(tables[name]) > 0


def test_an_empty_case_gives_valid_empty_files(tmp_path):
    write("jsonl", case_of({name: [] for name in TABLES}, tmp_path / "case"), tmp_path / "out")
    assert set(map(len, rows(tmp_path / "out").values())) == {0}
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["settings"]["format"] == FORMAT


def test_the_manifest_says_what_made_it_and_where_custody_stands(tmp_path):
    case = Case.open(case_of(told(), tmp_path / "case"))
    case.captures.keep("a.txt", b"one", media_type=lambda *_: "text/plain", method="file")
    write("jsonl", case.path, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["custody"] == case.captures.head
    assert manifest["versions"]["read"] == "1"
    assert manifest["settings"]["stages"] == {"read": {"settings": "ab", "weights": ""}}
    for name, digest in manifest["files"].items():
        assert sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest


def test_an_older_export_is_replaced_and_other_files_stay(tmp_path):
    case = case_of(told(), tmp_path / "case")
    out = tmp_path / "deep" / "out"
    write("jsonl", case, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    (out / "points.jsonl").write_text("stale")
    (out / "notes.txt").write_text("mine")
    write("jsonl", case, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {**before, "notes.txt": b"mine"}
    assert [path.name for path in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("form", FORMATS)
def test_what_cannot_be_written_leaves_nothing(tmp_path, form):
    case = kept(told(), tmp_path / "case")
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="could not be written"):
        write(form, case, tmp_path / "file" / "out")
    with pytest.raises(CaseError, match="is no case"):
        write(form, tmp_path, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "file"]


def test_a_failure_halfway_leaves_the_older_export(tmp_path, monkeypatch):
    case = case_of(told(), tmp_path / "case")
    write("jsonl", case, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rashomon.export.jsonl.json.dumps", lambda *_args, **_options: full(None))
    with pytest.raises(CannotWrite, match="No space left"):
        write("jsonl", case, tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "out"]


def test_a_folder_or_a_file_where_the_other_is_meant_is_refused(tmp_path):
    case = case_of(told(), tmp_path / "case")
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="this format writes a folder"):
        write("jsonl", case, tmp_path / "file")
    with pytest.raises(UsageError, match="this format writes one file"):
        write("csv", case, tmp_path)


def test_a_line_is_a_line_for_every_reader():
    text = "one\u2028two\u2029three\x85four\nfive"
    assert len(line({"text": text}).splitlines()) == 1
    assert json.loads(line({"text": text})) == {"text": text}
