"""What a reader is told of how good it is comes from one place, adds up, and stands where one decides."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from rashomon.text.lexicon import lexicon
from rashomon.views import measured
from rashomon.web import pages
from rashomon.web.app import app
from rashomon.web.pages import SERVED
from rashomon.web.render import _environment

SETS = lexicon("measured")["points"]


def macro(template, name):
    return getattr(_environment().get_template(template).module, name)


@pytest.mark.parametrize("name", SETS)
def test_the_counts_add_up(name):
    of = SETS[name]
    for key in ("shown", "right", "there", "found"):
        assert sum(kind[key] for kind in of["kinds"].values()) == of["all"][key]
    for counts in (of["all"], of["copies"], *of["kinds"].values()):
        assert counts["right"] <= counts["shown"]
        assert counts["found"] <= counts["there"] or counts["there"] == 0


def test_a_kind_with_few_is_told_by_all_kinds_and_says_so():
    counts, whole = SETS["tuned"]["kinds"]["quantity"], SETS["tuned"]["all"]
    assert f"about a quantity: {counts['right']} of {counts['shown']}" in measured.disputes("quantity")
    assert f"too few of this one: {whole['right']} of {whole['shown']}" in measured.disputes("place")
    assert measured.disputes("place") != measured.disputes()


def test_both_sorts_of_events_are_told_the_worse_one_too():
    others = [SETS[name]["all"] for name in ("seen", "unseen")]
    words = f"{sum(one['right'] for one in others)} of {sum(one['shown'] for one in others)} on others"
    assert words in measured.disputes()


def test_pages_and_report_say_it_where_a_reader_decides(edition):
    point = edition.order[0]
    assert edition.point(point).relation in ("conflict", "update")
    kind = edition.point(point).kind
    report = pages.report(edition, "")
    for page in (pages.point(edition, point), report):
        assert measured.disputes(kind) in page
    for page in (pages.points(edition), report):
        assert measured.disputes() in page
        assert "does not mean that nobody disagrees" in page
    for page in (pages.copies(edition), report):
        assert measured.copies() in page


def test_what_is_no_dispute_is_not_measured_as_one(edition):
    view = edition.point(edition.order[0])
    drawn = macro("points.html", "grounds")
    for relation, is_told in (("conflict", True), ("update", True), ("compatible", False), ("agree", False)):
        assert ("Measured on" in drawn(replace(view, relation=relation), SERVED)) is is_told


def test_whoever_judges_is_told_it_too(case):
    browser = TestClient(app(case), base_url="http://127.0.0.1")
    assert measured.disputes() in browser.get("/review/pos1-0-0~pos1-0-1").text
