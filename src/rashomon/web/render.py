"""Templates to HTML: one environment for the server's pages and for the frozen report."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model import Span
from rashomon.views import measured
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
from rashomon.views.judged import RELATED
from rashomon.views.parallel import Passage as Said
from rashomon.web.addresses import Addresses
from rashomon.web.guises import shown
from rashomon.web.paint import Mark, paint
from rashomon.web.sigla import sigla, siglum

PAGES = {
    "overview": "Overview",
    "points": "Points",
    "timeline": "Timeline",
    "parallel": "Side by side",
    "copies": "Copies",
    "voices": "Voices",
    "entities": "Names",
    "documents": "Accounts",
    "run": "Run",
    "search": "Search",
    "review": "Review",
}
SERVED_ONLY = ("search", "review")  # a frozen file neither searches nor judges
FEW = 16  # as many points or accounts stand open in a frozen file; the rest unfolds
HUES = 6  # lines under what is said have as many colours; the number at its beginning says which voice it is
SAYINGS = 24  # places where an answer is given that a page of a point shows: three open, the rest unfolds

TURNING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\x00-\x1f\x7f]")


def render(template: str, **context: object) -> str:
    """The template with exactly this context; a name that it lacks is an error, not an empty place. What looks like something
    else than it is shows that it does.
    """
    return shown(_environment().get_template(template).render(context))


def compile_templates() -> None:
    """Makes every template ready: else the first page of each kind waits for it, 50 ms and more."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


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
        auto_reload=False,
    )
    environment.filters |= {
        "day": day,
        "independent": independent,
        "spread": spread,
        "counted": counted,
        "web_address": web_address,
        "told_once": told_once,
        "unturned": unturned,
    }
    environment.globals |= {
        "PAGES": PAGES,
        "SERVED_ONLY": SERVED_ONLY,
        "RELATED": RELATED,
        "FEW": FEW,
        "SAYINGS": SAYINGS,
        "SIGNS": SIGNS,
        "measured": measured,
        "RELATION_WORDS": RELATION_WORDS,
        "MODE_WORDS": MODE_WORDS,
        "MODE_NAMES": MODE_NAMES,
        "OWN_WORDS": OWN_WORDS,
        "siglum": siglum,
        "sigla": sigla,
        "paint_excerpt": paint_excerpt,
        "paint_passage": paint_passage,
        "paint_words": paint_words,
        "paint_found": paint_found,
        "paint_said": paint_said,
    }
    return environment


def unturned(words: str) -> str:
    """Words for where no element can keep them to themselves, as a window's title: without signs that turn the writing."""
    return TURNING.sub("", words)


def web_address(uri: str) -> str | None:
    """The address if it is one that a reader may safely follow."""
    return uri if uri.startswith(("https://", "http://")) else None


def paint_excerpt(excerpt: Excerpt, telltale: Iterable[Span] = ()) -> Markup:
    """The clause with its answer marked, inside its sentence; `telltale` are the words that set it apart from another."""
    shown = Span((excerpt.before or excerpt.quote).start, (excerpt.after or excerpt.quote).end)
    marks = [Mark(excerpt.quote, "clause"), *(Mark(span, "telltale") for span in telltale)]
    if excerpt.value != excerpt.quote:
        marks.append(Mark(excerpt.value, "value"))
    return paint(excerpt.text, shown, marks)


def paint_words(text: str, span: Span) -> Markup:
    """Words of a text as they are."""
    return paint(text, span)


def paint_found(text: str, span: Span, marks: Iterable[Span]) -> Markup:
    """Words of a text with those marked that were looked for."""
    return paint(text, span, [Mark(mark, "match") for mark in marks])


def paint_said(passage: Said) -> Markup:
    """Words of an account with the answer marked in them."""
    marks = [Mark(passage.answer, "value")] if passage.answer and passage.answer != passage.span else []
    return paint(passage.text, passage.span, marks)


def paint_passage(view: DocumentView, passage: Passage, at: Addresses, near: tuple[int, int] | None) -> Markup:
    """A passage with what is said in it underlined by mode, its answers to points marked, and words of other documents.

    `near` are the words that the reader was sent to.
    """
    marks = [Mark(said.span, f"said {said.mode} hue-{said.number % HUES}", label=str(said.number)) for said in passage.said]
    for run in passage.copied:
        anchor = at.run_anchor(view.witness.doc_id, run.span.start)
        marks.append(Mark(run.span, "copied", anchor=anchor, label="=" if run.other == view.witness else f"={run.other.siglum}"))
    for issue in passage.disputed:
        href = at.saying(issue.point_id, issue.fact_id)
        sign = None if issue.relation == "agree" else SIGNS[issue.relation]  # what nobody disputes must not shout
        marks.append(Mark(issue.span, f"issue {issue.relation}", href=href, anchor=issue.fact_id, label=sign))
    if near and near[0] < passage.span.end and near[1] >= passage.span.start and near[0] >= passage.span.start:
        marks.append(Mark(Span(near[0], max(near[1], near[0] + 1)), "near", anchor="near"))
    return paint(view.text, passage.span, marks)
