"""Passages that stand twice in one document: said once, printed twice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from rashomon.model import Block
from rashomon.text.normal import folded

SPEAKING = {"title", "para", "quote", "caption", "post", "quoted_post"}
NEAR = 95  # of 100 by rapidfuzz's ratio: a word dropped or a typo mended
LONG = 80  # characters from which a passage may be compared by nearness
LONGEST = 50_000  # and up to which: two of 500,000 took 5 s, and no paragraph is as long
ENDS = 3  # words at either end
SHORT = 12  # below this ("Yes.", "Agreed.") two people may well say the same

Key = tuple[str, tuple[str, ...], tuple[str, ...]]


def without_repeats(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those kind `repeat` whose words already stand in an earlier one of the same author."""
    by_author: dict[str | None, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind in SPEAKING:
            by_author[block.author].append(block)
    first: dict[Block, Block] = {}
    for said in by_author.values():
        for block, place in zip(said, earlier_of([block.span.of(text) for block in said]), strict=True):
            if place is not None:
                first[block] = said[place]

    def once(block: Block) -> Block:
        return replace(block, kind="repeat", post=block.post or first[block].post) if block in first else block

    return tuple(map(once, blocks))


def earlier_of(passages: Sequence[str]) -> list[int | None]:
    """For each passage the place of the first one with the same words, or nearly the same words and the very same figures."""
    first: dict[str, int] = {}
    near: dict[Key, list[str]] = defaultdict(list)
    places: list[int | None] = []
    for place, passage in enumerate(passages):
        words = folded(passage)
        keys = _keys(words)
        same = words if words in first else _nearest(words, [other for key in keys for other in near[key]])
        places.append(first[same] if same is not None and len(words) >= SHORT else None)
        if same is None:
            first[words] = place
            for key in keys if len(words) >= LONG else ():
                near[key].append(words)
    return places


def _keys(words: str) -> tuple[Key, Key]:
    """What near passages share: their figures, and the words of their beginning or of their end.

    Comparing each with each took 8 s for the 3,000 paragraphs of a book.
    """
    parts = words.split()
    figures = tuple(word for word in parts if any(char.isdigit() for char in word))
    return ("begins", tuple(parts[:ENDS]), figures), ("ends", tuple(parts[-ENDS:]), figures)


def _nearest(words: str, candidates: list[str]) -> str | None:
    if not LONG <= len(words) <= LONGEST:
        return None
    match = process.extractOne(words, candidates, scorer=fuzz.ratio, score_cutoff=NEAR)
    return match[0] if match else None
