"""Records come from the shelf when they are asked for, once, together where many are, and never for a page without them."""

import pytest

from rashomon.views.lookups import Groups, Lookup

HELD = {"a": 1, "b": 2, "c": 3}


@pytest.fixture
def asked():
    return []


@pytest.fixture
def fetch(asked):
    def fetch(keys):
        asked.append(list(keys))
        return {key: HELD[key] for key in keys if key in HELD}

    return fetch


def test_a_record_is_fetched_once_and_only_when_asked_for(fetch, asked):
    found: Lookup[int] = Lookup(fetch, lambda: ["b", "a"])
    assert asked == []
    assert (found["a"], found["a"], found.get("z"), found.get("z")) == (1, 1, None, None)
    assert asked == [["a"], ["z"]]
    assert list(found) == ["b", "a"]
    assert list(found.values()) == [2, 1]
    assert "z" not in found
    with pytest.raises(KeyError):
        found["z"]


def test_many_are_fetched_together_those_that_are_not_there_yet(fetch, asked):
    found: Lookup[int] = Lookup(fetch, list)
    assert found["b"] == 2
    assert found.bring(iter(["c", "b", "z", "a", "c"])) == [3, 2, 1]
    assert asked == [["b"], ["c", "z", "a"]]
    assert (found["a"], found["c"], found.get("z")) == (1, 3, None)
    assert len(asked) == 2


def test_more_than_there_is_room_for_are_given_all_the_same(asked):
    def fetch(keys):
        asked.append(len(keys))
        return {key: int(key) for key in keys}

    found: Lookup[int] = Lookup(fetch, list, kept=10)
    many = [str(number) for number in range(25)]
    assert found.bring(many) == list(range(25))
    assert found["24"] == 24  # the latest is still there
    assert asked == [25]
    assert found["0"] == 0
    assert asked == [25, 1]


def test_what_has_nothing_has_an_empty_group():
    groups: Groups[int] = Groups(lambda keys: {"a": [1, 2]} if "a" in keys else {}, lambda: ["a"])
    assert groups["a"] == [1, 2]
    assert groups["z"] == []
    assert groups.bring(["z", "a"]) == [1, 2]
    assert dict(groups) == {"a": [1, 2]}


def test_what_came_with_others_is_not_fetched_again(fetch, asked):
    found: Lookup[int] = Lookup(fetch, list)
    found.hold({"a": 1, "b": 2})
    assert found.bring(["a", "b", "c"]) == [1, 2, 3]
    assert asked == [["c"]]
