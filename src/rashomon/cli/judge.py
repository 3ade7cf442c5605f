"""`rashomon judge`: a person's word."""

from pathlib import Path
from typing import Annotated

import typer


def judge(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    left: Annotated[str, typer.Argument(help="An item's id, as the export has it.")],
    relation: Annotated[str, typer.Argument(help="same or different.")],
    right: Annotated[str, typer.Argument(help="The other item's id.")],
    retract: Annotated[bool, typer.Option("--retract", help="Take it back; that it was said is kept.")] = False,
    user: Annotated[str, typer.Option(help="Whose word it is.", envvar="RASHOMON_USER")] = "",
) -> None:
    """Put down that two items are the same, or are not."""
    import getpass
    from typing import get_args

    from rashomon.cli.progress import bar
    from rashomon.errors import UsageError
    from rashomon.model import JudgementRelation
    from rashomon.pipeline import conduct
    from rashomon.store.case import Case

    if relation not in ("same", "different"):
        raise UsageError(f"a judgement is 'same' or 'different', not {relation!r}")
    known: JudgementRelation = next(one for one in get_args(JudgementRelation) if one == relation)
    with bar() as progress:
        conduct.judge(Case.open(case), left, known, right, user=user or getpass.getuser(), retract=retract, progress=progress)
    typer.echo(f"{'taken back' if retract else 'put down'}: {left} {relation} {right}")
