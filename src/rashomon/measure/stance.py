"""Mode, denial and reserve against statements labelled by hand (eval/STANCE.md says by which rules).

The labelled spans go into the extract room as they stand, so that finding the statements is no part of the figures. The
page's own sentences have no mode to be told: for them it is measured whether `statements_in` finds each as a statement that
the page asserts.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.extract.mentions import mentions_in
from rashomon.extract.modes import mode_of
from rashomon.extract.reading import read_closely
from rashomon.extract.stance import is_denied, is_hedged
from rashomon.extract.statements import statements_in
from rashomon.measure.attribution import rates
from rashomon.measure.texts import documents_in
from rashomon.model import Span

LABELS = Path(__file__).parents[3] / "eval" / "stance.jsonl"  # of the checkout: places only, the texts are data
MODES = ("quoted", "reported", "mixed")
MOST = 0.8  # of a sentence's characters: so much of it asserted, and it is found

Row = dict[str, Any]


def score(data: Path, labels: Path = LABELS) -> Row:
    """P, R and F1 of `denied`, `hedged` and each `mode` (and their mean, `macro F1`), the share of the page's own sentences
    that are `own voice found`, and what is `wrong`, over the texts in the folders of `data`. The same under `fresh` for the
    labels so marked: they were made after the rules had been tuned on the others.

    Raises UsageError where there are no labels, or none for these texts.
    """
    if not labels.exists():
        raise UsageError(f"{labels} does not exist; stance is measured in a checkout, whose eval/ holds the labels")
    rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines() if line.strip()]
    texts = _texts(data, {row["doc"] for row in rows})
    rows = [row for row in rows if row["doc"] in texts]
    if not rows:
        raise UsageError(f"no text under {data} is labelled in {labels}; give the folder that holds attribution/ and accounts/")
    judged = list(_judged(rows, texts))
    first, fresh = ([one for one in judged if one[0].get("fresh", False) == later] for later in (False, True))
    return {**_figures(first), "fresh": _figures(fresh)} if fresh else _figures(first)


def _texts(data: Path, wanted: set[str]) -> dict[str, str]:
    """The text of each wanted document, by its id."""
    rows: list[Row] = []
    for path in sorted((data / "attribution").glob("*.jsonl")):
        rows += [row for line in path.read_text("utf-8").splitlines() if (row := json.loads(line))["id"] in wanted]
    for path in sorted((data / "accounts" / "groups").glob("*.json")):
        rows += json.loads(path.read_text("utf-8"))["documents"]
    return {row["id"]: row["text"] for row in rows if row["id"] in wanted}


def _judged(rows: Sequence[Row], texts: dict[str, str]) -> Iterator[tuple[Row, Row]]:
    """Each label with what the program says of the same spans."""
    asserted: dict[str, list[Span]] = {}
    for row in rows:
        text = texts[row["doc"]]
        source, cue, content = ([Span(*span) for span in row[role]] for role in ("source", "cue", "content"))
        if row["mode"] != "asserted":
            mode: str | None = mode_of(text, content, [*source, *cue])
        else:
            if row["doc"] not in asserted:
                asserted[row["doc"]] = list(_asserted(row["doc"], text))
            mode = "asserted" if _covered(content, asserted[row["doc"]]) >= MOST else None
        yield (
            row,
            {"mode": mode, "denied": is_denied(text, cue, content, source), "hedged": is_hedged(text, cue, content, source)},
        )


def _asserted(name: str, text: str) -> Iterator[Span]:
    """What the page says itself."""
    raw = json.dumps({"id": name, "text": text}, ensure_ascii=False).encode()
    for document in documents_in(name, raw):
        reading = read_closely(document)
        for statement in statements_in(reading, mentions_in(reading))[1]:
            if statement.mode == "asserted":
                yield from statement.content


def _covered(content: Iterable[Span], by: Iterable[Span]) -> float:
    """The share of the content's characters that these spans cover."""
    places = {place for span in content for place in range(span.start, span.end)}
    return len(places & {place for span in by for place in range(span.start, span.end)}) / len(places)


def _figures(judged: Sequence[tuple[Row, Row]]) -> Row:
    told = [(label, ours) for label, ours in judged if label["mode"] != "asserted"]
    own = [ours["mode"] == "asserted" for label, ours in judged if label["mode"] == "asserted"]
    modes = {mode: _rates([(label["mode"] == mode, ours["mode"] == mode) for label, ours in told]) for mode in MODES}
    return {
        **{flag: _rates([(label[flag], ours[flag]) for label, ours in judged]) for flag in ("denied", "hedged")},
        "mode": modes,
        "macro F1": round(sum(one["F1"] for one in modes.values()) / len(modes), 4),
        **({"own voice found": round(sum(own) / len(own), 4)} if own else {}),
        "statements": len(judged),
        "wrong": [
            f"{label['doc']} {label['content'][0][0]}: {key} {ours[key]}, not {label[key]}"
            for label, ours in judged
            for key in ("mode", "denied", "hedged")
            if ours[key] != label[key]
        ],
    }


def _rates(pairs: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    """P, R and F1 of (labelled, found)."""
    gold, found = sum(label for label, _ in pairs), sum(ours for _, ours in pairs)
    right = sum(label and ours for label, ours in pairs)
    return {name: round(figure, 4) for name, figure in rates(right, found, gold).items()}
