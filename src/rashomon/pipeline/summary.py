"""What a run has to say for itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Failure


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


def told(failures: Sequence[Failure]) -> str:
    """Each failure on a line of its own: what, why, and what to do."""
    return "\n".join(f"{failure.item_id or failure.stage}: {failure.message}" for failure in failures)
