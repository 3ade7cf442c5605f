"""Each page of a case: its template with exactly its context. The frozen report and the server draw from here."""

from dataclasses import dataclass

from rashomon import __version__
from rashomon.views.speakers import Witness
from rashomon.web.addresses import Addresses
from rashomon.web.edition import Edition
from rashomon.web.render import render, static

SERVED = Addresses(frozen=False)


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame of every page needs. A served page has no style, script or policy in itself: they come as files."""

    at: Addresses
    page: str  # the entry of the contents that is shown as the present one
    title: str
    case: str
    witnesses: tuple[Witness, ...]
    policy: str = ""
    style: str = ""
    script: str = ""
    version: str = __version__


def report(edition: Edition, policy: str) -> str:
    """The whole case in one page."""
    view = edition.overview
    shell = Shell(
        Addresses(frozen=True),
        "overview",
        f"{view.name} · Rashomon",
        view.name,
        edition.witnesses,
        policy,
        static("page.css"),
        static("page.js"),
    )
    return render(
        "report.html",
        shell=shell,
        view=view,
        timeline=edition.timeline,
        charts={point.id: edition.chart(point) for point in view.points},
        voices=edition.voices,
        documents=[edition.document(doc_id) for doc_id in edition.records.documents],
        run=edition.run,
    )


def overview(edition: Edition) -> str:
    """What was read, what is at issue, and when it was said."""
    return render(
        "pages/overview.html", shell=_shell(edition, "overview", None), view=edition.overview, timeline=edition.timeline
    )


def points(edition: Edition) -> str:
    """Every point, a line each."""
    return render("pages/points.html", shell=_shell(edition, "points", "Points"), view=edition.overview)


def point(edition: Edition, point_id: str) -> str | None:
    """One point in full, and the way to the next; None if there is none of that id."""
    found = edition.points.get(point_id)
    if found is None:
        return None
    order = list(edition.points.values())
    place = order.index(found)
    return render(
        "pages/point.html",
        shell=_shell(edition, "points", found.question),
        point=found,
        chart=edition.chart(found),
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


def documents(edition: Edition) -> str:
    """Every account, a line each."""
    return render("pages/documents.html", shell=_shell(edition, "documents", "The accounts"), view=edition.overview)


def document(edition: Edition, doc_id: str) -> str | None:
    """One account in its own order; None if there is none of that id."""
    found = edition.document(doc_id)
    if found is None:
        return None
    return render("pages/document.html", shell=_shell(edition, "documents", found.witness.title or found.name), document=found)


def voices(edition: Edition) -> str:
    """Every voice with what it answers."""
    return render("pages/voices.html", shell=_shell(edition, "voices", "Voices"), voices=edition.voices)


def copies(edition: Edition) -> str:
    """Who repeats whom."""
    return render("pages/copies.html", shell=_shell(edition, "copies", "Who repeats whom"), view=edition.overview)


def run(edition: Edition) -> str:
    """What failed, which files, which versions."""
    return render("pages/run.html", shell=_shell(edition, "run", "How this was made"), run=edition.run)


def refused(edition: Edition, heading: str, message: str) -> str:
    """What could not be shown, and why."""
    return render("pages/refused.html", shell=_shell(edition, "", heading), heading=heading, message=message)


def _shell(edition: Edition, page: str, title: str | None) -> Shell:
    name = edition.overview.name
    return Shell(SERVED, page, f"{title} · {name}" if title else f"{name} · Rashomon", name, edition.witnesses)
