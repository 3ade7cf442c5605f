"""`rashomon mcp`: the case for assistants."""

from pathlib import Path
from typing import Annotated

import typer


def mcp(case: Annotated[Path, typer.Option(help="The case's folder.")]) -> None:
    """Serve the case to an assistant over standard input and output (Model Context Protocol), read-only."""
    import os
    import sys
    from importlib.util import find_spec

    from rashomon.errors import MissingExtra

    if find_spec("mcp") is None:
        raise MissingExtra("this needs the package mcp, which is not installed: pip install 'rashomon[mcp]'")
    from rashomon.assistants.server import server

    served, kept = server(case), sys.stdout
    sys.stdout = os.fdopen(os.dup(kept.fileno()), "w", encoding="utf-8")  # what the protocol speaks through it closes in the end
    try:
        served.run("stdio")
    finally:
        sys.stdout = kept
