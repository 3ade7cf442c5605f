"""`rashomon stamp`: a time stamp from elsewhere, kept with the custody log."""

from pathlib import Path
from typing import Annotated

import typer


def stamp(
    token: Annotated[Path, typer.Argument(help="The authority's answer, a .tsr file (RFC 3161).", metavar="FILE.tsr")],
    case: Annotated[Path, typer.Option(help="The case's folder.")],
) -> None:
    """Keep a time stamp that an authority gave on the head of the custody log."""
    from rashomon.errors import UsageError
    from rashomon.store.case import Case
    from rashomon.store.stamps import Stamps

    held = Case.open(case)
    try:
        data = token.read_bytes()
    except OSError as error:
        raise UsageError(f"the time stamp {token} cannot be read: {error.strerror}") from error
    with held.lock():
        kept = Stamps(held.captures.folder, held.drafts).add(data, held.captures.hashes())
    typer.echo(f"kept: custody line {kept.line} and all before it, stamped at {kept.at}")
