"""A case from Python: its rows, one of them, and data frames."""

import sys

import pytest
from tests.cases import case_of, told

from rashomon.case import Case
from rashomon.errors import MissingExtra, UsageError
from rashomon.model.rows import TABLES
from rashomon.views.exported import exported
from rashomon.views.listings import LISTS


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return Case(case_of(told(), tmp_path_factory.mktemp("python") / "case"))


@pytest.mark.parametrize("table", LISTS)
def test_every_table_of_the_export_has_a_method_with_its_rows(case, table):
    found = [{key: value for key, value in row.items() if key != "quote"} for row in getattr(case, table)()]
    assert found == exported(told())[table]
    assert found == [] or found[0].keys() - {"quote"} == exported({name: told()[name] for name in TABLES})[table][0].keys()


def test_one_row_is_asked_for_by_its_id(case):
    assert case.row("points", "poi1-1")["type"] == "cause"
    for table, key in (("points", "poi1-9"), ("failures", "read"), ("runs", "run1-a")):
        with pytest.raises(UsageError, match="has no"):
            case.row(table, key)


def test_what_is_no_table_or_filter_is_told_with_those_that_are(case):
    with pytest.raises(UsageError, match="known: documents, statements"):
        case.rows("runs")
    with pytest.raises(UsageError, match="known: relation, type, doc, voice"):
        list(case.points(kind="cause"))


def test_a_frame_of_points_has_a_row_for_each_place_where_an_answer_is_given(case):
    frame = case.frame("points", type="quantity")
    assert list(frame["value"]) == ["at least twelve people", "at least twelve people", "Thirty-one people", "Dozens"]
    assert list(frame["position"]) == [0, 0, 1, 2]
    assert list(frame["voice"])[2] == "a nurse"
    assert list(frame["independent_high"]) == [2, 2, 1, 1]


def test_a_frame_of_statements_spreads_out_the_voice_and_the_words(case):
    frame = case.frame("statements", voice="nurse")
    assert list(frame["quote"]) == ["Thirty-one people died in the blaze"]
    assert list(frame["voice"]) == ["a nurse"]
    assert list(frame["voice_kind"]) == ["unnamed"]


def test_polars_frames_hold_the_same(case):
    pytest.importorskip("polars")
    assert case.frame("points", "polars")["value"].to_list() == list(case.frame("points", "pandas")["value"])


def test_where_no_library_is_installed_the_pip_line_is_named(case, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[pandas\]'"):
        case.frame("points")
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[polars\]'"):
        case.frame("points", "polars")
    with pytest.raises(UsageError, match="known: pandas, polars"):
        case.frame("points", "arrow")
