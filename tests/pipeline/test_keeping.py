"""A stage finds again what it kept, and only what it kept by the same version; what is damaged or gone is done without."""

from dataclasses import replace

import pytest
from tests.pipeline.conftest import holdings
from tests.pipeline.flow import FLOW, SMALL
from tests.pipeline.test_conduct import put

from rashomon.model import Entity
from rashomon.pipeline.checking import altered_in_case
from rashomon.pipeline.conduct import judge
from rashomon.pipeline.stage import Stage
from rashomon.pipeline.stages import STAGES
from rashomon.store.case import Case

BESIDE = replace(SMALL, workers=2, beside_from=0)
FOUND: list[list[bytes]] = []  # what each run in this process found kept


def remember(tables):
    """An entity a voice, and every name that was ever there kept."""
    FOUND.append(list(tables["kept"]))
    names = [voice.name for voice in tables["voices"]]
    yield b"|".join(tables["kept"])
    for name in names:
        yield Entity(f"ent1-{name}", "org", name, ())
    yield " ".join(names).encode()


KEEPER = Stage("remember", 1, "whole", ("voices", "judgements"), ("entities",), remember, heeds=("voi",), keeps=True)
KEEPING = (*FLOW[:2], KEEPER)


@pytest.fixture(autouse=True)
def none_found():
    FOUND.clear()


def read(case, *paths, stages=KEEPING, settings=SMALL):
    return put(Case.open(case.path), *paths, stages=stages, settings=settings)


def test_what_was_kept_is_found_at_the_next_run_piece_by_piece(case, files):
    read(case, files / "one.txt")
    read(case, files / "two.txt")
    assert FOUND == [[], [b"", b"one one-again"]]


def test_a_run_with_nothing_new_finds_nothing_for_it_runs_nothing(case, files):
    read(case, files)
    read(case, files)
    assert FOUND == [[]]


def test_a_judgement_finds_it_too(case, files):
    read(case, files / "one.txt")
    one, other = (voice.id for voice in case.records("voices"))
    judge(Case.open(case.path), one, "same", other, user="ann", stages=KEEPING)
    assert FOUND == [[], [b"", b"one one-again"]]


@pytest.mark.parametrize("change", [{"version": 2}, {"weights": ("numpy",)}])
def test_another_version_or_net_finds_nothing(case, files, change):
    read(case, files / "one.txt")
    read(case, files / "two.txt", stages=(*FLOW[:2], replace(KEEPER, **change)))
    assert FOUND == [[], []]


def test_a_part_of_before_that_kept_nothing_is_done_anew(case, files):
    read(case, files / "one.txt", stages=(*FLOW[:2], replace(KEEPER, keeps=False, run=FLOW[2].run)))
    read(case, files / "two.txt")
    assert FOUND == [[]]


def test_what_is_damaged_is_done_without_and_named(case, files):
    read(case, files / "one.txt")
    (kept,) = case.path.glob("parts/remember/*/kept.parquet")
    assert altered_in_case_of_parts(case) == []
    data = bytearray(kept.read_bytes())
    at = data.index(b"one one-again")  # the page; behind it stand the statistics
    data[at] ^= 1
    kept.write_bytes(data)
    (named,) = altered_in_case_of_parts(case)
    assert "kept.parquet was changed" in named
    kept.write_bytes(b"PAR1")
    read(case, files / "two.txt")
    assert FOUND == [[], []]


def altered_in_case_of_parts(case):
    return [line for line in altered_in_case(Case.open(case.path)) if line.startswith("parts/remember")]


def test_it_is_kept_by_another_process_as_well_and_shows_on_no_shelf(case, files):
    other = replace(KEEPER, name="again", writes=("members",), run=FLOW[3].run, reads=("voices",), keeps=False)
    read(case, files / "one.txt", stages=(*KEEPING, other), settings=BESIDE)
    read(case, files / "two.txt")
    assert FOUND == [[b"", b"one one-again"]]
    assert {len(one) for name, one in holdings(case.path).items() if name == "entities"} == {4}


def test_only_a_whole_stage_keeps():
    assert all(stage.cut == "whole" for stage in STAGES if stage.keeps)
