"""Stages that need nothing of each other are done at once in a large case, and give what they give one after the other."""

import os
from dataclasses import replace

import pytest
from tests.pipeline.conftest import holdings
from tests.pipeline.flow import CALLS, FLOW, SMALL
from tests.pipeline.test_conduct import put

from rashomon.model import Entity, Failure, Link, Member
from rashomon.pipeline import conduct
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.stage import Stage, side_by_side
from rashomon.pipeline.stages import STAGES
from rashomon.store.case import Case

BESIDE = replace(SMALL, workers=2, beside_from=0)


def copies(tables):
    """One link that names the process which made it."""
    yield Link.of("one", "other", "copies", by=str(os.getpid()), score=1.0, subtype="same-text", reasons=())


def members(tables):
    for voice in tables["voices"]:
        yield Member("ent1-x", voice.id, 1.0, (), str(os.getpid()))
    for one in tables["judgements"]:
        yield Member("ent1-x", one.id, 1.0, (), one.relation)


def breaks(tables):
    raise ArithmeticError("the scales are broken")


COPIES = Stage("copies", 1, "whole", ("documents",), ("copies",), copies)
MEMBERS = Stage("members", 1, "whole", ("voices", "judgements"), ("members",), members, heeds=("voi",))
BROKEN = Stage("members", 1, "whole", ("voices",), ("members",), breaks)


def test_the_real_flow_is_done_in_six_steps():
    assert [[stage.name for stage in group] for group in side_by_side(STAGES)] == [
        ["read"], ["extract"], ["copies", "resolve"], ["happen", "link"], ["weigh"],
    ]  # fmt: skip


def makers(case):
    return {one.by for table in ("copies", "members") for one in case.records(table)}


@pytest.mark.parametrize(
    ("settings", "processes", "here"),
    [(BESIDE, 2, False), (replace(BESIDE, roomy_below=0), 1, False), (replace(BESIDE, workers=1), 1, False), (SMALL, 1, True)],
)
def test_two_stages_of_a_large_case_are_done_by_two_processes_unless_it_is_very_large(case, files, settings, processes, here):
    put(case, files, stages=(*FLOW[:2], COPIES, MEMBERS, *FLOW[2:]), settings=settings)
    made_by = makers(case)
    assert len(made_by) == processes
    assert (str(os.getpid()) in made_by) == here


def test_the_process_that_keeps_a_large_case_holds_none_of_its_records(case, files):
    """Else it would hold them while the next stages run, and while the shelf is made."""
    held = []

    def noted(finished):
        held.append({name for name in finished._tables if name != "judgements"})
        return {}

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(conduct, "_shelve", lambda _case, finished, *_: noted(finished))
        patched.setattr(conduct, "_summary", lambda *_: conduct.Summary(1, 1, 1, 1, {}, (), 0.0, False))
        read_into(case, [str(files)], stages=(*FLOW[:2], COPIES, MEMBERS, *FLOW[2:]), settings=BESIDE)
    assert held == [{"captures"}]


@pytest.mark.parametrize(("roomy_below", "here"), [(10**9, True), (1, False)])
def test_a_page_more_of_a_very_large_case_is_read_by_a_process_that_ends(case, files, roomy_below, here):
    """Else its nets would be held while the whole is compared."""
    put(case, files, stages=FLOW, settings=replace(SMALL, roomy_below=roomy_below))
    assert any(call.startswith("extract") for call in CALLS) == here
    assert len(case.records("documents")) == 8


def test_what_breaks_beside_another_costs_that_nothing(case, files):
    summary = put(case, files, stages=(*FLOW[:2], COPIES, BROKEN, *FLOW[2:]), settings=BESIDE)
    assert [(one.stage, one.error) for one in summary.failures] == [("members", "ArithmeticError")]
    assert len(case.records("copies")) == 1
    assert case.records("failures") == list(summary.failures)
    assert all(isinstance(one, Failure) for one in summary.failures)


def test_people_s_word_reaches_the_process_that_heeds_it(case, files):
    stages = (*FLOW[:2], COPIES, MEMBERS, *FLOW[2:])
    put(case, files, stages=stages, settings=BESIDE)
    one, other = (voice.id for voice in case.records("voices")[:2])
    case.judgements.add(one, "same", other, user="ann")
    case.judgements.add("sta1-x", "wrong-span", "", user="ann")
    put(Case.open(case.path), files, stages=(*FLOW[:2], replace(COPIES, version=2), MEMBERS, *FLOW[2:]), settings=BESIDE)
    heeded = [member.by for member in Case.open(case.path).records("members") if member.item_id.startswith("jud")]
    assert heeded == ["same"]


def test_the_tables_are_the_same_side_by_side_and_one_after_the_other(tmp_path, files):
    found = []
    for name, settings in (("beside", BESIDE), ("after", SMALL)):
        case = Case.create(tmp_path / name)
        put(case, files, stages=(*FLOW[:2], COPIES, MEMBERS, *FLOW[2:]), settings=settings)
        tables = holdings(case.path)
        found.append({**tables, **{name: [replace(one, by="") for one in tables[name]] for name in ("copies", "members")}})
    assert found[0] == found[1]
    assert any(isinstance(one, Entity) for one in found[0]["entities"])
