"""Times side by side: lists, spans of time, an hour and its date, lengths counted from a day."""

import pytest

from rashomon.text.times import times_in


def norms(text: str, written: str | None = "2017-04-06") -> list[tuple[str, str | None]]:
    return [(time.span.of(text), time.norm) for time in times_in(text, written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on April 24 and 25.", [("April 24", "2017-04-24"), ("25", "2017-04-25")]),
        ("on April 2 and 25 people", [("April 2", "2017-04-02")]),
        ("on April 30 and 31.", [("April 30", "2017-04-30")]),
        ("in March and May they", [("March", "2017-03"), ("May", "2017-05")]),
        ("in April, May said", [("April", "2017-04")]),  # a prime minister
        ("from 28 December to 3 January 2017",
         [("28 December", "2016-12-28/2017-01-03"), ("3 January 2017", "2016-12-28/2017-01-03")]),
        ("Monday to Friday", [("Monday", "2017-03-27/2017-03-31"), ("Friday", "2017-03-27/2017-03-31")]),
        ("between 2003 and 2011", [("2003", "2003/2011"), ("2011", "2003/2011")]),
        ("from 8 a.m. to 5 p.m.",
         [("8 a.m.", "2017-04-06T08:00/2017-04-06T17:00"), ("5 p.m.", "2017-04-06T08:00/2017-04-06T17:00")]),
        ("between 3 April and the mountains", [("3 April", "2017-04-03")]),
        ("4 Apr 2017, 10:22 PM", [("4 Apr 2017, 10:22 PM", "2017-04-04T22:22")]),
        ("Tue, 4 Apr 2017 10:22:00 +0300", [("Tue, 4 Apr 2017 10:22:00 +0300", "2017-04-04T10:22+03:00")]),
        ("at 3 p.m. (1200 GMT) on 4 April",
         [("3 p.m.", "2017-04-04T15:00"), ("1200 GMT", "2017-04-04T12:00Z"), ("4 April", "2017-04-04")]),
        ("10 days before Christmas 2016", [("10 days before Christmas 2016", "2016-12-15")]),
        ("10 days before the war", [("10 days", None)]),
        ("on Thursday (March 30)", [("Thursday", "2017-03-30"), ("March 30", "2017-03-30")]),
        ("on Thursday and Friday", [("Thursday", "2017-03-30"), ("Friday", "2017-03-31")]),
    ],
)  # fmt: skip
def test_times_side_by_side(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert norms(text) == expected


def test_undated_lists_stay_without_a_year() -> None:
    assert norms("on April 24 and 25, from Monday to Friday", None) == [
        ("April 24", "XXXX-04-24"), ("25", "XXXX-04-25"), ("Monday", "XXXX-WXX-1"), ("Friday", "XXXX-WXX-5"),
    ]  # fmt: skip
