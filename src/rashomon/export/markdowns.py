"""The case to be read, as Markdown: for wikis, notes and repositories."""

import re
from pathlib import Path

from rashomon.export.cells import UNPRINTABLE
from rashomon.export.material import Material
from rashomon.export.papers import Kind, Leaf, Piece, Table, paper
from rashomon.export.whole import whole_file
from rashomon.text.guises import unmasked

BEFORE: dict[Kind, str] = {
    "title": "# ", "part": "## ", "point": "### ", "answer": "- ", "line": "", "quote": "  > ", "item": "  - ",
}  # fmt: skip
MEANT = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")  # what Markdown, HTML in it, or a formula in it would take for its own
LISTED = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")  # at the beginning of a line


def write_markdown(material: Material, out: Path) -> None:
    """Writes one Markdown file (CommonMark with tables)."""
    lines: list[str] = []
    for leaf in paper(material):
        lines += _lines(leaf)
    with whole_file(out) as path:
        path.write_text("\n".join(lines).strip() + "\n", "utf-8", "replace")


def _lines(leaf: Leaf) -> list[str]:
    if isinstance(leaf, Table):
        rows = [leaf.head, tuple("---" for _ in leaf.head), *(tuple(map(escaped, row)) for row in leaf.rows)]
        return ["", *(f"| {' | '.join(row)} |" for row in rows), ""]
    words = "".join(map(_styled, leaf.pieces))
    line = BEFORE[leaf.kind] + words
    return [line] if leaf.kind == "item" else ["", line]


def _styled(piece: Piece) -> str:
    words = escaped(piece.words) if piece.captured else piece.words
    mark = {"plain": "", "strong": "**", "quiet": "*"}[piece.style]
    inner = words.strip()
    if not mark or not inner:
        return words
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{lead}{mark}{inner}{mark}{tail}"


def escaped(words: str) -> str:
    """Captured words as Markdown shows them: they make no heading, link, picture or tag of their own."""
    plain = MEANT.sub(r"\\\1", unmasked(UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)))
    return LISTED.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], plain)
