"""The commands: parse and print, decide nothing. One file each; what a command needs is imported when it runs."""

import errno
import os
import sys

import typer

from rashomon.cli.demo import demo
from rashomon.cli.eval import evaluate
from rashomon.cli.export import export
from rashomon.cli.extract import extract
from rashomon.cli.harmless import harmless
from rashomon.cli.import_review import import_review
from rashomon.cli.judge import judge
from rashomon.cli.mcp import mcp
from rashomon.cli.read import read
from rashomon.cli.report import report
from rashomon.cli.serve import serve
from rashomon.cli.show import show
from rashomon.cli.stamp import stamp
from rashomon.cli.verify import verify
from rashomon.errors import CannotWrite, NothingRead, RashomonError

app = typer.Typer(
    help="Reads many accounts of one event and shows, line by line, who says what and on whose word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("read")(read)
app.command("show")(show)
app.command("serve")(serve)
app.command("report")(report)
app.command("export")(export)
app.command("import-review")(import_review)
app.command("verify")(verify)
app.command("stamp")(stamp)
app.command("extract")(extract)
app.command("judge")(judge)
app.command("mcp")(mcp)
app.command("demo")(demo)
app.command("eval")(evaluate)

DONE, SOME_FAILED, WRONG_USAGE, NOTHING_READ = 0, 1, 2, 3


@app.callback()
def _top() -> None:
    pass


def main() -> None:
    """Runs the command that was typed; every error of the house becomes one clear message and its exit code."""
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # here, where a full disk can still be told; Python's own flush at the end could only grumble
    except RashomonError as error:
        print(f"rashomon: {harmless(str(error))}", file=sys.stderr)  # noqa: T201
        sys.exit(exit_code(error))
    except BrokenPipeError:  # whoever read our output has seen enough, as in `rashomon show | head`
        sys.stderr.close()
        sys.exit(DONE)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer has nowhere to go
        print(f"rashomon: the output could not be written: {error.strerror}. Make room, then run it again.", file=sys.stderr)  # noqa: T201
        sys.exit(SOME_FAILED)


def exit_code(error: RashomonError) -> int:
    """What the shell is told of an error."""
    if isinstance(error, NothingRead):
        return NOTHING_READ
    return SOME_FAILED if isinstance(error, CannotWrite) else WRONG_USAGE
