"""JSON: the same values as Python's own parser gives, without its limits."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read import json_texts
from rashomon.read.json_texts import NotJson, parsed

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
by_hand = json_texts._deep


@given(VALUES, st.sampled_from([None, 1]))
def test_by_hand_as_by_pythons_parser(value, indent):
    text = json.dumps(value, indent=indent)
    assert by_hand(text) == json.loads(text) == parsed(text)


@given(VALUES, st.data())
def test_what_is_cut_off_is_no_json(value, data):
    text = json.dumps([value])
    part = text[: data.draw(st.integers(0, len(text) - 1))]
    for parse in (parsed, by_hand):
        with pytest.raises(NotJson):
            parse(part)


@pytest.mark.parametrize(
    "text", ["[1,]", '{"a":1,}', "[1 2]", '{"a" 1}', "{1: 2}", "[1]]", "[1}", "nul", '["a]', ",", "[,1]", '{"a":}']
)
def test_faults_are_found_by_both(text):
    for parse in (parsed, by_hand):
        with pytest.raises(NotJson):
            parse(text)


def test_the_message_names_the_line():
    with pytest.raises(NotJson, match="line 3"):
        parsed('[\n1,\n"a\n')


@pytest.mark.parametrize("depth", [1_000, 15_000])
def test_deep_texts_are_parsed(depth):
    value = parsed("[" * depth + "7" + "]" * depth)
    for _ in range(depth):
        [value] = value
    assert value == 7


def test_deeper_ones_are_refused():
    with pytest.raises(NotJson, match="nested more than 20,000"):
        parsed("[" * 50_000 + "]" * 50_000)


def test_numbers_without_end():
    assert parsed("9" * 5_000) == "9" * 5_000
    assert parsed("[" * 2_000 + "9" * 5_000 + "]" * 2_000) is not None
    assert math.isinf(parsed("1e999"))
