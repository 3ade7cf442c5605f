"""Moments sort by when they were, whatever zone they are told in."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.moments import chronological, earliest, latest

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(datetime(1970, 1, 2), datetime(2090, 1, 1), timezones=st.one_of(st.just(UTC), zones))


@given(st.lists(times, min_size=1, max_size=6))
def test_the_order_is_that_of_the_clock_in_utc(moments: list[datetime]) -> None:
    whole = [moment.replace(microsecond=0) for moment in moments]
    told = [moment.isoformat() for moment in whole]
    assert [datetime.fromisoformat(one) for one in sorted(told, key=chronological)] == sorted(whole)
    assert datetime.fromisoformat(earliest(*told) or "") == min(whole)
    assert datetime.fromisoformat(latest(*told) or "") == max(whole)


def test_a_day_comes_before_its_hours_and_the_undated_last() -> None:
    told = [None, "2031-05-07T01:30:00+02:00", "2031-05-07", "2031-05-06T23:00:00Z"]
    assert sorted(told, key=chronological) == ["2031-05-06T23:00:00Z", "2031-05-07T01:30:00+02:00", "2031-05-07", None]
    assert earliest(None, None) is None
    assert latest() is None


def test_what_is_no_date_keeps_its_place_as_text() -> None:
    assert chronological("spring 2031") == "spring 2031"
