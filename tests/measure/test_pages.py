"""The measure of main text, checked by hand and on pages made here."""

import gzip
import json
from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.measure import measure
from rashomon.measure.pages import figures, runs, score, shares_of

SAID = "The ferry burned for three hours on Friday, the coast guard said."


def test_runs_of_four_words() -> None:
    assert runs("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert runs("a, b") == {("a", "b"): 1}
    assert runs(" … ") == {}


def test_shares_are_of_all_runs_of_the_page() -> None:
    assert shares_of("a b c d e", "b c d e f") == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert shares_of("a b c d", "a b c d") == (1, 0, 0)
    assert shares_of("a b c d a b c d", "a b c d") == pytest.approx((1 / 5, 0, 4 / 5))
    assert shares_of("", "") == (0, 0, 0)


def test_figures_weigh_every_page_alike() -> None:
    assert figures([(1, 0, 0), (0, 0, 1)]) == {"precision": 1, "recall": 0.5, "f1": 0.6667}
    assert figures([(0, 0, 1)]) == {"precision": 0, "recall": 0, "f1": 0}


def test_a_folder_of_pages(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": SAID}, "b": {"articleBody": SAID}}))
    page = f"<html><body><nav><a href=x>Home</a></nav><article><h1>Ferry burns</h1><p>{SAID}</p></article></body></html>"
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "html" / "b.html.gz").write_bytes(gzip.compress(b"<html><body></body></html>"))
    assert score(tmp_path) == {"precision": 1, "recall": 0.5, "f1": 0.6667, "pages": 2}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        measure("pages", tmp_path / "none")


def test_not_worse_than_its_floor(shared: Path) -> None:
    assert score(shared / "data" / "pages")["f1"] >= 0.965
