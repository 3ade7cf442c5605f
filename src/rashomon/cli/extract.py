"""`rashomon extract`: who says what, without a case."""

from typing import Annotated

import typer


def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, archives, .jsonl; - for standard input.", metavar="PATH")],
    columns: Annotated[str | None, typer.Option(help="What the columns of tables are: text=Body,date=Published.")] = None,
    no_models: Annotated[bool, typer.Option("--no-models", help="By rules alone, without the trained model.")] = False,
) -> None:
    """Write one JSON line per document on standard output, without making a case."""
    from rashomon.cli.harmless import harmless
    from rashomon.cli.summary import print_failures
    from rashomon.errors import NothingRead
    from rashomon.export.jsonl import line
    from rashomon.model import Failure
    from rashomon.pipeline.extraction import said_in
    from rashomon.pipeline.summary import left_out, told
    from rashomon.read.columns import columns_of
    from rashomon.read.found import Archive
    from rashomon.views.exported import extract_row
    from rashomon.views.records import CAUTION

    if no_models:
        typer.echo(CAUTION, err=True)
    named = columns_of(columns) if columns else None
    marks = {"by": "rules alone"} if no_models else {}
    failures, archives, written = [], [], 0
    for said in said_in(paths, nets=not no_models, columns=named):
        if isinstance(said, Failure):
            failures.append(said)
            continue
        if isinstance(said, Archive):
            archives.append(said)
            continue
        row = extract_row(said.document, said.voices, said.statements, said.mentions, said.facts)
        typer.echo(line({**row, **marks}).encode("utf-8"), nl=False)
        written += 1
    if note := left_out(archives):
        typer.echo(harmless(note), err=True)
    if not written:
        raise NothingRead(f"nothing could be read\n{told(failures) or 'there is no file in ' + ', '.join(paths)}")
    if failures:
        print_failures(failures)
        raise typer.Exit(1)
