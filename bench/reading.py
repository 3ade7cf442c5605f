"""How much slower finding who says what is than the parse that it rests on: the bundled accounts, one process.

A ratio of two speeds in one run says the same on a slow machine and a fast one, and on a busy one almost.
"""

from collections.abc import Callable
from time import process_time

from rashomon.demo import accounts
from rashomon.extract.documents import extract_one
from rashomon.inference.parse import parsed, parser
from rashomon.model import Capture, Document, Original
from rashomon.read.captures import read_one

ROUNDS = 5  # the best counts: what else ran meanwhile is not ours


def figures() -> dict[str, float]:
    """Words a second of the stages `read` and `extract` together, of spaCy alone on the same texts, and their ratio."""
    originals = _originals()
    documents = _read(originals)
    words = sum(len(document.text.split()) for document in documents)
    parser()  # loading is not measured
    alone = words / best(lambda: list(parsed(document.text for document in documents)))
    ours = words / best(lambda: [extract_one(document) for document in _read(originals)])
    return {"read and extract, words/s": ours, "spaCy alone, words/s": alone, "ratio": ours / alone}


def bundled() -> list[Document]:
    """The accounts that come with the program."""
    return _read(_originals())


def _originals() -> list[Original]:
    return [_original(path.name, path.read_bytes()) for path in accounts()]


def _read(originals: list[Original]) -> list[Document]:
    outcomes = [outcome for original in originals for outcome in read_one(original)]
    return [outcome for outcome in outcomes if isinstance(outcome, Document)]


def _original(name: str, data: bytes) -> Original:
    return Original(Capture.of(name, "2031-05-07T00:00:00+00:00", "", name, len(data)), data)


def best(work: Callable[[], object]) -> float:
    """Seconds of the processor for the work, at best."""
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        work()
        times.append(process_time() - began)
    return min(times)
