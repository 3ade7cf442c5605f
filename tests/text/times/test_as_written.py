"""Times as agencies, witnesses, forums, chats and reports write them: what each says in ISO 8601, and nothing that it does not.

Each text has below it the times that it tells of, with their norms; "?" is one of which nothing is known.
"""

import pytest

from rashomon.text.times import times_in

Expected = list[tuple[str, str | None]]

# written on Thursday, 6 April 2017
AGENCY = r"""
HARBOUR CITY, April 5 (Agency) - Shells hit the grain market on Tuesday.
    April 5 = 2017-04-05; Tuesday = 2017-04-04
A car bomb went off in the early hours of Wednesday.
    the early hours of Wednesday = 2017-04-05
Gunmen stormed the depot in the early hours of January 5, the ministry said.
    the early hours of January 5 = 2017-01-05
The pool was open on Sunday. He was not hurt in the fall.
    Sunday = 2017-04-02
It has been shut since the weekend; starting in May it will be rebuilt.
    the weekend = 2017-04-01/..; May = 2017-05/..
6 April 2017 Two killed in Harbour City (updated 1404 06.04.2017) Get short link
    nothing
06.04.2017(updated 1404 06.04.2017) Get short link Two killed
    nothing
Published April 5 2017 A bomb went off.
    nothing
The report, published on 4 April 2017, names nobody.
    4 April 2017 = 2017-04-04
On 6 April 2017 the bridge fell.
    6 April 2017 = 2017-04-06
Sad day. — The Zoo (@thezoo) April 3, 2017
    nothing
At 18:00 on Wednesday, April 5, it ended.
    18:00 on Wednesday, April 5 = 2017-04-05T18:00
The curfew runs from 11 p.m. to 7 a.m. on weekdays.
    11 p.m. = 2017-04-06T23:00; 7 a.m. = 2017-04-06T07:00
It began on 1 March; on the evening of the 4th and again on the 5th, they came back.
    1 March = 2017-03-01; the evening of the 4th = 2017-03-04; 5th = 2017-03-05
He left on the 5th of last month.
    the 5th of last month = 2017-03-05
Around 0430 local time on April 4 and in the morning hours of 5 April.
    0430 local time on April 4 = 2017-04-04T04:30; the morning hours of 5 April = 2017-04-05
It is planned for the spring of next year.
    the spring of next year = 2018
From 2013 onwards, and the week before last, they met in two days' time.
    2013 = 2013/..; the week before last = 2017-W12; two days' time = 2017-04-08
Fighting lasted until dawn.
    dawn = ?
In the mid-to-late 1990s it was shut.
    the mid-to-late 1990s = 1990/1999
It lasted from 10:05 p.m. until 10:15 p.m. Sunday.
    10:05 p.m. = 2017-04-02T22:05/2017-04-02T22:15; 10:15 p.m. Sunday = 2017-04-02T22:05/2017-04-02T22:15
The statement of 6 January said that 26 people were killed overnight.
    6 January = 2017-01-06; overnight = ?
The meeting opens Tuesday. On 4 April 1200 people came.
    Tuesday = 2017-04-11; 4 April = 2017-04-04
They went in on 15, 16 and 17 March.
    15 = 2017-03-15; 16 = 2017-03-16; 17 March = 2017-03-17
It was hit late Thursday or early Friday.
    late Thursday = 2017-03-30; early Friday = 2017-03-31
From Saturday night into Sunday morning they shelled.
    Saturday night = 2017-04-01/2017-04-02; Sunday morning = 2017-04-01/2017-04-02
On Thursday (March 30), in the wee hours of Friday and mid-morning on Monday.
    Thursday = 2017-03-30; March 30 = 2017-03-30; the wee hours of Friday = 2017-03-31; mid-morning on Monday = 2017-04-03
It takes effect today, 24 March 2017.
    today = 2017-03-24; 24 March 2017 = 2017-03-24
He was seized at 10 p.m. last night.
    10 p.m. last night = 2017-04-05T22:00
They met on 1 March. The following Monday they met again.
    1 March = 2017-03-01; The following Monday = 2017-03-06
The following Monday they met again.
    The following Monday = XXXX-WXX-1
Exports fell in last year's third quarter, not in fiscal 2015's first quarter.
    last year's third quarter = 2016-07/2016-09; fiscal 2015's first quarter = ?
At 120 km an hour, 24 hours a day.
    nothing
Signed 05-Jan-2017, seen Wed night.
    05-Jan-2017 = 2017-01-05; Wed night = 2017-04-05
It broke down two days before Christmas.
    two days before Christmas = 2016-12-23
Three days after the 29 March strike and a day before Sunday's vote it reopened.
    Three days after the 29 March = 2017-04-01; a day before Sunday = 2017-04-01
The strike hit the town earlier this week.
    earlier this week = 2017-W14
The raid began at dawn on Monday and ended late on Tuesday.
    dawn on Monday = 2017-04-03; late on Tuesday = 2017-04-04
Warplanes struck overnight on Wednesday.
    overnight on Wednesday = 2017-04-05
Shelling went on overnight, residents said.
    overnight = 2017-04-05/2017-04-06
The convoy came under fire on Tuesday night.
    Tuesday night = 2017-04-04
The road has been shut since May.
    May = 2016-05/..
The siege has lasted since late 2015.
    late 2015 = 2015/..
The bridge stayed open until Monday.
    Monday = ../2017-04-03
They had left before Tuesday's attack.
    Tuesday = 2017-04-04
He was shot after Friday prayers.
    Friday = 2017-03-31
At 3 p.m. local time (1200 GMT) on Tuesday the shooting stopped.
    3 p.m. local time = 2017-04-04T15:00; 1200 GMT = 2017-04-04T12:00Z; Tuesday = 2017-04-04
The blast was heard at 10:35 a.m. (0735 GMT) Monday.
    10:35 a.m. = 2017-04-03T10:35; 0735 GMT = 2017-04-03T07:35Z; Monday = 2017-04-03
Two days of talks begin on Friday.
    Friday = 2017-04-07
Polls are due to open on April 16.
    April 16 = 2017-04-16
The ministry said on Wednesday it would vote next month.
    Wednesday = 2017-04-05; next month = 2017-05
The truce ran from 27 February to 4 March 2016.
    27 February = 2016-02-27/2016-03-04; 4 March 2016 = 2016-02-27/2016-03-04
Clashes went on between 3 and 5 April.
    3 and 5 April = 2017-04-03/2017-04-05
They fought from Saturday to Monday.
    Saturday = 2017-04-01/2017-04-03; Monday = 2017-04-01/2017-04-03
The strikes of 3-5 April killed dozens.
    3-5 April = 2017-04-03/2017-04-05
The camp was hit on March 15, 17 and 19.
    March 15 = 2017-03-15; 17 = 2017-03-17; 19 = 2017-03-19
On 15 and 16 March they withdrew.
    15 = 2017-03-15; 16 March = 2017-03-16
Over the weekend eleven people died.
    the weekend = 2017-04-01/2017-04-02
Last weekend was quiet.
    Last weekend = 2017-04-01/2017-04-02
The army took the hill on 29 March. Two days later it was lost again.
    29 March = 2017-03-29; Two days later = 2017-03-31
The market was hit on 29 March. That night the hospital burnt.
    29 March = 2017-03-29; That night = 2017-03-29
He was seized on 29 March and freed the following day.
    29 March = 2017-03-29; the following day = 2017-03-30
The talks failed on 29 March, a week after they began.
    29 March = 2017-03-29
Thousands marked the 35th anniversary of the 1982 uprising.
    the 35th anniversary of the 1982 = 2017
They mark the 35th anniversary of the Harbour Days, when in December 1981 troops fired.
    the 35th anniversary = 2016; December 1981 = 1981-12
Polls before and after the January 10, 2017, vote differ.
    January 10, 2017 = 2017-01-10
They marked the 35th anniversary of the uprising.
    the 35th anniversary = ?
The prison was built in the 1990s, in the late 1980s a barracks stood there.
    the 1990s = 1990/1999; the late 1980s = 1980/1989
It was the worst attack since the August 2013 massacre.
    August 2013 = 2013-08
Exports fell in the third quarter of 2016.
    the third quarter of 2016 = 2016-07/2016-09
Output rose in the first half of last year.
    the first half of last year = 2016-01/2016-06
A year ago the front ran along the river.
    A year ago = 2016
Fighting resumed three weeks ago.
    three weeks ago = 2017-W11
In August of that year nothing happened.
    August of that year = XXXX-08
In 2013 the town fell; in August of that year it was retaken.
    2013 = 2013; August of that year = 2013-08
Rebels seized it on the eve of Eid al-Fitr.
    the eve of Eid al-Fitr = 2016-07
The arrests came on Good Friday 2016 and on Christmas Eve.
    Good Friday 2016 = 2016-03-25; Christmas Eve = 2016-12-24
Police were attacked shortly after midnight on Saturday.
    midnight on Saturday = 2017-04-01T00:00
By the end of the month 300 had fled.
    the end of the month = ../2017-04
It began on the evening of 4 April.
    the evening of 4 April = 2017-04-04
The September 11 attacks changed that.
    September 11 = 2001-09-11
He resigned on Tuesday of last week.
    Tuesday of last week = 2017-03-28
The offensive, which began in mid-March, stalled.
    mid-March = 2017-03
Between 8 and 9 a.m. on 4 April jets circled.
    8 and 9 a.m. on 4 April = 2017-04-04T08:00/2017-04-04T09:00
Later that day, on 4 April, it rained.
    Later that day = ?; 4 April = 2017-04-04
In the last 24 hours no shot was fired.
    nothing
After six years of war and a 48-hour truce they met.
    nothing
"""

