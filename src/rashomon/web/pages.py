"""Each page of a case: its template with exactly its context. The frozen report and the server draw from here.

`asked` is what stands after the question mark of an address; what is unknown there is passed over, never an error, for an
address may have been mailed before the case was read again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from rashomon import __version__
from rashomon.model import FactKind, Relation
from rashomon.views.copies import repeats
from rashomon.views.judged import Word
from rashomon.views.overview import accounts
from rashomon.views.parallel import MOST, beside
from rashomon.views.records import Witness
from rashomon.web.addresses import Addresses
from rashomon.web.edition import Edition
from rashomon.web.leaves import bound, leaf, place, whole
from rashomon.web.maps import places_map
from rashomon.web.render import render, static
from rashomon.web.repeats import copies_chart
from rashomon.web.selections import everything, selected

SERVED = Addresses(frozen=False)
ASIDE = 24  # accounts that stand beside every page; of more, the list is a page of its own
SPOKEN = 30  # statements of a voice, and uses of a name, on one leaf
Asked = Mapping[str, str]
NOTHING: Asked = {}


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame of every page needs. A served page has no style, script or policy in itself: they come as files."""

    at: Addresses
    page: str  # the entry of the contents that is shown as the present one
    title: str
    case: str
    witnesses: tuple[Witness, ...]  # the first accounts
    accounts: int
    since: tuple[Word, ...] = ()  # what people said that is not in the page yet
    crumbs: tuple[tuple[str, str], ...] = ()  # the way from the first page to this one: words and address
    policy: str = ""
    style: str = ""
    script: str = ""
    version: str = __version__


def report(edition: Edition, policy: str, *, whole_case: bool = False) -> str:
    """The case in one page: of a big one what is sharpest, unless the whole of it is asked for."""
    from rashomon.web.altair_ import timeline_chart  # half a second, which a server does without

    view, records = edition.overview, edition.records
    chosen = everything(edition) if whole_case else selected(edition)
    shell = Shell(
        chosen.at,
        "overview",
        f"{view.name} · Rashomon",
        view.name,
        edition.witnesses[:ASIDE] if chosen.told else edition.witnesses,
        len(edition.witnesses),
        policy=policy,
        style=static("page.css"),
        script=static("page.js"),
    )
    return render(
        "report.html",
        shell=shell,
        chosen=chosen,
        view=view,
        accounts=accounts(records, records.heads.values()),
        timeline=edition.timeline,
        chart=timeline_chart(edition.timeline_lines) if edition.timeline_lines else None,
        map=places_map(edition.places, chosen.at),
        places=edition.places,
        families=edition.families,
        charts={point.id: edition.chart(point, chosen.at) for point in chosen.points},
        copies=edition.copies,
        copies_chart=copies_chart(edition.copies, chosen.at),
        repeats=repeats(records, chosen.pairs),
        parallel=edition.parallel(beside(records)) if len(records.heads) > 1 else None,
        entities=whole(chosen.entities),
        documents=[edition.document(doc_id) for doc_id in chosen.documents],
        run=edition.run,
        captures=whole(edition.run.captures),
    )


def overview(edition: Edition, asked: Asked = NOTHING) -> str:
    """What was read, what is at issue and what is agreed, when it was said and where it is."""
    return render(
        "pages/overview.html",
        shell=_shell(edition, "overview", None),
        view=edition.overview,
        lines=edition.timeline_lines,
        timeline=edition.timeline,
        map=edition.map,
        places=edition.places,
        families=edition.families,
    )


def points(edition: Edition, asked: Asked = NOTHING) -> str:
    """Every point, a line each; of one relation or kind where that is asked."""
    relation, kind = _one_of(asked.get("relation"), Relation), _one_of(asked.get("kind"), FactKind)
    chosen = edition.points(relation, kind)
    number, part = place(asked.get("page"), len(chosen))
    kinds = [each for each in get_args(FactKind) if edition.points(relation, each)]
    return render(
        "pages/points.html",
        shell=_shell(edition, "points", f"Points: {relation}" if relation else "Points"),
        view=edition.overview,
        lines=bound(edition.lines(chosen[part]), number, len(chosen)),
        relation=relation,
        kind=kind,
        kinds=kinds,
    )


