"""`rashomon report`: one file to hand on."""

from pathlib import Path
from typing import Annotated

import typer


def report(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.")],
) -> None:
    """Write the case as one self-contained HTML file."""
    from rashomon.web.freeze import write_report

    write_report(case, out)
    typer.echo(f"written: {out}")
