"""Times found and dated, scored as TempEval-3 does (UzZaman et al. 2013, task A) on a folder of TimeML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from rashomon.errors import UsageError
from rashomon.model import Span
from rashomon.text.times import times_in


@dataclass(frozen=True, slots=True)
class Marked:
    """A document of TimeML: its text, the day of writing, and the times that were marked by hand with their values."""

    name: str
    text: str
    written: str | None
    times: tuple[tuple[Span, str], ...]


def score(data: Path) -> dict[str, Any]:
    """`span_f1`: a time counts where it overlaps one marked by hand (TempEval-3's relaxed match, each matched once);
    `strict_f1`: where both ends agree; `value_f1`: where it overlaps and the value is the same. The document's own date is
    given, and not scored. Values are compared without the XX that stand for parts unknown: 1989-XX is 1989,
    and 2000-W7 is 2000-W07.
    """
    marked = list(marked_in(data))
    found = spans = strict = values = 0
    for document in marked:
        times = times_in(document.text, document.written)
        found += len(times)
        left = list(times)
        for span, value in document.times:
            match = next((time for time in left if time.span.overlaps(span)), None)
            if match is not None:
                left.remove(match)
                spans += 1
                strict += match.span == span
                values += _plain(match.value) == _plain(value)
    gold = sum(len(document.times) for document in marked)
    figures = {"span": spans, "strict": strict, "value": values}
    return {
        "documents": len(marked),
        "gold": gold,
        "found": found,
        "span_precision": spans / max(found, 1),
        "span_recall": spans / max(gold, 1),
        **{f"{name}_f1": 2 * hits / max(found + gold, 1) for name, hits in figures.items()},
    }


def marked_in(data: Path) -> Iterator[Marked]:
    """Every TimeML document below a folder. Raises UsageError where there is none."""
    files = sorted(data.rglob("*.tml")) if data.is_dir() else []
    if not files:
        raise UsageError(f"no TimeML (*.tml) in {data}; give a folder of them, such as AQUAINT TimeML")
    for file in files:
        yield _marked(file)


def _marked(file: Path) -> Marked:
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, recover=True))
    written = next(root.iterfind(".//TIMEX3[@functionInDocument='CREATION_TIME']"), None)
    body = root.find("TEXT")
    text, times = "", list[tuple[Span, str]]()
    for piece, value in _pieces(body if body is not None else root):
        if value is not None and piece:
            times.append((Span(len(text), len(text) + len(piece)), value))
        text += piece
    return Marked(file.stem, text, written.get("value") if written is not None else None, tuple(times))


def _pieces(element: etree._Element) -> Iterator[tuple[str, str | None]]:
    """The text in order; a time comes in one piece, with its value."""
    yield element.text or "", None
    for child in element:
        if child.tag == "TIMEX3":
            yield "".join(str(piece) for piece in child.itertext()), child.get("value")
        else:
            yield from _pieces(child)
        yield child.tail or "", None


def _plain(value: str | None) -> str:
    return re.sub(r"-W(\d)$", r"-W0\1", re.sub(r"(?:-XX)+$", "", value or ""))
