"""`rashomon report`: one file to hand on."""

from pathlib import Path
from typing import Annotated

import typer


def report(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.")],
    whole: Annotated[bool, typer.Option("--whole", help="All of a big case too, not its sharpest part alone.")] = False,
) -> None:
    """Write the case as one self-contained HTML file."""
    from rashomon.web.freeze import write_report

    write_report(case, out, whole_case=whole)
    typer.echo(f"written: {out}")
