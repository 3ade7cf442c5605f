"""Tables for spreadsheets: a row for each place where an answer is held, with room for an editor's word on it."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from rashomon.export.cells import cell
from rashomon.export.material import Material
from rashomon.export.whole import whole_file

HEAD = (
    "point", "question", "type", "relation", "subtype", "position", "independent_low", "independent_high",
    "voice", "document", "outlet", "date", "quote", "start", "end", "statement", "judged",
    "position_id", "fact", "doc",
)  # fmt: skip
REVIEW = ("review", "review_of", "review_with", "review_note", "reviewer", "reviewed_at")  # `rashomon import-review` reads them


def write_csv(material: Material, out: Path) -> None:
    """Writes one file, a row for each mention of each position of each point, sharpest point first (UTF-8 with BOM)."""
    with whole_file(out) as path:
        path.write_bytes(csv_bytes(material))


def csv_bytes(material: Material) -> bytes:
    """The file's bytes."""
    file = StringIO(newline="")
    sheet = csv.writer(file)
    sheet.writerow((*HEAD, *REVIEW))
    sheet.writerows([*map(cell, row), *("" for _ in REVIEW)] for row in answers(material))
    return file.getvalue().encode("utf-8-sig", "replace")


def answers(material: Material) -> Iterator[tuple[Any, ...]]:
    """The rows, as HEAD names their cells."""
    said = {row["id"]: _said(row) for row in material.rows["judgements"]}
    judged = {row["id"]: "; ".join(said[key] for key in row.get("judgements", ())) for row in material.rows["points"]}
    for claim in material.claims:
        point, standing, document, span = claim.point, claim.standing, claim.document, claim.fact.span
        yield (
            point.id, point.question, point.kind, point.relation, point.subtype,
            claim.position.value, standing.independent_low, standing.independent_high,
            claim.voice.name, document.name, document.outlet, document.published_at,
            claim.quote, span.start, span.end, claim.statement.id, judged[point.id],
            claim.position.id, claim.fact.id, document.id,
        )  # fmt: skip


def _said(judgement: dict[str, Any]) -> str:
    """A person's word on a point in short: "no-conflict (Ann, 2031-05-02)", and whether it was taken back."""
    taken_back = ", taken back" if "retracted_at" in judgement else ""
    return f"{judgement['relation']} ({judgement['user']}, {judgement['at'][:10]}{taken_back})"
