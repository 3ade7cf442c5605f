"""`rashomon export`: the case in other tools' formats."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="jsonl, csv, xlsx, parquet, web-annotation, ftm, schema-claims, prov, geojson, graphml, ucdp, markdown, docx, "
            "html, label-studio, inception or bundle.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where to write.")],
    redact: Annotated[
        list[str] | None, typer.Option(help="Leave out this voice or entity, by name or id, everywhere; may be given again.")
    ] = None,
) -> None:
    """Write the case in a format of other tools."""
    from rashomon.cli.harmless import harmless
    from rashomon.errors import UsageError
    from rashomon.export import FORMATS
    from rashomon.export.material import Material
    from rashomon.web.freeze import report_page

    if form not in FORMATS:
        raise UsageError(f"no format is called {form!r}; known: {', '.join(FORMATS)}")
    material = Material.of(case, report_page, redact=redact or ())
    FORMATS[form](material, out)
    typer.echo(f"written: {out}")
    for line in material.left_out:
        typer.echo(f"left out, {harmless(line)}", err=True)
