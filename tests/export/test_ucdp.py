"""Contested numbers: who really said it, and low, best and high as that one source has them."""

import csv

import pytest
from tests.cases import case_of, told
from tests.export.writing import write

from rashomon.export.ucdp import HEAD, days, estimates


def test_a_row_for_each_number_of_each_source(tmp_path):
    path = write("ucdp", case_of(told(), tmp_path / "case"), tmp_path / "u.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == HEAD
    assert [(row["source_original"], row["low"], row["best"], row["high"], row["source_date"]) for row in rows] == [
        ("Ann Holt", "12", "12", "", "2026-03-01"),
        ("Ann Holt", "12", "12", "", "2026-03-01T18:30"),
        ("a nurse", "31", "31", "31", "2026-03-03"),
        ("ash", "24", "24", "", ""),
    ]
    assert {row["deaths_unknown"] for row in rows} == {"12", "31", "24"}
    assert rows[2]["source_office"] == "other.txt"
    assert rows[2]["quote"] == "Thirty-one people died in the blaze"


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(9, 9, (9, 9, 9)), (20, None, (20, 20, "")), (20, 30, ("", 20, 30)), (None, 5, ("", "", 5)), (2.5, 2.5, (2.5, 2.5, 2.5))],
)
def test_best_is_only_what_the_source_says(low, high, told):
    assert estimates(low, high) == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("2031-05-06", (1, "2031-05-06", "2031-05-06")),
        ("2031-05-06T12:00Z", (1, "2031-05-06", "2031-05-06")),
        ("2031-W02", (3, "2031-01-06", "2031-01-12")),
        ("2028-02", (4, "2028-02-01", "2028-02-29")),
        ("2031", (5, "2031-01-01", "2031-12-31")),
        (None, ("", "", "")),
        ("XXXX-05-06", ("", "", "")),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(when, told):
    assert days(when) == told
