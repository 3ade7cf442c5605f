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


def timeline_chart(timeline: Timeline) -> Chart | None:
    """When each account appeared, and when each answer to the sharpest points was given; None with fewer than two dates.

    It takes 0.1 s, and 1 s the first time: whoever shows it first draws it, and no page waits for it.
    """
    lines, left_out = _timeline_lines(timeline)
    begin, end = _ends(lines)
    if begin is None or end is None:
        return None
    rest = f" At most {ANSWERS} answers to each of the {QUESTIONS} sharpest points; the table has all." if left_out else ""
    caption = (
        f"When each account appeared, and when each answer was given. Letters are the accounts’ sigla.{rest}{zone(begin, end)}"
    )
    from rashomon.web.altair_ import Label, Mark, draw  # half a second, which no page needs to wait for

    labels, marks = [], []
    for y, line in zip(_places(lines), lines, strict=True):
        labels.append(Label(y, line.label, line.style, any(moment_of(at) for at, _ in line.marks)))
        marks += [Mark(at, y, letters) for at, letters in _gathered(line.marks, begin, end)]
    height = _height(lines)
    return Chart(draw(labels, marks, begin, end, (LABELS, WIDTH, height), caption), caption, WIDE, height + AXIS)


def timeline_size(timeline: Timeline) -> tuple[int, int] | None:
    """The width and height that the timeline will have, so that a page can keep room for it; None where there is none."""
    lines, _ = _timeline_lines(timeline)
    return None if None in _ends(lines) else (WIDE, _height(lines) + AXIS)


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


def _ends(lines: Iterable["_Line"]) -> tuple[datetime | None, datetime | None]:
    moments = {moment for line in lines for at, _ in line.marks if (moment := moment_of(at))}
    return (min(moments), max(moments)) if len(moments) > 1 else (None, None)


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    style: str
    marks: list[tuple[str | None, Witness]]


def _height(lines: Sequence[_Line]) -> int:
    return _places(lines)[-1] + LINE // 2


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
