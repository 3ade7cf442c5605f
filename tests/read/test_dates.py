"""Dates at the head of a page: found in their usual forms, and never guessed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.dates import date_in, from_timestamp, is_dateline, moment

DAYS = st.dates(date(1950, 1, 1), date(2089, 12, 31))
FORMS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b. %d, %Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%A %d %B %Y", "%A, %B %d, %Y")


@given(
    DAYS,
    st.sampled_from(FORMS),
    st.sampled_from(["{}", "Published: {}", "Updated on {} at 10:30", "Port Hadrin, {}", "{} 09:15 GMT"]),
)
def test_a_full_date_is_found_whatever_its_form(day, form, frame):
    line = frame.format(day.strftime(form))
    assert date_in(line) == day.isoformat()
    assert is_dateline(line)


@given(DAYS)
def test_a_date_in_a_sentence_is_found_but_is_no_dateline(day):
    line = f"The mill burned down on {day:%B %d, %Y}, and nobody knows why."
    assert date_in(line) == day.isoformat()
    assert not is_dateline(line)


@pytest.mark.parametrize(
    "text", ["5/6/2020", "5-6-2020", "March 2020", "May 5", "2020", "31 February 2020", "99.99.2020", "room 12/13/14", ""]
)
def test_what_is_no_full_date_or_could_be_two_is_none(text):
    assert date_in(text) is None


@pytest.mark.parametrize(("text", "day"), [("25/6/2020", "2020-06-25"), ("6/25/2020", "2020-06-25"), ("6-6-2020", "2020-06-06")])
def test_where_only_one_order_can_be_meant_it_is(text, day):
    assert date_in(text) == day


@given(st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_times_keep_the_zone_that_they_name(time, minutes):
    time = time.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    made = moment(time.isoformat())
    assert made is not None
    assert datetime.fromisoformat(made) == time
    assert datetime.fromisoformat(made).utcoffset() == time.utcoffset()


@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_unix_times_and_iso_times_agree(time):
    time = time.replace(microsecond=0)
    assert from_timestamp(time.timestamp()) == from_timestamp(str(int(time.timestamp()))) == moment(time.isoformat())


def test_a_time_without_a_zone_stays_as_it_is():
    assert moment("2031-05-07T10:00:00") == "2031-05-07T10:00:00"
    assert moment("2031-05-07") == "2031-05-07"


@given(st.text())
def test_nothing_is_raised_whatever_the_text(text):
    date_in(text)
    is_dateline(text)
    moment(text)
    from_timestamp(text)


@pytest.mark.parametrize("stamp", ["", "soon", float("nan"), float("inf"), 10**30, None, [], "9" * 500])
def test_what_is_no_unix_time_is_none(stamp):
    assert from_timestamp(stamp) is None
