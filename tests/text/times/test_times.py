"""Times: where they stand, and which day the day of writing makes of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.times import times_in
from rashomon.text.times.holidays import names
from rashomon.text.times.isotimes import begins_after, when

WRITTEN = "2017-04-06"  # a Thursday
VALUE = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF|PT?(?:[\d.]+|X)[YMWDHS](?:\d+M)?|XXXX-WXX-(?:\d(?:T\w\w|T\d\d:\d\d)?|W[ED])|\d{2}XX|\d{3}X"
    r"|(?:\d{4}|XXXX)(?:-W\d\d(?:-WE)?|-Q\d|-H\d|-S[PU]|-FA|-WI|-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?"
)
_POINT = r"(?:\d{4}(?:-W\d\d|-\d\d(?:-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?|XXXX-(?:WXX-\d|\d\d(?:-\d\d)?|XX-\d\d)|\.\.)"
NORM = re.compile(rf"{_POINT}(?:/{_POINT})?")  # ISO 8601, and what is known of a date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 4 April 2017.", {"4 April 2017": "2017-04-04"}),
        ("It began on the 4th of April, 2017", {"4th of April, 2017": "2017-04-04"}),
        ("Shelling on Tuesday, April 4, went on", {"Tuesday, April 4": "2017-04-04"}),
        ("They meet on April 24 and 25.", {"April 24": "2017-04-24", "25": "2017-04-25"}),
        ("They met on April 2, 25 of them", {"April 2": "2017-04-02"}),
        ("between 3 and 5 April", {"3 and 5 April": "2017-04-03"}),
        ("from 2001-2005, the 2014-15 season, in 2017-03", {"2001-2005": "2001", "2014-15": "2014", "2017-03": "2017-03"}),
        ("at 1500 hours", {"1500 hours": "2017-04-06T15:00"}),
        ("in April 2016 and since 2011", {"April 2016": "2016-04", "2011": "2011"}),
        ("in October", {"October": "2016-10"}),
        ("They met in late March.", {"March": "2017-03"}),
        ("The vote is scheduled for 22 April", {"22 April": "2017-04-22"}),
        ("He was last seen on Dec. 20", {"Dec. 20": "2016-12-20"}),
        ("the attack of 2017-04-04T15:00", {"2017-04-04T15:00": "2017-04-04T15:00"}),
        ("Posted 25.12.2016 by Ann", {"25.12.2016": "2016-12-25"}),
        ("Posted 03/04/2017", {"03/04/2017": "2017-04-03"}),
        ("Posted 03/04/2012", {"03/04/2012": "2012-XX-XX"}),
        ("The mayor resigned on Tuesday.", {"Tuesday": "2017-04-04"}),
        ("The mayor will resign on Tuesday.", {"Tuesday": "2017-04-11"}),
        ("He said on Tuesday that he would go", {"Tuesday": "2017-04-04"}),
        ("last Thursday, next Thursday", {"last Thursday": "2017-03-30", "next Thursday": "2017-04-13"}),
        ("on Wednesday night", {"Wednesday night": "2017-04-05TNI"}),
        ("yesterday and tonight", {"yesterday": "2017-04-05", "tonight": "2017-04-06TNI"}),
        ("the day before yesterday", {"the day before yesterday": "2017-04-04"}),
        ("early this morning", {"early this morning": "2017-04-06TMO"}),
        ("last week, this month, next year", {"last week": "2017-W13", "this month": "2017-04", "next year": "2018"}),
        ("three days ago; two weeks ago; a year ago",
         {"three days ago": "2017-04-03", "two weeks ago": "2017-W12", "a year ago": "2016"}),
        ("On 30 December 2016 it snowed. The next day it rained, and two days later it froze.",
         {"30 December 2016": "2016-12-30", "The next day": "2016-12-31", "two days later": "2017-01-02"}),
        ("In June 2014 they came, and two years later they left", {"June 2014": "2014-06", "two years later": "2016"}),
        ("On 5 April 2017 it fell; three years later it stood", {"5 April 2017": "2017-04-05", "three years later": "P3Y"}),
        ("In June 2014 they came, and left later that year", {"June 2014": "2014-06", "later that year": "2014"}),
        ("for three days, a 16-hour siege, 5 1/2 hours",
         {"three days": "P3D", "16-hour": "PT16H", "5 1/2 hours": "PT5H30M"}),
        ("over the past two months", {"the past two months": "P2M"}),
        ("for decades", {"decades": "PXY"}),
        ("every Tuesday; daily; each year", {"every Tuesday": "XXXX-WXX-2", "daily": "P1D", "each year": "P1Y"}),
        ("At 10:35 a.m. Friday; at 0300 GMT; at noon",
         {"10:35 a.m. Friday": "2017-03-31T10:35", "0300 GMT": "2017-03-31T03:00", "noon": "2017-03-31T12:00"}),
        ("the summer of 1998, the early 1990s, the 20th century",
         {"the summer of 1998": "1998-SU", "the early 1990s": "199X", "the 20th century": "19XX"}),
        ("the first quarter of 2012", {"the first quarter of 2012": "2012-Q1"}),
        ("On Good Friday 2017; at Christmas", {"Good Friday 2017": "2017-04-14", "Christmas": "2016-12-25"}),
        ("Now it is quiet. They recently left.", {"Now": "PRESENT_REF", "recently": "PAST_REF"}),
    ],
)  # fmt: skip
def test_a_time_is_reckoned_from_the_day_of_writing(text: str, expected: dict[str, str]) -> None:
    found = {time.span.of(text): time.value for time in times_in(text, WRITTEN)}
    for words, value in expected.items():
        assert [known for have, known in found.items() if words in have] == [value], found
    assert len(found) == len(expected), found


@pytest.mark.parametrize(
    "text",
    [
        "They may march again", "2000 people came", "1,998 of them", "$2015", "a 17-year-old", "he is 44 years old",
        "a second blow", "Article 4", "the Daily Planet", "a score of 3-2", "sunday_best", "the Sunday Times", "rose 2015-90",
        "version 10.4.2",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    assert times_in(text, WRITTEN) == []


@pytest.mark.parametrize("name", names())
def test_every_holiday_is_seen(name: str) -> None:
    assert [time.span.of(f"It was {name} 2016.") for time in times_in(f"It was {name} 2016.", WRITTEN)][-1].endswith(
        f"{name} 2016"
    )


def test_without_a_day_of_writing_only_what_the_text_itself_says_is_known() -> None:
    text = "It began on Tuesday, on 4 April, and again yesterday. In 2016 they were back by 5 May."
    assert [time.value for time in times_in(text, None)] == ["XXXX-WXX-2", "XXXX-04-04", "XXXX-XX-XX", "2016", "2016-05-05"]


def test_a_time_has_an_iso_part_only_where_it_falls_on_a_date_month_or_year() -> None:
    text = "on Wednesday night, in May 2016, in the summer of 1998, for two days, now, in the 1990s"
    assert [time.iso for time in times_in(text, WRITTEN)] == ["2017-04-05", "2016-05", "1998", None, None, None]


WORDS = st.sampled_from(
    "on the Tuesday April May 4 2017 31 February last next week ago three days later at 10 : a.m. noon , . - / 1/2 every "
    "night '98 1990s early in of until will \n \t yesterday Easter 9999 0 half an hour second quarter century 20th to and "
    "since the weekend that morning 15:00 GMT ( ) Ramadan anniversary 31st Monday fiscal posted Q3 once a".split(" ")
)
ANCHORS = st.one_of(st.none(), st.dates().map(str), st.just("2017-04-06T10:00:00Z"), st.sampled_from(["2017", "2017-04"]))


@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80)), ANCHORS)
def test_times_lie_in_the_text_do_not_overlap_and_have_values_of_the_standard(text: str, anchor: str | None) -> None:
    at = 0
    for time in times_in(text, anchor, "2016-05-04"):
        assert at <= time.span.start < time.span.end <= len(text)
        assert time.span.of(text).strip() == time.span.of(text)
        assert time.value is None or VALUE.fullmatch(time.value), time
        assert time.norm is None or NORM.fullmatch(time.norm), time
        assert (day := when(time.norm)) is None or re.fullmatch(r"\d{4}(?:-\d\d){0,2}", day), time
        assert begins_after(time.norm, anchor) in (True, False)
        at = time.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "a ",
        "and ",
        "one ",
        " ",
        "\n",
        "last ",
        "April ",
        "the ",
        "9",
        "early ",
        "1:",
        "will ",
        "one year and ",
        "4 May ",
        "two hundred and ago ",
        "late in the day ",
        "early Monday to ",
        "10:00-",
        "2017-",
        "(04.04.2017 ",
        "the night of ",
        "25 and ",
    ],
)
def test_a_text_of_one_thing_over_and_over_is_soon_read(piece: str) -> None:
    text = piece * (50_000 // len(piece))  # walked again from each place, this would take hours
    assert all(time.span.end <= len(text) for time in times_in(text, WRITTEN))
