"""A rerun changes nothing and costs nothing; a new file costs itself; what fails stops nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.conftest import holdings, on_disk
from tests.pipeline.flow import CALLS, FLOW, SHARED_OUT, SMALL

from rashomon.errors import CaseError, NothingRead, UsageError
from rashomon.pipeline.conduct import judge, read_into
from rashomon.store.case import Case


def put(case, *paths, settings=SMALL, stages=FLOW):
    CALLS.clear()
    return read_into(case, [str(path) for path in paths], stages=stages, settings=settings)


def test_the_summary_says_what_came_of_the_paths(case, files):
    summary = put(case, files)
    assert (summary.documents, summary.new, summary.in_case) == (8, 8, 8)
    assert summary.statements == 24
    assert summary.points == {"conflict": 0, "update": 0, "compatible": 0, "agree": 1}
    assert summary.failures == ()


def test_a_rerun_writes_nothing_and_runs_nothing(case, files):
    put(case, files)
    before = on_disk(case.path)
    summary = put(Case.open(case.path), files)
    assert on_disk(case.path) == before
    assert CALLS == []
    assert (summary.documents, summary.new) == (8, 0)


def test_a_new_file_costs_itself_and_keeps_all_else(case, files, tmp_path):
    put(case, files)
    before = holdings(case.path)
    (tmp_path / "five.txt").write_text("five: An afterthought")
    summary = put(Case.open(case.path), files, tmp_path / "five.txt")
    assert CALLS == ["read five.txt", "extract five", "resolve", "weigh"]
    assert (summary.documents, summary.new) == (9, 1)
    after = holdings(case.path)
    for table in ("documents", "voices", "statements", "captures"):
        assert [one for one in after[table] if one in before[table]] == before[table]


def test_what_was_read_before_stays_when_other_paths_are_given(case, files):
    put(case, files / "one.txt")
    summary = put(Case.open(case.path), files / "two.txt")
    assert (summary.documents, summary.in_case) == (2, 4)


def test_the_tables_do_not_depend_on_how_the_work_was_cut(case, files, tmp_path):
    put(case, files)
    shared_out = Case.create(tmp_path / "shared out")
    put(shared_out, files, settings=SHARED_OUT)
    one_by_one = Case.create(tmp_path / "one by one")
    for path in sorted(files.iterdir()):
        put(one_by_one, path)
    assert holdings(case.path) == holdings(shared_out.path) == holdings(one_by_one.path)


def test_another_version_of_a_stage_does_its_work_anew_and_that_alone(case, files):
    put(case, files)
    parts = {part.key for part in case.parts.done("extract")}
    newer = (FLOW[0], replace(FLOW[1], version=2), *FLOW[2:])
    put(Case.open(case.path), files, stages=newer)
    assert sorted(CALLS) == sorted([*(f"extract {name}" for name in names(files)), "resolve", "weigh"])
    assert parts.isdisjoint(part.key for part in case.parts.done("extract"))


def names(files):
    return [name for path in files.iterdir() for name in (path.stem, f"{path.stem}-again")]


def test_a_document_in_two_captures_counts_once_for_the_first(case, files):
    (files / "zero.txt").write_text((files / "one.txt").read_text() + "zero: And more\n")
    summary = put(case, files)
    assert (summary.documents, summary.in_case) == (9, 9)
    case = Case.open(case.path)
    (first,) = [capture for capture in case.records("captures") if capture.uri.endswith("one.txt")]
    assert {one.capture_id for one in case.records("documents") if one.name.startswith("one")} == {first.id}


def test_an_item_on_which_a_stage_breaks_is_a_failure_and_costs_no_other(case, files):
    (files / "five.txt").write_text("five: BREAK\n")
    (files / "six.txt").write_text("six: Fine\nno colon here\n")
    summary = put(case, files)
    assert summary.documents == 9
    assert {(one.item_id.rsplit("/", 1)[1], one.error) for one in summary.failures} == {
        ("five.txt", "ValueError"),
        ("six.txt:line 2", "NoColon"),
    }
    assert put(Case.open(case.path), files).failures == summary.failures
    assert put(Case.open(case.path), files / "one.txt").failures == ()


def test_a_document_that_kills_its_process_is_a_failure_and_is_tried_again(case, files, tmp_path):
    trap = tmp_path / "trap"
    trap.touch()
    (files / "five.txt").write_text(f"five: DIE {trap}\nfive-again: Alive\n")
    summary = put(case, files, settings=SHARED_OUT)
    (failure,) = summary.failures
    assert failure.error == "WorkerDied"
    assert "SIGKILL" in failure.message
    assert {voice.name for voice in Case.open(case.path).records("voices")} == {*names(files)} - {"five"}
    shelf = (case.path / "shelf.sqlite").read_bytes()
    assert put(Case.open(case.path), files, settings=SHARED_OUT).failures == summary.failures
    assert (case.path / "shelf.sqlite").read_bytes() == shelf

    trap.unlink()
    assert put(Case.open(case.path), files, settings=SHARED_OUT).failures == ()
    assert {voice.name for voice in Case.open(case.path).records("voices")} == {*names(files)}
    put(fresh := Case.create(tmp_path / "fresh"), files)
    assert holdings(fresh.path) == holdings(case.path)


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="needs Linux, which lets a process have so much memory and no more"
)
def test_a_document_for_which_memory_does_not_suffice_is_a_failure_that_says_so_and_costs_no_other(case, files, tmp_path):
    trap = tmp_path / "trap"
    trap.touch()
    (files / "five.txt").write_text(f"five: HUNGER {trap}\nfive-again: Content\n")
    summary = put(case, files, settings=SHARED_OUT)
    (failure,) = summary.failures
    assert failure.error == "MemoryError"
    assert failure.message.startswith("memory ran out. Close what else holds memory and run the same command again")
    (document,) = [one for one in case.records("documents") if one.name == "five"]
    assert failure.item_id == document.id
    assert {voice.name for voice in Case.open(case.path).records("voices")} == {*names(files)} - {"five"}


@pytest.mark.parametrize(("settings", "seconds"), [(SMALL, 5), (SHARED_OUT, 5)], ids=["here", "shared out"])
def test_a_document_that_takes_too_long_is_a_failure_that_names_it_and_costs_no_other(case, files, tmp_path, settings, seconds):
    (tmp_path / "endless").touch()
    (files / "five.txt").write_text(f"five: SLEEP {tmp_path / 'endless'}\nfive-again: Quick\n")
    summary = put(case, files, settings=replace(settings, seconds=seconds))
    (failure,) = summary.failures
    assert failure.error == "TookTooLong"
    assert "five.txt" in failure.message
    assert f"not done after {seconds} seconds" in failure.message
    assert {voice.name for voice in Case.open(case.path).records("voices")} == {*names(files)} - {"five"}

    (tmp_path / "endless").unlink()
    assert put(Case.open(case.path), files, settings=settings).failures == ()
    assert "five" in {voice.name for voice in Case.open(case.path).records("voices")}


def test_what_killed_the_run_before_does_not_kill_this_one(case, files, tmp_path):
    (tmp_path / "trap").touch()
    (files / "five.txt").write_text(f"five: DIE {tmp_path / 'trap'}\n")
    case.drafts.mkdir()  # what a killed run leaves behind
    summary = put(case, files)  # so little that it would be done in this very process
    assert [one.error for one in summary.failures] == ["WorkerDied"]
    assert summary.documents == 9


def test_a_whole_stage_that_breaks_is_a_failure_and_is_tried_again(case, files):
    (files / "five.txt").write_text("five: SOUR\n")
    summary = put(case, files)
    assert [(one.stage, one.item_id, one.error) for one in summary.failures] == [("weigh", "", "ArithmeticError")]
    assert "the scales are broken" in summary.failures[0].message
    put(Case.open(case.path), files)
    assert CALLS == ["weigh"]


def test_a_file_that_is_not_there_is_on_record_until_it_is(case, files):
    missing = files / "missing.txt"
    summary = put(case, files, missing)
    assert [one.item_id for one in summary.failures] == [str(missing)]
    put(Case.open(case.path), files / "one.txt")
    assert [one.item_id for one in Case.open(case.path).records("failures")] == [str(missing)]
    missing.write_text("missing: Found at last")
    assert put(Case.open(case.path), files, missing).failures == ()
    assert Case.open(case.path).records("failures") == []


def test_nothing_read_is_said_and_stays_on_record(case, tmp_path):
    with pytest.raises(NothingRead, match=r"gone\.txt: there is no such file"):
        put(case, tmp_path / "gone.txt")
    assert len(Case.open(case.path).records("failures")) == 1
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingRead, match="there is no file in"):
        put(Case.open(case.path), tmp_path / "empty")


def test_a_case_inside_the_folder_that_is_read_is_not_read(files):
    case = Case.create(files / "case")
    put(case, files)
    before = on_disk(case.path)
    assert put(Case.open(case.path), files).documents == 8
    assert on_disk(case.path) == before


def test_only_one_may_write(case, files):
    with case.lock(), pytest.raises(CaseError, match="another rashomon is writing"):
        put(Case.open(case.path), files)
    assert put(case, files).documents == 8


def test_a_damaged_shelf_is_made_anew(case, files):
    put(case, files)
    before = holdings(case.path)
    (case.path / "shelf.sqlite").write_bytes(b"not a shelf")
    put(Case.open(case.path), files)
    assert holdings(case.path) == before
    assert CALLS == []


def test_a_run_is_told_by_stage(case, files, tmp_path):
    put(case, files)
    (tmp_path / "five.txt").write_text("five: Later")
    put(Case.open(case.path), tmp_path / "five.txt")
    runs = Case.open(case.path).records("runs")
    assert [run.stage for run in runs] == ["read", "read", "extract", "extract", "resolve", "weigh"]
    assert all(run.started <= run.ended for run in runs)


def test_a_persons_word_is_weighed_at_once_and_survives(case, files):
    put(case, files)
    left, right = (voice.id for voice in Case.open(case.path).records("voices")[:2])
    with pytest.raises(UsageError, match="'nobody' is no item"):
        judge(Case.open(case.path), left, "same", "nobody", user="ann", stages=FLOW)
    CALLS.clear()
    judge(Case.open(case.path), left, "same", right, user="ann", stages=FLOW)
    assert [one for one in CALLS if one.startswith("read")] == []
    put(Case.open(case.path), files)
    assert f"{left} same {right}" in {entity.name for entity in Case.open(case.path).records("entities")}

    judge(Case.open(case.path), right, "same", left, user="ann", retract=True, stages=FLOW)
    assert f"{left} same {right}" not in {entity.name for entity in Case.open(case.path).records("entities")}
    (said,) = Case.open(case.path).records("judgements")
    assert said.retracted_at
