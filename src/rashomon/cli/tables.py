"""Points at issue as tables that fit the terminal; 80 columns where there is none."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.cli.harmless import harmless
from rashomon.views.apparatus import MODE_WORDS, OWN_WORDS, RELATION_WORDS, SIGNS, counted, day, independent
from rashomon.views.points import Answer, PointView, Saying

WIDEST = 100  # columns: longer lines are hard to follow
PIPED = 80
SAYINGS = 3  # of one answer; the report has them all
QUOTED = re.compile(r"^[\"“”„«»]|[\"“”„«»]$")
STYLES = {"conflict": "bold red", "update": "bold yellow", "compatible": "bold cyan", "agree": "bold green"}


def print_points(points: Sequence[PointView], documents: int) -> None:
    """The points in the given order, each with its answers side by side with who gives them."""
    width = min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else PIPED
    console = Console(width=width, highlight=False, emoji=False, markup=False)
    if not points:
        console.print(f"No such points in {counted(documents, 'document')}.")
    for number, point in enumerate(points, start=1):
        if number > 1:
            console.print()
        console.print(_words(f"{number}. {point.question}", style="bold"))
        console.print(
            Text.assemble(
                (f"{SIGNS[point.relation]} {point.relation}", STYLES[point.relation]),
                f" ({point.kind}): {RELATION_WORDS[point.relation]}",
            )
        )
        console.print(_table(point, width))


def _table(point: PointView, width: int) -> Table:
    table = Table(box=box.SQUARE, width=width, show_header=False, show_lines=True, padding=(0, 1))
    answers = max(18, width * 3 // 10)
    table.add_column(width=answers, overflow="fold")
    table.add_column(overflow="fold")
    for answer in point.answers:
        table.add_row(_answer(answer), Text("\n").join(_sayings(answer)))
    return table


def _answer(answer: Answer) -> Text:
    denied = "denied: " if answer.denied else ""
    return Text.assemble(denied, _words(_quoted(answer.value), style="bold"), f"\n{independent(answer.standing)}")


def _sayings(answer: Answer) -> Iterator[Text]:
    """Who, where, and the exact words; who and where only once for words that follow each other."""
    shown = answer.sayings[:SAYINGS]
    for (who, where), sayings in groupby(shown, key=lambda saying: (_speaker(saying), _place(saying))):
        yield Text.assemble(_words(who, style="italic"), "\n", _words(where, style="dim"))
        for saying in sayings:
            yield _words(_quoted(saying.excerpt.quote.of(saying.excerpt.text)))
    rest = len(answer.sayings) - len(shown)
    if rest:
        yield Text(f"and {rest} more in the same sense", style="dim")


def _speaker(saying: Saying) -> str:
    """Who says it, through whom, and how it is told."""
    speaker, telling = saying.speaker, saying.telling
    name = f"{speaker.name} ({speaker.known_as})" if speaker.known_as else speaker.name
    through = [f"as told by {reporter}" for reporter in speaker.reported_by]
    how = OWN_WORDS[speaker.kind] if telling.mode == "asserted" and speaker.kind in OWN_WORDS else MODE_WORDS[telling.mode]
    marks = [mark for mark, holds in (("denied", telling.denied), ("given as unsure", telling.hedged)) if holds]
    return ", ".join([name, *through, how, *marks])


def _place(saying: Saying) -> str:
    return f"in {saying.witness.outlet} [{saying.witness.siglum}], {day(saying.at)}"


def _quoted(words: str) -> str:
    """The words in quotation marks, unless they bring their own."""
    return words if QUOTED.search(words) else f"“{words}”"


def _words(text: str, style: str = "") -> Text:
    """Words of a captured text: as they are, but for what would steer the terminal."""
    return Text(harmless(text), style=style)
