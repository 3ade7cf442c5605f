"""Days that have names: exact where they are, to the month where the moon decides."""

import pytest

from rashomon.text.times.holidays import holidays, names


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("Christmas Eve", 2016, ["2016-12-24"]),
        ("New Year’s  Day", 2017, ["2017-01-01"]),
        ("Good Friday", 2017, ["2017-04-14"]),
        ("Easter Monday", 2024, ["2024-04-01"]),
        ("Orthodox Easter", 2016, ["2016-05-01"]),
        ("Thanksgiving", 2016, ["2016-11-24"]),
        ("Election Day", 2016, ["2016-11-08"]),
        ("Memorial Day", 2016, ["2016-05-30"]),
        ("Eid al-Fitr", 2016, ["2016-07"]),  # 6 July
        ("Eid al-Adha", 2015, ["2015-09"]),  # 24 September
        ("Ashura", 2016, ["2016-10"]),  # 11 or 12 October
        ("Ramadan", 2017, ["2017"]),  # 27 May to 24 June
        ("Nowruz", 2017, ["2017-03"]),
        ("Christmas", 0, []),
        ("Easter", 10_000, []),
    ],
)
def test_when_a_holiday_is(name: str, year: int, days: list[str]) -> None:
    assert holidays(name, year) == days


def test_every_holiday_has_a_day_in_most_years() -> None:
    for name in names():
        assert sum(bool(holidays(name, year)) for year in range(1950, 2050)) > 90, name
