"""`rashomon serve`: the pages in a browser."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on; the default is this machine alone.")] = "127.0.0.1",
) -> None:
    """Show the case in a browser."""
    from rashomon.web.app import serve as serve_pages

    typer.echo(f"http://{host}:{port}/ (Ctrl-C ends it)", err=True)
    serve_pages(case, host, port)
