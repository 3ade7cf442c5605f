"""The measure agrees with its definition, and with itself on what it made."""

import json
from pathlib import Path

import pytest
from tests.weights import broken

from rashomon.errors import UsageError
from rashomon.measure import measure
from rashomon.measure.attribution import score
from rashomon.measure.pairing import paired

TEXT = "The mayor said the bridge was closed. It rained."


def annotated(path: Path, *attributions: dict[str, list[list[int]]]) -> Path:
    path.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": attributions}) + "\n", "utf-8")
    return path


def test_what_is_found_as_annotated_counts_in_full(tmp_path: Path) -> None:
    gold = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]}
    figures = score(annotated(tmp_path / "gold.jsonl", gold))
    assert {name: row["F1"] for name, row in figures.items()} == dict.fromkeys(figures, 1.0)


def test_an_annotation_that_is_not_found_costs_recall_only(tmp_path: Path) -> None:
    gold = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]}
    other = {"source": [], "cue": [], "content": [[38, 48]]}
    figures = score(annotated(tmp_path / "gold.jsonl", gold, other))["relation/content"]
    assert (figures["P"], figures["R"], figures["gold"]) == (1.0, 0.5, 2)


def test_the_rules_alone_can_be_measured_and_run_no_net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 36]]}
    data = annotated(tmp_path / "gold.jsonl", gold)
    with broken("missing", tmp_path, monkeypatch):
        assert measure("attribution", data, nets=False)["relation/content"]["F1"] == 1.0
    with pytest.raises(UsageError, match="times is not measured by rules alone; only attribution"):
        measure("times", data, nets=False)


def test_a_file_without_annotations_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_text('{"id": "a"}\n')
    with pytest.raises(UsageError, match=r"none\.jsonl"):
        score(path)


def test_what_is_paired_before_makes_room_and_stays_paired() -> None:
    assert paired([{"b"}, {"a", "b"}], {"b": 1}) == {"a": 1, "b": 0}


def test_pairing_is_as_large_as_can_be() -> None:
    assert paired([["x", "y"], ["x"]]) == {"y": 0, "x": 1}
    assert paired([["x"], ["x"]]) == {"x": 0}
    assert paired([]) == {}


def test_the_measure_is_the_shared_scorers(shared: Path, tmp_path: Path) -> None:
    """On a few annotated articles the figures are those of the script beside the data."""
    import subprocess
    import sys

    from rashomon.measure import attribution
    from rashomon.measure.texts import documents_in

    lines = (shared / "data/attribution/polnear-dev.jsonl").read_text("utf-8").splitlines()[:4]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(lines) + "\n", "utf-8")
    found = tmp_path / "found.jsonl"
    documents = list(documents_in(str(gold), gold.read_bytes()))
    rows = [{"id": one.name, "text": one.text, "attributions": attribution._attributions(one)} for one in documents]
    found.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    script = shared / "tools" / "score_attribution.py"
    said = subprocess.run([sys.executable, script, gold, found, "--json"], capture_output=True, text=True, check=True)
    for name, figures in json.loads(said.stdout).items():
        assert figures == pytest.approx(score(gold)[name])
