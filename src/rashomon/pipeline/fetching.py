"""Pages fetched on demand into a case. The evidence is the WARC of what went over the wire; captures come out of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from rashomon.errors import UnreadableCapture
from rashomon.pipeline.progress import Progress
from rashomon.read.drafts import address
from rashomon.read.exchanges import BY_HAND, Network
from rashomon.read.fetches import Fetching, Hosts
from rashomon.read.finding import Finding, failed
from rashomon.read.found import Archive, Found, Tally
from rashomon.read.warcs import captures_in
from rashomon.store.captures import FETCHED
from rashomon.store.case import Case
from rashomon.store.durable import placed, writing

BATCH = 50  # addresses of one WARC: what a kill can cost


def fetched(case: Case, urls: Sequence[str], network: Network, progress: Progress) -> Iterator[Finding]:
    """What the addresses hold, as captures out of WARCs in the case's folder `fetched`; what could not be had is a Failure."""
    hosts: Hosts = {}
    for start in range(0, len(urls), BATCH):
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.warc.gz"
        path, landed, written = case.path / FETCHED / name, {}, case.drafts / name
        with writing(written), written.open("wb") as file:
            fetching = Fetching(file, name, network, hosts)
            for number, (url, outcome) in enumerate(fetching.fetch(urls[start : start + BATCH]), start + 1):
                if isinstance(outcome, UnreadableCapture):
                    yield failed(outcome)
                else:
                    landed[outcome] = url
                progress("fetch", number, len(urls))
        if fetching.exchanges:
            with placed(path, case.drafts) as draft:
                written.rename(draft)
            yield from _captures(path, landed)


def _captures(path: Path, landed: dict[str, str]) -> Iterator[Finding]:
    """The captures of one WARC; an address whose page holds no account is a Failure, since somebody asked for it."""
    uri, tally, given = f"{FETCHED}/{path.name}", Tally(), 0
    with path.open("rb") as file:
        for one in captures_in(uri, file, tally):
            landed.pop(address(one.uri) or "", None)
            given += isinstance(one, Found)
            yield one if isinstance(one, Found) else failed(one)
        for at, url in landed.items():
            reason = "what was fetched can hold no account: it is empty, a picture, a script or the like"
            yield failed(UnreadableCapture(url, reason if at == url else f"{reason}, at {at}", BY_HAND))
        file.seek(0)
        yield Archive(uri, file_digest(file, "sha256").hexdigest(), file.tell(), given, dict(tally.left_out))
