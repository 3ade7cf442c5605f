"""Rows a few at a time are the export's rows, whole and in its order, whatever the step."""

import pytest
from tests.cases import told

from rashomon.errors import UsageError
from rashomon.model.rows import TABLES
from rashomon.views.exported import exported
from rashomon.views.filters import FILTERS
from rashomon.views.listings import LISTS, Gone, listing, row, rows
from rashomon.views.records import Records


@pytest.fixture(scope="module")
def records():
    return Records(told(), "told")


def walked(records, name, step):
    after, found = None, []
    while True:
        part = listing(records, name, {}, after=after, limit=step)
        assert len(part.rows) <= step
        found += part.rows
        if (after := part.next) is None:
            return found


@pytest.mark.parametrize("step", [1, 2, 50])
@pytest.mark.parametrize("name", LISTS)
def test_rows_a_few_at_a_time_are_those_of_the_export(records, name, step):
    tables = told()
    found = walked(records, name, step)
    assert [{key: value for key, value in each.items() if key != "quote"} for each in found] == exported(tables)[name]


def test_every_table_that_is_exported_is_listed_and_can_be_chosen_from():
    assert LISTS.keys() == FILTERS.keys() == exported({name: [] for name in TABLES}).keys()


def test_a_statement_carries_its_exact_words(records):
    for each in rows(records, "statements", {}):
        text = records.documents[each["doc"]].text
        assert each["quote"] == [text[start:end] for start, end in each["content"]]


def test_one_row_is_found_by_its_id_and_only_in_its_own_table(records):
    (link,) = records.copies
    assert row(records, "copies", link.id)["docs"] == [link.left, link.right]
    assert row(records, "points", "poi1-0")["question"] == "How many people died in the fire?"
    assert row(records, "points", link.id) is None


def chosen(records, table, /, **filters):
    return list(rows(records, table, filters))


def test_rows_are_chosen_by_what_they_hold(records):
    assert len(chosen(records, "documents", since="2026-03-01", until="2026-03")) == 3
    assert {each["voice"]["name"] for each in chosen(records, "statements", voice="holt")} == {"Mayor Ann Holt"}
    by_entity = chosen(records, "statements", voice="ent1-Ann Holt")
    assert len(by_entity) == 3
    assert {each["voice"]["entity"] for each in by_entity} == {"ent1-Ann Holt"}
    assert [each["mode"] for each in chosen(records, "statements", denied="true")] == ["reported"]
    assert len(chosen(records, "statements", hedged="false", mode="quoted")) == 1
    nurse = records.positions_of["poi1-0"][1]
    doc = records.facts_of[nurse.id][0].doc_id
    assert [each["id"] for each in chosen(records, "points", doc=doc)] == ["poi1-0", "poi1-1"]
    assert [each["id"] for each in chosen(records, "points", voice="union")] == ["poi1-1"]
    assert [each["id"] for each in chosen(records, "points", type="cause", relation="conflict")] == ["poi1-1"]
    (copy,) = chosen(records, "copies", kind="same-text")
    assert chosen(records, "copies", doc=copy["docs"][1]) == [copy]
    assert [each["user"] for each in chosen(records, "judgements", about=records.judgements[0].left)] == ["desk"]
    assert chosen(records, "entities", name="Ann Holt")[0]["id"] == "ent1-Ann Holt"


@pytest.mark.parametrize(
    ("name", "filters", "said"),
    [
        ("points", {"relation": "clash"}, "known: conflict, update, compatible, agree"),
        ("documents", {"since": "last week"}, "give a year, a month or a day"),
        ("documents", {"colour": "red"}, "known: name, outlet, lang, since, until"),
        ("statements", {"voice": "x" * 2000}, "give 1,000 at most"),
        ("statements", {"denied": "yes"}, "known: true, false"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_can(records, name, filters, said):
    with pytest.raises(UsageError, match=said):
        listing(records, name, filters)


@pytest.mark.parametrize(("name", "after"), [("points", "poi1-gone"), ("failures", "x"), ("failures", "9" * 40)])
def test_a_list_whose_place_is_gone_says_so(records, name, after):
    with pytest.raises(Gone, match="Begin from its first page"):
        listing(records, name, {}, after=after)
