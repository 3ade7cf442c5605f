"""The attribution net on whole texts: pieces, windows, batches of like length, ascriptions."""

from collections.abc import Iterator, Sequence

import numpy as np

from rashomon.inference.ascriptions import LIKELY, OVERLAP, SIZE, Ascription, Findings, decoded
from rashomon.inference.pieces import VOCABULARY, Window, pieces_of, windows_of
from rashomon.inference.session import session

NET = "attribution"
NETS = (NET, VOCABULARY)  # what must be in its place before anything is read
PLACES, FILL = 640, 40  # of one batch: three or four windows of like length, more do not fit the cache; those only filled up


def ascriptions_in(text: str) -> list[Ascription]:
    """Who ascribes what to whom in a text whose paragraphs are lines, in reading order of the cues.

    What is found does not depend on other texts: the net's numbers are scaled by batch, and no two texts share one.
    Raises WeightsError if the net's weights are missing or altered.
    """
    pieces = pieces_of(text)
    batches = _batches(windows_of(pieces, SIZE, OVERLAP))
    found = [one for batch in batches for one in decoded(text, pieces, batch, _findings(batch))]
    return sorted(found, key=lambda one: (one.cue, one.content))


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """The windows, short ones first, so that few places of a batch are only filled up."""
    batch: list[Window] = []
    for window in sorted(windows, key=len):
        places = len(window) * (len(batch) + 1)
        if batch and (places > PLACES or places - sum(map(len, batch)) - len(window) > FILL):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _findings(windows: Sequence[Window]) -> list[Findings]:
    length = max(map(len, windows))
    inputs = {name: np.zeros((len(windows), length), np.int64) for name in ("ids", "marks", "mask")}
    for row, window in enumerate(windows):
        inputs["ids"][row, : len(window)] = window.ids
        inputs["marks"][row, : len(window)] = window.marks
        inputs["mask"][row, : len(window)] = 1
    of_window, places, begins, roles = session(NET).run(None, {**inputs, "likely": np.array(LIKELY, np.float32)})
    of = [of_window == row for row in range(len(windows))]
    return [Findings(places[its], begins[its], roles[its, : len(window)]) for its, window in zip(of, windows, strict=True)]
