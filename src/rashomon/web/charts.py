"""Charts as SVG that stands in the page itself: drawn by Altair and vl-convert, offline, without colours of their own.

The drawing takes the ink of the page (`currentColor`), so it is right in light, dark and print. What is told apart is told
apart by place, shape and words. Words of captures go in as data; `_clean` lets through nothing but shapes and text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import altair as alt
import vl_convert
from lxml import etree
from markupsafe import Markup

from rashomon.views.apparatus import SIGNS
from rashomon.views.points import PointView
from rashomon.views.speakers import Witness
from rashomon.views.timeline import Figure, Timeline

WIDTH = 460  # of the plot: with its labels the whole is 700 px, the width of the reading column
LABELS = 236  # px to the left of the timeline's plot
LINE, GAP = 19, 13  # px from one line of the timeline to the next, and before a question
QUESTIONS, ANSWERS = 8, 5  # as many, and as many to each, the timeline draws; its table has all
LETTER = 8.5  # px that a letter of a siglum takes
SERIF = "Iowan Old Style, Palatino Linotype, Palatino, Georgia, serif"

Drawing = alt.LayerChart | alt.FacetChart  # what Altair says that layering gives
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("svg", "g", "path", "line", "rect", "text", "tspan")}
LOOKS = {
    "d", "fill", "fill-opacity", "font-family", "font-size", "font-style", "font-weight", "height", "opacity", "stroke",
    "stroke-dasharray", "stroke-opacity", "stroke-width", "text-anchor", "transform", "viewBox", "width", "x", "x1", "x2", "y",
    "y1", "y2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and the line below it."""

    svg: Markup
    caption: str


def timeline_chart(timeline: Timeline, points: Sequence[PointView]) -> Chart | None:
    """When each account appeared, and when each answer to the sharpest points was given; None with fewer than two dates."""
    drawn, left_out = points[:QUESTIONS], len(points) > QUESTIONS
    lines = [_Line("accounts", "head", [(each.published_at, each) for each in timeline.documents])]
    for point in drawn:
        lines.append(_Line(f"{SIGNS[point.relation]} {_short(point.question, 42)}", "head", []))
        for answer in point.answers[:ANSWERS]:
            marks = [(saying.at, saying.witness) for saying in answer.sayings]
            left_out |= len(point.answers) > ANSWERS
            lines.append(_Line(f"{'denied: ' if answer.denied else ''}“{_short(answer.value, 30)}”", "answer", marks))
    moments = [moment for line in lines for at, _ in line.marks if (moment := _moment(at))]
    if len(set(moments)) < 2:
        return None
    rest = f" The first {ANSWERS} answers to the {QUESTIONS} sharpest points; the table has all." if left_out else ""
    begin, end = min(moments), max(moments)
    caption = (
        f"When each account appeared, and when each answer was given. Letters are the accounts’ sigla.{rest}{_zone(begin, end)}"
    )
    return Chart(_svg(_lines_chart(lines, begin, end), caption), caption)


def figures_chart(figures: Sequence[Figure]) -> Chart | None:
    """How a quantity was put over time; None with fewer than three figures or a single date: the answers say as much."""
    dated = [(moment, figure) for figure in figures if (moment := _moment(figure.at))]
    if len(dated) < 3 or len({moment for moment, _ in dated}) < 2:
        return None
    sigla: dict[tuple[datetime, float | None, float | None], list[str]] = {}
    for moment, figure in dated:
        sigla.setdefault((moment, figure.low, figure.high), []).append(figure.witness.siglum)
    rows = [
        {
            "at": _iso(moment),
            "low": high if low is None else low,
            "high": low if high is None else high,
            "mark": _together(list(dict.fromkeys(marks))),
            "open": "△" if high is None else "▽" if low is None else "●",
        }
        for (moment, low, high), marks in sigla.items()
    ]
    base = alt.Chart({"values": rows}).encode(x=_time_axis(min(dated, key=_first)[0], max(dated, key=_first)[0]))
    scale = alt.Scale(zero=True, nice=True)
    level = alt.Y("low:Q", title=None, scale=scale, axis=alt.Axis(tickCount=4, format="~s"))
    ranges = base.mark_rule(strokeWidth=3, opacity=0.5).encode(y=level, y2="high:Q")
    ends = base.mark_text(fontSize=9).encode(y=level, text="open:N")
    names = base.mark_text(fontSize=11, dx=8, align="left", fontWeight="bold").encode(y=level, text="mark:N")
    caption = "The figures by date. ● as given, △ at least, ▽ at most; a bar spans the range that the words allow."
    caption += _zone(min(dated, key=_first)[0], max(dated, key=_first)[0])
    return Chart(_svg(alt.layer(ranges, ends, names).properties(width=WIDTH, height=130), caption), caption)


def _first(dated: tuple[datetime, Figure]) -> datetime:
    return dated[0]


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    style: str
    marks: list[tuple[str | None, Witness]]


