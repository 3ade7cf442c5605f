"""Points in time as captures give them: a day, or a time in its own zone, which is kept because it tells which day it was."""

from datetime import UTC, datetime

NEVER = "~"  # sorts after every date


def chronological(moment: str | None) -> str:
    """A key that sorts ISO 8601 days and times by when they were, whatever their zones; what bears no date comes last.

    A day alone comes before every hour of that day; a time without a zone counts as UTC.
    """
    if moment is None:
        return NEVER
    try:
        at = datetime.fromisoformat(moment)
        return moment if len(moment) <= len("2020-01-31") or at.tzinfo is None else _plain(at.astimezone(UTC))
    except (ValueError, OverflowError):
        return moment


def earliest(*moments: str | None) -> str | None:
    """The first of the moments in time, None where none is dated."""
    return min((moment for moment in moments if moment), key=chronological, default=None)


def latest(*moments: str | None) -> str | None:
    """The last of the moments in time, None where none is dated."""
    return max((moment for moment in moments if moment), key=chronological, default=None)


def _plain(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="seconds")
