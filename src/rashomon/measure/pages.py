r"""How well the main text of saved pages is found.

The measure is that of ScrapingHub's article-extraction-benchmark (evaluate.py, MIT): runs of four words (`\w+`, case kept) are
counted in the gold text and in ours; the shared (tp), surplus (fp) and missing (fn) runs of one page are divided by their sum,
so that a long page weighs no more than a short one; precision and recall come from the sums over all pages.
"""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from rashomon.model import Capture, Document, Original
from rashomon.read.captures import read_one

MAIN = {"para", "heading", "quote"}  # not the title, which the gold text leaves out, nor bylines, captions and comments
RUN = 4
_WORD = re.compile(r"\w+")


def score(data: Path) -> dict[str, Any]:
    """Precision, recall and F1 of the main text over the pages of a folder; a page that is not read counts as empty."""
    gold = json.loads((data / "ground-truth.json").read_text("utf-8"))
    shares = [shares_of(page["articleBody"], main_text(data / "html" / f"{name}.html.gz")) for name, page in gold.items()]
    return {**figures(shares), "pages": len(shares)}


def main_text(path: Path) -> str:
    """What the blocks of the page's main text say, read through the same door as any capture."""
    html = gzip.decompress(path.read_bytes())
    capture = Capture.of(path.stem, "", "", path.stem, len(html))
    documents = [outcome for outcome in read_one(Original(capture, html)) if isinstance(outcome, Document)]
    blocks = [(document.text, block) for document in documents for block in document.blocks]
    return "\n".join(block.span.of(text) for text, block in blocks if block.kind in MAIN)


def shares_of(gold: str, found: str) -> tuple[float, float, float]:
    """The shares of shared, surplus and missing runs of words among all runs of one page; all 0 where neither text has a word."""
    wanted, got = runs(gold), runs(found)
    counts = ((wanted & got).total(), (got - wanted).total(), (wanted - got).total())
    shared, surplus, missing = (count / (sum(counts) or 1) for count in counts)
    return shared, surplus, missing


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words, counted; a text of fewer is one run."""
    found = _WORD.findall(text)
    return Counter(tuple(found[at : at + RUN]) for at in range(max(1, len(found) - RUN + 1))) if found else Counter()


def figures(shares: list[tuple[float, float, float]]) -> dict[str, float]:
    """Precision, recall and F1 from the shares of all pages."""
    shared, surplus, missing = (sum(column) for column in zip(*shares, strict=True))
    precision = shared / (shared + surplus) if shared else 0.0
    recall = shared / (shared + missing) if shared else 0.0
    f1 = 2 * precision * recall / (precision + recall) if shared else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
