"""Names that are known for sure, set among the parser's: what it ran together with them is taken apart."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.named import ORGANISED, Name
from rashomon.extract.run_together import without
from rashomon.model import MentionKind, Span

FULL_NAME = 15  # code points: no acronym, no single word


def with_sure(names: Sequence[Name], sure: Sequence[Name]) -> list[Name]:
    """The names with those that are sure: they replace the parser's, save where a longer name of the parser's holds them
    and what it has more is no name by itself.
    """
    keys = {name.key for name in names}
    kept, taken = [], set[Span]()
    held: dict[int, list[Name]] = defaultdict(list)  # the parser's names, by where they stand -> the sure ones there
    order = sorted(names, key=lambda name: name.span)
    starts = [name.span.start for name in order]
    for one in sure:
        at = bisect_left(starts, one.span.end) - 1
        while at >= 0 and order[at].span.overlaps(one.span):
            held[at].append(one)
            at -= 1
    for at, name in enumerate(order):
        inside = [one.span for one in held.get(at, ())]
        if not inside:
            kept.append(name)
            continue
        rest = without(name.span, name.words, inside)
        whole = all(name.span.contains(span) for span in inside) and name.span not in inside
        if whole and not all(" ".join(words.lower().split()) in keys or _is_beside(words, inside) for _, words in rest):
            kept.append(name)
            taken.update(inside)
        elif whole:
            kept += [replace(name, span=span, words=words, kind=_kind_of(names, words)) for span, words in rest]
    return kept + [one for one in sure if one.span not in taken]


def _is_beside(words: str, inside: Sequence[Span]) -> bool:
    """Whether they are a person's two or three words beside an organisation that is named in full."""
    held = words.lower().split()
    return max(map(len, inside)) >= FULL_NAME and len(held) in (2, 3) and words.istitle() and not set(held) & ORGANISED


def _kind_of(names: Sequence[Name], words: str) -> MentionKind:
    return next((name.kind for name in names if name.words == words), "person")
