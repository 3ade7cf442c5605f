"""`rashomon import-review`: an editor's words, written elsewhere, come back into the case."""

from pathlib import Path
from typing import Annotated

import typer


def import_review(
    file: Annotated[Path, typer.Argument(help="A file that `rashomon export` wrote and somebody reviewed.")],
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    user: Annotated[str, typer.Option(help="Whose words they are, where the file does not say.", envvar="RASHOMON_USER")] = "",
) -> None:
    """Put down what editors wrote into an exported spreadsheet or annotation file."""
    import getpass

    from rashomon.cli.progress import bar
    from rashomon.export.returned import reviews_in
    from rashomon.export.reviews import new_words, put_down
    from rashomon.pipeline.conduct import settle
    from rashomon.store.case import Case
    from rashomon.views.apparatus import counted

    opened = Case.open(case)
    found = reviews_in(file, opened, user or getpass.getuser())
    words = new_words(opened, found)
    put_down(opened, words)
    if words:
        with bar() as progress:
            settle(opened, progress=progress)
    known = len(found) - len(words)
    typer.echo(f"put down: {counted(len(words), 'judgement')} from {file}{f'; {known} said nothing new' if known else ''}")
