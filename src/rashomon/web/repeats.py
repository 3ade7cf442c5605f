"""Who repeats whom over time, as a drawing: a line for each account and each source, a curve for each copy.

What is told apart is told apart by place, by the dash of the curve and by arrows, never by colour alone; the list below the
drawing has the same in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from rashomon.views.apparatus import day
from rashomon.views.copies import KINDS, Copy
from rashomon.views.records import Witness
from rashomon.views.speakers import siglum_order
from rashomon.web.addresses import Addresses
from rashomon.web.drawings import Chart, dot, drawing, line, linked, path, words
from rashomon.web.figures import moment_of, zone

WIDTH = 700  # px
PLOT, UNDATED = 540, 566  # px from the left: where the dates end, where what bears no date stands
LETTER, SHORT = 6.5, 26  # px that a letter takes, and letters of a label at most
ROW, TOP, AXIS = 24, 16, 34  # px
MOST = 40  # accounts that are drawn; a list of more is read more easily
SOURCE = "source "  # before the name of a source in the name of its row; those of accounts are ids
DASHES = {"same-text": "", "forwarded": "", "same-quote": "6 4", "same-agency": "1.5 4"}


@dataclass(frozen=True, slots=True)
class _Curve:
    """From a row to a row; without `arrow` nobody knows who was first."""

    start: str
    end: str
    kind: str
    arrow: bool
    title: str


def copies_chart(copies: Sequence[Copy], at: Addresses) -> Chart | None:
    """The accounts that share words or a source, the earliest on top, and each source that could be named above the first that
    has it from there; None where no account repeats another.
    """
    drawn, left_out = _largest(copies)
    if not drawn:
        return None
    accounts = sorted({one.doc_id: one for copy in drawn for one in (copy.left, copy.right)}.values(), key=siglum_order)
    curves = _curves_of(drawn)
    plot = _Plot(accounts, curves)
    shapes = [*_dates(plot), *_rows(plot, at), *_curves(plot, curves)]
    caption = "An arrow leads from the words to whoever repeats them; without one nobody knows who was first. "
    caption += f"{_legend(drawn)}{' ◆ is a source that the accounts name.' if plot.sources else ''}"
    caption += f" The {MOST} accounts with most in common are drawn; the list has all." if left_out else ""
    return Chart(drawing(WIDTH, plot.height, "Who repeats whom", shapes), caption + plot.hours, WIDTH, plot.height)


def _largest(copies: Sequence[Copy]) -> tuple[list[Copy], bool]:
    """As many copies, those with most words first, as have room with their accounts."""
    accounts: set[str] = set()
    drawn = []
    for copy in copies:
        ends = {copy.left.doc_id, copy.right.doc_id}
        if len(accounts | ends) <= MOST:
            accounts |= ends
            drawn.append(copy)
    return drawn, len(drawn) < len(copies)


def _has_source(copy: Copy) -> bool:
    return copy.first is None and copy.origin not in (None, "unknown") and copy.kind != "same-quote"


def _curves_of(copies: Iterable[Copy]) -> list[_Curve]:
    """One curve for each copy; where both have it from a source, one from there to each account."""
    curves: dict[tuple[str, str, str], _Curve] = {}
    for copy in copies:
        if _has_source(copy):
            for end in (copy.left, copy.right):
                title = f"{end.siglum} {end.outlet}: from {copy.origin}"
                curves.setdefault(
                    (f"{SOURCE}{copy.origin}", end.doc_id, ""),
                    _Curve(f"{SOURCE}{copy.origin}", end.doc_id, copy.kind, arrow=True, title=title),
                )
            continue
        start, end = (copy.right, copy.left) if copy.first == copy.right else (copy.left, copy.right)
        told = f"{start.siglum} {'→' if copy.first else '–'} {end.siglum}: {KINDS[copy.kind]}"
        whose = f" of {copy.origin}" if copy.kind == "same-quote" and copy.origin not in (None, "unknown") else ""
        curve = _Curve(start.doc_id, end.doc_id, copy.kind, copy.first is not None, told + whose)
        curves.setdefault((curve.start, curve.end, copy.kind), curve)
    return list(curves.values())


class _Plot:
    """Where each row and each moment stands."""

    def __init__(self, accounts: Sequence[Witness], curves: Iterable[_Curve]) -> None:
        sources: dict[str, list[str]] = {account.doc_id: [] for account in accounts}
        for curve in curves:
            if curve.start.startswith(SOURCE):
                sources[curve.end].append(curve.start)
        rows = dict.fromkeys(name for account, above in sources.items() for name in (*above, account))
        self.sources = tuple(name.removeprefix(SOURCE) for name in rows if name.startswith(SOURCE))
        self.row = {name: TOP + place * ROW for place, name in enumerate(rows)}
        self.height = TOP + len(rows) * ROW + AXIS
        longest = max(len(_short(name)) for name in (*(one.outlet for one in accounts), *self.sources))
        self.labels = 50 + LETTER * longest  # px: where the labels end
        self.accounts = {account.doc_id: account for account in accounts}
        self.moments = {account.doc_id: moment_of(account.published_at) for account in accounts}
        dated = [moment for moment in self.moments.values() if moment]
        self.begin, self.end = min(dated, default=None), max(dated, default=None)
        self.hours = zone(self.begin, self.end) if self.begin and self.end and self.begin != self.end else ""

    def x(self, name: str) -> float:
        """Sources stand before the first date, accounts at their date, and what bears none after the last."""
        if name.startswith(SOURCE):
            return self.labels + 6
        moment = self.moments.get(name)
        return UNDATED if moment is None else self.across(moment)

    def across(self, moment: datetime) -> float:
        if not self.begin or not self.end or self.begin == self.end:
            return (self.labels + PLOT) / 2
        return self.labels + 34 + (PLOT - self.labels - 34) * ((moment - self.begin) / (self.end - self.begin))


def _rows(plot: _Plot, at: Addresses) -> Iterator[Markup]:
    for name, y in plot.row.items():
        x = plot.x(name)
        yield line(plot.labels, y, UNDATED, y)
        if name.startswith(SOURCE):
            yield words(0, y + 4, f"◆ {_short(name.removeprefix(SOURCE))}", "mark")
            yield words(x, y + 4, "◆", "figure", "middle")
        else:
            account = plot.accounts[name]
            title = f"{account.siglum} {account.outlet}, {day(account.published_at)}"
            label = [words(0, y + 4, account.siglum, "mark"), words(30, y + 4, _short(account.outlet))]
            yield linked(at.document(account.doc_id), title, [*label, dot(x, y, 4, "account")])


def _curves(plot: _Plot, curves: Iterable[_Curve]) -> Iterator[Markup]:
    """Curves between accounts bulge to the right, the further the more rows they span; those from a source come from the left."""
    for curve in curves:
        x, y, x2, y2 = plot.x(curve.start), plot.row[curve.start], plot.x(curve.end), plot.row[curve.end]
        rows = abs(y2 - y) / ROW
        bulge = min(max(x, x2) + 18 + 9 * rows**0.8, WIDTH + 40.0)
        side = 1
        if curve.start.startswith(SOURCE):
            bulge, side = (x + x2) / 2, -1
        tip = x2 + 6 * side
        shapes = [_bent(x + 6, y, bulge, tip, y2, DASHES[curve.kind])]
        if curve.arrow:
            back = tip + 7 * side
            shapes.append(path([[(back, y2 - 3.5), (tip, y2), (back, y2 + 3.5)]], "tip"))
        yield Markup("<g><title>{}</title>{}</g>").format(curve.title, Markup("").join(shapes))


def _bent(x: float, y: float, bulge: float, x2: float, y2: float, dash: str) -> Markup:
    dashes = Markup(' stroke-dasharray="{}"').format(dash) if dash else Markup("")
    return Markup('<path class="repeat" d="M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}"{}/>').format(
        x, y, bulge, y, bulge, y2, x2, y2, dashes
    )


def _dates(plot: _Plot) -> Iterator[Markup]:
    y = plot.height - AXIS + 4
    if plot.begin and plot.end:
        long = (plot.end - plot.begin).total_seconds()
        for share in (0.0, 0.5, 1.0) if long else (0.0,):
            moment = plot.begin + (plot.end - plot.begin) * share
            exact = 0 < long < 4 * 86_400
            written = f"{moment:%H:%M}, {moment.day} {moment:%b}" if exact else f"{moment.day} {moment:%b %Y}"
            x = plot.across(moment)
            yield line(x, TOP - 8, x, y, "rule")
            yield words(x, y + 16, written, "degree", "middle")
    if None in plot.moments.values():
        yield words(UNDATED, y + 16, "no date", "degree", "middle" if plot.begin is None else "start")


def _legend(copies: Iterable[Copy]) -> str:
    kinds = {copy.kind for copy in copies}
    told = {
        "solid: the same text": kinds & {"same-text", "forwarded"},
        "dashed: the same quotation": kinds & {"same-quote"},
        "dotted: the same thing from one source": kinds & {"same-agency"},
    }
    said = ", ".join(name for name, present in told.items() if present)
    return f"{said[:1].upper()}{said[1:]}."


def _short(name: str, most: int = SHORT) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"
