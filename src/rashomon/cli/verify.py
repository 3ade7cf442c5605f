"""`rashomon verify`: whether anything was changed."""

from pathlib import Path
from typing import Annotated

import typer


def verify(
    path: Annotated[Path, typer.Argument(help="A bundle, a case's folder, or the folder of an export.", metavar="PATH")],
    seal: Annotated[str, typer.Option(help="The seal that was noted when the bundle was handed over.")] = "",
    authority: Annotated[
        Path | None, typer.Option(help="The certificate (PEM) of whom a time stamp on the custody log must be signed by.")
    ] = None,
) -> None:
    """Find any change in a bundle or a case, and name the first altered file."""
    from rashomon.cli.harmless import harmless
    from rashomon.errors import UsageError
    from rashomon.export.altered import altered_in_bundle, altered_in_folder, stamps_in_bundle
    from rashomon.export.seals import seal_of
    from rashomon.export.whole import MANIFEST
    from rashomon.pipeline.checking import altered_in_case
    from rashomon.store.case import Case
    from rashomon.store.stamps import Stamps, told

    head, noted = "", list[str]()
    tokens, hashes = dict[str, bytes](), list[str]()
    if (path / "case.toml").exists():
        case = Case.open(path)
        found = altered_in_case(case)
        if not found:
            head, noted = f"custody: {case.captures.head}", case.captures.clock_set_back()
            tokens, hashes = Stamps(case.captures.folder, case.drafts).all(), case.captures.hashes()
    elif (path / MANIFEST).exists():
        found = altered_in_folder(path)
    elif path.is_file():
        found = altered_in_bundle(path)
        head = f"seal: {seal_of(path)}"
        if not found and seal and seal != seal_of(path):
            found = [f"{path} was sealed anew: its seal is {seal_of(path)}, not the one that was noted"]
        if not found:
            tokens, hashes = stamps_in_bundle(path)
    else:
        raise UsageError(f"{path} is neither a bundle nor a case nor an export: there is no case.toml or {MANIFEST} in it")
    stamped = list(told(tokens, hashes, authority.read_bytes() if authority else None))
    found += [words for holds, words in stamped if not holds]
    if found:
        typer.echo(f"changed: {harmless(found[0])}")
        for other in found[1:]:
            typer.echo(f"also: {harmless(other)}")
        raise typer.Exit(1)
    lines = [
        f"unchanged: {path}",
        *([head] if head else []),
        *(words for _, words in stamped),
        *(f"note: {one}" for one in noted),
    ]
    typer.echo("\n".join(lines))
    if authority and not stamped:
        raise UsageError(f"there is no time stamp in {path} to be checked with --authority")
