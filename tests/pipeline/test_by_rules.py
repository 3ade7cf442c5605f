"""A case read by rules alone says so and stays so, until it is read anew with the nets."""

import pytest
from tests.pipeline.conftest import holdings
from tests.weights import BROKEN, broken

from rashomon.errors import WeightsError
from rashomon.pipeline import conduct, settings
from rashomon.pipeline.conduct import judge, read_into
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stages import STAGES, STAGES_BY_RULES
from rashomon.store.case import Case

ALONE = Settings(workers=0)
LATER = ("extract", "resolve", "link", "weigh")


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "source.txt"
    path.write_text("The mayor said two people had died. A union leader denied that the fire was an accident.\n")
    return path


def put(case, source, stages):
    return read_into(Case.open(case.path), [str(source)], stages=stages, settings=ALONE)


def keys(case):
    return {stage.name: [part.key for part in case.parts.done(stage.name)] for stage in STAGES}


def versions(case):
    return {run.stage: run.version for run in Case.open(case.path).records("runs")}


def first_voices(case):
    return [voice.id for voice in Case.open(case.path).records("voices")[:2]]


def test_the_run_and_the_summary_say_so(case, source):
    assert put(case, source, STAGES_BY_RULES).by_rules
    extract = next(stage for stage in STAGES if stage.name == "extract")
    assert versions(case) == {stage.name: str(stage.version) for stage in STAGES} | {
        "extract": f"{extract.version}, by rules alone"
    }
    assert "net" not in {statement.by for statement in Case.open(case.path).records("statements")}


def test_with_the_nets_there_is_nothing_to_say(case, source):
    assert not put(case, source, STAGES).by_rules
    assert versions(case) == {stage.name: str(stage.version) for stage in STAGES}
    assert "net" in {statement.by for statement in Case.open(case.path).records("statements")}


def test_with_or_without_nets_is_made_anew_from_extract_on_and_the_other_way_back(case, source):
    put(case, source, STAGES)
    with_nets, held = keys(case), holdings(case.path)
    put(case, source, STAGES_BY_RULES)
    by_rules = keys(case)
    assert by_rules["read"] == with_nets["read"]
    assert all(set(by_rules[stage]).isdisjoint(with_nets[stage]) for stage in LATER)
    put(case, source, STAGES_BY_RULES)
    assert keys(case) == by_rules
    put(case, source, STAGES)
    assert keys(case) == with_nets
    assert holdings(case.path) == held


@pytest.mark.parametrize("stages", [STAGES, STAGES_BY_RULES], ids=["nets", "rules"])
def test_a_persons_word_changes_nothing_of_how_the_case_was_read(case, source, stages):
    put(case, source, stages)
    before = keys(case), versions(case)
    left, right = first_voices(case)
    judge(Case.open(case.path), left, "different", right, user="ann")
    after = keys(case), versions(case)
    assert after[1] == before[1]
    assert [stage for stage in before[0] if before[0][stage] != after[0][stage]] == ["resolve", "happen", "link", "weigh"]


def test_a_persons_word_keeps_to_the_rules_even_where_another_parser_makes_everything_anew(case, source, monkeypatch):
    put(case, source, STAGES_BY_RULES)
    before = keys(case)
    left, right = first_voices(case)
    monkeypatch.setattr(settings, "version", lambda _package: "99")
    settings._sha_of_weights.cache_clear()
    judge(Case.open(case.path), left, "different", right, user="ann")
    settings._sha_of_weights.cache_clear()
    assert keys(case)["extract"] != before["extract"]
    assert versions(case)["extract"].endswith("by rules alone")


@pytest.mark.parametrize("how", BROKEN)
def test_weights_that_are_not_those_released_stop_a_run_before_it_begins(case, source, tmp_path, monkeypatch, how):
    put(case, source, STAGES)
    before = sorted(one for one in case.path.rglob("*")), keys(case), holdings(case.path)
    other = tmp_path / "other.txt"
    other.write_text("The mayor said that nobody had died.\n")
    (tmp_path / "weights").mkdir()
    with broken(how, tmp_path / "weights", monkeypatch) as path, pytest.raises(WeightsError) as told:
        put(case, other, STAGES)
    assert str(told.value).startswith(f"{path}: the attribution weights {BROKEN[how]}")
    assert "--no-models" in str(told.value)
    assert (sorted(one for one in case.path.rglob("*")), keys(case), holdings(case.path)) == before


@pytest.mark.parametrize("how", BROKEN)
def test_by_rules_alone_no_weights_are_needed(case, source, tmp_path, monkeypatch, how):
    (tmp_path / "weights").mkdir()
    with broken(how, tmp_path / "weights", monkeypatch):
        assert put(case, source, STAGES_BY_RULES).failures == ()


def test_weights_that_go_while_a_run_is_on_are_no_failure_of_its_documents(case, source, tmp_path, monkeypatch):
    monkeypatch.setattr(conduct, "check_nets", lambda _stages: None)
    (tmp_path / "weights").mkdir()
    with broken("missing", tmp_path / "weights", monkeypatch), pytest.raises(WeightsError, match="cannot be read"):
        put(case, source, STAGES)
    assert case.parts.done("extract") == []
    assert put(case, source, STAGES).failures == ()
