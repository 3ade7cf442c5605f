"""Who says what, against annotators: tokens of each role, and whole attributions.

Definitions as in PolNeAR's evaluations: tokens are words and single signs; an attribution is found when the tokens of its
content (and source, and cue) overlap those of an annotated one by half or more (Jaccard), paired one to one.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.extract.statements import statements_in
from rashomon.inference.ascriptions import Ascription
from rashomon.measure.pairing import paired
from rashomon.measure.texts import documents_in
from rashomon.model import Document, Statement

ROLES = ("source", "cue", "content")
ENOUGH = 0.5  # Jaccard from which two token sets are one
_TOKEN = re.compile(r"\w+|[^\w\s]")

Tokens = dict[str, frozenset[int]]  # role -> numbers of tokens
Row = dict[str, Any]
Same = Callable[[Tokens, Tokens], bool]


def score(data: Path, *, nets: bool = True) -> dict[str, Any]:
    """`{"tokens/source": {"P", "R", "F1", "tp", "pred", "gold"}, …, "relation/content": …}` over a JSONL of annotated texts.

    Without nets, what the rules alone find. Raises UsageError for a file that holds no annotated text.
    """
    gold = [json.loads(line) for line in data.read_text("utf-8").splitlines() if line.strip()]
    if not gold or any("attributions" not in row or "text" not in row for row in gold):
        raise UsageError(f'{data} must hold one JSON object a line with "id", "text" and "attributions"')
    documents = {document.name: document for document in documents_in(str(data), data.read_bytes())}
    found = (_attributions(documents[row["id"]], nets=nets) if row["id"] in documents else [] for row in gold)
    return figures((row["text"], row["attributions"], own) for row, own in zip(gold, found, strict=True))


def figures(texts: Iterable[tuple[str, Sequence[Row], Sequence[Row]]]) -> dict[str, Any]:
    """What `score` gives, over texts with annotated attributions and with ours: spans by role."""
    counts: dict[str, list[int]] = {}
    for text, gold, own in texts:
        for measure, three in _compared(text, gold, own):
            total = counts.setdefault(measure, [0, 0, 0])
            for place, figure in enumerate(three):
                total[place] += figure
    return {measure: rates(*total) for measure, total in counts.items()}


def _attributions(document: Document, *, nets: bool = True) -> list[dict[str, list[tuple[int, int]]]]:
    """What the document ascribes to others; what the page says itself is no attribution."""
    reading = read_closely(document)
    _, statements = statements_in(reading, mentions_in(reading), nets=nets)
    return [spans_of(statement) for statement in statements if statement.mode != "asserted"]


def spans_of(one: Statement | Ascription) -> dict[str, list[tuple[int, int]]]:
    """Where each role stands."""
    return {role: [(span.start, span.end) for span in getattr(one, role)] for role in ROLES}


def _compared(
    text: str, gold: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each measure with (right, found by us, annotated)."""
    places = [match.span() for match in _TOKEN.finditer(text)]
    starts, ends = [start for start, _ in places], [end for _, end in places]

    def tokens(row: dict[str, Any]) -> Tokens:
        return {role: _covered(row.get(role) or (), starts, ends) for role in ROLES}

    ours, theirs = list(map(tokens, own)), list(map(tokens, gold))
    for role in ROLES:
        one, other = _union(ours, role), _union(theirs, role)
        yield f"tokens/{role}", (len(one & other), len(one), len(other))
    for name, same in RELATIONS.items():
        fits = [[n for n, row in enumerate(theirs) if mine["content"] and row["content"] and same(mine, row)] for mine in ours]
        yield name, (len(paired(fits)), len(ours), len(theirs))


def _covered(spans: Iterable[Sequence[int]], starts: list[int], ends: list[int]) -> frozenset[int]:
    """The tokens that share at least one character with one of the spans."""
    return frozenset(
        token for start, end in spans if end > start for token in range(bisect_right(ends, start), bisect_left(starts, end))
    )


def _union(rows: Iterable[Tokens], role: str) -> frozenset[int]:
    return frozenset().union(*(row[role] for row in rows))


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return one == other or len(one & other) >= ENOUGH * len(one | other)


def _alike_in(*roles: str) -> Same:
    return lambda one, other: all(_alike(one[role], other[role]) for role in roles)


RELATIONS: dict[str, Same] = {
    "relation/content": _alike_in("content"),
    "relation/content+source": _alike_in("content", "source"),
    "relation/content+source+cue": _alike_in(*ROLES),
    "relation/content-exact": lambda one, other: one["content"] == other["content"],
}


def rates(right: int, found: int, annotated: int) -> dict[str, float]:
    """Precision, recall, F1 and what they are made of."""
    precision = right / found if found else 0.0
    recall = right / annotated if annotated else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"P": precision, "R": recall, "F1": f1, "tp": right, "pred": found, "gold": annotated}
