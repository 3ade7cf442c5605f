"""What is asked of a worker that may be anywhere: to get what it works on, to do it, and to leave there what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from rashomon.errors import CannotWrite, CaseError, ClusterError, RashomonError, WeightsError
from rashomon.pipeline.finished import Finished, Lying
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stage import Stage
from rashomon.pipeline.work import Made, work_on_all, work_on_items
from rashomon.store.objects import ObjectParts
from rashomon.store.parts import Part

THE_RUNS: tuple[type[RashomonError], ...] = (WeightsError, CannotWrite, ClusterError, CaseError)  # no fault of any part


@dataclass(frozen=True, slots=True)
class Laid:
    """What a stage made lies in the store already; it is for the conductor to declare it done."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Work on parts, for any process of any machine. `lists` and `program` say what it must have to make what we would.

    With a store that every worker reaches, nothing of what is read or made passes through the conductor.
    """

    lists: str  # Settings.sha where the work was given out
    program: str
    store: ObjectParts | None

    @classmethod
    def of(cls, settings: Settings, parts: object) -> "Errand":
        """Work under these settings, on a case with these parts."""
        return cls(settings.sha, version("rashomon"), parts if isinstance(parts, ObjectParts) else None)

    def on_items(self, stage: Stage, work: tuple[str, Sequence[Any] | Lying]) -> Made | Laid:
        """What a "document" stage makes of some items, for the part with this key.

        Raises ClusterError where this process would make something else, CannotWrite if the store refuses.
        """
        self._check()
        key, given = work
        return self._left(stage, key, work_on_items(stage, given.items() if isinstance(given, Lying) else given))

    def on_all(self, finished: Finished, work: tuple[str, Stage, Part | None]) -> Made | Laid:
        """What a "whole" stage makes of everything that it reads, which this process fetches for itself.

        Raises ClusterError where this process would make something else, or sees nothing; CannotWrite if the store refuses.
        """
        self._check()
        if unseen := finished.unseen():
            raise ClusterError(
                f"a worker does not see what was finished before ({unseen}). Put the case's folder on a disk that every machine "
                f"has under the same path, or make the case with --parts and give every machine the store's address and keys."
            )
        key, stage, last = work
        return self._left(stage, key, work_on_all(finished, (stage, last)))

    def _left(self, stage: Stage, key: str, made: Made) -> Made | Laid:
        if self.store is None:
            return made
        self.store.lay(stage.name, key, made)
        return Laid()

    def _check(self) -> None:
        if (Settings().sha, version("rashomon")) != (self.lists, self.program):
            raise ClusterError(
                f"a worker has another rashomon ({version('rashomon')}, lists {Settings().sha[:8]}) than the one that gives out "
                f"the work ({self.program}, lists {self.lists[:8]}). Install the same on every machine."
            )
