"""Charts: shapes and text only, in the page's ink, with every word of a capture as text."""

from dataclasses import replace

from lxml import etree

from rashomon.views.timeline import figures
from rashomon.web.charts import LOOKS, figures_chart, timeline_chart

SHAPES = {"svg", "g", "path", "line", "rect", "text", "tspan"}


def drawn(edition):
    point = edition.overview.points[0]
    return [edition.timeline, edition.chart(point)]


def test_a_chart_is_shapes_and_text_only(hostile_edition):
    for chart in drawn(hostile_edition):
        for node in etree.fromstring(chart.svg).iter():
            assert etree.QName(node).localname in SHAPES
            assert set(node.attrib) <= LOOKS | {"role", "aria-label"}


def test_a_chart_has_no_colour_of_its_own(edition):
    for chart in drawn(edition):
        inks = {node.get(name) for node in etree.fromstring(chart.svg).iter() for name in ("fill", "stroke")}
        assert inks <= {None, "none", "transparent", "currentColor"}


def test_the_timeline_has_every_dated_account_and_the_words_of_each_answer(edition):
    texts = [node.text for node in etree.fromstring(edition.timeline.svg).iter("{*}text")]
    assert texts.count("A") == 3  # it appeared, and it answers two points
    assert "≠ How many people died in the fire?" in texts
    assert "denied: “No one set it”" in texts
    assert not any(text == "D" for text in texts)  # undated


def test_captured_words_are_text(edition):
    asked = replace(edition.overview.points[0], question="<b onclick=x>&amp;</b>")
    chart = timeline_chart(edition.overview.timeline, [asked])
    assert "≠ <b onclick=x>&amp;</b>" in [node.text for node in etree.fromstring(chart.svg).iter("{*}text")]


def test_one_date_gives_no_line(edition):
    timeline = edition.overview.timeline
    one = type(timeline)(timeline.documents[:1], (), ())
    assert timeline_chart(one, ()) is None


def test_two_figures_give_no_chart(edition):
    found = figures(edition.records, edition.overview.points[0])
    assert len(found) == 3
    assert figures_chart(found)
    assert figures_chart(found[:2]) is None
