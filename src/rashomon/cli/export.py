"""`rashomon export`: the case in other tools' formats."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    form: Annotated[str, typer.Option("--format", help="jsonl (a folder) or csv (a file).")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where to write.")],
) -> None:
    """Write the case in a format of other tools."""
    from rashomon.errors import UsageError
    from rashomon.export import FORMATS

    if form not in FORMATS:
        raise UsageError(f"no format is called {form!r}; known: {', '.join(FORMATS)}")
    FORMATS[form](case, out)
    typer.echo(f"written: {out}")
