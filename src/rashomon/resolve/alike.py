"""Which documents of a case tell of like things: by the rare words and names that they have in common."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np

from rashomon.pairs.averages import average_groups
from rashomon.pairs.columns import Column, unrolled
from rashomon.resolve.tellings import EMPTY, WORD
from rashomon.text.kindred import COUNTED, MANY, base, kindred

OWN = 0.25  # how much the words that a document shares with none count against its being like others
TERMS = 80  # of a document, the most telling, by which it is compared
MEAN_TERMS = 400  # of a group
WIDE = 5000  # documents that a word stands in at most, to be worth following: with more it tells little and costs much
TOP = 400  # code points from the beginning, whose words count as if they stood there once more
UNLISTED = 1.5  # names, mostly, tell events of one kind apart: 1 gave mean precision 0.925 on the topics for development, 2 0.940
LEAST = 0.04  # alike less than this is not at all
NEIGHBOURS = 60  # of a document, the most like it, that are kept
PSEUDO = 100  # documents of everyday English that are thought to lie beside the case's own, so that in a small case too a
LENGTH = 300  # word is rare or common as it is elsewhere; how many words each of these has


Vector = Mapping[str, float]


def vectors_of(texts: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Document -> its most telling terms with their weights, together of unit length: how often, how rare, how far up."""
    return _weighed({doc: _counted(text) for doc, text in sorted(texts.items())})


def alike(vectors: Mapping[str, Vector]) -> dict[str, dict[str, float]]:
    """Item -> the items like it, each with how much (0 to 1 for documents; both ways): the products of the vectors."""
    items = list(vectors)
    terms = Column.of(term for held in vectors.values() for term in held)
    weights = np.array([weight for held in vectors.values() for weight in held.values()], np.float64)
    sizes = np.array([len(held) for held in vectors.values()], np.int64)
    by_term = np.argsort(terms.number, kind="stable")
    holders, theirs = np.repeat(np.arange(len(items)), sizes)[by_term], weights[by_term]
    spread = np.bincount(terms.number, minlength=len(terms.values))
    first = np.cumsum(spread) - spread
    follow = np.where((spread > 1) & (spread <= WIDE), spread, 0)
    found: dict[str, dict[str, float]] = {item: {} for item in items}
    for at, (end, size) in enumerate(zip(np.cumsum(sizes).tolist(), sizes.tolist(), strict=True)):
        own = terms.number[end - size : end]
        which, where = unrolled(first[own], follow[own])
        sums = np.bincount(holders[where], theirs[where] * weights[end - size : end][which], len(items))
        sums[at] = 0.0
        near = np.flatnonzero(sums >= LEAST)
        best = near[np.argsort(-sums[near], kind="stable")][:NEIGHBOURS]
        for other, score in zip(best.tolist(), np.round(sums[best], 4).tolist(), strict=True):
            found[items[at]][items[other]] = found[items[other]][items[at]] = score
    return found


def gathered(vectors: Mapping[str, Vector], near: Mapping[str, Mapping[str, float]], least: float) -> dict[str, int]:
    """Document -> the number of its group: those so much alike on average. `near` is how much alike any two are.

    The product of two groups' mean vectors is the mean over their pairs. So groups are gathered again as if each were a
    document, until none joins another: no group ends where the neighbours that are kept of a document do.
    """
    groups = {item: [item] for item in sorted(vectors)}
    while True:
        names = list(groups)
        number = {name: at for at, name in enumerate(names)}
        links = [(at, number[other], score) for at, one in enumerate(names) for other, score in near[one].items() if one < other]
        left, right, scores = np.array(links, np.float64).reshape(-1, 3).T
        joined = average_groups(len(names), np.stack([left, right], axis=1).astype(np.int32), scores, least, unknown=0.0)
        if len(joined) == len(groups):
            return {item: at for at, held in enumerate(sorted(map(sorted, groups.values()))) for item in held}
        groups = {names[held[0]]: [item for one in held for item in groups[names[one]]] for held in joined}
        near = alike({name: _mean([vectors[item] for item in held]) for name, held in groups.items()})


def _mean(vectors: Sequence[Vector]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight / len(vectors)
    best = sorted(total.items(), key=lambda one: (-one[1], one[0]))
    return dict(best[:MEAN_TERMS])


def terms_of(text: str) -> Mapping[str, int]:
    """The base forms of the words that tell something, in the order of the text, and how often each stands in it."""
    found: dict[str, int] = {}
    for word, count in Counter(WORD.findall(text)).items():
        if term := _term(word):
            found[term] = found.get(term, 0) + count
    return found


@lru_cache(MANY)
def _term(word: str) -> str | None:
    form = base(word.rstrip(".,:'’"))
    return form if len(form) > 1 and form not in EMPTY else None


def commonness(term: str) -> float:
    """The share of everyday documents that have a term."""
    return 1.0 - (1.0 - kindred().common.get(term, 0) / COUNTED) ** LENGTH


def _counted(text: str) -> dict[str, float]:
    """Term -> 1 and the logarithm of how often it stands, and 1 more if it stands at the top."""
    top = terms_of(text[:TOP])
    return {term: 1 + log(count) + (term in top) for term, count in terms_of(text).items()}


def _is_listed(term: str) -> bool:
    return term in kindred().common or not term[0].isalpha()


def _weighed(counts: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Document -> its most telling terms with their weights, together of unit length."""
    spread = Counter(term for held in counts.values() for term in held)
    weight = {
        term: log((len(counts) + PSEUDO) / (number + PSEUDO * commonness(term))) * (1.0 if _is_listed(term) else UNLISTED)
        for term, number in spread.items()
    }
    weighed = {}
    for doc, held in counts.items():
        all_of = {term: count * weight[term] for term, count in held.items()}
        shared = ((term, value) for term, value in all_of.items() if spread[term] > 1)
        best = sorted(shared, key=lambda one: (-one[1], one[0]))[:TERMS]
        alone = sum(value * value for term, value in all_of.items() if spread[term] == 1)
        length = (sum(value * value for _, value in best) + OWN * alone) ** 0.5 or 1.0
        weighed[doc] = {term: value / length for term, value in best}
    return weighed
