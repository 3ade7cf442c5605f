"""docs/security.md names tests that are there, has one for each promise, and SECURITY.md leads to it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)))
PROMISED = PAGE.split("## What is promised")[1].split("## What is not promised")[0]


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[f"{file}::{test}" for file, test in NAMED])
def test_every_test_that_the_page_names_is_there(file, test):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    tests = {one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")}
    assert (test in tests) if test else tests


def test_every_promise_has_a_test_or_a_command_that_shows_it():
    promises = re.split(r"\n(?=- )|\n\n", PROMISED)
    promises = [one for one in promises if one.startswith("- ")]
    assert len(promises) >= 20
    for promise in promises:
        assert re.search(r"`tests/|`make ", promise), promise


def test_every_command_that_it_names_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", PAGE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for path in re.findall(r"`python ([\w/]+\.py)`", PAGE):
        assert (ROOT / path).exists(), path


def test_whoever_finds_a_hole_is_led_there():
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert "(docs/security.md)" in text
    assert "private" in text
