"""A quantity over time as a small drawing: what was said of it when, each mark leading to its words.

It is drawn by hand and not by Altair: a page of a point must not wait 80 ms for its smallest part (decision 0023).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from math import floor, log10

from markupsafe import Markup

from rashomon.views.apparatus import day
from rashomon.views.timeline import Figure
from rashomon.web.addresses import Addresses
from rashomon.web.drawings import Chart, drawing, line, linked, words

WIDTH, HEIGHT = 700, 190  # px
LEFT, RIGHT, TOP, BOTTOM = 58, 40, 14, 30  # px around the plot


def figures_chart(figures: Sequence[Figure], point_id: str, at: Addresses) -> Chart | None:
    """How a quantity was put over time; None with fewer than three figures or a single date: the answers say as much."""
    dated = [(moment, figure) for figure in figures if (moment := moment_of(figure.at))]
    if len(dated) < 3 or len({moment for moment, _ in dated}) < 2:
        return None
    begin, end = min(moment for moment, _ in dated), max(moment for moment, _ in dated)
    top = _above(max(value for _, figure in dated for value in (figure.low, figure.high) if value is not None))
    plot = _Plot(begin, end, top)
    shapes = [*_levels(plot), *_dates(plot), *_marks(dated, plot, point_id, at)]
    caption = "The figures by date. ● as given, △ at least, ▽ at most; a bar spans the range that the words allow. "
    caption += f"Each leads to its words.{zone(begin, end)}"
    return Chart(drawing(WIDTH, HEIGHT, "Figures over time", shapes), caption, WIDTH, HEIGHT)


def moment_of(at: str | None) -> datetime | None:
    """The moment, in UTC where no zone is given; None where it is no day or time."""
    try:
        moment = datetime.fromisoformat({4: f"{at}-01-01", 7: f"{at}-01"}.get(len(at or ""), at or ""))
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def zone(begin: datetime, end: datetime) -> str:
    """What a caption says of the hours."""
    return " Hours are UTC." if (end - begin).days < 4 else ""  # a longer axis names days only


class _Plot:
    def __init__(self, begin: datetime, end: datetime, top: float) -> None:
        self.begin, self.end, self.top = begin, end, top

    def x(self, moment: datetime) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * ((moment - self.begin) / (self.end - self.begin))

    def y(self, value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * max(value, 0) / self.top


def _marks(dated: Iterable[tuple[datetime, Figure]], plot: _Plot, point_id: str, at: Addresses) -> Iterator[Markup]:
    """Figures of one height at one time stand as one mark with all their sigla: the first leads to its words."""
    groups: dict[tuple[datetime, float | None, float | None], list[Figure]] = {}
    for moment, figure in dated:
        groups.setdefault((moment, figure.low, figure.high), []).append(figure)
    taken: list[tuple[float, float, float]] = []
    for (moment, low, high), alike in sorted(groups.items(), key=lambda item: item[0][0]):
        low, high = high if low is None else low, low if high is None else high
        if low is None or high is None:
            continue
        x, y, y2 = plot.x(moment), plot.y(low), plot.y(high)
        sign = "△" if alike[0].high is None else "▽" if alike[0].low is None else "●"
        sigla = list(dict.fromkeys(figure.witness.siglum for figure in alike))
        named = " ".join(sigla[:4]) + (f" +{len(sigla) - 4}" if len(sigla) > 4 else "")
        shapes = [words(x, y + 4, sign, "figure", "middle")]
        if y2 < y - 2:
            shapes.insert(0, line(x, y, x, y2, "range"))
        while any(abs(x - other_x) < wide and abs(y - other_y) < 11 for other_x, other_y, wide in taken) and y > TOP:
            y -= 11
        taken.append((x, y, 8.0 * len(named) + 12))
        at_edge = x > WIDTH - RIGHT - 30
        shapes.append(words(x - 9 if at_edge else x + 9, y + 4, named, "mark", "end" if at_edge else "start"))
        title = f"{alike[0].value}: {', '.join(dict.fromkeys(figure.witness.outlet for figure in alike[:4]))}, {day(alike[0].at)}"
        yield linked(at.saying(point_id, alike[0].fact_id), title, shapes)


def _levels(plot: _Plot) -> Iterator[Markup]:
    step = plot.top / 4
    for number in range(5):
        y = plot.y(number * step)
        yield line(LEFT, y, WIDTH - RIGHT, y, "rule" if number else "axis")
        yield words(LEFT - 8, y + 4, f"{number * step:,.4g}" if plot.top < 10_000 else f"{number * step:,.0f}", "degree", "end")


def _dates(plot: _Plot) -> Iterator[Markup]:
    """Both ends, and up to three days between them."""
    long = (plot.end - plot.begin).total_seconds()
    for share in (0.0, 0.25, 0.5, 0.75, 1.0) if long > 0 else (0.0,):
        moment = plot.begin + (plot.end - plot.begin) * share
        written = f"{moment:%H:%M}, {moment.day} {moment:%b}" if long < 4 * 86_400 else f"{moment.day} {moment:%b %Y}"
        anchor = "start" if share == 0 else "end" if share == 1 else "middle"
        yield line(plot.x(moment), HEIGHT - BOTTOM, plot.x(moment), HEIGHT - BOTTOM + 4, "tick")
        yield words(plot.x(moment), HEIGHT - 10, written, "degree", anchor)


def _above(value: float) -> float:
    """A round number not below the value that quarters well."""
    if value <= 0:
        return 1.0
    power = 10 ** floor(log10(value))
    return float(next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= value))
