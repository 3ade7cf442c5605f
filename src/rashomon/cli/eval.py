"""`rashomon eval`: score on an annotated set."""

import json
from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    name: Annotated[
        str,
        typer.Argument(
            help="Measure accounts, amounts, attribution, contradiction, entities, events, names, pages, places, speakers, "
            "stance, times."
        ),
    ],
    data: Annotated[Path, typer.Argument(help="The annotated set: a file or folder, as docs/reference.md says.")],
    no_models: Annotated[bool, typer.Option("--no-models", help="By rules alone; only for attribution.")] = False,
) -> None:
    """Score on an annotated set; prints one JSON object."""
    from rashomon.measure import measure

    typer.echo(json.dumps(measure(name, data, nets=not no_models), indent=1, ensure_ascii=False))
