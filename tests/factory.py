"""Documents with planted spans: `doc("[The mayor]voice [said]cue [three people died]content.")`."""

import re
from collections import defaultdict
from dataclasses import dataclass

from rashomon.model import Block, BlockKind, Document, Span

_CLOSE = re.compile(r"\](\w+)")


@dataclass(frozen=True, slots=True)
class Planted:
    """A document and the spans that were planted in it, by label, in the order in which they close."""

    document: Document
    spans: dict[str, list[Span]]

    def words(self, label: str) -> list[str]:
        """The exact words planted under a label."""
        return [span.of(self.document.text) for span in self.spans[label]]


def doc(marked: str, *, name: str = "doc", kind: BlockKind = "para", **about: str | None) -> Planted:
    """A document of the marked text, one block a line. Marks may nest: `[[He]who said [no]what]all`."""
    text, spans = _planted(marked)
    blocks = tuple(Block(Span(*line.span()), kind, f"chars {line.start()}-{line.end()}") for line in re.finditer(r"[^\n]+", text))
    return Planted(Document.of(capture_id="cap1-test", name=name, text=text, uri=name, blocks=blocks, **about), spans)


def _planted(marked: str) -> tuple[str, dict[str, list[Span]]]:
    text, at = "", 0
    opened: list[int] = []
    spans: dict[str, list[Span]] = defaultdict(list)
    while at < len(marked):
        close = _CLOSE.match(marked, at)
        if marked[at] == "[":
            opened.append(len(text))
            at += 1
        elif close and opened:
            spans[close.group(1)].append(Span(opened.pop(), len(text)))
            at = close.end()
        else:
            text += marked[at]
            at += 1
    assert not opened, f"a mark is never closed in {marked!r}"
    return text, spans
