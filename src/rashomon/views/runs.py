"""What was done and what could not be: failures, people's word, runs, and the captures that everything rests on."""

from dataclasses import dataclass

from rashomon.model import Capture, Failure, Run
from rashomon.views.judged import Word, words_of_people
from rashomon.views.records import Records


@dataclass(frozen=True, slots=True)
class RunView:
    """What failed, what people judged, which stage ran when in which version, and every file with its hash."""

    failures: tuple[Failure, ...]
    words: tuple[Word, ...]  # people's judgements
    runs: tuple[Run, ...]
    captures: tuple[Capture, ...]


def run_view(records: Records) -> RunView:
    """The case's own record of how it was made."""
    return RunView(
        tuple(records.failures),
        words_of_people(records),
        tuple(sorted(records.runs, key=lambda run: (run.started, run.stage))),
        tuple(sorted(records.captures.values(), key=lambda capture: (capture.captured_at, capture.uri))),
    )
