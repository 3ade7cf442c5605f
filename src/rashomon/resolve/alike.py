"""Which documents of a case tell of like things: by the rare words and names that they have in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

import numpy as np

from rashomon.pairs.averages import average_groups
from rashomon.resolve.tellings import EMPTY, WORD
from rashomon.text.kindred import COUNTED, base, kindred

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
    number = {item: at for at, item in enumerate(items)}
    holders: dict[str, list[tuple[int, float]]] = {}
    for item, weights in vectors.items():
        for term, weight in weights.items():
            holders.setdefault(term, []).append((number[item], weight))
    follow = {
        term: (np.array([at for at, _ in held]), np.array([weight for _, weight in held]))
        for term, held in holders.items()
        if 1 < len(held) <= WIDE
    }
    found: dict[str, dict[str, float]] = {item: {} for item in items}
    for item, weights in vectors.items():
        held = [(follow[term], weight) for term, weight in weights.items() if term in follow]
        if not held:
            continue
        at = np.concatenate([where for (where, _), _ in held])
        sums = np.bincount(at, np.concatenate([theirs * weight for (_, theirs), weight in held]), len(items))
        sums[number[item]] = 0.0
        near = np.flatnonzero(sums >= LEAST)
        for other in near[np.argsort(-sums[near], kind="stable")][:NEIGHBOURS].tolist():
            found[item][items[other]] = found[items[other]][item] = round(float(sums[other]), 4)
    return found


def gathered(vectors: Mapping[str, Vector], near: Mapping[str, Mapping[str, float]], least: float) -> dict[str, int]:
    """Document -> the number of its group: those so much alike on average. `near` is how much alike any two are.

    The product of two groups' mean vectors is the mean over their pairs. So groups are gathered again as if each were a
    document, until none joins another: no group ends where the neighbours that are kept of a document do.
    """
    groups = {item: [item] for item in vectors}
    while True:
        links = {(one, other): score for one, found in near.items() for other, score in found.items() if one < other}
        joined = average_groups(groups, links, least, unknown=0.0)
        if len(joined) == len(groups):
            return {item: at for at, held in enumerate(sorted(map(sorted, groups.values()))) for item in held}
        groups = {held[0]: [item for one in held for item in groups[one]] for held in joined}
        near = alike({name: _mean([vectors[item] for item in held]) for name, held in groups.items()})


def _mean(vectors: Sequence[Vector]) -> dict[str, float]:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight / len(vectors)
    best = sorted(total.items(), key=lambda one: (-one[1], one[0]))
    return dict(best[:MEAN_TERMS])


def terms_of(text: str) -> Iterable[str]:
    """The base forms of the words that tell something."""
    for match in WORD.finditer(text):
        form = base(match.group().rstrip(".,:'’"))
        if len(form) > 1 and form not in EMPTY:
            yield form


def commonness(term: str) -> float:
    """The share of everyday documents that have a term."""
    return 1.0 - (1.0 - kindred().common.get(term, 0) / COUNTED) ** LENGTH


def _counted(text: str) -> dict[str, float]:
    """Term -> 1 and the logarithm of how often it stands, and 1 more if it stands at the top."""
    top = set(terms_of(text[:TOP]))
    return {term: 1 + log(count) + (term in top) for term, count in Counter(terms_of(text)).items()}


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
