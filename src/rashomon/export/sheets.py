"""Tables for spreadsheets."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.export.whole import whole_file
from rashomon.views.case import load
from rashomon.views.exported import exported

HEAD = (
    "point", "question", "type", "relation", "subtype", "position", "independent_low", "independent_high",
    "voice", "document", "outlet", "date", "quote", "start", "end", "statement", "judged",
)  # fmt: skip


def write_csv(case: Path, out: Path) -> None:
    """Writes one file, a row for each mention of each position of each point, sharpest point first (UTF-8 with BOM)."""
    with whole_file(out) as path, path.open("w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(HEAD)
        sheet.writerows([map(_cell, row) for row in _rows(exported(load(case)))])


def _rows(tables: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[Any, ...]]:
    documents = {row["id"]: row for row in tables["documents"]}
    said = {row["id"]: _said(row) for row in tables["judgements"]}
    for point in tables["points"]:
        head = (point["id"], point["question"], point["type"], point["relation"], point["subtype"])
        judged = "; ".join(said[key] for key in point.get("judgements", ()))
        for position in point["positions"]:
            for mention in position["mentions"]:
                document = documents[mention["doc"]]
                yield (
                    *head, position["value"], *position["independent"],
                    mention["voice"], document["name"], document["outlet"], document["date"],
                    mention["quote"], mention["start"], mention["end"], mention["statement"],
                    judged,
                )  # fmt: skip


def _said(judgement: dict[str, Any]) -> str:
    """A person's word on a point in short: "no-conflict (Ann, 2031-05-02)", and whether it was taken back."""
    taken_back = ", taken back" if "retracted_at" in judgement else ""
    return f"{judgement['relation']} ({judgement['user']}, {judgement['at'][:10]}{taken_back})"


def _cell(value: Any) -> Any:
    """The value, with an apostrophe before captured text that a spreadsheet would run as a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