# written on Wednesday, 12 January 2022, at 8:40
FORUM = r"""
posted 3 hours ago\nThe square was empty yesterday morning.
    yesterday morning = 2022-01-11
Anna K. 5 hours ago | parent | next\nInternet went down on Jan 5th around 5pm.
    Jan 5th = 2022-01-05; 5pm = 2022-01-05T17:00
Edit: as of 06 Jan 2022 still nothing.
    06 Jan 2022 = 2022-01-06
I left in the early hours of the 6th, came back 2 days ago.
    the early hours of the 6th = 2022-01-06; 2 days ago = 2022-01-10
They shut it off Wed night? No, Thursday night.
    Wed night = 2022-01-05; Thursday night = 2022-01-06
my cousin has been in Almaty since sunday
    sunday = 2022-01-09/..
last night was worse than the night of the 5th
    last night = 2022-01-11; the night of the 5th = 2022-01-05
10 yrs ago, in '98 or 2003, prices doubled
    10 yrs ago = 2012; '98 = 1998; 2003 = 2003
On Jan 2, 3 and 4 we all marched.
    Jan 2 = 2022-01-02; 3 = 2022-01-03; 4 = 2022-01-04
That may be. I may go, they march on. Sat down in the sun, second time.
    nothing
Last updated at 12:03\nUpdated: 12 January 2022\n© 2012-2022 The Board
    nothing
"""

