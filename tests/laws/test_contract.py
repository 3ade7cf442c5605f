"""What `export` and `extract` write holds what the contract says, on the bundled accounts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.demo import accounts

RASHOMON = Path(sys.executable).parent / "rashomon"
KEYS = {
    "documents": {"id", "name", "text", "title", "outlet", "author", "date", "lang", "sha256", "uri"},
    "statements": {"doc", "id", "voice", "source", "cue", "content", "mode", "denied", "hedged", "score"},
    "mentions": {"doc", "id", "start", "end", "kind"},
    "facts": {"doc", "id", "statement", "kind", "about", "value", "polarity", "start", "end"},
    "entities": {"id", "kind", "name", "aliases", "members"},
    "events": {"id", "kind", "name", "members"},
    "points": {"id", "question", "type", "relation", "subtype", "positions", "reasons"},
    "copies": {"docs", "kind", "origin", "direction", "evidence"},
    "judgements": set(),
    "failures": set(),
}
KINDS = {"quantity", "time", "place", "actor", "cause", "happened", "manner", "label", "identity", "status", "evaluation"}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("contract") / "case"
    subprocess.run([RASHOMON, "read", *map(str, accounts()), "--case", folder], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def tables(case):
    out = case.parent / "out"
    subprocess.run([RASHOMON, "export", "--case", case, "--format", "jsonl", "-o", out], check=True, capture_output=True)
    return {name: [json.loads(line) for line in (out / f"{name}.jsonl").read_text("utf-8").splitlines()] for name in KEYS}


@pytest.mark.parametrize("table", KEYS)
def test_every_row_has_the_keys_of_the_contract(tables, table):
    assert table in ("judgements", "failures") or tables[table]
    for row in tables[table]:
        assert KEYS[table] <= set(row), KEYS[table] - set(row)


def test_every_span_lies_in_its_text_and_every_id_leads_somewhere(tables):
    texts = {row["id"]: row["text"] for row in tables["documents"]}
    voices = {row["id"]: row for row in tables["statements"]}
    entities = {row["id"] for row in tables["entities"]}
    for row in tables["statements"]:
        for role in ("source", "cue", "content"):
            assert all(0 <= start < end <= len(texts[row["doc"]]) for start, end in row[role])
        assert row["content"]
        assert row["mode"] in ("quoted", "reported", "mixed", "asserted")
        assert row["voice"]["name"]
        assert row["voice"].get("entity") is None or row["voice"]["entity"] in entities
        assert row.get("nested_in") is None or row["nested_in"] in voices
    for row in (*tables["mentions"], *tables["facts"]):
        assert 0 <= row["start"] < row["end"] <= len(texts[row["doc"]])
    for row in tables["facts"]:
        assert row["value"] in texts[row["doc"]][row["start"] : row["end"]]
        assert voices[row["statement"]]["doc"] == row["doc"]
        assert row["kind"] in KINDS


def test_every_point_speaks_in_exact_words(tables):
    texts = {row["id"]: row["text"] for row in tables["documents"]}
    statements = {row["id"]: row for row in tables["statements"]}
    for point in tables["points"]:
        assert point["type"] in KINDS
        assert point["relation"] in ("conflict", "update", "compatible", "agree")
        assert len(point["positions"]) >= (1 if point["relation"] == "agree" else 2)
        for position in point["positions"]:
            low, high = position["independent"]
            assert 1 <= low <= high
            assert position["mentions"]
            assert any(position["value"] in mention["quote"] for mention in position["mentions"])
            for mention in position["mentions"]:
                assert texts[mention["doc"]][mention["start"] : mention["end"]] == mention["quote"]
                assert statements[mention["statement"]]["voice"]["name"] == mention["voice"]


def test_copies_show_their_evidence_on_both_sides(tables):
    texts = {row["id"]: row["text"] for row in tables["documents"]}
    for copy in tables["copies"]:
        assert {piece["doc"] for piece in copy["evidence"]} == set(copy["docs"])
        assert all(0 <= piece["start"] < piece["end"] <= len(texts[piece["doc"]]) for piece in copy["evidence"])


def test_the_manifest_names_every_file_and_its_hash(case, tables):
    from hashlib import sha256

    out = case.parent / "out"
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert {path.name for path in out.iterdir()} == {*manifest["files"], "manifest.json"}
    for name, digest in manifest["files"].items():
        assert sha256((out / name).read_bytes()).hexdigest() == digest


def test_extract_writes_one_json_line_per_document(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text(
        '{"id": "a", "text": "At least four people died, the mayor said."}\n{"id": "b", "text": "Nobody was hurt."}\n'
    )
    done = subprocess.run([RASHOMON, "extract", source], check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["name"] for row in rows] == ["a", "b"]
    assert set(rows[0]) == {"id", "name", "text", "title", "outlet", "date", "lang", "statements", "mentions", "facts"}
    assert rows[0]["text"] == "At least four people died, the mayor said."
    said = next(row for row in rows[0]["statements"] if row["mode"] == "reported")
    assert said["voice"]["name"].lower() == "the mayor"
    assert any(fact["kind"] == "quantity" and fact["low"] == 4 and "high" not in fact for fact in rows[0]["facts"])


def test_the_spreadsheet_runs_no_captured_formula(tmp_path):
    from rashomon.export.cells import cell

    assert cell('=HYPERLINK("http://x")') == '\'=HYPERLINK("http://x")'
    assert cell(-3) == -3
    assert cell("four") == "four"
