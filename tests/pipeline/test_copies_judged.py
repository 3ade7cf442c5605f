"""A person's word on a copy changes what is linked, how many are independent and what is exported, and survives a rerun."""

import json

import pytest

from rashomon.pipeline.conduct import judge, read_into
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stages import STAGES_BY_RULES
from rashomon.store.case import Case
from rashomon.views.exported import exported

ALONE = Settings(workers=0)
TEXT = (
    "Nine people were killed in the mill fire. Crews from three towns fought the blaze by the river until dawn broke over the "
    "old quarter of the city."
)


@pytest.fixture
def source(tmp_path):
    rows = [
        {"id": name, "text": f"{TEXT} {more}", "outlet": name} for name, more in (("Herald", "It was cold."), ("Courier", ""))
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def found(case):
    case = Case.open(case.path)
    tables = {name: case.records(name) for name in ("copies", "standings")}
    ranges = {standing.independent_high for standing in tables["standings"] if standing.documents == 2}
    return tables["copies"], ranges


def word(case, link, relation, **rest):
    judge(Case.open(case.path), link.id, relation, "", user="ed", **rest)


def test_a_copy_taken_out_leaves_two_voices_until_that_is_taken_back(case, source):
    read_into(case, [str(source)], stages=STAGES_BY_RULES, settings=ALONE)
    (link,), ranges = found(case)
    assert (link.subtype, ranges) == ("same-text", {1})

    word(case, link, "reject")
    assert found(case) == ([], {2})

    read_into(Case.open(case.path), [str(source)], stages=STAGES_BY_RULES, settings=ALONE)
    assert found(case) == ([], {2})

    word(case, link, "reject", retract=True)
    assert found(case) == ([link], {1})


def test_a_copy_that_is_confirmed_is_sure_and_exported_as_such(case, source):
    read_into(case, [str(source)], stages=STAGES_BY_RULES, settings=ALONE)
    (link,), _ = found(case)
    word(case, link, "accept")
    (sure,), _ = found(case)
    assert (sure.id, sure.score, sure.by) == (link.id, 1.0, "judgement")
    shelf = Case.open(case.path)
    names = ("captures documents statements voices mentions facts entities events members points positions answers standings "
             "tellings links copies judgements failures").split()  # fmt: skip
    (row,) = exported({name: shelf.records(name) for name in names})["copies"]
    assert row["id"] == link.id
    assert row["direction"] == "unknown"
    assert {"feature": "a person says that they have one source", "score": 1.0} in row["reasons"]
