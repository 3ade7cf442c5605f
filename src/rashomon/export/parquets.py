"""Every table of the case as a Parquet file, for DuckDB, pandas, R and whatever else reads columns."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from rashomon.export.jsonl import manifest_of
from rashomon.export.material import Material
from rashomon.export.sheets import HEAD, answers
from rashomon.export.whole import MANIFEST, whole_folder
from rashomon.views.exported import ROWS

GROUP = 50_000  # rows that are laid together: what is read of a file at once, and what is held while it is written
Shape = dict[str, Any]
PLACE: Shape = {
    "geonames": int, "name": str, "lat": float, "lon": float, "country": str, "region": str, "precision": str,
}  # fmt: skip
AT: Shape = {"doc": str, "start": int, "end": int}
REASONS = [{"feature": str, "score": float, "left": [int], "right": [int]}]
SHAPES: dict[str, Shape] = {  # the keys of the JSONL export; a list of one kind is [kind], an object a mapping
    "documents": dict.fromkeys(("id", "name", "text", "title", "outlet", "author", "date", "lang", "sha256", "uri"), str),
    "statements": {
        "doc": str, "id": str, "voice": {"name": str, "kind": str, "entity": str}, "source": [[int]], "cue": [[int]],
        "content": [[int]], "mode": str, "denied": bool, "hedged": bool, "nested_in": str, "score": float,
    },
    "mentions": {"doc": str, "id": str, "start": int, "end": int, "kind": str, "norm": str},
    "facts": {
        "doc": str, "id": str, "statement": str, "kind": str, "about": str, "value": str, "low": float, "high": float,
        "unit": str, "scope": str, "part_of": float, "rising": bool, "polarity": str, "when": str, "where": str,
        "start": int, "end": int,
    },
    "entities": {"id": str, "kind": str, "name": str, "aliases": [str], "place": PLACE, "members": [str]},
    "events": {"id": str, "parent": str, "when": str, "where": str, "kind": str, "name": str, "members": [str]},
    "points": {
        "id": str, "question": str, "type": str, "relation": str, "subtype": str,
        "positions": [{
            "value": str, "independent": [int], "first_at": str,
            "mentions": [{**AT, "quote": str, "voice": str, "statement": str}],
        }],
        "reasons": REASONS, "judgements": [str],
    },
    "copies": {
        "id": str, "docs": [str], "kind": str, "origin": str, "direction": [str], "evidence": [AT], "reasons": REASONS,
        "score": float,
    },
    "judgements": dict.fromkeys(("id", "left", "right", "relation", "user", "at", "text", "retracted_at", "retracted_by"), str),
    "failures": dict.fromkeys(("stage", "item", "error", "message"), str),
    "answers": {**dict.fromkeys(HEAD, str), "independent_low": int, "independent_high": int, "start": int, "end": int},
}  # fmt: skip


def write_parquet(material: Material, out: Path) -> None:
    """Writes a folder: a file for each table of the JSONL export, `answers.parquet` with the CSV's rows, and a manifest."""
    with whole_folder(out) as folder:
        hashes = {}
        for name, rows in _tables(material):
            data = _file(name, rows)
            (folder / f"{name}.parquet").write_bytes(data)
            hashes[f"{name}.parquet"] = sha256(data).hexdigest()
        manifest = manifest_of(material, "rashomon parquet 1", hashes)
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _tables(material: Material) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Table by table, its rows; what the JSON leaves open (the direction of a copy) in one form."""
    for table in ROWS:
        rows = material.made(table)
        yield table, ({**row, "direction": _listed(row["direction"])} for row in rows) if table == "copies" else rows
    yield "answers", (dict(zip(HEAD, row, strict=True)) for row in answers(material))


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _file(name: str, rows: Iterable[dict[str, Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = pa.schema([(key, _kind(shape)) for key, shape in SHAPES[name].items()])
    file, rows = BytesIO(), iter(rows)
    with pq.ParquetWriter(file, fields, compression="zstd") as writer:
        while some := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_pylist(some, schema=fields))
    return file.getvalue()


def _kind(shape: Any) -> Any:
    import pyarrow as pa

    if isinstance(shape, list):
        return pa.list_(_kind(shape[0]))
    if isinstance(shape, dict):
        return pa.struct([(key, _kind(inner)) for key, inner in shape.items()])
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[shape]
