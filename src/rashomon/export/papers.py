"""The case as something to be read from the first line to the last: what Markdown and a Word document have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rashomon.export.material import Material
from rashomon.text.normal import one_line
from rashomon.views.apparatus import MODE_WORDS, OWN_WORDS, RELATION_WORDS, SIGNS, counted, day, independent, spread, told_once
from rashomon.views.copies import Copy, copies
from rashomon.views.excerpts import Excerpt
from rashomon.views.judged import RELATED, words_of_people
from rashomon.views.overview import overview
from rashomon.views.points import Answer, PointView, Saying, open_ids, point_ids, point_view
from rashomon.views.records import Records
from rashomon.views.runs import run_view

Style = Literal["plain", "strong", "quiet"]
Kind = Literal["title", "part", "point", "answer", "line", "quote", "item"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in one style. `captured` says that they are a page's, and not ours."""

    words: str
    style: Style = "plain"
    captured: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and what it is for."""

    kind: Kind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heads and its rows, all captured words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Leaf = Paragraph | Table


def paper(material: Material) -> Iterator[Leaf]:
    """The case, leaf by leaf: what was read, what is at issue, what is agreed, who repeats whom, and how it was made."""
    records = material.records
    yield from _opening(records)
    yield from _accounts(records)
    yield from _points(records, "Points at issue", open_ids(records))
    yield from _points(records, "What the accounts agree on", point_ids(records, relation="agree"))
    yield from _copies(records)
    yield from _people(records)
    yield from _making(material, records)


def _line(kind: Kind, *pieces: Piece | str) -> Paragraph:
    return Paragraph(kind, tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces))


def _said(words: str, style: Style = "plain") -> Piece:
    return Piece(one_line(words), style, captured=True)


def _opening(records: Records) -> Iterator[Leaf]:
    view = overview(records)
    yield _line("title", _said(view.name))
    when = "" if view.begins is None else f", {day(view.begins)}" + (f" to {day(view.ends)}" if view.ends != view.begins else "")
    told = [f"{SIGNS[relation]} {number} {relation}" for relation, number in view.counts if number]
    yield _line("line", f"{counted(view.documents, 'account')}{when}. Points: {', '.join(told) or 'none'}.")
    if view.caution:
        yield _line("line", Piece(view.caution, "strong"))
    yield _line(
        "line", Piece("Every answer below stands in the exact words of an account; nothing here says who is right.", "quiet")
    )


def _accounts(records: Records) -> Iterator[Leaf]:
    yield _line("part", "What was read")
    rows = []
    for head in records.heads.values():
        document = records.documents[head.id]
        rows.append((
            records.sigla[head.id], head.outlet or head.name, head.title or "", day(head.published_at), document.uri,
        ))  # fmt: skip
    yield Table(("", "Account", "Title", "Date", "Found at"), tuple(tuple(map(one_line, row)) for row in rows))


def _points(records: Records, title: str, ids: tuple[str, ...]) -> Iterator[Leaf]:
    if ids:
        yield _line("part", title)
    for number, key in enumerate(ids, 1):
        yield from _point(point_view(records, records.points[key]), number)


def _point(point: PointView, number: int) -> Iterator[Leaf]:
    yield _line("point", f"{number}. ", _said(point.question))
    subtype = f", {point.subtype.replace('-', ' ')}" if point.subtype else ""
    relation = f"{SIGNS[point.relation]} {point.relation} ({point.kind}{subtype}): {RELATION_WORDS[point.relation]}"
    yield _line("line", Piece(relation, "quiet"))
    for answer in point.answers:
        yield from _answer(answer)
    why = "; ".join(words for words, _, _ in told_once(point.reasons))
    if why:
        yield _line("line", Piece("Why: ", "quiet"), _said(why, "quiet"))


def _answer(answer: Answer) -> Iterator[Leaf]:
    denied = "denied: " if answer.denied else ""
    yield _line(
        "answer", denied, _said(f"“{answer.value}”", "strong"), f" — {independent(answer.standing)} {spread(answer.standing)}"
    )  # fmt: skip
    for reason in answer.standing.reasons:
        yield _line("item", Piece("counted together: ", "quiet"), _said(reason.feature.replace(" ~ ", " and "), "quiet"))
    for who, sayings in groupby(answer.sayings, key=_who):
        for saying in sayings:
            yield _line("quote", *_words(saying.excerpt), " — ", _said(who, "quiet"))


def _who(saying: Saying) -> str:
    """Who says it, through whom, how it is told, where and when."""
    speaker, telling = saying.speaker, saying.telling
    name = f"{speaker.name} ({speaker.known_as})" if speaker.known_as else speaker.name
    through = [f"as told by {reporter}" for reporter in speaker.reported_by]
    how = OWN_WORDS[speaker.kind] if telling.mode == "asserted" and speaker.kind in OWN_WORDS else MODE_WORDS[telling.mode]
    marks = [mark for mark, holds in (("denied", telling.denied), ("given as unsure", telling.hedged)) if holds]
    witness = f"{saying.witness.outlet} [{saying.witness.siglum}]"
    told = [witness, *through, how, *marks] if name == saying.witness.outlet else [name, *through, how, *marks, witness]
    return ", ".join([*told, day(saying.at)])


def _words(excerpt: Excerpt) -> Iterator[Piece]:
    """The clause as it stands, with what is around it in its sentence."""
    text = excerpt.text
    if excerpt.before:
        before = excerpt.before.of(text)
        yield _said(("… " if excerpt.cut_before else "") + before)
        yield Piece(" " if before[-1:].isspace() else "")
    yield _said(excerpt.quote.of(text), "strong")
    if excerpt.after:
        after = excerpt.after.of(text)
        yield Piece(" " if after[:1].isspace() else "")
        yield _said(after + (" …" if excerpt.cut_after else ""))


def _copies(records: Records) -> Iterator[Leaf]:
    found = copies(records)
    if found:
        yield _line("part", "Who repeats whom")
    for copy in found:
        because = "; ".join(reason.feature for reason in copy.because)
        yield _line("item", _said(f"{_pair(copy)}: {copy.shares}{f' ({because})' if because else ''}"))


def _pair(copy: Copy) -> str:
    left, right = (f"{one.outlet} [{one.siglum}]" for one in (copy.left, copy.right))
    if copy.first is not None:
        copier = right if copy.first == copy.left else left
        return f"{copier} has it from {left if copy.first == copy.left else right}"
    origin = f" from {copy.origin}" if copy.origin and copy.origin != "unknown" else ""
    return f"{left} and {right} have it{origin or ' from one source'}"


def _people(records: Records) -> Iterator[Leaf]:
    words = words_of_people(records)
    if words:
        yield _line("part", "What people said")
    for word in words:
        pair = f"“{word.left}” {RELATED[word.relation]}" + (f" “{word.right}”" if word.right else "")
        note = f": {word.text}" if word.text else ""
        back = (
            "" if word.retracted_at is None else f", taken back by {word.retracted_by or 'nobody named'} {day(word.retracted_at)}"
        )
        yield _line("item", _said(f"{pair}{note} ({word.user}, {day(word.at)}{back})"))


def _making(material: Material, records: Records) -> Iterator[Leaf]:
    view = run_view(records)
    if view.failures:
        yield _line("part", "What could not be read")
        yield from (_line("item", _said(f"{one.item_id}: {one.message}")) for one in view.failures)
    yield _line("part", "What this rests on")
    rows = tuple((one_line(one.uri), day(one.captured_at), one.sha256 or "withheld") for one in view.captures)
    yield Table(("Original", "Captured", "SHA-256"), rows)
    stages = ", ".join(dict.fromkeys(f"{run.stage} {run.version}" for run in material.runs))
    custody = f" Custody log: {material.custody}." if material.custody else ""
    yield _line("line", Piece(f"Made with {material.settings.get('created_with', 'rashomon')}: {stages}.{custody}", "quiet"))
