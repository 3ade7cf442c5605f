"""Every format of a case with nothing in it, and of one whose captures are hostile."""

import pytest
from tests.cases import HOSTILE, told
from tests.export.writing import astral, kept, write

from rashomon.export import FORMATS
from rashomon.model.rows import TABLES


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_every_case(tmp_path, form):
    for name, tables in (("empty", {table: [] for table in TABLES}), ("hostile", told(f"{HOSTILE}\x01\u202e\ufffe"))):
        out = write(form, kept(tables, tmp_path / name), tmp_path / f"{name}.out")
        assert out.exists()
    assert write(form, astral(tmp_path / "astral"), tmp_path / "astral.out").exists()
    made = [path.name for path in tmp_path.iterdir() if not path.name.startswith(("empty", "hostile", "astral"))]
    assert made == []


def test_the_formats_are_those_of_the_contract():
    assert " ".join(FORMATS) == (
        "jsonl csv xlsx parquet web-annotation ftm schema-claims prov geojson graphml ucdp markdown docx html label-studio "
        "inception bundle"
    )
