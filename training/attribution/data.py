"""Annotated articles as windows with labels: what the net is trained and measured on."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch

from rashomon.inference.ascriptions import CONTENT, CUE, SOURCE
from rashomon.inference.pieces import Ints, Pieces, Window, pieces_of, windows_of

ROLES = {"source": SOURCE, "cue": CUE, "content": CONTENT}
SIZES = (128, 190, 254)  # windows of several sizes, so that the net does not come to expect one
MASK = 103
COMMA, APOSTROPHE = 1010, 1005


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated text in pieces. `roles` has one row an attribution, one column a piece: 0 or the role the piece plays."""

    name: str
    text: str
    pieces: Pieces
    roles: Ints
    gold: list[dict[str, list[list[int]]]]  # the attributions as the file gives them, in code points


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the attributions whose cue it holds: `cues` the place of each cue's first piece, `roles` a row each."""

    ids: Ints
    marks: Ints
    cues: Ints
    roles: Ints


def articles(path: Path) -> list[Article]:
    """Every article of a PolNeAR file (JSONL)."""
    return [_article(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _article(row: dict) -> Article:
    pieces = pieces_of(row["text"])
    roles = np.zeros((len(row["attributions"]), len(pieces)), np.int64)
    for at, one in enumerate(row["attributions"]):
        for role, number in ROLES.items():
            for start, end in one[role]:
                roles[at, (pieces.starts < end) & (pieces.ends > start)] = number
    return Article(row["id"], row["text"], pieces, roles, row["attributions"])


def examples(article: Article, size: int, overlap: int = 64) -> Iterator[Example]:
    """The article's windows with their labels."""
    for window in windows_of(article.pieces, size, overlap):
        yield _example(article, window)


def _example(article: Article, window: Window) -> Example:
    inside = window.pieces >= 0
    roles = np.zeros((len(article.roles), len(window)), np.int64)
    roles[:, inside] = article.roles[:, window.pieces[inside]]
    has_cue = (roles == CUE).any(axis=1)
    roles = roles[has_cue]
    return Example(window.ids, window.marks, (roles == CUE).argmax(axis=1), roles)


def epoch(corpus: list[Article], rng: random.Random) -> list[Example]:
    """Every article once, in windows of a random size, some of them roughened."""
    return [roughened(one, rng) for article in corpus for one in examples(article, rng.choice(SIZES)) if len(one.ids) > 8]


def roughened(one: Example, rng: random.Random) -> Example:
    """The window as real text may come: all small letters, all capitals, commas or quotation marks lost, words unreadable."""
    ids, marks, keep = one.ids.copy(), one.marks.copy(), np.ones(len(one.ids), bool)
    dice = rng.random()
    if dice < 0.06:
        marks[(marks == 2) | (marks == 3)] = 1
    elif dice < 0.10:
        marks[(marks == 1) | (marks == 2)] = 3
    if rng.random() < 0.10:
        keep &= ~np.isin(ids, (COMMA, APOSTROPHE, 1521, 1520))
    dice = rng.random()
    if dice < 0.06:
        keep &= ~np.isin(marks, (5, 6, 7))
    elif dice < 0.16:
        curly = np.isin(marks, (5, 6))
        ids[curly], marks[curly] = 1000, 7
    if rng.random() < 0.4:
        drawn = np.array([rng.random() for _ in ids]) < 0.08
        ids[drawn & (marks > 0) & (marks < 5)] = MASK
    keep[one.cues] = True
    places = np.cumsum(keep) - 1
    return Example(ids[keep], marks[keep], places[one.cues], one.roles[:, keep])


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, short ones filled up. Cues are (window, place); `roles` is (cue, place)."""

    ids: torch.Tensor
    marks: torch.Tensor
    mask: torch.Tensor
    cues: torch.Tensor
    roles: torch.Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        return Batch(*(getattr(self, field.name).to(device, non_blocking=True) for field in fields(self)))


def batches(windows: list[Example], places: int, rng: random.Random) -> list[Batch]:
    """Batches of windows of like length, at most `places` in all, in random order."""
    order = sorted(windows, key=lambda one: len(one.ids) + rng.random() * 12)
    found: list[Batch] = []
    waiting: list[Example] = []
    for one in order:
        if waiting and max(len(one.ids), *(len(other.ids) for other in waiting)) * (len(waiting) + 1) > places:
            found.append(batch(waiting))
            waiting = []
        waiting.append(one)
    if waiting:
        found.append(batch(waiting))
    rng.shuffle(found)
    return found


def batch(windows: list[Example]) -> Batch:
    """The windows as one batch."""
    width = max(len(one.ids) for one in windows)
    ids, marks, mask = (torch.zeros((len(windows), width), dtype=torch.long) for _ in range(3))
    cues, roles = [], []
    for row, one in enumerate(windows):
        size = len(one.ids)
        ids[row, :size] = torch.from_numpy(one.ids)
        marks[row, :size] = torch.from_numpy(one.marks)
        mask[row, :size] = 1
        for place, of_cue in zip(one.cues, one.roles, strict=True):
            cues.append((row, int(place)))
            roles.append(np.pad(of_cue, (0, width - size)))
    return Batch(
        ids,
        marks,
        mask,
        torch.tensor(cues, dtype=torch.long).reshape(-1, 2),
        torch.tensor(np.array(roles).reshape(-1, width), dtype=torch.long),
    )
