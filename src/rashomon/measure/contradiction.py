"""Pairs of statements, one of which may contradict the other: RTE-3 with three labels, or ClaimDiff.

What is measured is what the program can say of two texts: the typed comparison of their facts, as in a case of the two, and
where that finds no conflict the scorer of `rashomon.link.meaning`.
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from rashomon.errors import UsageError
from rashomon.inference.parse import parsed
from rashomon.link.meaning import Bearing, Pair, bearing, learnt
from rashomon.measure.attribution import rates
from rashomon.measure.cases import case_of

FOLDS = 10
THREE: dict[str, Bearing] = {"ENTAILMENT": "follows", "CONTRADICTION": "contradicts", "UNKNOWN": "neither"}
RTE3 = ("label3", "text", "hypothesis")
CLAIMDIFF = ("claim_a", "claim_b", "relation")
ASKED = "give RTE-3 as TSV with the columns label3, text and hypothesis, or ClaimDiff as JSON with claim_a, claim_b and relation"

Form = Literal["RTE-3", "ClaimDiff weaken", "ClaimDiff strengthen"]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim, the text on whose ground it is judged, and how it stands to it by the file."""

    ground: str
    claim: str
    label: Bearing


def score(data: Path) -> dict[str, Any]:
    """`accuracy`, and precision, recall and `contradiction_f1` of what is called a contradiction.

    RTE-3: accuracy counts all three labels, and a hypothesis is judged on the ground of its text. ClaimDiff says of no pair
    that it is a contradiction: accuracy is contradiction or not, either claim on the ground of the other, where a file of
    what weakens takes each pair that weakens for a contradiction (most are not: they cast a doubt), and a file of what
    strengthens (so named) takes none for one. A pair whose text taught the weights is judged by weights that were learnt
    without that text; `taught` is how many there are.
    """
    form, pairs = pairs_in(data)
    typed = [_has_conflict(pair) for pair in pairs]
    weighed = list(_weighed(pairs, both_ways=form != "RTE-3"))
    judged: list[Bearing] = ["contradicts" if conflict else own for conflict, own in zip(typed, weighed, strict=True)]
    alone: list[Bearing] = ["contradicts" if conflict else "neither" for conflict in typed]
    figures = _figures if form == "RTE-3" else _two_way
    gold = [pair.label for pair in pairs]
    taught = sum(digest(pair.ground) in learnt()["taught"] for pair in pairs)
    return {
        **figures(gold, judged),
        "typed comparison alone": {key: value for key, value in figures(gold, alone).items() if key.startswith("contradiction")},
        "form": form,
        "pairs": len(pairs),
        "taught": taught,
        "held out": "all"
        if not taught
        else f"all: {taught} pairs taught the weights and are judged by those of {FOLDS} folds, learnt without their texts; "
        "but which features there are, and from where on a pair is a contradiction, was chosen on them",
    }


def pairs_in(data: Path) -> tuple[Form, list[Labelled]]:
    """Which kind of file it is, and its pairs.

    Raises UsageError for a file of neither kind, or with a label that its kind has not.
    """
    if data.is_dir():
        raise UsageError(f"{data} is a folder; {ASKED}")
    try:
        text = data.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{data} is no text in UTF-8; {ASKED}") from None
    if text.lstrip()[:1] in ("{", "["):
        pairs = list(_of_claimdiff(data, text))
        form: Form = "ClaimDiff strengthen" if "strength" in data.name.lower() else "ClaimDiff weaken"
    else:
        pairs, form = list(_of_rte3(data, text)), "RTE-3"
    if not pairs:
        raise UsageError(f"{data} holds no pair; {ASKED}")
    return form, pairs


def _of_rte3(data: Path, text: str) -> Iterator[Labelled]:
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter="\t")
    if not set(RTE3) <= set(rows.fieldnames or ()):
        raise UsageError(f"{data} has the columns {', '.join(rows.fieldnames or ['(none)'])[:200]}; {ASKED}")
    for row in rows:
        if row["label3"] not in THREE or not row["text"] or not row["hypothesis"]:
            given = f"{data}, line {rows.line_num}: label3 is {row['label3']!r}"
            raise UsageError(f"{given}; it must be {', '.join(THREE)}, with a text and a hypothesis")
        yield Labelled(row["text"], row["hypothesis"], THREE[row["label3"]])


