"""Every page's template gets exactly its context; a word that is missing is an error, never an empty place."""

from itertools import pairwise

import pytest
from jinja2 import UndefinedError, meta, nodes
from tests.cases import told

from rashomon.model import Run
from rashomon.views.doubts import Doubts
from rashomon.views.records import CAUTION, Records
from rashomon.views.review import about
from rashomon.web import pages, render, worksheets
from rashomon.web.edition import Edition
from rashomon.web.forms import Seat
from rashomon.web.render import web_address


@pytest.fixture
def drawn(edition, monkeypatch):
    """What each template was given, while every page is drawn."""
    given: dict[str, set[str]] = {}

    def note(template: str, **context: object) -> str:
        given[template] = set(context)
        return render.render(template, **context)

    monkeypatch.setattr(pages, "render", note)
    monkeypatch.setattr(worksheets, "render", note)
    pages.report(edition, "")
    every_served_page(edition)
    return given


def every_served_page(edition: Edition) -> list[str]:
    document, point = next(iter(edition.records.documents)), edition.order[0]
    doubts = about(edition.records, point) or ()
    present = worksheets.Present(
        Seat("seat", "word", "ed", False), edition.records.judgements, edition.records.judgements, False, ""
    )
    whole = [
        pages.overview, pages.points, pages.timeline, pages.parallel, pages.documents, pages.voices, pages.entities,
        pages.copies, pages.run,
    ]  # fmt: skip
    return [
        *(page(edition) for page in whole),
        pages.point(edition, point),
        pages.document(edition, document, {"at": "3-9"}),
        pages.voice(edition, edition.voices[0].id),
        pages.entity(edition, edition.entities[0].id),
        pages.refused(edition, "Not here", "There is no such page."),
        worksheets.found(edition, {"q": "died", "kind": "statement"}),
        worksheets.queue(edition, present, Doubts(doubts, 3), {}),
        worksheets.item(edition, present, doubts[-1], {"said": "jud1-a"}, notice="Bo has said so meanwhile."),
        worksheets.whole(edition, present, point) or "",
    ]


def test_every_template_gets_exactly_what_it_names(drawn):
    environment = render._environment()
    templates = {name for name in environment.list_templates() if name.startswith("pages/")} | {"report.html"}
    templates.remove("pages/bare.html")  # it has no frame, and is drawn where there is no case
    assert set(drawn) == templates
    for name, context in drawn.items():
        names = set()
        for source in (name, "layout.html"):
            tree = environment.parse(environment.loader.get_source(environment, source)[0])
            names |= meta.find_undeclared_variables(tree) - imported(tree)
        assert names - set(environment.globals) == context, name


def imported(tree: nodes.Template) -> set[str]:
    """The names that a page gives to files of macros; inside a block Jinja counts them as undeclared."""
    return {node.target for node in tree.find_all(nodes.Import)}


def test_every_macro_names_only_what_it_is_given():
    environment = render._environment()
    for name in (
        "apparatus.html",
        "parts.html",
        "points.html",
        "documents.html",
        "speakers.html",
        "parallels.html",
        "judging.html",
    ):
        tree = environment.parse(environment.loader.get_source(environment, name)[0])
        assert meta.find_undeclared_variables(tree) - imported(tree) <= set(environment.globals), name


def test_a_missing_word_is_an_error(edition):
    shell = pages._shell(edition, "points", "Points")
    with pytest.raises(UndefinedError):
        render.render("pages/point.html", shell=shell)


def test_headings_go_down_one_step_at_a_time(edition, read_page):
    for page in [pages.report(edition, ""), *every_served_page(edition)]:
        levels = [int(tag[1]) for tag, _ in read_page(page).elements if tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), levels


def test_no_id_stands_twice(edition, read_page):
    for page in [pages.report(edition, ""), *every_served_page(edition)]:
        ids = [attributes["id"] for _, attributes in read_page(page).elements if "id" in attributes]
        assert len(ids) == len(set(ids))


def test_the_report_and_the_server_show_a_point_alike(edition, read_page):
    words = " ".join(read_page(pages.report(edition, "")).words.split())
    for point in map(edition.point, edition.order):
        served = read_page(pages.point(edition, point.id)).words
        for answer in point.answers:
            for said in answer.sayings:
                exact = " ".join(said.excerpt.quote.of(said.excerpt.text).split())
                assert exact in words
                assert exact in " ".join(served.split())


def test_what_was_read_by_rules_alone_is_said_on_the_first_page_and_where_it_was_made(edition, read_page):
    tables = told()
    tables["runs"].append(Run("run1-b", "extract", "2, by rules alone", "", "", "2026-03-02T08:01:00", "2026-03-02T08:02:00"))
    by_rules = Edition(Records(tables, "told"))
    for page in (pages.overview, lambda one: pages.report(one, "")):
        assert read_page(page(by_rules)).words.count(CAUTION) == 1
        assert CAUTION not in read_page(page(edition)).words
    for page in (pages.run, lambda one: pages.report(one, "")):
        assert "2, by rules alone" in read_page(page(by_rules)).words


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "/a"]
)
def test_only_web_addresses_are_followed(uri):
    assert web_address(uri) is None
    assert web_address("https://paper.example/a")