def point(edition: Edition, point_id: str, asked: Asked = NOTHING) -> str | None:
    """One point in full, and the way to the next; None if there is none of that id."""
    found = edition.point(point_id)
    if found is None:
        return None
    turn = edition.turns[point_id]
    before, after = edition.order[max(turn - 1, 0) : turn], edition.order[turn + 1 : turn + 2]
    return render(
        "pages/point.html",
        shell=_shell(edition, "points", found.question, ("Points", SERVED.page("points"))),
        point=found,
        asked=asked.get("at", ""),
        words=edition.words_about(point_id),
        chart=edition.chart(found, SERVED),
        turn=turn + 1,
        turns=len(edition.order),
        before=edition.records.points.bring(before),
        after=edition.records.points.bring(after),
    )


def timeline(edition: Edition, asked: Asked = NOTHING) -> str:
    """When what was said, drawn and as a table."""
    return render(
        "pages/timeline.html",
        shell=_shell(edition, "timeline", "When what was said"),
        timeline=edition.timeline,
        lines=edition.timeline_lines,
        days=leaf(edition.timeline.days, asked.get("page")),
    )


def documents(edition: Edition, asked: Asked = NOTHING) -> str:
    """Every account, a line each; those of one outlet where that is asked."""
    outlet = asked.get("outlet", "")
    heads = [head for head in edition.records.heads.values() if not outlet or (head.outlet or head.name) == outlet]
    number, part = place(asked.get("page"), len(heads))
    return render(
        "pages/documents.html",
        shell=_shell(edition, "documents", f"Accounts of {outlet}" if outlet else "The accounts"),
        accounts=bound(accounts(edition.records, heads[part]), number, len(heads)),
        outlet=outlet,
    )


def document(edition: Edition, doc_id: str, asked: Asked = NOTHING) -> str | None:
    """One account in its own order, at the part that is asked for; None if there is none of that id."""
    if doc_id not in edition.records.heads:
        return None
    near = _near(edition, doc_id, asked.get("at", ""))
    part = edition.part_of(doc_id, near[0]) if near else place(asked.get("part"), 1_000_000, 1)[0]
    found = edition.document(doc_id, part)
    if found is None:
        return None
    return render(
        "pages/document.html",
        shell=_shell(edition, "documents", found.witness.title or found.name, ("Accounts", SERVED.page("documents"))),
        document=found,
        near=near,
        beside=[edition.witnesses[edition.records.places[key]] for key in beside(edition.records, doc_id)],
    )


def parallel(edition: Edition, asked: Asked = NOTHING) -> str:
    """Two to four accounts side by side."""
    chosen = parallel_of(edition, asked.get("of", ""))
    names = " | ".join(edition.records.sigla[key] for key in chosen)
    return render(
        "pages/parallel.html",
        shell=_shell(edition, "parallel", f"Side by side: {names}" if chosen else "Side by side"),
        view=edition.parallel(chosen) if len(chosen) > 1 else None,
        chosen=[edition.witnesses[edition.records.places[key]] for key in chosen],
        others=[edition.witnesses[edition.records.places[key]] for key in beside(edition.records, chosen[0])] if chosen else [],
    )


def parallel_of(edition: Edition, written: str) -> tuple[str, ...]:
    """The accounts that are meant, by ids or by sigla ("A C F"); where none is, those worth a look."""
    by_siglum = {siglum: doc_id for doc_id, siglum in edition.records.sigla.items()}
    named = (by_siglum.get(word.upper(), word) for word in re.split(r"[\s,;+|]+", written) if word)
    found = tuple(dict.fromkeys(key for key in named if key in edition.records.heads))[:MOST]
    return found or (beside(edition.records) if len(edition.records.heads) > 1 else ())


def voices(edition: Edition, asked: Asked = NOTHING) -> str:
    """Every voice, a line each."""
    return render("pages/voices.html", shell=_shell(edition, "voices", "Voices"), voices=leaf(edition.voices, asked.get("page")))


