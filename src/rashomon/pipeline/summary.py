"""What a run has to say for itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Failure
from rashomon.read.found import Archive
from rashomon.views.apparatus import counted


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of the given paths, and what the case now holds."""

    documents: int  # that the given paths hold
    new: int  # of them not in the case before
    in_case: int
    statements: int  # in the case
    points: Mapping[str, int]  # relation -> how many, in the case
    failures: tuple[Failure, ...]  # of the given paths, and of the case as a whole
    seconds: float
    by_rules: bool  # the case was made without nets
    archives: tuple[Archive, ...] = ()  # that were opened


def told(failures: Sequence[Failure]) -> str:
    """Each failure on a line of its own: what, why, and what to do."""
    return "\n".join(f"{failure.item_id or failure.stage}: {failure.message}" for failure in failures)


def left_out(archives: Sequence[Archive]) -> str:
    """For each archive that held more than captures a line: how many came out of it, and what was left out."""
    return "\n".join(
        f"{one.uri}: {counted(one.given, 'capture')}; left out: {', '.join(f'{number:,} {what}' for what, number in _most(one))}"
        for one in archives
        if one.left_out
    )


def _most(archive: Archive) -> list[tuple[str, int]]:
    return sorted(archive.left_out.items(), key=lambda item: (-item[1], item[0]))
