"""`rashomon read`: build a case, or extend one."""

from pathlib import Path
from typing import Annotated

import typer


def read(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, archives, .jsonl; - for standard input.", metavar="PATH")],
    case: Annotated[Path, typer.Option(help="The case's folder; made if there is none.")],
) -> None:
    """Build a case from captured files, or extend one."""
    from rashomon.cli.progress import bar
    from rashomon.cli.summary import print_failures, summary_text
    from rashomon.pipeline.conduct import read_into
    from rashomon.store.case import Case

    with bar() as progress:
        summary = read_into(Case.create(case), paths, progress=progress)
    typer.echo(summary_text(summary))
    if summary.failures:
        print_failures(summary.failures)
        raise typer.Exit(1)