def voice(edition: Edition, key: str, asked: Asked = NOTHING) -> str | None:
    """What one speaker says, and how it changed; None if nobody of that id speaks."""
    number, part = place(asked.get("page"), 1_000_000_000, SPOKEN)
    turn, courses = place(asked.get("answers"), 1_000_000_000, SPOKEN)
    found = edition.voice(key, part, courses)
    if found is not None and not (found.spoken and (found.courses or not found.answered)):
        number, part = place(asked.get("page"), found.statements, SPOKEN)
        turn, courses = place(asked.get("answers"), found.answered, SPOKEN)
        found = edition.voice(key, part, courses)
    if found is None:
        return None
    return render(
        "pages/voice.html",
        shell=_shell(edition, "voices", found.name, ("Voices", SERVED.page("voices"))),
        voice=found,
        spoken=bound(found.spoken, number, found.statements, SPOKEN),
        answers=bound(found.courses, turn, found.answered, SPOKEN),
    )


def entities(edition: Edition, asked: Asked = NOTHING) -> str:
    """Who and what is named, a line each; of one kind where that is asked."""
    kinds = list(dict.fromkeys(line.kind for line in edition.entities))
    kind = asked.get("kind", "") if asked.get("kind", "") in kinds else ""
    lines = [line for line in edition.entities if not kind or line.kind == kind]
    return render(
        "pages/entities.html",
        shell=_shell(edition, "entities", "Names"),
        entities=leaf(lines, asked.get("page")),
        kind=kind,
        kinds=sorted(kinds),
    )


def entity(edition: Edition, entity_id: str, asked: Asked = NOTHING) -> str | None:
    """One name: its spellings, and where it is used; None if there is none of that id."""
    number, part = place(asked.get("page"), 1_000_000_000, SPOKEN)
    found = edition.entity(entity_id, part)
    if found is not None and found.named and not found.uses:
        number, part = place(asked.get("page"), found.named, SPOKEN)
        found = edition.entity(entity_id, part)
    if found is None:
        return None
    return render(
        "pages/entity.html",
        shell=_shell(edition, "entities", found.name, ("Names", SERVED.page("entities"))),
        entity=found,
        uses=bound(found.uses, number, found.named, SPOKEN),
    )


def copies(edition: Edition, asked: Asked = NOTHING) -> str:
    """Who repeats whom."""
    found = leaf(edition.copied_pairs, asked.get("page"))
    return render(
        "pages/copies.html",
        shell=_shell(edition, "copies", "Who repeats whom"),
        chart=edition.copies_chart,
        copies=edition.copies,
        repeats=repeats(edition.records, found.items),
        leaf=found,
    )


def run(edition: Edition, asked: Asked = NOTHING) -> str:
    """What failed, which files, which versions."""
    return render(
        "pages/run.html",
        shell=_shell(edition, "run", "How this was made"),
        run=edition.run,
        captures=leaf(edition.run.captures, asked.get("page")),
    )


def refused(edition: Edition, heading: str, message: str) -> str:
    """What could not be shown, and why."""
    return render("pages/refused.html", shell=_shell(edition, "", heading), heading=heading, message=message)


def _shell(edition: Edition, page: str, title: str | None, *way: tuple[str, str]) -> Shell:
    name = edition.overview.name
    crumbs = ((name, SERVED.page("overview")), *way) if title else ()
    return Shell(
        SERVED,
        page,
        f"{title} · {name}" if title else f"{name} · Rashomon",
        name,
        edition.witnesses[:ASIDE],
        len(edition.witnesses),
        edition.since,
        crumbs,
    )


def _near(edition: Edition, doc_id: str, at: str) -> tuple[int, int] | None:
    """The words that an address is about: a fact by its id, or places as "120" or "120-133"."""
    fact = edition.records.facts.get(at) if at else None
    if fact is not None and fact.doc_id == doc_id:
        return fact.span.start, fact.span.start
    numbers = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", at)
    if numbers is None:
        return None
    start = int(numbers[1])
    return start, max(start, int(numbers[2] or start))


def _one_of(asked: str | None, words: object) -> str | None:
    return asked if asked in get_args(words) else None