# written on Tuesday, 4 April 2017, at 9:15
CHAT = r"""
06:45 jets over the town
    06:45 = 2017-04-04T06:45
explosions heard at 0640 local time (0340 GMT)
    0640 local time = 2017-04-04T06:40; 0340 GMT = 2017-04-04T03:40Z
second strike at 6.55am, today
    6.55am, today = 2017-04-04T06:55
[04.04.2017 10:22] still burning
    04.04.2017 10:22 = 2017-04-04T10:22
4/4/2017 around half past six, first victims at seven o'clock
    4/4/2017 = 2017-04-04; half past six = 2017-04-04; seven o'clock = 2017-04-04
two hours ago
    two hours ago = 2017-04-04T07:15
14:30-15:00 ceasefire for the wounded
    14:30-15:00 = 2017-04-04T14:30/2017-04-04T15:00
tonight at 8 pm we go
    tonight at 8 pm = 2017-04-04T20:00
"""

# written on 14 November 2017
REPORT = r"""
At approximately 06:30 hours on 4 April 2017, a bomb fell.
    06:30 hours on 4 April 2017 = 2017-04-04T06:30
The Mechanism met on 2017-10-26T10:00:00Z.
    2017-10-26T10:00:00Z = 2017-10-26T10:00Z
Between 1 March and 7 July 2017 the Commission recorded 25 attacks.
    1 March = 2017-03-01/2017-07-07; 7 July 2017 = 2017-03-01/2017-07-07
The 2012/13 winter and the 2003-2011 war are not covered.
    2012/13 = 2012/2013; 2003-2011 = 2003/2011
In fiscal year 2016 and in the 2010s no such funds were paid.
    fiscal year 2016 = 2016; the 2010s = 2010/2019
Witness 12 fled on the night of 4-5 April 2017.
    the night of 4-5 April 2017 = 2017-04-04/2017-04-05
Daily reports of 04/12/2016 are annexed.
    04/12/2016 = 2016
In the nineteenth century and the early 1950s it was a mill.
    the nineteenth century = 1800/1899; the early 1950s = 1950/1959
"""


