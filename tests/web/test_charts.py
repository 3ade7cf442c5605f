"""Charts: shapes and text only, in the page's ink, with every word of a capture as text."""

from dataclasses import replace

from lxml import etree

from rashomon.web.altair_ import LOOKS, timeline_chart
from rashomon.web.apart import drawn_apart
from rashomon.web.charts import alone, timeline_lines

SHAPES = {"svg", "g", "path", "line", "rect", "text", "tspan"}


def test_the_timeline_is_shapes_and_text_only(hostile_edition):
    for node in etree.fromstring(timeline_chart(hostile_edition.timeline_lines).svg).iter():
        assert etree.QName(node).localname in SHAPES
        assert set(node.attrib) <= LOOKS | {"role", "aria-label"}


def test_the_timeline_has_no_colour_of_its_own(edition):
    drawn = etree.fromstring(timeline_chart(edition.timeline_lines).svg)
    inks = {node.get(name) for node in drawn.iter() for name in ("fill", "stroke")}
    assert inks <= {None, "none", "transparent", "currentColor"}


def test_the_timeline_has_every_dated_account_and_the_words_of_each_answer(edition):
    texts = [node.text for node in etree.fromstring(timeline_chart(edition.timeline_lines).svg).iter("{*}text")]
    assert texts.count("A") == 3  # it appeared, and it answers two points
    assert "≠ How many people died in the fire?" in texts
    assert "denied: “No one set it”" in texts
    assert not any(text == "D" for text in texts)  # undated


def test_captured_words_are_text(edition):
    asked = replace(edition.timeline.points[0], question="<b onclick=x>&amp;</b>")
    chart = timeline_chart(timeline_lines(replace(edition.timeline, points=(asked,))))
    assert "≠ <b onclick=x>&amp;</b>" in [node.text for node in etree.fromstring(chart.svg).iter("{*}text")]


def test_one_date_gives_no_line(edition):
    one = replace(edition.timeline, documents=edition.timeline.documents[:1], points=())
    assert timeline_lines(one) is None


def test_a_page_keeps_the_room_that_the_drawing_takes(edition):
    chart = timeline_chart(edition.timeline_lines)
    assert edition.timeline_lines.size == (chart.width, chart.height)
    drawn = etree.fromstring(chart.svg)
    taken = [float(drawn.get(name)) for name in ("width", "height")]
    assert all(abs(real - kept) <= 16 for real, kept in zip(taken, (chart.width, chart.height), strict=True)), taken


def test_as_a_file_of_its_own_it_is_svg_with_light_and_dark_ink(edition):
    style = etree.fromstring(alone(timeline_chart(edition.timeline_lines))).find("{*}style")
    assert "prefers-color-scheme:dark" in style.text


def test_drawn_in_a_process_of_its_own_it_is_the_same(edition):
    assert drawn_apart(edition.timeline_lines) == timeline_chart(edition.timeline_lines)
