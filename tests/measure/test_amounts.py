"""The measure joins hand labels with what is found, one to one."""

import json
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import UsageError
from rashomon.measure.amounts import score

TEXT = "The blast killed at least 58 people. Police seized two cars near the old mill."
DEAD = {"start": 17, "end": 28, "low": 58, "high": None, "bound": "at least", "counted": ["dead"]}
CARS = {"start": 51, "end": 54, "low": 2, "high": 2, "bound": "exact", "counted": ["car"]}
WHOLE = {"passage": [0, len(TEXT)]}


def figures(folder: Path, *labels: dict[str, Any]) -> dict[str, Any]:
    groups = folder / "accounts" / "groups"
    groups.mkdir(parents=True)
    (groups / "few.json").write_text(json.dumps({"documents": [{"id": "a", "text": TEXT}]}), "utf-8")
    path = folder / "labels.jsonl"
    path.write_text("".join(json.dumps({"doc": "a", **label}) + "\n" for label in labels), "utf-8")
    return score(folder, path)


def test_what_is_labelled_as_found_counts_in_full(tmp_path: Path) -> None:
    found = figures(tmp_path, WHOLE, DEAD, CARS)
    assert [found[key]["F1"] for key in ("span", "value", "amount")] == [1.0, 1.0, 1.0]
    assert found["wrong"] == []


def test_another_bound_costs_the_value_and_another_noun_only_the_amount(tmp_path: Path) -> None:
    found = figures(tmp_path, WHOLE, {**DEAD, "bound": "more than"}, {**CARS, "counted": ["lorry"]})
    assert [found[key]["F1"] for key in ("span", "value", "amount")] == [1.0, 0.5, 0.0]
    assert found["wrong"] == ["a 17: at least (58.0, None), not more than (58, None)", "a 51: car, not lorry"]


def test_what_is_not_labelled_in_a_passage_is_too_much_and_outside_it_nothing(tmp_path: Path) -> None:
    found = figures(tmp_path, {"passage": [0, 36]}, DEAD, {**WHOLE, "fresh": True}, {**CARS, "fresh": True})
    assert found["span"]["P"] == 1.0
    assert (found["fresh"]["span"]["P"], found["fresh"]["span"]["R"]) == (0.5, 1.0)
    assert found["fresh"]["wrong"] == ["a 17: too much"]


def test_missing_labels_and_texts_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl"):
        score(tmp_path, tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="no text under"):
        score(tmp_path, Path(__file__).parents[2] / "eval" / "amounts.jsonl")