def cases(table: str) -> list[tuple[str, str]]:
    lines = table.strip().split("\n")
    return [(text.replace("\\n", "\n"), times.strip()) for text, times in zip(lines[::2], lines[1::2], strict=True)]


def told(text: str, written: str) -> str:
    """The times that a text tells of, as the tables write them."""
    return "; ".join(f"{words} = {norm or '?'}" for words, norm in norms(text, written)) or "nothing"


def norms(text: str, written: str | None) -> Expected:
    return [
        (time.span.of(text), time.norm)
        for time in times_in(text, written)
        if time.kind in ("date", "time") and not (time.value or "").endswith("_REF") and not time.stamp
    ]


@pytest.mark.parametrize(("text", "times"), cases(AGENCY))
def test_a_news_agency(text: str, times: str) -> None:
    assert told(text, "2017-04-06") == times


@pytest.mark.parametrize(("text", "times"), cases(FORUM))
def test_a_forum(text: str, times: str) -> None:
    assert told(text, "2022-01-12T08:40:00+06:00") == times


@pytest.mark.parametrize(("text", "times"), cases(CHAT))
def test_a_chat(text: str, times: str) -> None:
    assert told(text, "2017-04-04T09:15:00") == times


@pytest.mark.parametrize(("text", "times"), cases(REPORT))
def test_a_report(text: str, times: str) -> None:
    assert told(text, "2017-11-14") == times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was hit on Wednesday.", [("Wednesday", "XXXX-WXX-3")]),
        ("It was hit on Wednesday night.", [("Wednesday night", "XXXX-WXX-3")]),
        ("It was hit on 4 April, two days after the vote.", [("4 April", "XXXX-04-04")]),
        ("Yesterday, this week and last month were quiet.", [("Yesterday", None), ("this week", None), ("last month", None)]),
        ("In April and at noon on Friday.", [("April", "XXXX-04"), ("noon on Friday", "XXXX-WXX-5")]),
        ("In 2016 they were back by 5 May.", [("2016", "2016"), ("5 May", "../2016-05-05")]),
        ("Three days ago; at 15:00; overnight; the next day.", [("15:00", None), ("overnight", None), ("the next day", None)]),
        ("On Christmas Day, during Ramadan.", [("Christmas Day", None), ("Ramadan", None)]),
    ],
)  # fmt: skip
def test_an_undated_text_gives_no_day_that_it_does_not_name(text: str, expected: Expected) -> None:
    assert norms(text, None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 31 February 2017", "on February 30", "29 February 2017", "April 31", "on 0 April", "32 March 2017", "31.02.2017",
        "2017-02-31", "13/13/2017", "2017-13-01", "25:00", "12:60", "year 0", "in 0000", "in the year 10000",
        "0000-00-00", "in 99999 BC", "in 500 BC", "1 January 99999", "May 5, 3017, they", "in April 0000", "on 4 April 9999.",
        "10000 years hence", "month 13 of 2o17", "99:99 p.m.", "2500-01-01" * 40,
    ],
)  # fmt: skip
def test_an_impossible_date_is_none(text: str) -> None:
    assert [time.norm for time in times_in(text, "2017-04-06") if time.kind in ("date", "time") and time.norm] == []


@pytest.mark.parametrize(
    "written", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "2017-02-31", "year 0", "", "0000-00-00"]
)
def test_the_ends_of_the_calendar_and_bad_dates_of_writing_raise_nothing(written: str) -> None:
    text = (
        "Yesterday, tomorrow, last week, next year, 9,999 years ago, 400 years later, two hours ago, Friday the 13th, "
        "last Easter, Tuesday, Christmas, next century, Monday to Friday, on the 31st, Ramadan, Election Day, 3000 decades ago."
    )
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in times_in(text, written))
