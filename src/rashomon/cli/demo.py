"""`rashomon demo`: the bundled accounts, read and shown."""

import typer


def demo() -> None:
    """Read the bundled accounts of an invented event into rashomon-demo/ and write the report."""
    import os
    import sys
    import webbrowser
    from pathlib import Path

    from rashomon.cli.read import read
    from rashomon.cli.show import show
    from rashomon.demo import accounts
    from rashomon.web.freeze import write_report

    case = Path("rashomon-demo")
    read(case, [str(path) for path in accounts()])
    write_report(case, case / "report.html")
    typer.echo()
    show(case, limit=5)
    typer.echo(f"\nThe report: {(case / 'report.html').resolve()}")
    if sys.stdout.isatty() and (
        sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        webbrowser.open((case / "report.html").resolve().as_uri())