def _lines_chart(lines: Sequence[_Line], begin: datetime, end: datetime) -> Drawing:
    labels: list[dict[str, Any]] = []
    sigla: list[dict[str, Any]] = []
    y = 0
    for line in lines:
        y += LINE + (GAP if line.style == "head" and labels else 0)
        labels.append(
            {"y": y, "label": line.label, "style": line.style, "rule": y if any(_moment(at) for at, _ in line.marks) else None}
        )
        sigla += [{"at": _iso(at), "y": y, "mark": mark} for at, mark in _gathered(line.marks, begin, end)]
    height = y + LINE // 2
    place = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    named = alt.Chart({"values": labels}).encode(y=place)
    heads = named.transform_filter("datum.style == 'head'").mark_text(align="left", fontSize=12, fontWeight="bold")
    answers = named.transform_filter("datum.style == 'answer'").mark_text(align="left", fontSize=12, fontStyle="italic")
    rules = named.transform_filter("datum.rule != null").mark_rule(opacity=0.22)
    marks = alt.Chart({"values": sigla}).mark_text(align="center", fontSize=12, fontWeight="bold")
    return alt.layer(
        rules.encode(x=alt.value(0), x2=alt.value(WIDTH)),
        heads.encode(x=alt.value(-LABELS), text="label:N"),
        answers.encode(x=alt.value(12 - LABELS), text="label:N"),
        marks.encode(x=_time_axis(begin, end), y=place, text="mark:N"),
    ).properties(width=WIDTH, height=height)


def _gathered(marks: Iterable[tuple[str | None, Witness]], begin: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """Sigla that would print over each other stand as one: "A B", or "A B +4" where many come at once."""
    dated = {(moment, witness.siglum): None for at, witness in marks if (moment := _moment(at))}
    groups: list[tuple[datetime, list[str]]] = []
    for moment, siglum in sorted(dated, key=lambda mark: (mark[0], len(mark[1]), mark[1])):
        if groups:
            at, held = groups[-1]
            width = LETTER * len(_together(held)) + 4
            if WIDTH * ((moment - at) / (end - begin)) < width / 2 + LETTER * len(siglum):
                if siglum not in held:
                    held.append(siglum)
                continue
        groups.append((moment, [siglum]))
    return [(at, _together(held)) for at, held in groups]


def _together(sigla: Sequence[str]) -> str:
    shown = " ".join(sigla[:5])
    return f"{shown} +{len(sigla) - 5}" if len(sigla) > 5 else shown


def _time_axis(begin: datetime, end: datetime) -> alt.X:
    margin = (end - begin) / 40  # so that a siglum at either end is not cut in two
    domain = [_iso(begin - margin), _iso(end + margin)]
    written = "%-d %b" if (end - begin).days < 200 else "%b %Y"
    hours = f"utchours(datum.value) ? utcFormat(datum.value, '%H:%M') : utcFormat(datum.value, '{written}')"
    return alt.X(
        "at:T",
        title=None,
        scale=alt.Scale(type="utc", domain=domain),
        axis=alt.Axis(tickCount=5, labelOverlap=True, labelExpr=hours),
    )


def _zone(begin: datetime, end: datetime) -> str:
    return " Hours are UTC." if (end - begin).days < 4 else ""  # a longer axis names days only


def _moment(at: str | None) -> datetime | None:
    """The date as a point in time; where no zone is given, the hour is taken as it stands."""
    if at is None:
        return None
    try:
        moment = datetime.fromisoformat({4: f"{at}-01-01", 7: f"{at}-01"}.get(len(at), at))
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _short(words: str, most: int) -> str:
    """The first words, never cut inside one where that can be helped."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return (words[: words.rfind(" ", 0, most)] if " " in words[:most] else words[: most - 1]) + "…"


def _svg(chart: Drawing, title: str) -> Markup:
    ink = "currentColor"
    configured = (
        chart.configure(background="transparent", font=SERIF)
        .configure_view(stroke=None)
        .configure_axis(
            grid=False, domainColor=ink, tickColor=ink, labelColor=ink, domainOpacity=0.4, tickOpacity=0.4, labelFontSize=11
        )
        .configure_text(color=ink)
        .configure_rule(color=ink)
    )
    drawn = etree.fromstring(vl_convert.vegalite_to_svg(configured.to_dict()).encode())
    _clean(drawn)
    drawn.set("role", "img")
    drawn.set("aria-label", title)
    etree.cleanup_namespaces(drawn)
    return Markup(etree.tostring(drawn, encoding="unicode"))  # noqa: S704 (lxml escaped every word)


def _clean(drawn: etree._Element) -> None:
    """Takes away all but shapes, text and how they look: no link, no script, no style, no reference, nothing unseen."""
    for node in list(drawn.iter()):
        parent = node.getparent()
        unseen = node.get("display") == "none" or (
            node.get("aria-hidden") and not len(node) and "background" in node.get("class", "")
        )
        if parent is not None and (node.tag not in SHAPES or unseen):
            parent.remove(node)
            continue
        for name, value in list(node.attrib.items()):
            if name not in LOOKS or "url(" in str(value).lower():
                del node.attrib[name]
