"""The small drawing of a quantity over time: each mark leads to its words, and captured words are text."""

from dataclasses import replace

from lxml import etree

from rashomon.views.timeline import figures
from rashomon.web.addresses import Addresses
from rashomon.web.figures import figures_chart

FROZEN = Addresses(frozen=True)


def test_two_figures_give_no_chart(edition):
    found = figures(edition.records, edition.point(edition.order[0]))
    assert len(found) == 3
    assert figures_chart(found, "poi1-0", FROZEN)
    assert figures_chart(found[:2], "poi1-0", FROZEN) is None
    assert figures_chart([replace(figure, at="2026-03-01") for figure in found], "poi1-0", FROZEN) is None


def test_each_mark_leads_to_its_words_on_the_page(edition, read_page):
    point = edition.point(edition.order[0])
    drawn = etree.fromstring(edition.chart(point, FROZEN).svg)
    anchors = {f"#{point.id}.{saying.fact_id}" for answer in point.answers for saying in answer.sayings}
    links = [node.get("href") for node in drawn.iter("a")]
    assert len(links) == 3
    assert set(links) <= anchors


def test_captured_words_are_text_and_no_colour_is_its_own(hostile_edition):
    point = hostile_edition.point(hostile_edition.order[0])
    drawn = etree.fromstring(hostile_edition.chart(point, FROZEN).svg)
    assert {node.tag for node in drawn.iter()} <= {"svg", "a", "title", "g", "text", "line"}
    assert any("<script>" in node.text for node in drawn.iter("title"))
    assert not any(node.get(name) for node in drawn.iter() for name in ("fill", "stroke", "style", "onclick"))


def test_bounds_are_told_apart_by_shape(edition):
    drawn = etree.fromstring(edition.chart(edition.point(edition.order[0]), FROZEN).svg)
    signs = [node.text for node in drawn.iter("text") if node.get("class") == "figure"]
    assert sorted(signs) == ["△", "△", "●"]
