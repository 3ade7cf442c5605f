"""Who ascribes what to whom, as the trained net reads it: its findings in windows made spans of the text.

The net says where a cue may begin and, for each such place, what every piece is to that cue. Annotators never give one word to
two contents of a text, so each piece goes to the cue that claims it most; a cue left with too little is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.pieces import Ints, Pieces, Window
from rashomon.model import Span

SIZE, OVERLAP = 176, 64  # places of a window; pieces that the parts of a long paragraph share
LIKELY = 0.3  # the least probability at which a place is looked at as the beginning of a cue; no score is higher than it
SOURCE, CUE, CONTENT = 1, 2, 3
PLAYS = 0.42  # the probability from which a piece plays a role: 0.5 costs half a point
SURE = 0.31  # the score of an ascription at least; swept 0.25–0.36 on dev: content with source gains above it, tokens below
HOLE = 2  # pieces between two runs of one role that count as part of it

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the net says of one window: `places` (C) where cues may begin, `begins` (C) how probably, and `roles` (C × T × 4)
    the probability that each piece is nothing, source, cue or content to each of them.
    """

    places: Ints
    begins: Floats
    roles: Floats


@dataclass(frozen=True, slots=True)
class Ascription:
    """Some words (`content`) ascribed to someone (`source`, may be empty) by other words (`cue`), in code points."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


def decoded(text: str, pieces: Pieces, windows: Sequence[Window], findings: Sequence[Findings]) -> list[Ascription]:
    """The ascriptions of the text, in reading order of their cues."""
    found = [one for window, its in zip(windows, findings, strict=True) for one in _in_window(text, pieces, window, its)]
    return sorted(found, key=lambda one: (one.cue, one.content))


def _in_window(text: str, pieces: Pieces, window: Window, its: Findings) -> Iterator[Ascription]:
    if not len(its.places):
        return
    claims = its.roles[:, :, CONTENT] * its.begins[:, None]
    owner = claims.argmax(axis=0)
    owned = its.roles[owner, np.arange(len(window)), CONTENT] > PLAYS
    first, last = window.own
    for at, place in enumerate(its.places):
        piece = window.pieces[place]
        if not first <= piece < last:
            continue
        roles = its.roles[at]
        content = _runs((roles[:, CONTENT] > PLAYS) & (owner == at), owned & (owner != at))
        claimed = int((roles[:, CONTENT] > PLAYS).sum())
        held = sum(b - a for a, b in content)
        if not held or held * 2 < claimed:
            continue
        score = float(its.begins[at] * np.mean([roles[a:b, CONTENT].mean() for a, b in content]))
        cue = _best(roles[:, CUE], int(place)) or (int(place), int(place) + 1)
        source = _best(roles[:, SOURCE])
        if score >= SURE:
            yield Ascription(
                _spans(text, pieces, window, [source] if source else []),
                _spans(text, pieces, window, [cue]),
                _spans(text, pieces, window, content),
                score,
            )


def _runs(plays: NDArray[np.bool_], others: NDArray[np.bool_] | None = None) -> list[tuple[int, int]]:
    """The stretches that play, over holes of a piece or two in which no other does."""
    found: list[tuple[int, int]] = []
    for at in np.flatnonzero(plays):
        if found and at - found[-1][1] <= HOLE and (others is None or not others[found[-1][1] : at].any()):
            found[-1] = found[-1][0], int(at) + 1
        else:
            found.append((int(at), int(at) + 1))
    return found


def _best(probabilities: Floats, around: int | None = None) -> tuple[int, int] | None:
    """The stretch with the most probability, or the one around a place."""
    runs = _runs(probabilities > PLAYS)
    if around is not None:
        return next((run for run in runs if run[0] <= around < run[1]), None)
    return max(runs, key=lambda run: float(probabilities[run[0] : run[1]].sum()), default=None)


def _spans(text: str, pieces: Pieces, window: Window, runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    spans = []
    for first, last in runs:
        inside = window.pieces[first:last]
        inside = inside[inside >= 0]
        if len(inside):
            spans.append(_whole(text, int(pieces.starts[inside[0]]), int(pieces.ends[inside[-1]])))
    return tuple(spans)


def _whole(text: str, start: int, end: int) -> Span:
    """The span with the words at its ends whole."""
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)
