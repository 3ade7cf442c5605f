"""The language model that a command was told to ask, if it was."""

import os

import typer

from rashomon.errors import UsageError
from rashomon.llm.asking import Asking
from rashomon.llm.servers import Server
from rashomon.store.case import Case

KEY = "RASHOMON_LLM_KEY"  # an option would stand in the shell's history, and in the list of processes


def server_of(url: str | None, model: str | None) -> Server | None:
    """The server at that address; None where none was given.

    Raises UsageError where the address or the model is missing, MissingExtra if httpx is not installed.
    """
    if url is None and model is None:
        return None
    if url is None or model is None:
        raise UsageError("--llm and --model go together: the address of a server, and the name of a model that it has")
    return Server(url, model, os.environ.get(KEY, ""))


def asking_of(case: Case, server: Server, budget: int) -> Asking:
    """What asks for this case; what that will cost is told on standard error before."""
    return Asking(server.model, case.asked, server, budget=budget, tell=lambda message: typer.echo(message, err=True))
