"""Whether two tellings are of one happening: named features, with weights learnt from ECB+ (`training/happenings`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from math import log, sqrt
from typing import cast

from rashomon.pairs.scorer import Scorer
from rashomon.resolve.alike import NEIGHBOURS
from rashomon.resolve.tellings import Telling
from rashomon.text.kindred import base, near, one_root, rarity
from rashomon.text.lexicon import lexicon

CLOSE = 0.3  # words less near in meaning than this have nothing in common
USUAL = 0.2  # two documents of one event are so much alike: the median on the training topics
NIGHT = 1  # days by which two accounts may date one night
DATE, MONTH, YEAR = 10, 7, 4  # letters of an ISO date to the day, to the month and to the year
TOP = 3  # sentences of a document that stand at its top
FAR = 5  # sentences between two tellings of one document from which on no more distance counts


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case's documents: how alike they are, which form one group, how many tell of each act."""

    alike: Mapping[str, Mapping[str, float]]
    group: Mapping[str, int]
    region: Mapping[str, int]  # wider than a group: what lies in two is not compared at all
    spread: Mapping[tuple[int, str], float]  # region and base form of an act -> the share of its documents that tell of it


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a pair in its case; each gives -1 to 1, and 0 where it has nothing to say."""

    case: Case

    def same_word(self, left: Telling, right: Telling) -> float:
        """The acts' words have one base form."""
        return float(left.base == right.base)

    def near_in_meaning(self, left: Telling, right: Telling) -> float:
        """How near words of two roots lie: 0 up to `CLOSE`."""
        if one_root(left.base, right.base):
            return 0.0
        return max(0.0, near(left.base, right.base) - CLOSE) / (1 - CLOSE)

    def one_kind(self, left: Telling, right: Telling) -> float:
        """One class of act by the list; -1 where it has them as two."""
        return 0.0 if left.kind is None or right.kind is None else 1.0 if left.kind == right.kind else -1.0

    def one_document(self, left: Telling, right: Telling) -> float:
        """Both stand in one document."""
        return float(left.act.doc == right.act.doc)

    def documents_alike(self, left: Telling, right: Telling) -> float:
        """How alike the documents are, up to what two of one event usually are."""
        return min(1.0, self._alike(left, right) / USUAL)

    def documents_very_alike(self, left: Telling, right: Telling) -> float:
        """How much more alike than that."""
        return max(0.0, self._alike(left, right) - USUAL)

    def one_group(self, left: Telling, right: Telling) -> float:
        """The documents are of one group of like ones; -1 if of two."""
        if left.act.doc == right.act.doc:
            return 0.0
        return 1.0 if self.case.group[left.act.doc] == self.case.group[right.act.doc] else -1.0

    def close_words(self, left: Telling, right: Telling) -> float:
        """What the words close by have in common: who did it, to whom."""
        return overlap(left.near, right.near)

    def words_before(self, left: Telling, right: Telling) -> float:
        """What stands just before both; -1 where something does, and nothing in common."""
        return overlap(left.before, right.before) or -float(bool(left.before and right.before))

    def words_after(self, left: Telling, right: Telling) -> float:
        """What follows both; -1 where something does, and nothing in common."""
        return overlap(left.after, right.after) or -float(bool(left.after and right.after))

    def sentence_words(self, left: Telling, right: Telling) -> float:
        """What the sentences have in common."""
        return overlap(left.words, right.words)

    def names(self, left: Telling, right: Telling) -> float:
        """What the names in the sentences have in common; -1 where both have names, and none that the other has."""
        return overlap(left.names, right.names) or -float(bool(left.names and right.names))

    def numbers(self, left: Telling, right: Telling) -> float:
        """A number in common; -1 where both have numbers, and none in common."""
        return _shared(left.numbers, right.numbers)

    def days(self, left: Telling, right: Telling) -> float:
        """A day in common; -1 where the days exclude each other."""
        return days_agree(left.act.days, right.act.days)

    def places(self, left: Telling, right: Telling) -> float:
        """A place in common; -1 where both have places, and none in common."""
        return _shared(left.act.places, right.act.places)

    def seldom_told(self, left: Telling, right: Telling) -> float:
        """How few of the region's documents tell of such acts."""
        told = max(self.case.spread.get((self.case.region[one.act.doc], one.base), 1.0) for one in (left, right))
        return min(1.0, -log(max(told, 1e-3)) / 6)

    def common_word(self, left: Telling, right: Telling) -> float:
        """How common the more common of the two words is in English: "take" says little."""
        return 1.0 - min(rarity(left.base), rarity(right.base))

    def reports(self, left: Telling, right: Telling) -> float:
        """One of the acts is that somebody says something."""
        return float(left.base in reporting() or right.base in reporting())

    def both_lead(self, left: Telling, right: Telling) -> float:
        """Both stand in a document's first sentences."""
        return float(left.sentence < TOP and right.sentence < TOP)

    def one_sentence(self, left: Telling, right: Telling) -> float:
        """Both stand in one sentence."""
        return float(left.act.doc == right.act.doc and left.sentence == right.sentence)

    def far_apart(self, left: Telling, right: Telling) -> float:
        """How far apart they stand in one document."""
        return min(abs(left.sentence - right.sentence), FAR) / FAR if left.act.doc == right.act.doc else 0.0

    def put_otherwise(self, left: Telling, right: Telling) -> float:
        """One is told as plain, the other as possible, denied or of earlier."""
        return float(left.standing != right.standing)

    def _alike(self, left: Telling, right: Telling) -> float:
        near = self.case.alike[left.act.doc]
        beyond = len(near) >= NEIGHBOURS and self.case.group[left.act.doc] == self.case.group[right.act.doc]
        return near.get(right.act.doc, USUAL if beyond else 0.0)  # where more are alike than are kept, the group says it


