"""Points at issue and copies against gold: groups of accounts of one event, each read as a case of its own.

A mention of ours stands for a gold mention when both lie in the same document and overlap by at least half of the shorter.
A gold conflict or update is found when one point of ours holds mentions of two of its positions in two positions of its
own; an agreement, when one position of ours holds mentions of one of its positions from two documents. Gold points and ours
are paired one to one, so that a point which lumps many things together finds one thing only. Gold points marked
`background` count neither for nor against.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

from rashomon.measure.cases import case_of
from rashomon.measure.pairing import paired
from rashomon.views.exported import exported

FIELDS = ("id", "title", "text", "date", "outlet", "url")  # of a group's document, as `rashomon read` takes them
DISPUTES = ("conflict", "update")

Row = dict[str, Any]
Place = tuple[str, int, int]  # the document's name, where the words begin and end in it
Kind = Literal["dispute", "agree"]


@dataclass(slots=True)
class Tally:
    """What was counted over all groups."""

    counts: Counter[str] = field(default_factory=Counter)
    types: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, what: str, kind: str | None = None, short: str | None = None, by: int = 1) -> None:
        """Counts it; by the point's kind too, where that is given."""
        self.counts[what] += by
        if kind is not None:
            self.types[kind][short or what] += by


def score(data: Path) -> dict[str, Any]:
    """Precision, recall and F1 of conflicts and copies, recall of agreements, over `data/groups` and `data/gold`."""
    tally = Tally()
    missing = []
    for gold_file in sorted((data / "gold").glob("*.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        ours = compared(data / "groups" / gold_file.name)
        if not ours["documents"]:
            missing.append(gold_file.stem)
        count(gold, ours, tally)
    return figures(tally, missing)


def compared(group: Path) -> dict[str, list[Row]]:
    """The export of a case made of one group's documents."""
    return exported(case_of("in.jsonl", group_rows(group)))


def group_rows(group: Path) -> bytes:
    """One group's documents as `rashomon read` takes them: JSONL."""
    documents = json.loads(group.read_text("utf-8"))["documents"]
    rows = ({name: document[name] for name in FIELDS if document.get(name)} for document in documents)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def count(gold: Row, ours: dict[str, list[Row]], tally: Tally) -> None:
    """Counts one group's points and copies."""
    names = {document["id"]: document["name"] for document in ours["documents"]}
    _count_points(gold["points"], _Ours(ours, names), tally)
    wanted = set(_pairs(copy["docs"] for copy in gold.get("copies", [])))
    found = set(_pairs([names.get(doc, doc) for doc in copy["docs"]] for copy in ours["copies"]))
    tally.add("gold copy pairs", by=len(wanted))
    tally.add("system copy pairs", by=len(found))
    tally.add("right copy pairs", by=len(wanted & found))


class _Ours:
    """The points of one group as the program exports them, by the places of their mentions."""

    def __init__(self, ours: dict[str, list[Row]], names: dict[str, str]) -> None:
        self.points = ours["points"]
        self.texts = {document["name"]: document["text"] for document in ours["documents"]}
        self.held: dict[str, list[tuple[int, int, Place]]] = defaultdict(list)  # document -> point, position, place
        for at, point in enumerate(self.points):
            for number, position in enumerate(point["positions"]):
                for mention in position["mentions"]:
                    doc = names.get(mention["doc"], mention["doc"])
                    self.held[doc].append((at, number, (doc, mention["start"], mention["end"])))

    def is_dispute(self, at: int) -> bool:
        return self.points[at]["relation"] in DISPUTES

    def holding(self, mention: Row, tally: Tally) -> Iterator[tuple[int, int, str]]:
        """(point, position, document) wherever a mention of ours stands for this gold mention."""
        doc, quote = mention["doc"], mention["quote"]
        places = [(doc, at, at + len(quote)) for at in _all_places(self.texts.get(doc, ""), quote)]
        if not places:
            tally.add("gold mentions not in the system's text")
        for at, number, place in self.held[doc]:
            if any(_is_same(place, other) for other in places):
                yield at, number, doc


def _count_points(gold: list[Row], ours: _Ours, tally: Tally) -> None:
    edges: dict[Kind, dict[int, set[int]]] = {"dispute": {}, "agree": {}}
    background: set[int] = set()
    for number, point in enumerate(gold):
        held = [
            {hit for mention in position["mentions"] for hit in ours.holding(mention, tally)} for position in point["positions"]
        ]
        kind: Kind = "agree" if point["relation"] == "agree" else "dispute"
        if point["relation"] not in (*DISPUTES, "agree"):
            continue
        found = _agreeing(held) if kind == "agree" else {at for at in _disputing(held) if ours.is_dispute(at)}
        if point.get("background"):
            background |= found
            continue
        tally.add(f"gold {point['relation']}", point["type"])
        edges[kind][number] = found
    right: set[int] = set()
    for kind, hits in edges.items():
        for at, point in _paired(gold, ours.points, hits):
            own = ours.points[at]
            tally.add(f"found {point['relation']}", point["type"])
            tally.add(f"found {kind}, type right", by=point["type"] == own["type"])
            tally.add(f"found {kind}, relation right", by=point["relation"] == own["relation"])
            if kind == "dispute":
                right.add(at)
    for at, own in enumerate(ours.points):
        if ours.is_dispute(at) and (at in right or at not in background):
            tally.add("system conflicts and updates", own["type"], "system")
            tally.add("right", own["type"], by=at in right)


def _paired(gold: list[Row], own: list[Row], hits: dict[int, set[int]]) -> list[tuple[int, Row]]:
    """Our points and gold points one to one, as many as possible, pairs of one type first."""
    wanted = [gold[number] for number in sorted(hits)]
    fits = [sorted(hits[number], key=lambda at: (own[at]["type"] != gold[number]["type"], at)) for number in sorted(hits)]
    alike = [[at for at in held if own[at]["type"] == point["type"]] for point, held in zip(wanted, fits, strict=True)]
    return [(at, wanted[left]) for at, left in paired(fits, paired(alike)).items()]


def _disputing(held: list[set[tuple[int, int, str]]]) -> set[int]:
    """Points of ours that hold two gold positions in two positions of their own."""
    found = set()
    for one, other in combinations(held, 2):
        places = defaultdict(set)
        for at, number, _ in other:
            places[at].add(number)
        found |= {at for at, number, _ in one if places[at] - {number}}
    return found


def _agreeing(held: list[set[tuple[int, int, str]]]) -> set[int]:
    """Points of ours one position of which holds one gold position from two documents."""
    return {one[0] for hits in held for one, other in combinations(sorted(hits), 2) if one[:2] == other[:2]}


def figures(tally: Tally, missing: list[str]) -> dict[str, Any]:
    """What the counts come to."""
    counts = tally.counts
    recall = _ratio(
        counts["found conflict"] + counts["found update"],
        counts["gold conflict"] + counts["gold update"],
    )
    precision = _ratio(counts["right"], counts["system conflicts and updates"])
    copy_precision = _ratio(counts["right copy pairs"], counts["system copy pairs"])
    copy_recall = _ratio(counts["right copy pairs"], counts["gold copy pairs"])
    return {
        "conflict precision": precision,
        "conflict recall": recall,
        "conflict F1": _f1(precision, recall),
        "agreement recall": _ratio(counts["found agree"], counts["gold agree"]),
        "copy precision": copy_precision,
        "copy recall": copy_recall,
        "copy F1": _f1(copy_precision, copy_recall),
        "groups without output": missing,
        "counts": dict(counts),
        "by type": {kind: dict(found) for kind, found in sorted(tally.types.items())},
    }


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _all_places(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _is_same(one: Place, other: Place) -> bool:
    shorter = min(one[2] - one[1], other[2] - other[1])
    return one[0] == other[0] and shorter > 0 and 2 * (min(one[2], other[2]) - max(one[1], other[1])) >= shorter


def _pairs(sets: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for docs in sets:
        yield from combinations(sorted(set(docs)), 2)
