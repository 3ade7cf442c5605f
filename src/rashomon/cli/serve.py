"""`rashomon serve`: the pages in a browser."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    case: Annotated[Path, typer.Option(help="The case's folder.")],
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    host: Annotated[
        str, typer.Option(help="The address to listen on; the default is this machine alone, any other asks for a token.")
    ] = "127.0.0.1",
    token: Annotated[bool, typer.Option("--token", help="Ask for a token on this machine too: others may use it.")] = False,
) -> None:
    """Show the case in a browser, to be read, searched and judged."""
    import signal
    import sys
    from secrets import token_urlsafe

    from rashomon.pipeline.apart import settling_apart
    from rashomon.web.app import serve as serve_pages
    from rashomon.web.guard import LOOPBACK

    secret = token_urlsafe(24) if token or host not in LOOPBACK else None
    named = f"[{host}]" if ":" in host else host
    typer.echo(f"http://{named}:{port}/{f'?token={secret}' if secret else ''} (Ctrl-C ends it)", err=True)
    if secret:
        typer.echo("Whoever has this address can read the case and judge; it holds until the server ends.", err=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the process that settles ends too
    with settling_apart(case) as settle:
        serve_pages(case, host, port, token=secret, settle=settle)
