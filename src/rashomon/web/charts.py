"""The timeline: what stands on its lines, and how much room they take. `altair_.py` draws it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from rashomon.views.apparatus import SIGNS
from rashomon.views.records import Witness
from rashomon.views.timeline import QUESTIONS, Timeline
from rashomon.web.drawings import Chart
from rashomon.web.figures import moment_of, zone

WIDTH = 460  # of the plot: with its labels the whole is 700 px, the width of the reading column
LABELS = 236  # px to the left of the timeline's plot
LINE, GAP = 19, 13  # px from one line of the timeline to the next, and before a question
ANSWERS = 5  # as many to each question are drawn; the table has all
WIDE, AXIS = 720, 36  # px of the whole drawing, and of what stands around and below its lines
LETTER = 8.5  # px that a letter of a siglum takes


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is called, how far down it stands, and whether a rule leads from its name to its marks."""

    y: int
    label: str
    style: str  # "head" or "answer"
    ruled: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """Letters at a moment of a line."""

    at: datetime
    y: int
    letters: str


@dataclass(frozen=True, slots=True)
class Lines:
    """What the drawing shows between two moments, without the texts that it was taken from."""

    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    begin: datetime
    end: datetime
    height: int
    caption: str

    @property
    def size(self) -> tuple[int, int]:
        """The width and height of the whole drawing, so that a page can keep room for it."""
        return WIDE, self.height + AXIS


def timeline_lines(timeline: Timeline) -> Lines | None:
    """When each account appeared, and when each answer to the sharpest points was given; None with fewer than two dates."""
    lines, left_out = _timeline_lines(timeline)
    moments = {moment for line in lines for at, _ in line.marks if (moment := moment_of(at))}
    if len(moments) < 2:
        return None
    begin, end = min(moments), max(moments)
    rest = f" At most {ANSWERS} answers to each of the {QUESTIONS} sharpest points; the table has all." if left_out else ""
    caption = (
        f"When each account appeared, and when each answer was given. Letters are the accounts’ sigla.{rest}{zone(begin, end)}"
    )
    labels, marks = [], []
    places = _places(lines)
    for y, line in zip(places, lines, strict=True):
        labels.append(Label(y, line.label, line.style, any(moment_of(at) for at, _ in line.marks)))
        marks += [Mark(at, y, letters) for at, letters in _gathered(line.marks, begin, end)]
    return Lines(tuple(labels), tuple(marks), begin, end, places[-1] + LINE // 2, caption)


def alone(chart: Chart) -> str:
    """The drawing as a file of its own: as an image it does not know the page's ink, so it brings light and dark itself."""
    ink = "<style>:root{color:#211d18}@media(prefers-color-scheme:dark){:root{color:#e9e2d4}}</style>"
    return str(chart.svg).replace(">", f">{ink}", 1)


def _timeline_lines(timeline: Timeline) -> tuple[list["_Line"], bool]:
    """What the drawing shows, a line each, and whether some answers found no room."""
    lines = [_Line("accounts", "head", [(each.published_at, each) for each in timeline.documents])]
    for point in timeline.points[:QUESTIONS]:
        lines.append(_Line(f"{SIGNS[point.relation]} {_short(point.question, 42)}", "head", []))
        for answer in point.answers[:ANSWERS]:
            marks = [(saying.at, saying.witness) for saying in answer.sayings]
            lines.append(_Line(f"{'denied: ' if answer.denied else ''}“{_short(answer.value, 30)}”", "answer", marks))
    return lines, any(len(point.answers) > ANSWERS for point in timeline.points[:QUESTIONS])


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    style: str
    marks: list[tuple[str | None, Witness]]


def _places(lines: Sequence[_Line]) -> list[int]:
    """How far down each line stands."""
    gaps = [LINE + (GAP if line.style == "head" and number else 0) for number, line in enumerate(lines)]
    return list(accumulate(gaps))


def _gathered(marks: Iterable[tuple[str | None, Witness]], begin: datetime, end: datetime) -> list[tuple[datetime, str]]:
    """Sigla that would print over each other stand as one: "A B", or "A B +4" where many come at once."""
    dated = {(moment, witness.siglum): None for at, witness in marks if (moment := moment_of(at))}
    groups: list[tuple[datetime, list[str]]] = []
    for moment, siglum in sorted(dated, key=lambda mark: (mark[0], len(mark[1]), mark[1])):
        if groups:
            at, held = groups[-1]
            width = LETTER * len(_together(held)) + 4
            if WIDTH * ((moment - at) / (end - begin)) < width / 2 + LETTER * len(siglum):
                if siglum not in held:
                    held.append(siglum)
                continue
        groups.append((moment, [siglum]))
    return [(at, _together(held)) for at, held in groups]


def _together(sigla: Sequence[str]) -> str:
    shown = " ".join(sigla[:5])
    return f"{shown} +{len(sigla) - 5}" if len(sigla) > 5 else shown


def _short(words: str, most: int) -> str:
    """The first words, never cut inside one where that can be helped."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return (words[: words.rfind(" ", 0, most)] if " " in words[:most] else words[: most - 1]) + "…"
