"""Records come from the shelf when they are asked for, once, and never for a page that does not show them."""

import pytest

from rashomon.views.lookups import Groups, Lookup


def test_a_record_is_fetched_once_and_only_when_asked_for():
    asked: list[str] = []

    def fetch(key: str) -> int | None:
        asked.append(key)
        return {"a": 1, "b": 2}.get(key)

    found: Lookup[int] = Lookup(fetch, lambda: ["b", "a"])
    assert asked == []
    assert (found["a"], found["a"], found.get("z")) == (1, 1, None)
    assert asked == ["a", "z"]
    assert list(found) == ["b", "a"]
    assert list(found.values()) == [2, 1]
    assert "z" not in found
    with pytest.raises(KeyError):
        found["z"]


def test_what_has_nothing_has_an_empty_group():
    groups: Groups[int] = Groups(lambda key: [1, 2] if key == "a" else [], lambda: ["a"])
    assert groups["a"] == [1, 2]
    assert groups["z"] == []
    assert dict(groups) == {"a": [1, 2]}
