"""What it takes to share the reading of documents out over a Ray cluster of this machine, beside its own processes.

The bundled accounts, as often as makes some 12,000 words, each time with another number in them, so that all are distinct;
two workers either way. Both are timed by the clock, one after the other, and so say little on a busy machine: their ratio more.
"""

from contextlib import closing
from functools import partial
from time import monotonic
from typing import Any

from reading import bundled

from rashomon.engine import local
from rashomon.engine.outcomes import Engine
from rashomon.engine.ray_ import Cluster
from rashomon.model import Document
from rashomon.pipeline.stages import STAGES
from rashomon.pipeline.work import work_on_items

WORDS = 12_000
AT_ONCE = 4
WORKERS = 2


def figures() -> dict[str, float]:
    """Seconds until the cluster answers, words a second on either engine once all is loaded, and their ratio."""
    documents = _distinct()
    first = documents[: 2 * AT_ONCE]  # the workers start and load what they keep
    words, of_first = _words(documents), _words(first)
    began = monotonic()
    with Cluster() as cluster:
        opened = monotonic() - began
        _seconds(cluster, first)
        there = words / _seconds(cluster, documents)
    loading = _seconds(local, first)  # its workers load anew for every stage, so what that takes is taken off
    here = (words - of_first) / max(_seconds(local, documents) - loading, 0.001)
    return {
        "a Ray of this machine is up after, s": opened,
        "local, two processes, words/s by the clock": here,
        "ray, two workers, words/s by the clock": there,
        "ratio: ray to local": there / here,
    }


def _distinct() -> list[Document]:
    found: list[Document] = []
    while _words(found) < WORDS:
        end = f"\n\nCopy {len(found)}."
        found += [
            Document.of(capture_id="", name=one.name, text=one.text + end, uri=one.uri, blocks=one.blocks) for one in bundled()
        ]
    return found


def _words(documents: list[Document]) -> int:
    return sum(len(document.text.split()) for document in documents)


def _seconds(engine: Engine, documents: list[Any]) -> float:
    extract = next(stage for stage in STAGES if stage.name == "extract")
    batches = [documents[at : at + AT_ONCE] for at in range(0, len(documents), AT_ONCE)]
    began = monotonic()
    with closing(engine.map(partial(work_on_items, extract), batches, workers=WORKERS)) as outcomes:
        for _ in outcomes:
            pass
    return monotonic() - began
