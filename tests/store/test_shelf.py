"""Whatever is put on the shelf is found there, and a reader keeps what it opened."""

from collections import Counter

import pytest
from tests.cases import told

from rashomon.errors import CaseError
from rashomon.model import Document, Failure, Statement
from rashomon.model.rows import TABLES, as_cells
from rashomon.store.case import Case
from rashomon.store.shelf import Shelf, build, made_from


@pytest.fixture
def case(tmp_path):
    return Case.create(tmp_path / "case")


def test_every_table_comes_back(case):
    tables = told()
    build(case.path, case.drafts, as_cells(tables), "these")
    with Shelf(case.path) as shelf:
        assert {name: shelf.records(record, name) for name, record in TABLES.items()} == tables
        assert shelf.made_from == made_from(case.path) == "these"


def test_records_are_found_by_what_they_hold(case):
    tables = told()
    build(case.path, case.drafts, as_cells(tables), "these")
    document = tables["documents"][1]
    with Shelf(case.path) as shelf:
        assert shelf.where(Document, "documents", id=document.id) == [document]
        assert shelf.where(Statement, "statements", doc_id=document.id, denied=False) == [
            statement for statement in tables["statements"] if statement.doc_id == document.id and not statement.denied
        ]
        assert shelf.count("points", relation="conflict") == 2
        assert shelf.count("documents", outlet=None) == 1
        assert shelf.holds(tables["facts"][0].id)
        assert not shelf.holds("fac1-none")


def test_lists_and_counts_are_read_without_the_records():
    tables = told()
    shelf = Shelf.holding(tables)
    assert shelf.cells("documents", "id", "outlet") == [(each.id, each.outlet) for each in tables["documents"]]
    assert shelf.cells("points", "id", kind="cause") == [(each.id,) for each in tables["points"] if each.kind == "cause"]
    assert shelf.tally("points", "relation") == {("conflict",): 2}
    assert sum(shelf.tally("statements", "doc_id", "mode").values()) == len(tables["statements"])


def test_the_rows_of_one_kind_of_item_are_found_by_how_its_ids_begin():
    tables = told()
    shelf = Shelf.holding(tables)
    for begins in ("voi", "men"):
        wanted = [(one.group_id, one.item_id) for one in tables["members"] if one.item_id.startswith(begins)]
        assert shelf.beginning("members", "group_id", "item_id", column="item_id", begins=begins) == wanted
    assert {one.item_id[:3] for one in tables["members"]} >= {"voi"}
    group = tables["members"][0].group_id
    wanted = [(one.item_id,) for one in tables["members"] if one.group_id == group and one.item_id.startswith("voi")]
    assert shelf.beginning("members", "item_id", column="item_id", begins="voi", group_id=group) == wanted


def test_the_answers_of_each_speaker_are_counted_as_often_as_they_are_given():
    """Speakers are entities, and voices of which none is known."""
    tables = told()
    known = {one.item_id: one.group_id for one in tables["members"] if one.item_id.startswith("voi")}
    speaks = {one.id: known.get(one.voice_id, one.voice_id) for one in tables["statements"]}
    said = {one.id: speaks[one.statement_id] for one in tables["facts"]}
    counted = Counter(said[one.item_id] for one in tables["answers"])
    assert {key[:3] for key in counted} == {"ent", "voi"}
    assert Shelf.holding(tables).answers_of_speakers() == dict(counted)


def test_a_reader_sees_what_it_opened_until_it_opens_again(case):
    build(case.path, case.drafts, {}, "nothing")
    with Shelf(case.path) as old:
        build(case.path, case.drafts, as_cells({"failures": [Failure("read", "a", "E", "m")]}), "a failure")
        assert old.records(Failure, "failures") == []
    with Shelf(case.path) as new:
        assert len(new.records(Failure, "failures")) == 1


def test_where_there_is_none_the_message_says_how_to_make_one(case, tmp_path):
    with pytest.raises(CaseError, match="never finished"):
        Shelf(case.path)
    with pytest.raises(CaseError, match=r"is no case.*rashomon read FILES --case"):
        Shelf(tmp_path)
    assert made_from(case.path) is None
