"""The timeline as SVG: drawn by Altair and vl-convert, offline, without colours of its own.

The drawing takes the ink of the page (`currentColor`), so it is right in light, dark and print. What is told apart is told
apart by place, shape and words. Words of captures go in as data; `_clean` lets through nothing but shapes and text.
"""

from datetime import UTC, datetime

import altair as alt
import vl_convert
from lxml import etree
from markupsafe import Markup

from rashomon.web.charts import LABELS, WIDTH, Lines
from rashomon.web.drawings import Chart

SERIF = "Iowan Old Style, Palatino Linotype, Palatino, Georgia, serif"

Drawing = alt.LayerChart | alt.FacetChart  # what Altair says that layering gives
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("svg", "g", "path", "line", "rect", "text", "tspan")}
LOOKS = {
    "d", "fill", "fill-opacity", "font-family", "font-size", "font-style", "font-weight", "height", "opacity", "stroke",
    "stroke-dasharray", "stroke-opacity", "stroke-width", "text-anchor", "transform", "viewBox", "width", "x", "x1", "x2", "y",
    "y1", "y2",
}  # fmt: skip


def timeline_chart(lines: Lines) -> Chart:
    """The lines as a drawing. It takes 0.1 s; the first in a process 1 s, in which no other thread gets on."""
    width, height = WIDTH, lines.height
    place = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False, zero=False), axis=None)
    rows = [{"y": one.y, "label": one.label, "style": one.style, "rule": one.y if one.ruled else None} for one in lines.labels]
    letters = [{"at": _iso(one.at), "y": one.y, "mark": one.letters} for one in lines.marks]
    named = alt.Chart({"values": rows}).encode(y=place)
    heads = named.transform_filter("datum.style == 'head'").mark_text(align="left", fontSize=12, fontWeight="bold")
    answers = named.transform_filter("datum.style == 'answer'").mark_text(align="left", fontSize=12, fontStyle="italic")
    rules = named.transform_filter("datum.rule != null").mark_rule(opacity=0.22)
    dated = alt.Chart({"values": letters}).mark_text(align="center", fontSize=12, fontWeight="bold")
    layers = alt.layer(
        rules.encode(x=alt.value(0), x2=alt.value(width)),
        heads.encode(x=alt.value(-LABELS), text="label:N"),
        answers.encode(x=alt.value(12 - LABELS), text="label:N"),
        dated.encode(x=_time_axis(lines.begin, lines.end), y=place, text="mark:N"),
    )
    return Chart(_svg(layers.properties(width=width, height=height), lines.caption), lines.caption, *lines.size)


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
