"""The measure counts what was labelled against what the extract room says of the same spans."""

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import UsageError
from rashomon.measure.stance import score

TEXT = "The mayor denied that the bridge was closed. It may have rained. The river rose by noon."
DENIAL = {"source": [[0, 9]], "cue": [[10, 16]], "content": [[17, 43]], "mode": "reported", "denied": True, "hedged": False}
RAIN = {"source": [], "cue": [], "content": [[45, 64]], "mode": "asserted", "denied": False, "hedged": True}
RIVER = {"source": [], "cue": [], "content": [[65, 88]], "mode": "asserted", "denied": False, "hedged": False}


def figures(folder: Path, *labels: dict[str, Any]) -> dict[str, Any]:
    (folder / "attribution").mkdir()
    (folder / "attribution" / "few.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", "utf-8")
    path = folder / "labels.jsonl"
    path.write_text("".join(json.dumps({"set": "few", "doc": "a", **label}) + "\n" for label in labels), "utf-8")
    return score(folder, path)


def test_what_is_labelled_as_found_counts_in_full(tmp_path: Path) -> None:
    found = figures(tmp_path, DENIAL, RAIN, RIVER)
    assert [found[flag]["F1"] for flag in ("denied", "hedged")] == [1.0, 1.0]
    assert found["mode"]["reported"]["F1"] == 1.0
    assert found["own voice found"] == 1.0
    assert found["wrong"] == []


def test_a_label_that_is_not_met_costs_and_is_named(tmp_path: Path) -> None:
    found = figures(tmp_path, DENIAL, {**RIVER, "denied": True})
    assert (found["denied"]["P"], found["denied"]["R"]) == (1.0, 0.5)
    assert found["wrong"] == ["a 65: denied False, not True"]


def test_fresh_labels_are_counted_apart(tmp_path: Path) -> None:
    found = figures(tmp_path, DENIAL, RAIN, {**RIVER, "hedged": True, "fresh": True})
    assert found["hedged"]["R"] == 1.0
    assert found["fresh"]["hedged"]["R"] == 0.0


def test_missing_labels_and_texts_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl"):
        score(tmp_path, tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="no text under"):
        score(tmp_path, Path(__file__).parents[2] / "eval" / "stance.jsonl")
