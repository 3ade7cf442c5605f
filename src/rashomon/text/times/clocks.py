"""What the words of a time of day come to: its hour, its day and its zone."""

from datetime import date

from rashomon.text.numbers import words_value
from rashomon.text.times.almanac import moved
from rashomon.text.times.values import Said, Setting, Value, weekday

_LATE = ("p", "afternoon", "evening", "night")
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
# IST, CST and MST are left out: India, Israel and Ireland, or America and China, use the same letters
_ZONES = {
    "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "z": "Z",
}  # fmt: skip


def clock(said: Said, at: Setting) -> Value | None:
    """10:35 a.m. EDT Thursday; 0300 GMT; noon; 8-9 p.m.: on the day named beside it, else the day last spoken of."""
    hour, minute = _hour(said.get("hour", ""), said.get("am") or _shared_half(said)), int(said.get("minute", 0))
    if "word" in said:
        hour = 0 if said["word"] == "midnight" else 12
    if "quarter" in said:
        hour, minute = _beside_the_hour(hour, said)
    day = _day(said, at)
    value = f"{day}T{hour % 24:02d}:{minute:02d}"
    return Value("time", value, _norm(said, day, value))


def _norm(said: Said, day: str, value: str) -> str | None:
    """The other end, or the zone; only the day where the hour may be of the morning or the evening ("seven o'clock")."""
    if "tohour" in said:
        return f"{value}/{day}T{_hour(said['tohour'], said.get('half')) % 24:02d}:{said.get('tominute', '00')}"
    zone = said.get("zone", "")
    if zone.startswith(("+", "-")):
        return f"{value}{zone[:3]}:{zone[-2:]}"
    if "half" not in said and "word" not in said and ("quarter" in said or "minute" not in said):
        return day
    return value + _ZONES[zone] if zone in _ZONES else None


def _shared_half(said: Said) -> str | None:
    """The half of the day; "8-9 p.m." begins in the same one, "11-1 p.m." in the one before."""
    half = said.get("half")
    if half and "tohour" in said and int(said["hour"]) % 12 > int(said["tohour"]) % 12:
        return "a" if half in _LATE else "p"
    return half


def _hour(words: str, half: str | None) -> int:
    hour = int(words) if words.isdigit() else int(words_value(words) or 0)
    return hour if half is None else hour % 12 + (12 if half in _LATE else 0)


def _beside_the_hour(hour: int, said: Said) -> tuple[int, int]:
    """Half past seven is 7:30, a quarter to eight 7:45."""
    away = 30 if said["quarter"] == "half" else 15
    return (hour, away) if said["side"] == "past" else ((hour - 1) % 24, 60 - away)


def _day(said: Said, at: Setting) -> str:
    if "weekday" in said:
        found = weekday({"weekday": said["weekday"]}, at)
        return (found.value if found else None) or "XXXX-XX-XX"
    day: date | None = at.spoken or at.anchor
    if "rel" in said:
        day = moved(at.anchor, _NEAR_DAYS[said["rel"]], "D") if at.anchor else None
    return day.isoformat() if day else "XXXX-XX-XX"
