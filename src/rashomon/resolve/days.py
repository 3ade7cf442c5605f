"""Whether the days of two tellings can be one day, as far as they are known."""

from datetime import date

NIGHT = 1  # days by which two accounts may date one night
DATE, MONTH, YEAR = 10, 7, 4  # letters of an ISO date to the day, to the month and to the year


def days_agree(left: frozenset[str], right: frozenset[str]) -> float:
    """1 where both have one exact date in common; -1 where theirs lie apart; 0 where a date is not known well enough."""
    if any(len(day) >= DATE and "X" not in day for day in left & right):
        return 1.0
    return -float(exact_days_apart(left, right))


def exact_days_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each date of one lies more than `NIGHT` days from each of the other's, or in another month or year."""
    return bool(left and right) and all(_apart(one, other) for one in left for other in right)


def _apart(one: str, other: str) -> bool:
    exact = min(len(one), len(other))
    if exact >= DATE:
        try:
            return abs((date.fromisoformat(one[:DATE]) - date.fromisoformat(other[:DATE])).days) > NIGHT
        except ValueError:
            return False  # a weekday, or a day without its year
    span = MONTH if exact >= MONTH else YEAR
    return "X" not in one[:span] + other[:span] and one[:span] != other[:span]
