"""`rashomon judge`: a person's word."""

from pathlib import Path
from typing import Annotated

import typer


def judge(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    left: Annotated[str, typer.Argument(help="An item's id, as the export has it.")],
    relation: Annotated[
        str,
        typer.Argument(
            help="same, different, conflict, no-conflict, wrong-speaker, wrong-span, accept, reject or note.", metavar="RELATION"
        ),
    ],
    right: Annotated[str, typer.Argument(help="The other item's id, where there is one.")] = "",
    text: Annotated[str, typer.Option(help="Words beside it; of a note they are all there is.")] = "",
    retract: Annotated[bool, typer.Option("--retract", help="Take it back; that it was said is kept.")] = False,
    user: Annotated[str, typer.Option(help="Whose word it is.", envvar="RASHOMON_USER")] = "",
) -> None:
    """Put down what a person says of one or two items."""
    import getpass
    from typing import get_args

    from rashomon.cli.progress import bar
    from rashomon.errors import UsageError
    from rashomon.model import JudgementRelation
    from rashomon.pipeline import conduct
    from rashomon.store.case import Case

    known: JudgementRelation | None = next((one for one in get_args(JudgementRelation) if one == relation), None)
    if known is None:
        raise UsageError(f"{relation!r} is nothing that can be said; known: {', '.join(get_args(JudgementRelation))}")
    if not right and known in ("same", "different", "conflict", "no-conflict"):
        raise UsageError(f"{relation!r} is said of two items: give the other one's id too")
    with bar() as progress:
        conduct.judge(
            Case.open(case), left, known, right, user=user or getpass.getuser(), text=text, retract=retract, progress=progress
        )
    typer.echo(f"{'taken back' if retract else 'put down'}: {left} {relation} {right}".rstrip())