def scorer(case: Case, *, rooted: bool) -> Scorer[Telling]:
    """How surely two tellings of a case are of one happening; one scorer for words of one root, another for two."""
    learnt = weights()["one root" if rooted else "two roots"]
    features = Features(case)
    return Scorer(learnt["bias"], tuple((name, made, learnt[name]) for name, made in named(features) if learnt.get(name)))


def compare(case: Case) -> Callable[[Telling, Telling], Scorer[Telling]]:
    """A function that gives for two tellings of this case the scorer to compare them by."""
    of_root, of_two = scorer(case, rooted=True), scorer(case, rooted=False)
    return lambda left, right: of_root if one_root(left.base, right.base) else of_two


def named(features: Features) -> list[tuple[str, Callable[[Telling, Telling], float]]]:
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


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """What two sets of words have in common, each word by its rarity: 0 nothing to 1 all."""
    common = left & right
    if not common:
        return 0.0
    return sum(map(rarity, common)) / sqrt(_weight(left) * _weight(right))


@lru_cache(1 << 17)
def _weight(words: frozenset[str]) -> float:
    return sum(map(rarity, words))


def days_agree(left: frozenset[str], right: frozenset[str]) -> float:
    """1 where both have one exact date in common; -1 where theirs lie apart; 0 where a date is not known well enough."""
    if any(len(day) >= DATE and "X" not in day for day in left & right):
        return 1.0
    return -float(exact_days_apart(left, right))


def exact_days_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether each date of one lies more than `NIGHT` days from each of the other's, or in another month or year."""
    return bool(left and right) and all(_apart(one, other) for one in left for other in right)


def _apart(one: str, other: str) -> bool:
    exact = min(len(one), len(other))
    if exact >= DATE:
        try:
            return abs((date.fromisoformat(one[:DATE]) - date.fromisoformat(other[:DATE])).days) > NIGHT
        except ValueError:
            return False  # a weekday, or a day without its year
    span = MONTH if exact >= MONTH else YEAR
    return "X" not in one[:span] + other[:span] and one[:span] != other[:span]


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
