"""Amounts against those labelled by hand (eval/AMOUNTS.md says by which rules): found, how many, of what."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.extract.facts.counts import Count, counts_in
from rashomon.extract.facts.parts import related
from rashomon.extract.reading import read_closely
from rashomon.measure.attribution import rates
from rashomon.measure.texts import documents_in
from rashomon.model import Span

LABELS = Path(__file__).parents[3] / "eval" / "amounts.jsonl"  # of the checkout: places only, the texts are data
COUNTED = {  # the labels' words for the classes of harm
    "kill": "dead", "injure": "wounded", "hospitalise": "wounded", "arrest": "arrested", "miss": "missing",
    "displace": "displaced", "abduct": "abducted", "rescue": "rescued", "release": "released",
}  # fmt: skip
FIELDS = ("whom", "of", "rising")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """An amount as the program has it, at its place in the document."""

    span: Span
    count: Count

    @property
    def counted(self) -> str | None:
        """What is counted, in the labels' words."""
        return COUNTED.get(self.count.counted or "", self.count.counted)


def score(data: Path, labels: Path = LABELS) -> Row:
    """P, R and F1 of `span` (an amount found where one is labelled), `value` (its number, unit and bound too) and `amount`
    (what is counted too: the figure that counts); the share of those found whose `whom`, whole (`of`) and `rising` are right;
    what is `wrong`. Over the labelled passages of the accounts in `data`; the same under `fresh` for the labels so marked.

    Raises UsageError where there are no labels, or none for these texts.
    """
    if not labels.exists():
        raise UsageError(f"{labels} does not exist; amounts are measured in a checkout, whose eval/ holds the labels")
    rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines() if line.strip()]
    texts = _texts(data, {row["doc"] for row in rows})
    if not texts:
        raise UsageError(f"no text under {data} is labelled in {labels}; give the folder that holds accounts/")
    rows = [row for row in rows if row["doc"] in texts]
    found = {name: list(_found(name, text)) for name, text in texts.items()}
    first, fresh = ([row for row in rows if row.get("fresh", False) == later] for later in (False, True))
    return {**_figures(first, found), **({"fresh": _figures(fresh, found)} if fresh else {})}


def _texts(data: Path, wanted: set[str]) -> dict[str, str]:
    """The text of each wanted document, by its id."""
    rows: list[Row] = []
    for path in sorted((data / "accounts" / "groups").glob("*.json")):
        rows += json.loads(path.read_text("utf-8"))["documents"]
    return {row["id"]: row["text"] for row in rows if row["id"] in wanted}


def _found(name: str, text: str) -> Iterator[Found]:
    """Every amount that counts something, as it is read out of a captured file."""
    for document in documents_in(name, json.dumps({"id": name, "text": text}, ensure_ascii=False).encode()):
        for passage in read_closely(document).passages:
            for count in related(counts_in(passage.parse, passage.text)):
                yield Found(count.amount.span.moved(passage.block.span.start), count)


def _figures(rows: Sequence[Row], found: dict[str, list[Found]]) -> Row:
    """The figures over some labels: passages, and the amounts in them."""
    passages, labels = defaultdict[str, list[Span]](list), list[Row]()
    for row in rows:
        if "passage" in row:
            passages[row["doc"]].append(Span(*row["passage"]))
        else:
            labels.append(row)
    judged = {
        name: [one for one in found[name] if any(span.contains(one.span) for span in spans)] for name, spans in passages.items()
    }
    pairs = list(_paired(labels, judged))
    met = [(label, ours) for label, ours in pairs if ours is not None]
    valued = [(label, ours) for label, ours in met if _is_valued(label, ours.count)]
    right = [(label, ours) for label, ours in valued if ours.counted in label["counted"]]
    many, known = sum(map(len, judged.values())), {id(ours) for _, ours in met}
    extra = [f"{name} {one.span.start}: too much" for name, ours in judged.items() for one in ours if id(one) not in known]
    return {
        "span": _rates(len(met), many, len(labels)),
        "value": _rates(len(valued), many, len(labels)),
        "amount": _rates(len(right), many, len(labels)),
        **{key: round(sum(_same(key, label, ours.count) for label, ours in met) / max(len(met), 1), 4) for key in FIELDS},
        "amounts": len(labels),
        "wrong": [*_wrong(pairs), *extra],
    }


def _paired(labels: Sequence[Row], found: dict[str, list[Found]]) -> Iterator[tuple[Row, Found | None]]:
    """Each label with the amount that shares a place with it, each amount once."""
    left = {name: list(amounts) for name, amounts in found.items()}
    for label in labels:
        place = Span(label["start"], label["end"])
        ours = next((one for one in left[label["doc"]] if one.span.overlaps(place)), None)
        if ours is not None:
            left[label["doc"]].remove(ours)
        yield label, ours


def _is_valued(label: Row, count: Count) -> bool:
    """Whether number, bound and unit are those labelled."""
    amount = count.amount
    unit = amount.unit if amount.kind not in ("count", "percent") else None
    return (label["low"], label["high"]) == amount.number and label["bound"] == amount.bound and label.get("unit") == unit


def _same(key: str, label: Row, count: Count) -> bool:
    if key == "whom":
        return count.harm is None or (label.get("whom") or "").lower() == (count.whom or "")
    return bool((label.get(key) or None) == (getattr(count, key) or None))


def _wrong(pairs: Sequence[tuple[Row, Found | None]]) -> Iterator[str]:
    """What is not as labelled, each in a line."""
    for label, ours in pairs:
        where = f"{label['doc']} {label['start']}"
        if ours is None:
            yield f"{where}: not found"
        elif not _is_valued(label, ours.count):
            said = f"{ours.count.amount.bound} {ours.count.amount.number} {ours.count.amount.unit or ''}".rstrip()
            yield f"{where}: {said}, not {label['bound']} {(label['low'], label['high'])}"
        elif ours.counted not in label["counted"]:
            yield f"{where}: {ours.counted}, not {' or '.join(label['counted'])}"


def _rates(right: int, found: int, gold: int) -> dict[str, float]:
    return {name: round(figure, 4) for name, figure in rates(right, found, gold).items()}
