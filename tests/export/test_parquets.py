"""Every table as Parquet holds the very rows of the JSONL export."""

import json
from hashlib import sha256

import pyarrow.parquet as pq
import pytest
from tests.cases import HOSTILE, case_of, told
from tests.export.writing import kept, material, write

from rashomon.export.parquets import SHAPES
from rashomon.model.rows import TABLES


def filled(row):
    """A row of Parquet without what is not there."""
    if isinstance(row, dict):
        return {key: filled(value) for key, value in row.items() if value is not None}
    return [filled(each) for each in row] if isinstance(row, list) else row


@pytest.mark.parametrize("table", [name for name in SHAPES if name not in ("answers", "copies")])
def test_the_rows_are_those_of_the_contract(tmp_path, table):
    case = kept(told(HOSTILE), tmp_path / "case")
    rows = pq.read_table(write("parquet", case, tmp_path / "out") / f"{table}.parquet").to_pylist()
    assert list(map(filled, rows)) == list(map(filled, json.loads(json.dumps(material(case).rows[table]))))


def test_every_table_is_there_and_the_manifest_has_its_hash(tmp_path):
    out = write("parquet", case_of(told(), tmp_path / "case"), tmp_path / "out")
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert set(manifest["files"]) == {f"{name}.parquet" for name in SHAPES}
    for name, digest in manifest["files"].items():
        assert sha256((out / name).read_bytes()).hexdigest() == digest
    (copy,) = pq.read_table(out / "copies.parquet").to_pylist()
    assert len(copy["direction"]) == 2
    assert pq.read_table(out / "answers.parquet").num_rows == 6


def test_an_empty_case_gives_tables_with_columns(tmp_path):
    out = write("parquet", case_of({name: [] for name in TABLES}, tmp_path / "case"), tmp_path / "out")
    for name, shape in SHAPES.items():
        table = pq.read_table(out / f"{name}.parquet")
        assert (table.num_rows, table.column_names) == (0, list(shape))
