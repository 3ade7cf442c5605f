"""Templates to HTML: one environment for the server's pages and for the frozen report."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model import Span
from rashomon.views.apparatus import (
    MODE_NAMES,
    MODE_WORDS,
    OWN_WORDS,
    RELATION_WORDS,
    SIGNS,
    counted,
    day,
    independent,
    spread,
    told_once,
)
from rashomon.views.documents import DocumentView, Passage
from rashomon.views.excerpts import Excerpt
from rashomon.web.addresses import Addresses
from rashomon.web.paint import Mark, paint

PAGES = {
    "overview": "Overview",
    "points": "Points",
    "copies": "Copies",
    "voices": "Voices",
    "documents": "Accounts",
    "run": "Run",
}
FEW = 16  # as many points or accounts stand open on one page; the rest unfolds


def render(template: str, **context: object) -> str:
    """The template with exactly this context; a name that it lacks is an error, not an empty place."""
    return _environment().get_template(template).render(context)


@cache
def static(name: str) -> str:
    """A style sheet or script of ours, to be put into the page itself."""
    return files("rashomon.web").joinpath("static", name).read_text("utf-8").strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": day,
        "independent": independent,
        "spread": spread,
        "counted": counted,
        "web_address": web_address,
        "told_once": told_once,
    }
    environment.globals |= {
        "PAGES": PAGES,
        "FEW": FEW,
        "SIGNS": SIGNS,
        "RELATION_WORDS": RELATION_WORDS,
        "MODE_WORDS": MODE_WORDS,
        "MODE_NAMES": MODE_NAMES,
        "OWN_WORDS": OWN_WORDS,
        "paint_excerpt": paint_excerpt,
        "paint_passage": paint_passage,
    }
    return environment


def web_address(uri: str) -> str | None:
    """The address if it is one that a reader may safely follow."""
    return uri if uri.startswith(("https://", "http://")) else None


def paint_excerpt(excerpt: Excerpt) -> Markup:
    """The clause with its answer marked, between its context."""
    shown = Span((excerpt.before or excerpt.quote).start, (excerpt.after or excerpt.quote).end)
    marks = [Mark(excerpt.value, "value"), Mark(excerpt.quote, "clause")]
    return paint(excerpt.text, shown, marks)


def paint_passage(view: DocumentView, passage: Passage, at: Addresses) -> Markup:
    """A passage with what is said in it underlined by mode and its answers to points marked."""
    marks = [Mark(said.span, f"said {said.mode}", label=str(said.number)) for said in passage.said]
    for issue in passage.disputed:
        href = at.saying(issue.point_id, issue.fact_id)
        sign = SIGNS[issue.relation]
        marks.append(Mark(issue.span, f"issue {issue.relation}", href=href, anchor=issue.fact_id, label=sign))
    return paint(view.text, passage.span, marks)
