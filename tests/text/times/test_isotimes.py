"""TIMEX3 values as ISO 8601, as exactly as they say; and which day all of it lies on."""

import pytest

from rashomon.text.times.isotimes import begins_after, iso, when


@pytest.mark.parametrize(
    ("value", "norm"),
    [
        ("2017-04-04", "2017-04-04"), ("2017-04", "2017-04"), ("2017", "2017"), ("2017-W14", "2017-W14"),
        ("2017-04-04TNI", "2017-04-04"), ("2017-04-04T15:00", "2017-04-04T15:00"), ("2017-W14-WE", "2017-04-08/2017-04-09"),
        ("2020-W53-WE", "2021-01-02/2021-01-03"), ("199X", "1990/1999"), ("18XX", "1800/1899"), ("2016-Q4", "2016-10/2016-12"),
        ("2016-H1", "2016-01/2016-06"), ("2016-SU", "2016"), ("2012-XX-XX", "2012"), ("XXXX-WXX-3", "XXXX-WXX-3"),
        ("XXXX-WXX-3TNI", "XXXX-WXX-3"), ("XXXX-04-04", "XXXX-04-04"), ("XXXX-XX-XX", None), ("PAST_REF", None), ("", None),
    ],
)  # fmt: skip
def test_a_value_in_iso_8601(value: str, norm: str | None) -> None:
    assert iso(value) == norm


@pytest.mark.parametrize(
    ("norm", "day"),
    [
        ("2017-04-04", "2017-04-04"), ("2017-04-04T15:00Z", "2017-04-04"), ("2017-04", "2017-04"), ("2017-W14", "2017-04"),
        ("2017-W13", "2017"), ("2017-04-03/2017-04-05", "2017-04"), ("2017-03-31/2017-04-02", "2017"), ("1990/1999", None),
        ("2017-04-04T15:00/2017-04-04T16:00", "2017-04-04"), ("2017-05/..", None), ("../2017-05-05", None),
        ("XXXX-04-04", None), ("XXXX-WXX-3", None), (None, None),
    ],
)  # fmt: skip
def test_the_day_or_month_or_year_that_all_of_it_lies_in(norm: str | None, day: str | None) -> None:
    assert when(norm) == day


@pytest.mark.parametrize(
    ("norm", "written", "later"),
    [
        ("2017-04-06", "2017-04-06", False), ("2017-04-07", "2017-04-06T10:00:00Z", False), ("2017-04-08", "2017-04-06", True),
        ("2017-04", "2017-04-06", False), ("2017-05", "2017-04-06", True), ("2018", "2017-12-30", True),
        ("2018", "2017-12-31", False),        ("2017-05/..", "2017-04-06", True), ("2016/2018", "2017-04-06", False),
        ("../2018", "2017-04-06", False),
        ("2017-04-08", None, False), ("2017-04-08", "2017", False),
        (None, "2017-04-06", False), ("XXXX-04-08", "2017-04-06", False),
    ],
)  # fmt: skip
def test_what_begins_after_the_day_of_writing_is_no_event_yet(norm: str | None, written: str | None, later: bool) -> None:
    assert begins_after(norm, written) is later
