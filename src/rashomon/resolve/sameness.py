"""Whether two tellings are of one happening: named features, with weights learnt from ECB+ (`training/happenings`).

There are ten pairs to a telling, so a feature is asked of many pairs at once; it gives an array, one value for each pair.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from rashomon.pairs.columns import Column, Floats, Mask, Numbers
from rashomon.pairs.scorer import Scored, probabilities
from rashomon.resolve.alike import NEIGHBOURS
from rashomon.resolve.days import days_agree, exact_days_apart
from rashomon.resolve.overlaps import Bags
from rashomon.resolve.tellings import Telling
from rashomon.text.kindred import base, near, one_root, rarity
from rashomon.text.lexicon import lexicon

CLOSE = 0.3  # words less near in meaning than this have nothing in common
USUAL = 0.2  # two documents of one event are so much alike: the median on the training topics
TOP = 3  # sentences of a document that stand at its top
FAR = 5  # sentences between two tellings of one document from which on no more distance counts
BATCH = 1 << 17  # pairs compared at once: 40 MB

Feature = npt.NDArray[Any]  # of numbers or of yes and no


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case's documents: how alike they are, which form one group, how many tell of each act."""

    alike: Mapping[str, Mapping[str, float]]
    group: Mapping[str, int]
    region: Mapping[str, int]  # wider than a group: what lies in two is not compared at all
    spread: Mapping[tuple[int, str], float]  # region and base form of an act -> the share of its documents that tell of it

    def likeness(self, doc: str, other: str) -> float:
        """How alike two documents are; where more are alike than are kept of one, their group says it."""
        near = self.alike[doc]
        beyond = len(near) >= NEIGHBOURS and self.group[doc] == self.group[other]
        return near.get(other, USUAL if beyond else 0.0)


class Told:
    """The tellings of a case in columns; a telling goes by its place in the order given."""

    def __init__(self, case: Case, tellings: Sequence[Telling]) -> None:
        self.case = case
        self.bags = Bags(tellings)
        self.doc = Column.of(one.act.doc for one in tellings)
        self.word = Column.of(one.base for one in tellings)
        self.kind = Column.of(one.kind for one in tellings)
        self.days = Column.of(one.act.days for one in tellings)
        self.places = Column.of(one.act.places for one in tellings)
        self.standing = Column.of(one.standing for one in tellings)
        self.sentence = np.array([one.sentence for one in tellings], np.int32)
        self.leads = self.sentence < TOP
        self.group = self.doc.each(lambda doc: case.group[doc])
        acts = Column.of((case.region[one.act.doc], one.base) for one in tellings)
        self.spread = acts.each(lambda act: case.spread.get(act, 1.0))
        self.rarity = self.word.each(rarity)
        self.reports = self.word.each(lambda word: word in reporting()) > 0

    def apart(self, left: Numbers, right: Numbers) -> Mask:
        """Whether two cannot be one: one document gives them two days, or each has its exact day far from the other's."""
        two_days = self.days.both(lambda days, others: bool(days and others) and days.isdisjoint(others), left, right) > 0
        exact_days = self.days.both(exact_days_apart, left, right) > 0
        return np.where(self.doc.same(left, right), two_days & (self.sentence[left] != self.sentence[right]), exact_days)


