"""Which accounts are of one matter: a case may hold several events, and the toll of one is no answer to that of another.

Accounts are alike by the telling words of their tops; what is alike on average is of one matter. How telling a word is stands
in a list of English words and not in the case: where all accounts are of one event, its names stand in each and are telling
nevertheless, and a further account makes no word of the others more or less so.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from math import log

import numpy as np

from rashomon.link.bags import STOP, cosine, unit
from rashomon.model import Document
from rashomon.pairs.averages import average_groups
from rashomon.pairs.blocks import candidate_pairs
from rashomon.text.kindred import base, rarity
from rashomon.text.normal import words
from rashomon.text.times.almanac import day_of

TOP = 1200  # code points from the top of an account that tell what it is about
RARE = 12  # words of it, the most telling: two accounts of one matter share at least one
ALIKE = 0.2  # on average; swept 0.1–0.3 on the 12 dev groups read as one case: 13 matters, and least disputes across events
DAYS, AT_ONCE = 2, 0.06  # 24 groups read as one case: 25 matters with it, 32 without, and fewer of two events in one


def matters_of(documents: Iterable[Document]) -> dict[str, int]:
    """Document -> the number of its matter."""
    documents = list(documents)
    tops = {document.id: _top(document.text) for document in documents}
    keys = {doc: sorted(top, key=lambda word: (-top[word], word))[:RARE] for doc, top in tops.items()}
    days = {document.id: day_of((document.published_at or "")[:10]) for document in documents}
    docs = sorted(tops)
    place = {doc: at for at, doc in enumerate(docs)}
    near = list(candidate_pairs(keys))
    scores = [cosine(tops[one], tops[other]) + _at_once(days[one], days[other]) for one, other in near]
    pairs = np.array([(place[one], place[other]) for one, other in near], np.int32).reshape(-1, 2)
    groups = average_groups(len(docs), pairs, np.array(scores, np.float64), ALIKE)
    return {docs[at]: number for number, held in enumerate(groups) for at in held}


def _at_once(one: date | None, other: date | None) -> float:
    """What it counts that two accounts came out within days of each other: most of what is told at once is of one event."""
    return AT_ONCE if one is not None and other is not None and abs((one - other).days) <= DAYS else 0.0


def _top(text: str) -> dict[str, float]:
    """The words at the top of an account, each by how often it stands there and how rare it is, as a unit vector.

    Numbers are left out: they are what accounts of one matter differ in.
    """
    counts = Counter(base(word) for word in words(text[:TOP]) if word not in STOP and word.isalpha())
    return unit({word: 1 + log(count) for word, count in counts.items()}, {word: rarity(word) ** 2 for word in counts})
