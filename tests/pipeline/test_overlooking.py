"""What a stage overlooks is not read: it must make the same without."""

from dataclasses import replace

import pytest

from rashomon.demo import accounts
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.finished import Finished
from rashomon.pipeline.stages import STAGES
from rashomon.store.case import Case
from rashomon.store.parts import KEPT

OVERLOOKING = [stage for stage in STAGES if stage.overlooks]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    case = Case.create(tmp_path_factory.mktemp("demo") / "case")
    read_into(case, [str(path) for path in accounts()])
    held = Finished(case, STAGES)
    for stage in STAGES:
        held.add(stage.name, case.parts.done(stage.name))
    return held


@pytest.mark.parametrize("stage", OVERLOOKING, ids=lambda stage: stage.name)
def test_a_stage_makes_the_same_without_what_it_overlooks(finished, stage):
    with_all = finished.tables(replace(stage, overlooks=()))
    without = finished.tables(stage)
    for name in stage.overlooks:
        table, _, column = name.partition(".")
        assert any(getattr(record, column) for record in with_all[table]), name
        assert not any(getattr(record, column) for record in without[table]), name
    made = list(stage.run({**without, KEPT: []}))
    assert made
    assert made == list(stage.run({**with_all, KEPT: []}))
