"""`rashomon show`: points at issue, in the terminal."""

from pathlib import Path
from typing import Annotated

import typer


def show(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    kind: Annotated[str | None, typer.Option(help="Only points of this kind: quantity, cause, label, ...")] = None,
    relation: Annotated[str | None, typer.Option(help="Only conflict, update, compatible or agree.")] = None,
    limit: Annotated[int | None, typer.Option(help="How many points at most.", min=1)] = None,
) -> None:
    """Print the points at issue, sharpest first, each answer with its voices and exact words."""
    from textwrap import fill
    from typing import get_args

    from rashomon.cli.tables import print_points
    from rashomon.errors import UsageError
    from rashomon.model import FactKind, Relation
    from rashomon.views.case import load
    from rashomon.views.points import points
    from rashomon.views.records import CAUTION, Records

    for given, known, what in ((kind, get_args(FactKind), "kind"), (relation, get_args(Relation), "relation")):
        if given is not None and given not in known:
            raise UsageError(f"no {what} is called {given!r}; known: {', '.join(known)}")
    records = Records(load(case), case.resolve().name)
    if records.by_rules:
        typer.echo(f"{fill(CAUTION, 80)}\n")
    print_points(points(records, kind=kind, relation=relation, limit=limit), len(records.documents))
