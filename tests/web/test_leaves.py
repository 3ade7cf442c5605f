"""Long lists in leaves: nothing is lost between two, and a strange number is the nearest leaf."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import told

from rashomon.views.records import Records
from rashomon.web import pages
from rashomon.web.edition import Edition
from rashomon.web.leaves import leaf, whole


@given(st.lists(st.integers(), max_size=40), st.integers(1, 7))
def test_the_leaves_together_are_the_list(items, lines):
    count = leaf(items, "1", lines).leaves
    leaves = [leaf(items, str(number), lines) for number in range(1, count + 1)]
    assert [item for each in leaves for item in each.items] == items
    assert all(each.total == len(items) for each in leaves)
    assert all(items[each.first - 1 : each.first] == list(each.items[:1]) for each in leaves)


@pytest.mark.parametrize(
    ("asked", "number"), [(None, 1), ("", 1), ("0", 1), ("-3", 1), ("x", 1), ("²", 1), ("9" * 30, 1), ("99", 3)]
)
def test_what_is_no_leaf_is_the_nearest(asked, number):
    assert leaf(range(25), asked, 10).number == number


def test_a_frozen_file_has_all_on_one():
    assert (whole("abc").items, whole("abc").leaves) == (("a", "b", "c"), 1)


def test_what_a_voice_answers_comes_leaf_by_leaf_and_what_is_beyond_is_the_last(monkeypatch):
    monkeypatch.setattr(pages, "SPOKEN", 1)
    edition = Edition(Records(told(), "told"))
    key = next(line.id for line in edition.voices if edition.voice(line.id, slice(0)).answered > 1)
    courses = edition.voice(key, slice(0)).courses
    shown = [pages.voice(edition, key, {"answers": str(number)}) for number in (1, len(courses), 99)]
    assert [page.count('<section class="course">') for page in shown] == [1, 1, 1]
    assert f'href="/voice/{edition.voice(key, slice(0)).id}?answers=2"' in shown[0]
    assert courses[0].point_id in shown[0]
    assert courses[-1].point_id in shown[1]
    assert shown[2] == shown[1]
