"""Imports point down, and every table has one writer."""

from collections import Counter

from importlinter.cli import lint_imports

from rashomon.model.rows import TABLES
from rashomon.pipeline.stages import STAGES

BY_THE_CONDUCTOR = {"captures", "failures", "runs"}
BY_PEOPLE = {"judgements"}


def test_imports_point_down():
    assert lint_imports(config_filename="pyproject.toml") == 0


def test_every_table_is_written_by_one_stage():
    writers = Counter(table for stage in STAGES for table in stage.writes)
    assert set(writers.values()) == {1}
    assert set(writers) | BY_THE_CONDUCTOR | BY_PEOPLE == set(TABLES)


def test_every_table_is_read_only_after_it_is_written():
    known = {"originals"} | BY_PEOPLE
    for stage in STAGES:
        assert set(stage.reads) <= known, f"{stage.name} reads {set(stage.reads) - known} before it is written"
        known |= set(stage.writes)
