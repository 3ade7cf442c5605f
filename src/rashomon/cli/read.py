"""`rashomon read`: build a case, or extend one."""

from pathlib import Path
from typing import Annotated

import typer


def read(
    case: Annotated[Path, typer.Option(help="The case's folder; made if there is none.")],
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, archives, .jsonl; - for standard input.", metavar="PATH")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(help="What the columns of tables are: text=Body,date=Published. Fields: as in .jsonl.")
    ] = None,
    fetch: Annotated[
        Path | None, typer.Option(help="A list of web addresses, one a line, to be fetched over the network.")
    ] = None,
    no_models: Annotated[bool, typer.Option("--no-models", help="By rules alone, without the trained model.")] = False,
    llm: Annotated[
        str | None, typer.Option(help="Ask a language model too, on the OpenAI-compatible server at this URL.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="The model's name on that server.")] = None,
    llm_budget: Annotated[
        int, typer.Option(help="Tokens that may be spent on it; 0 only tells what it would cost.", min=0)
    ] = 100_000,
    engine: Annotated[str, typer.Option(help="Who does the work: local, this machine; ray, a Ray cluster.")] = "local",
    address: Annotated[str | None, typer.Option(help="The Ray cluster's; left out, this machine's.")] = None,
    parts: Annotated[str, typer.Option(help="Where a new case keeps finished work, as s3://bucket/folder.")] = "",
    time_limit: Annotated[
        float, typer.Option(help="Seconds that a document may take, beside those for its length.", min=1)
    ] = 120,
) -> None:
    """Build a case from captured files, or extend one."""
    from rashomon.cli.engines import engaged
    from rashomon.cli.models import asking_of, server_of
    from rashomon.cli.progress import bar
    from rashomon.cli.summary import print_failures, summary_text
    from rashomon.errors import UsageError
    from rashomon.pipeline.conduct import read_into
    from rashomon.pipeline.settings import check_nets
    from rashomon.pipeline.stages import STAGES, STAGES_BY_RULES, asking_too
    from rashomon.read.columns import columns_of
    from rashomon.store.case import Case

    stages = STAGES_BY_RULES if no_models else STAGES
    urls = _listed(fetch) if fetch else []
    if not (paths or urls):
        raise UsageError("there is nothing to read: give files or folders, or --fetch with a list of web addresses")
    named = columns_of(columns) if columns else None
    check_nets(stages)  # before a folder is made that nothing would come into
    server = server_of(llm, model)
    with engaged(engine, address, time_limit) as settings:
        held = Case.create(case, parts=parts)
        asking = asking_of(held, server, llm_budget) if server else None
        with bar() as progress:
            summary = read_into(
                held,
                paths or [],
                stages=asking_too(stages, asking) if asking else stages,
                settings=settings,
                progress=progress,
                columns=named,
                urls=urls,
            )
    typer.echo(summary_text(summary))
    if asking:
        typer.echo(asking.tally.told)
    if summary.failures:
        print_failures(summary.failures)
        raise typer.Exit(1)


def _listed(path: Path) -> list[str]:
    from rashomon.errors import UsageError
    from rashomon.read.fetches import addresses_in

    try:
        urls = addresses_in(path.read_text("utf-8"))
    except (OSError, UnicodeError) as error:
        raise UsageError(
            f"--fetch: the list {path} cannot be read ({error}). Give a text file with an address a line."
        ) from error
    if not urls:
        raise UsageError(f"--fetch: the list {path} holds no address. Write one a line.")
    return urls
