"""What a run says at its end."""

from collections.abc import Iterable
from textwrap import wrap

import typer

from rashomon.cli.harmless import harmless
from rashomon.model import Failure
from rashomon.pipeline.summary import Summary, left_out, told
from rashomon.views.apparatus import SIGNS, counted
from rashomon.views.records import CAUTION


def summary_text(summary: Summary) -> str:
    """The run in a few lines."""
    points = [f"{SIGNS[relation]} {number} {relation}" for relation, number in summary.points.items() if number]  # type: ignore[index]
    lines = [
        f"{counted(summary.documents, 'document')} read: {summary.new} new, {summary.documents - summary.new} already there.",
        f"The case holds {counted(summary.in_case, 'document')} and {counted(summary.statements, 'statement')}.",
        f"Points at issue: {', '.join(points) or 'none'}.",
        f"Failures: {len(summary.failures) or 'none'}. Time: {summary.seconds:.1f} s.",
        *harmless(left_out(summary.archives)).splitlines(),
        *([CAUTION] if summary.by_rules else []),
    ]
    return "\n".join("\n".join(wrap(line, 80)) for line in lines)


def print_failures(failures: Iterable[Failure]) -> None:
    """Each failure with file, reason and remedy, on standard error."""
    failures = list(failures)
    typer.echo(f"{counted(len(failures), 'input')} failed:\n{harmless(told(failures))}", err=True)
