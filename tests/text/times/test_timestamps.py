"""The page's own dates, told apart from those of what it tells."""

import pytest

from rashomon.text.times import times_in


def stamps(text: str) -> set[str]:
    return {time.span.of(text) for time in times_in(text, "2017-04-06") if time.stamp}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 10:22 GMT, 4 April 2017", {"10:22 GMT, 4 April 2017"}),
        ("Last updated at 12:03\nIt rained.", {"12:03"}),
        ("Posted on April 4th, 2017 at 10:22 am by Ann", {"April 4th, 2017 at 10:22 am"}),
        ("Posted by Ann on 2017-04-04", {"2017-04-04"}),
        ("Updated 3 hours ago", {"3 hours ago"}),
        ("Copyright 2017 The Paper. All rights reserved.", {"2017"}),
        ("© 2012-2017 The Site", {"2012-2017"}),
        ("Thursday 6 April 2017 11:13\nThe bridge fell.", {"Thursday 6 April 2017 11:13"}),
        ("ann_k 2 days ago | reply\nYes.", {"2 days ago"}),
        ("It burns. — Ann (@ann) April 4, 2017", {"April 4, 2017"}),
        ("6 April 2017 Dozens killed in market", {"6 April 2017"}),
        # no stamps
        ("The report was published on 4 April 2017 by the ministry.", set()),
        ("A video posted on Saturday shows it.", set()),
        ("Published on Tuesday, the report names nobody.", set()),
        ("The law was updated in 2012 and again 3 years ago.", set()),
        ("21 August 2013\nRockets hit the suburb.", set()),  # a chronology
        ("in 2013", set()),
        ("On 6 April 2017 the bridge fell.", set()),
        ("Three people died 3 hours ago in the market, the mayor said on the radio.", set()),
    ],
)  # fmt: skip
def test_when_the_page_was_made(text: str, expected: set[str]) -> None:
    assert stamps(text) == expected


def test_the_next_day_is_not_reckoned_from_a_stamp() -> None:
    text = "They left on 1 March 2017.\nUpdated: 5 April 2017 10:00\nThe next day they came back."
    assert [time.norm for time in times_in(text, "2017-04-06") if not time.stamp] == ["2017-03-01", "2017-03-02"]
