"""Pairs of names, the same or not, against the resolver's own features and threshold."""

import csv
from pathlib import Path

from rashomon.model import EntityKind
from rashomon.resolve.features import SAME, compare
from rashomon.resolve.spelling import Spelling

KINDS: dict[str, EntityKind] = {"Person": "person"}  # every other schema is an organisation, a vessel included


def score(data: Path) -> dict[str, float]:
    """`precision`, `recall`, `f1` at the resolver's own `threshold`, and the best F1 that another threshold would give.

    The CSV has `schema`, `name1`, `name2` and `is_match` ("true" or "false").
    """
    with data.open(encoding="utf-8", newline="") as file:
        pairs = [(_likeness(row), row["is_match"].strip().lower() == "true") for row in csv.DictReader(file)]
    precision, recall, f1 = _figures(pairs, SAME)
    best = max(sorted({likeness for likeness, _ in pairs}), key=lambda threshold: _figures(pairs, threshold)[2])
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "threshold": SAME,
        "best_f1": _figures(pairs, best)[2],
        "best_threshold": round(best, 4),
    }


def _likeness(row: dict[str, str]) -> float:
    kind = KINDS.get(row["schema"], "org")
    return compare(Spelling.alone(row["name1"], kind), Spelling.alone(row["name2"], kind)).score


def _figures(pairs: list[tuple[float, bool]], threshold: float) -> tuple[float, float, float]:
    hits = sum(likeness >= threshold and same for likeness, same in pairs)
    precision = hits / max(1, sum(likeness >= threshold for likeness, _ in pairs))
    recall = hits / max(1, sum(same for _, same in pairs))
    return round(precision, 4), round(recall, 4), round(2 * precision * recall / max(1e-9, precision + recall), 4)
