"""How well two things go together, and why: a readable list of named features with weights."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp
from typing import Generic, TypeVar

import numpy as np

from rashomon.model import Reason
from rashomon.pairs.columns import Floats

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scored:
    """How surely two things belong together (0..1) and each feature's share in that, the largest first."""

    score: float
    reasons: tuple[Reason, ...]

    @classmethod
    def of(cls, bias: float, shares: Iterable[tuple[str, float]]) -> "Scored":
        """The score that a bias and the features' shares add up to, with a reason for each feature that has something to say."""
        told = list(shares)
        reasons = sorted((Reason(name, round(share, 3)) for name, share in told if share), key=_size)
        return cls(_probability(bias + sum(share for _, share in told)), tuple(reasons))


@dataclass(frozen=True, slots=True)
class Scorer(Generic[T]):
    """A log-linear scorer: 0.5 is where the weighted features balance `bias`.

    `features` is a literal list of (name, function, weight). A function gives -1..1 for two things, 0 where it has nothing
    to say; a reason's score is weight times that value, so that the shares and the bias add up to the log-odds.
    """

    bias: float
    features: tuple[tuple[str, Callable[[T, T], float], float], ...]

    def __call__(self, left: T, right: T) -> Scored:
        """The score of a pair and its reasons; the same for (right, left) if the features are symmetric."""
        return Scored.of(self.bias, [(name, weight * feature(left, right)) for name, feature, weight in self.features])

    def score(self, left: T, right: T) -> float:
        """The score alone, for where there are too many pairs to keep why."""
        return _probability(self.bias + sum([weight * feature(left, right) for _, feature, weight in self.features]))


def probabilities(odds: Floats) -> Floats:
    """The scores of many pairs by their log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30.0, 30.0))))


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _size(reason: Reason) -> tuple[float, str]:
    return -abs(reason.score), reason.feature
