"""What the given paths hold, kept in the case as it was found."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from rashomon.errors import UsageError
from rashomon.model import Capture, Failure
from rashomon.pipeline.fetching import fetched
from rashomon.pipeline.progress import Progress
from rashomon.read.columns import Columns, noted_in
from rashomon.read.exchanges import Network
from rashomon.read.finding import Finding, find, place
from rashomon.read.found import Archive
from rashomon.read.sniff import sniff
from rashomon.store.captures import FETCHED
from rashomon.store.case import Case


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The captures that the paths gave, each once, where they were found, the archives opened, and what could not be."""

    captures: dict[str, Capture] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)
    archives: list[Archive] = field(default_factory=list)
    retold: set[str] = field(default_factory=set)  # captures of which it was now said otherwise how they are to be read


def keep(
    case: Case,
    paths: Sequence[str],
    progress: Progress,
    columns: Columns | None = None,
    urls: Sequence[str] = (),
    network: Network | None = None,
) -> Arrivals:
    """Keeps every file under the paths, one at a time: what was kept stays kept, whatever happens to the next. `urls` are
    fetched over the network first.

    Raises UsageError where columns are named that a table has not, or where there is no table.
    """
    arrivals = Arrivals()
    kinds = {capture.id: capture.media_type for capture in case.captures.all()}
    given = fetched(case, urls, network or Network(), progress) if urls else ()
    for found in chain(given, _outside(case.path, paths)):
        if isinstance(found, Failure):
            arrivals.failures.append(found)
            continue
        if isinstance(found, Archive):
            case.captures.note(found.uri, found.sha256, found.size, given=found.given, left_out=found.left_out)
            arrivals.archives.append(found)
            continue
        capture = case.captures.keep(
            found.uri,
            found.data,
            media_type=partial(_media_type, columns=columns, charset=found.charset),
            method=_method(found.uri),
            captured_at=found.captured_at,
            anew=columns is not None,
        )
        if kinds.get(capture.id, capture.media_type) != capture.media_type:
            arrivals.retold.add(capture.id)
        arrivals.captures[capture.id] = capture
        arrivals.places.update((found.uri, capture.uri))
        progress("find", len(arrivals.captures), None)
    arrivals.places.update(set(urls) - {failure.item_id for failure in arrivals.failures})
    if columns and not any(noted_in(capture.media_type) for capture in arrivals.captures.values()):
        raise UsageError(f"--columns: there is no table (CSV, XLSX) in {', '.join(paths)} that has them. Leave it out.")
    return arrivals


def _outside(case: Path, paths: Sequence[str]) -> Iterator[Finding]:
    """What is found, less the case's own files where it lies in a folder that is read."""
    own = place(os.path.realpath(case)) + os.sep
    for found in find(paths):
        where = found.item_id if isinstance(found, Failure) else found.uri
        if not (place(os.path.realpath(where.split("!/")[0])) + os.sep).startswith(own):
            yield found


def _media_type(data: bytes, uri: str, columns: Columns | None, charset: str | None) -> str:
    try:
        return sniff(data, uri, columns, charset)
    except UsageError:
        raise
    except Exception:
        return "application/octet-stream"  # what is the matter with it is said when it is read


def _method(uri: str) -> str:
    if uri == "stdin":
        return "standard input"
    if uri.startswith(f"{FETCHED}/"):
        return "fetched"
    return "archive member" if "!/" in uri else "file"
