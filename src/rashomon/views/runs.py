"""What was done and what could not be: failures, people's word, runs, and the captures that everything rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Capture, Failure, Run
from rashomon.model.ids import make_id
from rashomon.views.judged import Word, words_of_people
from rashomon.views.records import Records


@dataclass(frozen=True, slots=True)
class RunView:
    """What failed, what people judged, which stage ran in which version, and every file with its hash."""

    failures: tuple[Failure, ...]
    words: tuple[Word, ...]  # people's judgements
    runs: tuple[Run, ...]
    captures: tuple[Capture, ...]


def run_view(records: Records) -> RunView:
    """The case's own record of how it was made."""
    return RunView(
        tuple(records.failures),
        words_of_people(records),
        tuple(work_of(records.runs)),
        tuple(sorted(records.captures.values(), key=lambda capture: (capture.captured_at, capture.uri))),
    )


def work_of(runs: Iterable[Run]) -> list[Run]:
    """What each stage did, once, in the order of the flow, without the moments at which it did: so whatever is written from the
    same captures is the same on any day, however often the work was taken up again. The shelf keeps the moments.
    """
    done = dict.fromkeys((run.stage, run.version, run.settings_sha, run.weights_sha) for run in runs)
    return [Run(make_id("run", *work), *work, "", "") for work in done]
