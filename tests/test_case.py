"""A case from Python: its rows, one of them, and data frames."""

import sys

import pytest
from tests.cases import Story, case_of, told

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


@pytest.mark.parametrize("table", LISTS)
def test_polars_frames_hold_the_same(case, table):
    pytest.importorskip("polars")
    made = case.frame(table, "polars")
    assert made.columns == list(case.frame(table, "pandas").columns)
    assert made.height == len(case.frame(table, "pandas"))
    if table == "points":
        assert made["value"].to_list() == list(case.frame("points", "pandas")["value"])


def test_polars_takes_what_only_a_late_row_has(tmp_path):
    pytest.importorskip("polars")
    story = Story()
    page = story.account("[Ann]who said " + " ".join(f"[{number} died]c{number}." for number in range(150)), name="a")
    voice = story.voice(page, "named", "Ann", "who")
    for number in range(150):
        said = story.says(voice, page, f"c{number}")
        story.fact(said, page, str(number), **({"when": "2031-05-07", "low": 149.5} if number == 149 else {}))
    frame = Case(case_of(story.tables, tmp_path / "case")).frame("facts", "polars")
    assert frame["when"].to_list() == [None] * 149 + ["2031-05-07"]
    assert frame["low"].to_list()[-1] == 149.5


def test_where_no_library_is_installed_the_pip_line_is_named(case, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[pandas\]'"):
        case.frame("points")
    with pytest.raises(MissingExtra, match=r"pip install 'rashomon\[polars\]'"):
        case.frame("points", "polars")
    with pytest.raises(UsageError, match="known: pandas, polars"):
        case.frame("points", "arrow")