class Features:
    """The features of pairs of tellings; each gives -1 to 1, and 0 where it has nothing to say."""

    def __init__(self, told: Told, left: Numbers, right: Numbers) -> None:
        self._told, self._left, self._right = told, left, right
        self.rooted: Mask = told.word.both(one_root, left, right) > 0
        self._one_document = told.doc.same(left, right)
        self._alike = told.doc.both(told.case.likeness, left, right)
        self._common = told.bags.common(left, right)

    def same_word(self) -> Feature:
        """The acts' words have one base form."""
        return self._told.word.same(self._left, self._right)

    def near_in_meaning(self) -> Feature:
        """How near words of two roots lie: 0 up to `CLOSE`."""
        return self._told.word.both(_nearness, self._left, self._right)

    def one_kind(self) -> Feature:
        """One class of act by the list; -1 where it has them as two."""
        return self._told.kind.both(_agree, self._left, self._right)

    def one_document(self) -> Feature:
        """Both stand in one document."""
        return self._one_document

    def documents_alike(self) -> Feature:
        """How alike the documents are, up to what two of one event usually are."""
        return np.minimum(1.0, self._alike / USUAL)

    def documents_very_alike(self) -> Feature:
        """How much more alike than that."""
        return np.maximum(0.0, self._alike - USUAL)

    def one_group(self) -> Feature:
        """The documents are of one group of like ones; -1 if of two."""
        one = self._told.group[self._left] == self._told.group[self._right]
        return np.where(self._one_document, 0.0, np.where(one, 1.0, -1.0))

    def close_words(self) -> Feature:
        """What the words close by have in common: who did it, to whom."""
        return self._common.overlap("near")

    def words_before(self) -> Feature:
        """What stands just before both; -1 where something does, and nothing in common."""
        return self._common.overlap("before") - self._common.foreign("before")

    def words_after(self) -> Feature:
        """What follows both; -1 where something does, and nothing in common."""
        return self._common.overlap("after") - self._common.foreign("after")

    def sentence_words(self) -> Feature:
        """What the sentences have in common."""
        return self._common.overlap("words")

    def names(self) -> Feature:
        """What the names in the sentences have in common; -1 where both have names, and none that the other has."""
        return self._common.overlap("names") - self._common.foreign("names")

    def numbers(self) -> Feature:
        """A number in common; -1 where both have numbers, and none in common."""
        return np.sign(self._common.overlap("numbers")) - self._common.foreign("numbers")

    def days(self) -> Feature:
        """A day in common; -1 where the days exclude each other."""
        return self._told.days.both(days_agree, self._left, self._right)

    def places(self) -> Feature:
        """A place in common; -1 where both have places, and none in common."""
        return self._told.places.both(_shared, self._left, self._right)

    def seldom_told(self) -> Feature:
        """How few of the region's documents tell of such acts."""
        told = np.maximum(self._told.spread[self._left], self._told.spread[self._right])
        return np.minimum(1.0, -np.log(np.maximum(told, 1e-3)) / 6)

    def common_word(self) -> Feature:
        """How common the more common of the two words is in English: "take" says little."""
        return 1.0 - np.minimum(self._told.rarity[self._left], self._told.rarity[self._right])

    def reports(self) -> Feature:
        """One of the acts is that somebody says something."""
        return np.logical_or(self._told.reports[self._left], self._told.reports[self._right])

    def both_lead(self) -> Feature:
        """Both stand in a document's first sentences."""
        return np.logical_and(self._told.leads[self._left], self._told.leads[self._right])

    def one_sentence(self) -> Feature:
        """Both stand in one sentence."""
        return np.where(self._one_document, self._distance() == 0, False)

    def far_apart(self) -> Feature:
        """How far apart they stand in one document."""
        return np.where(self._one_document, np.minimum(self._distance(), FAR) / FAR, 0.0)

    def put_otherwise(self) -> Feature:
        """One is told as plain, the other as possible, denied or of earlier."""
        return ~self._told.standing.same(self._left, self._right)

    def _distance(self) -> Numbers:
        distance: Numbers = np.abs(self._told.sentence[self._left] - self._told.sentence[self._right])
        return distance


def named(features: Features) -> list[tuple[str, Callable[[], Feature]]]:
    """The features as the reasons call them."""
    return [
        ("same word", features.same_word),
        ("words near in meaning", features.near_in_meaning),
        ("one kind of act", features.one_kind),
        ("one document", features.one_document),
        ("documents alike", features.documents_alike),
        ("documents very alike", features.documents_very_alike),
        ("one group of documents", features.one_group),
        ("words close by", features.close_words),
        ("words just before", features.words_before),
        ("words that follow", features.words_after),
        ("words of the sentence", features.sentence_words),
        ("names", features.names),
        ("numbers", features.numbers),
        ("days", features.days),
        ("places", features.places),
        ("seldom told", features.seldom_told),
        ("a common word", features.common_word),
        ("somebody says it", features.reports),
        ("both at the top", features.both_lead),
        ("one sentence", features.one_sentence),
        ("far apart", features.far_apart),
        ("put otherwise", features.put_otherwise),
    ]


def scores(told: Told, left: Numbers, right: Numbers) -> Floats:
    """How surely the two tellings of each pair are of one happening: 0 to 1."""
    found = [np.zeros(0)]
    for at in range(0, len(left), BATCH):
        features = Features(told, left[at : at + BATCH], right[at : at + BATCH])
        found.append(probabilities(_bias(features) + sum(share for _, share in _shares(features))))
    return np.concatenate(found)


def scored(told: Told, left: Numbers, right: Numbers) -> list[Scored]:
    """The same with the reasons."""
    features = Features(told, left, right)
    names, shares = zip(*_shares(features), strict=True)
    return [
        Scored.of(bias, zip(names, of_pair, strict=True))
        for bias, of_pair in zip(_bias(features).tolist(), np.stack(shares, axis=1).tolist(), strict=True)
    ]


def _bias(features: Features) -> Floats:
    return np.where(features.rooted, weights()["one root"]["bias"], weights()["two roots"]["bias"])


def _shares(features: Features) -> Iterator[tuple[str, Floats]]:
    """Each feature's name and its part in the log-odds of each pair; it weighs otherwise between words of two roots."""
    of_root, of_two = weights()["one root"], weights()["two roots"]
    for name, feature in named(features):
        yield name, np.where(features.rooted, of_root.get(name, 0.0), of_two.get(name, 0.0)) * feature()


def _nearness(word: str, other: str) -> float:
    return 0.0 if one_root(word, other) else max(0.0, near(word, other) - CLOSE) / (1 - CLOSE)


def _agree(kind: str | None, other: str | None) -> float:
    return 0.0 if kind is None or other is None else 1.0 if kind == other else -1.0


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    if not left or not right:
        return 0.0
    return 1.0 if left & right else -1.0


@cache
def reporting() -> frozenset[str]:
    """The base forms of words that report what somebody says."""
    return frozenset(base(word) for words in lexicon("cues").values() for word in words if " " not in word)


@cache
def weights() -> dict[str, dict[str, float]]:
    """Feature -> weight, and the bias, of the two scorers."""
    return cast(dict[str, dict[str, float]], lexicon("happenings"))
