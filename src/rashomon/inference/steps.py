"""The steps of spaCy's dependency parser and of its name finder, decided with the same weights, many texts at once.

spaCy's own loop lets go of Python's lock and takes it back for each move that it weighs: that is most of its time (3.8 with
Python 3.11). Here the lock is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
OUT = "O"


def parse(parser: DependencyParser, docs: Sequence[Doc]) -> None:
    """Sets heads, relations and sentences, all texts a step at a time."""
    states = parser.moves.init_batch(docs)
    net = parser.model.predict(docs)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        unfinished = parser.transition_states(unfinished, net.predict(unfinished))
    net.clear_memory()
    parser.set_annotations(docs, states)


def find_names(finder: EntityRecognizer, docs: Sequence[Doc]) -> None:
    """Sets the names. Outside of names a word's step hangs on that word alone, so all are decided at once: only inside a name,
    where its first word counts as well, one after the other.
    """
    if not any(map(len, docs)):
        return
    step = _Step.of(finder, docs)
    moves = [finder.moves.get_class_name(move) for move in range(finder.moves.n_moves)]
    spaces, ends = _places(docs)
    scores = step.outside()
    for move, name in enumerate(moves):
        if name != OUT and name[:2] not in ("B-", "U-"):
            scores[:, move] = -np.inf
        elif name != OUT:
            scores[spaces | ends if name[0] == "B" else spaces, move] = -np.inf
    scores[:, [move for move, name in enumerate(moves) if name == "U-"]] = -np.inf
    chosen = scores.argmax(axis=1)
    found: list[tuple[int, int, str]] = []
    for start in np.flatnonzero(chosen != moves.index(OUT)).tolist():
        if found and start < found[-1][1]:
            continue
        kind, label = moves[chosen[start]].split("-", 1)
        last = start
        if kind == "B":
            inside, ending = moves.index(f"I-{label}"), moves.index(f"L-{label}")
            last += 1
            while not ends[last] and step.goes_on(last, start, inside, ending):
                last += 1
        found.append((start, last + 1, label))
    _set(docs, found)


@dataclass(frozen=True, slots=True)
class _Step:
    """What the net makes of a word, of the first word of the open name and of the word before: `parts` (words + 1 × 3 × hidden
    × 2), of which the first row stands for none.
    """

    parts: Floats
    bias: Floats
    upper: Any

    @classmethod
    def of(cls, finder: EntityRecognizer, docs: Sequence[Doc]) -> "_Step":
        vectors, lower, upper = finder.model.layers
        parts = lower.predict(vectors.predict(docs))
        return cls(parts, lower.get_param("b").reshape(parts.shape[2:]), upper)

    def outside(self) -> Floats:
        """The score of every move (words × moves) where no name is open."""
        scores: Floats = self.upper.predict(_larger(self.parts[1:, 0] + self.parts[0, 1] + self.parts[0, 2] + self.bias))
        return scores

    def goes_on(self, word: int, start: int, inside: int, ending: int) -> bool:
        """Whether the name that began at `start` goes on behind this word."""
        hidden = _larger(self.parts[word + 1, 0] + self.parts[start + 1, 1] + self.parts[word, 2] + self.bias)
        weights, bias = self.upper.get_param("W"), self.upper.get_param("b")
        return bool(weights[inside] @ hidden + bias[inside] >= weights[ending] @ hidden + bias[ending])


def _larger(pieces: Floats) -> Floats:
    """Maxout of two; numpy's `max` along so short an axis takes ten times as long."""
    return np.maximum(pieces[..., 0], pieces[..., 1])


def _places(docs: Sequence[Doc]) -> tuple[Bools, Bools]:
    """Which words are blanks, and behind which no name goes on: a sentence or the text ends there."""
    columns = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
    ends = np.ones(len(columns), np.bool_)
    ends[:-1] = columns[1:, 1] == 1
    ends[np.cumsum([len(doc) for doc in docs if len(doc)]) - 1] = True
    return columns[:, 0] == 1, ends


def _set(docs: Sequence[Doc], found: Sequence[tuple[int, int, Any]]) -> None:
    at, begun = 0, 0
    for doc in docs:
        names = []
        while at < len(found) and found[at][0] < begun + len(doc):
            start, end, label = found[at]
            names.append(Tokens(doc, start - begun, end - begun, label=label))
            at += 1
        doc.set_ents(names, default="outside")
        begun += len(doc)
