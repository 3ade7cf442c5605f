"""Contested numbers as UCDP's georeferenced event data has them: who said how many, in which source, low, best and high.

`best` is what that one source says, where it says one number; nothing here is a verdict over the sources. Where a source says
"at least 20" its best and low are 20 and it gives no high; "20 to 30" is low 20 and high 30, and it gives no best. Day and place
are those that the source gives with the number; of what the case is about `event_date` and `event_where` tell.
"""

import csv
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

from rashomon.export.cells import cell
from rashomon.export.material import Material
from rashomon.export.whole import whole_file
from rashomon.views.claims import Claim

HEAD = (
    "source_article", "source_office", "source_date", "source_headline", "source_original",
    "where_prec", "where", "latitude", "longitude", "country", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "about", "unit", "scope", "question", "relation", "independent_low", "independent_high", "quote", "document", "claim",
    "event_date", "event_where",
)  # fmt: skip
WHERE = {
    "neighbourhood": 1,
    "city": 1,
    "district": 3,
    "region": 4,
    "area": 5,
    "country": 6,
}  # UCDP's codes for a place's precision
CIVILIANS = ("civilian", "child")  # scopes that are none of the parties
DAY, WEEK, MONTH, YEAR = 1, 3, 4, 5  # UCDP's codes for a date's precision


def write_ucdp(material: Material, out: Path) -> None:
    """Writes one CSV: a row for each number that a source gives for a quantity at issue, in the order of points and dates."""
    places = _places(material)
    events = {event.id: event for event in material.tables["events"]}
    rows = [_row(claim, places, events.get(claim.point.event_id)) for claim in material.claims if claim.fact.kind == "quantity"]
    file = StringIO(newline="")
    sheet = csv.writer(file)
    sheet.writerow(HEAD)
    sheet.writerows([cell(row.get(key, "")) for key in HEAD] for row in rows)
    with whole_file(out) as path:
        path.write_bytes(file.getvalue().encode("utf-8-sig", "replace"))


def _row(claim: Claim, places: dict[str, dict[str, Any]], event: Any) -> dict[str, Any]:
    fact, document = claim.fact, claim.document
    best, low, high = estimates(fact.low, fact.high)
    number = best if best != "" else low
    killed = fact.about == "kill"
    civilian = killed and fact.scope in CIVILIANS
    return {
        "source_article": document.uri,
        "source_office": document.outlet or document.name,
        "source_date": document.published_at or "",
        "source_headline": document.title or "",
        "source_original": claim.entity.name if claim.entity else claim.speaker,
        "where": fact.where or "",
        **places.get(fact.where or "", {}),
        **dict(zip(("date_prec", "date_start", "date_end"), days(fact.when), strict=True)),
        "deaths_civilians": number if civilian else "",
        "deaths_unknown": number if killed and not civilian else "",
        "best": best,
        "high": high,
        "low": low,
        "about": fact.about,
        "unit": fact.unit or "",
        "scope": fact.scope or "",
        "question": claim.point.question,
        "relation": claim.point.relation,
        "independent_low": claim.standing.independent_low,
        "independent_high": claim.standing.independent_high,
        "quote": claim.quote,
        "document": document.id,
        "claim": fact.id,
        "event_date": (event.when if event else None) or "",
        "event_where": (event.where if event else None) or "",
    }


def estimates(low: float | None, high: float | None) -> tuple[Any, Any, Any]:
    """Best, low and high of one source; empty where it gives none."""
    told = ["" if number is None else int(number) if number == int(number) else number for number in (low, high)]
    if low is not None and (high is None or high == low):
        return told[0], told[0], told[1]
    return "", told[0], told[1]


def days(when: str | None) -> tuple[int | str, str, str]:
    """How exactly the day is known, in UCDP's code, and the first and the last day that it may be."""
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2}).*", when or ""):
        day = "-".join(match.groups())
        return DAY, day, day
    if match := re.fullmatch(r"(\d{4})-W(\d{2})", when or ""):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return WEEK, monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if match := re.fullmatch(r"(\d{4})-(\d{2})", when or ""):
        last = monthrange(int(match[1]), int(match[2]))[1]
        return MONTH, f"{when}-01", f"{when}-{last}"
    if re.fullmatch(r"\d{4}", when or ""):
        return YEAR, f"{when}-01-01", f"{when}-12-31"
    return "", "", ""


def _places(material: Material) -> dict[str, dict[str, Any]]:
    """Where a place of that name is."""
    return dict(_named_places(material))


def _named_places(material: Material) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in reversed(material.rows["entities"]):
        if "place" in row:
            place = row["place"]
            known = {
                "where_prec": WHERE.get(place["precision"], ""),
                "latitude": place["lat"],
                "longitude": place["lon"],
                "country": place.get("country", ""),
            }
            yield from ((name, known) for name in (*row["aliases"], row["name"]))
