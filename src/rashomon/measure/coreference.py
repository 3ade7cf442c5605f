"""How well two ways of putting mentions into groups agree: MUC, B³ and CEAFe, and their mean, the CoNLL F1.

The definitions are those of the reference scorer (Pradhan et al. 2014); mentions are given, so both sides hold the same.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

from rashomon.measure.assignment import best_assignment

Figures = dict[str, float]


def conll(gold: Mapping[str, Hashable], own: Mapping[str, Hashable]) -> Figures:
    """`conll_f1` and precision, recall and F1 of each of the three. Both map each mention to its group.

    Raises ValueError where the two are not about the same mentions.
    """
    if gold.keys() != own.keys():
        raise ValueError("gold and own groups are not of the same mentions")
    figures: Figures = {}
    for name, score in (("muc", muc), ("b3", b_cubed), ("ceafe", ceafe)):
        precision, recall = score(gold, own)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        figures |= {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}
    return {"conll_f1": (figures["muc_f1"] + figures["b3_f1"] + figures["ceafe_f1"]) / 3, **figures}


def muc(gold: Mapping[str, Hashable], own: Mapping[str, Hashable]) -> tuple[float, float]:
    """Precision and recall of links (Vilain et al. 1995): how few cuts turn one side into the other; lone ones don't count."""
    return _kept(own, gold), _kept(gold, own)


def _kept(these: Mapping[str, Hashable], those: Mapping[str, Hashable]) -> float:
    pieces: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, group in these.items():
        pieces[group].add(those[mention])
    links = len(these) - len(pieces)
    cuts = sum(len(parts) - 1 for parts in pieces.values())
    return (links - cuts) / links if links else 0.0


def b_cubed(gold: Mapping[str, Hashable], own: Mapping[str, Hashable]) -> tuple[float, float]:
    """Precision and recall averaged over mentions (Bagga and Baldwin 1998)."""
    sizes, ours = Counter(gold.values()), Counter(own.values())
    both = Counter((gold[mention], own[mention]) for mention in gold)
    total = max(1, len(gold))
    precision = sum(count * count / ours[group] for (_, group), count in both.items()) / total
    recall = sum(count * count / sizes[group] for (group, _), count in both.items()) / total
    return precision, recall


def ceafe(gold: Mapping[str, Hashable], own: Mapping[str, Hashable]) -> tuple[float, float]:
    """Precision and recall of groups, each paired with one of the other side at most (Luo 2005, the entity-based φ4)."""
    sizes, ours = Counter(gold.values()), Counter(own.values())
    both = Counter((gold[mention], own[mention]) for mention in gold)
    alike = {pair: 2 * count / (sizes[pair[0]] + ours[pair[1]]) for pair, count in both.items()}
    total = sum(alike[pair] for pair in best_assignment(alike))
    return total / max(1, len(ours)), total / max(1, len(sizes))
