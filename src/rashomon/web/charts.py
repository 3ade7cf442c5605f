"""The timeline as SVG: drawn by Altair and vl-convert, offline, without colours of its own.

The drawing takes the ink of the page (`currentColor`), so it is right in light, dark and print. What is told apart is told
apart by place, shape and words. Words of captures go in as data; `_clean` lets through nothing but shapes and text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from typing import Any

import altair as alt
import vl_convert
from lxml import etree
from markupsafe import Markup

from rashomon.views.apparatus import SIGNS
from rashomon.views.records import Witness
from rashomon.views.timeline import QUESTIONS, Timeline
from rashomon.web.drawings import Chart
from rashomon.web.figures import moment_of, zone

WIDTH = 460  # of the plot: with its labels the whole is 700 px, the width of the reading column
LABELS = 236  # px to the left of the timeline's plot
LINE, GAP = 19, 13  # px from one line of the timeline to the next, and before a question
ANSWERS = 5  # as many to each question are drawn; the table has all
WIDE, AXIS = 720, 36  # px of the whole drawing, and of what stands around and below its lines
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


def timeline_chart(timeline: Timeline) -> Chart | None:
    """When each account appeared, and when each answer to the sharpest points was given; None with fewer than two dates.

    It takes 0.1 s, and 1 s the first time: whoever shows it first draws it, and no page waits for it.
    """
    lines, left_out = _timeline_lines(timeline)
    begin, end = _ends(lines)
    if begin is None or end is None:
        return None
    rest = f" At most {ANSWERS} answers to each of the {QUESTIONS} sharpest points; the table has all." if left_out else ""
    caption = (
        f"When each account appeared, and when each answer was given. Letters are the accounts’ sigla.{rest}{zone(begin, end)}"
    )
    drawing, height = _lines_chart(lines, begin, end)
    return Chart(_svg(drawing, caption), caption, WIDE, height + AXIS)


def timeline_size(timeline: Timeline) -> tuple[int, int] | None:
    """The width and height that the timeline will have, so that a page can keep room for it; None where there is none."""
    lines, _ = _timeline_lines(timeline)
    return None if None in _ends(lines) else (WIDE, _height(lines) + AXIS)


def alone(chart: Chart) -> str:
    """The drawing as a file of its own: as an image it does not know the page's ink, so it brings light and dark itself."""
    ink = "<style>:root{color:#211d18}@media(prefers-color-scheme:dark){:root{color:#e9e2d4}}</style>"
    return str(chart.svg).replace(">", f">{ink}", 1)


def _timeline_lines(timeline: Timeline) -> tuple[list["_Line"], bool]:
    """What the drawing shows, a line each, and whether some answers found no room."""
    lines = [_Line("accounts", "head", [(each.published_at, each) for each in timeline.documents])]
    for point in timeline.points[:QUESTIONS]:
        lines.append(_Line(f"{SIGNS[point.relation]} {_short(point.question, 42)}", "head", []))
        for answer in point.answers[:ANSWERS]:
            marks = [(saying.at, saying.witness) for saying in answer.sayings]
            lines.append(_Line(f"{'denied: ' if answer.denied else ''}“{_short(answer.value, 30)}”", "answer", marks))
    return lines, any(len(point.answers) > ANSWERS for point in timeline.points[:QUESTIONS])


def _ends(lines: Iterable["_Line"]) -> tuple[datetime | None, datetime | None]:
    moments = {moment for line in lines for at, _ in line.marks if (moment := moment_of(at))}
    return (min(moments), max(moments)) if len(moments) > 1 else (None, None)


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    style: str
    marks: list[tuple[str | None, Witness]]


def _height(lines: Sequence[_Line]) -> int:
    return _places(lines)[-1] + LINE // 2


def _places(lines: Sequence[_Line]) -> list[int]:
    """How far down each line stands."""
    gaps = [LINE + (GAP if line.style == "head" and number else 0) for number, line in enumerate(lines)]
    return list(accumulate(gaps))


def _lines_chart(lines: Sequence[_Line], begin: datetime, end: datetime) -> tuple[Drawing, int]:
    labels: list[dict[str, Any]] = []
    sigla: list[dict[str, Any]] = []
    for y, line in zip(_places(lines), lines, strict=True):
        ruled = y if any(moment_of(at) for at, _ in line.marks) else None
        labels.append({"y": y, "label": line.label, "style": line.style, "rule": ruled})
        sigla += [{"at": _iso(at), "y": y, "mark": mark} for at, mark in _gathered(line.marks, begin, end)]
    height = _height(lines)
    place = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    named = alt.Chart({"values": labels}).encode(y=place)
    heads = named.transform_filter("datum.style == 'head'").mark_text(align="left", fontSize=12, fontWeight="bold")
    answers = named.transform_filter("datum.style == 'answer'").mark_text(align="left", fontSize=12, fontStyle="italic")
    rules = named.transform_filter("datum.rule != null").mark_rule(opacity=0.22)
    marks = alt.Chart({"values": sigla}).mark_text(align="center", fontSize=12, fontWeight="bold")
    layers = alt.layer(
        rules.encode(x=alt.value(0), x2=alt.value(WIDTH)),
        heads.encode(x=alt.value(-LABELS), text="label:N"),
        answers.encode(x=alt.value(12 - LABELS), text="label:N"),
        marks.encode(x=_time_axis(begin, end), y=place, text="mark:N"),
    )
    return layers.properties(width=WIDTH, height=height), height


def _gathered(marks: Iterable[tuple[str | None, Witness]], begin: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """Sigla that would print over each other stand as one: "A B", or "A B +4" where many come at once."""
    dated = {(moment, witness.siglum): None for at, witness in marks if (moment := moment_of(at))}
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