def _of_claimdiff(data: Path, text: str) -> Iterator[Labelled]:
    try:
        held = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f"{data} is no JSON ({error}); {ASKED}") from None
    rows = held.get("data") if isinstance(held, dict) else held
    if not isinstance(rows, list):
        raise UsageError(f"{data} is JSON without a list of pairs under data; {ASKED}")
    strengthens = "strength" in data.name.lower()
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not set(CLAIMDIFF) <= set(row):
            raise UsageError(f"{data}, pair {number} has not all of {', '.join(CLAIMDIFF)}; {ASKED}")
        if not isinstance(row["claim_a"], str) or not isinstance(row["claim_b"], str):
            raise UsageError(f"{data}, pair {number}: a claim is no text; {ASKED}")
        if row["relation"] not in (0, 1):
            raise UsageError(f"{data}, pair {number}: relation is {row['relation']!r}; it must be 0 or 1")
        yield Labelled(row["claim_a"], row["claim_b"], "contradicts" if row["relation"] and not strengthens else "neither")


def digest(text: str) -> str:
    """The mark by which a text is known to have taught the weights."""
    return sha256(text.encode()).hexdigest()[:12]


def fold_of(text: str) -> int:
    """The fold whose weights were learnt without the text."""
    return int(digest(text), 16) % FOLDS


def _weighed(pairs: Sequence[Labelled], *, both_ways: bool) -> Iterator[Bearing]:
    """How each claim stands to its ground by the scorer; `both_ways`: also the ground to the claim, for a contradiction."""
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.ground, pair.claim)))
    parses = dict(zip(texts, parsed(texts), strict=True))
    taught = set(learnt()["taught"])
    for pair in pairs:
        weights = learnt()["folds"][fold_of(pair.ground)] if digest(pair.ground) in taught else None
        ground, claim = parses[pair.ground], parses[pair.claim]
        found = bearing(Pair.of(ground, claim), weights)
        if both_ways and found != "contradicts" and bearing(Pair.of(claim, ground), weights) == "contradicts":
            found = "contradicts"
        yield found


def _has_conflict(pair: Labelled) -> bool:
    """Whether the typed comparison of facts finds one, in a case of the two texts."""
    rows = [{"id": "ground", "text": pair.ground}, {"id": "claim", "text": pair.claim}]
    tables = case_of("pair.jsonl", "".join(json.dumps(row) + "\n" for row in rows).encode())
    doc = {fact.id: fact.doc_id for fact in tables["facts"]}
    links = (link for link in tables["links"] if link.relation == "conflict" and link.left in doc and link.right in doc)
    return any(doc[link.left] != doc[link.right] for link in links)


def _figures(gold: Sequence[Bearing], ours: Sequence[Bearing], same: Callable[[Bearing], Any] = str) -> dict[str, Any]:
    """Accuracy by what `same` tells apart, and the figures of contradictions."""
    right = sum(one == other == "contradicts" for one, other in zip(gold, ours, strict=True))
    of = rates(right, sum(one == "contradicts" for one in ours), sum(one == "contradicts" for one in gold))
    accuracy = sum(same(one) == same(other) for one, other in zip(gold, ours, strict=True)) / len(gold)
    return {
        "accuracy": round(accuracy, 4),
        "contradiction_f1": round(of["F1"], 4),
        "contradiction_precision": round(of["P"], 4),
        "contradiction_recall": round(of["R"], 4),
        "labels": {
            label: {"labelled": gold.count(label), "found": ours.count(label)} for label in ("follows", "contradicts", "neither")
        },
    }


def _two_way(gold: Sequence[Bearing], ours: Sequence[Bearing]) -> dict[str, Any]:
    return _figures(gold, ours, lambda label: label == "contradicts")
