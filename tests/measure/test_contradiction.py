"""The figures of contradictions, on files made here."""

import json
from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.measure import measure
from rashomon.measure.contradiction import THREE, fold_of, pairs_in

HEAD = "id\ttask\tlabel3\ttext\thypothesis\n"
GROUND = "The council of Varna approved the plan for a new bridge on Monday."
ROWS = [
    ("CONTRADICTION", GROUND, "The council of Varna rejected the plan for a bridge."),
    ("ENTAILMENT", GROUND, "The council of Varna approved the plan for a new bridge."),
    ("UNKNOWN", GROUND, "Bees sleep in winter."),
    ("CONTRADICTION", "Bees sleep in winter.", "The tax on salt rose."),
]
CLAIMS = [
    {"claim_a": GROUND, "claim_b": "The council of Varna rejected the plan for a bridge.", "relation": 1},
    {"claim_a": GROUND, "claim_b": "Bees sleep in winter.", "relation": 0},
    {"claim_a": "Bees sleep in winter.", "claim_b": GROUND, "relation": 1},
]


def rte3(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    path = folder / "pairs.tsv"
    path.write_text(HEAD + "".join(f"{at}\tIE\t{chr(9).join(row)}\n" for at, row in enumerate(rows)), "utf-8")
    return path


def claimdiff(folder: Path, name: str, rows: object) -> Path:
    path = folder / name
    path.write_text(json.dumps({"data": rows, "ver": 1.0}), "utf-8")
    return path


def test_three_labels_are_told_apart(tmp_path: Path) -> None:
    figures = measure("contradiction", rte3(tmp_path, ROWS))
    assert figures["accuracy"] == 0.75
    assert (figures["contradiction_precision"], figures["contradiction_recall"], figures["contradiction_f1"]) == (
        1.0,
        0.5,
        0.6667,
    )
    assert figures["labels"]["contradicts"] == {"labelled": 2, "found": 1}
    assert (figures["form"], figures["pairs"], figures["taught"]) == ("RTE-3", 4, 0)


def test_the_typed_comparison_alone_is_told(tmp_path: Path) -> None:
    rows = [("CONTRADICTION", "A bomb killed 31 people in Varna on Monday.", "A bomb killed 44 people in Varna on Monday.")]
    assert measure("contradiction", rte3(tmp_path, rows))["typed comparison alone"]["contradiction_recall"] == 1.0


def test_what_weakens_stands_for_contradictions(tmp_path: Path) -> None:
    figures = measure("contradiction", claimdiff(tmp_path, "weak.json", CLAIMS))
    assert figures["form"] == "ClaimDiff weaken"
    assert (figures["accuracy"], figures["contradiction_recall"]) == (0.6667, 0.5)


def test_what_strengthens_is_no_contradiction(tmp_path: Path) -> None:
    figures = measure("contradiction", claimdiff(tmp_path, "claimdiff-strength-dev.json", CLAIMS))
    assert figures["form"] == "ClaimDiff strengthen"
    assert figures["labels"]["contradicts"] == {"labelled": 0, "found": 1}
    assert (figures["accuracy"], figures["contradiction_f1"]) == (0.6667, 0.0)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has the columns"),
        ("a,b\n1,2\n", "has the columns a,b"),
        (HEAD, "holds no pair"),
        (HEAD + "1\tIE\tMAYBE\tOne.\tTwo.\n", "line 2: label3 is 'MAYBE'"),
        (HEAD + "1\tIE\tUNKNOWN\tOne.\n", "line 2"),
        ("{not json", "no JSON"),
        ('{"rows": []}', "without a list"),
        ('{"data": [{"claim_a": "One."}]}', "pair 1 has not all of"),
        ('{"data": [{"claim_a": "One.", "claim_b": "Two.", "relation": 2}]}', "pair 1: relation is 2"),
        ('{"data": [{"claim_a": "One.", "claim_b": null, "relation": 1}]}', "pair 1"),
        ('{"data": []}', "holds no pair"),
    ],
)
def test_a_file_of_neither_form_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "pairs"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=told):
        pairs_in(path)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pairs").write_bytes(b"\xff\xfe\x00pairs")
    with pytest.raises(UsageError, match="UTF-8"):
        pairs_in(tmp_path / "pairs")
    with pytest.raises(UsageError, match="folder"):
        pairs_in(tmp_path)


def test_the_pairs_that_taught_the_weights_are_known(shared: Path) -> None:
    form, pairs = pairs_in(shared / "data" / "contradiction" / "rte3_dev_3way_en.tsv")
    assert form == "RTE-3"
    assert [[pair.label for pair in pairs].count(label) for label in THREE.values()] == [409, 91, 300]
    assert len({fold_of(pair.ground) for pair in pairs}) == 10


def test_no_pair_is_judged_by_weights_that_saw_its_text(tmp_path: Path, shared: Path) -> None:
    _, pairs = pairs_in(shared / "data" / "contradiction" / "rte3_dev_3way_en.tsv")
    rows = [("UNKNOWN", pair.ground, pair.claim) for pair in pairs[:3]] + ROWS
    figures = measure("contradiction", rte3(tmp_path, rows))
    assert figures["taught"] == 3
    assert "folds" in figures["held out"]
