"""How far a run is, on a terminal; nothing anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.pipeline.progress import Progress, quiet

WORDS = {
    "fetch": "Fetching pages",
    "find": "Finding files",
    "read": "Reading",
    "extract": "Finding who says what",
    "resolve": "Telling who is who",
    "link": "Comparing",
    "ask": "Asking the model",
    "weigh": "Weighing",
    "shelf": "Putting on the shelf",
}


@contextmanager
def bar() -> Iterator[Progress]:
    """What a run is to be given: a bar on standard error if that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)

        def tell(what: str, done: int, of: int | None) -> None:
            bars.update(task, description=WORDS.get(what, what), completed=done, total=of)

        yield tell
