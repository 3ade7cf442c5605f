"""What names, places, times and amounts cost beside spaCy's parse of the same text, in one run on one thread: each and all.

The texts are PolNeAR's development articles where they lie beside the checkout, else the bundled accounts.
"""

from collections.abc import Callable
from pathlib import Path

from reading import best, bundled

from rashomon.extract.acts import acts_in
from rashomon.extract.mentions import mentions_in
from rashomon.extract.naming.names import names_in
from rashomon.extract.naming.placed import placed
from rashomon.extract.reading import read_closely
from rashomon.inference.parse import parser
from rashomon.measure.texts import documents_in
from rashomon.text.amounts import amounts_in
from rashomon.text.times import times_in

SHARED = Path(__file__).parents[2] / "shared" / "data" / "attribution" / "polnear-dev.jsonl"
SOME = 20  # of the 84 articles: 16,000 words
WRITTEN = "2016-06-15"


def figures() -> dict[str, float]:
    """Words a second of the parse and of each part, and what share of the parse's time each part and all together take.

    The times of a passage are remembered for its amounts, but only those of the last 256 passages: over more texts than that each
    part is measured as if it ran alone.
    """
    documents = list(documents_in(str(SHARED), SHARED.read_bytes()))[:SOME] if SHARED.exists() else bundled()
    parser()  # loading is not measured
    readings = list(map(read_closely, documents))
    named = [
        (reading.document, [name.span for name in names_in(reading.passages) if name.kind == "place"]) for reading in readings
    ]
    passages = [passage for reading in readings for passage in reading.passages]
    texts = [passage.text for passage in passages]
    words = sum(len(text.split()) for text in texts)

    def alone(step: Callable[[str], object]) -> float:
        return best(lambda: list(map(step, texts)))

    parse = best(lambda: list(map(read_closely, documents)))
    parts = {
        "names": best(lambda: [names_in(reading.passages) for reading in readings]),
        "places, their names given": best(lambda: [placed(document, spans) for document, spans in named]),
        "times": alone(lambda text: times_in(text, WRITTEN)),
        "amounts, with the times that they must not be": alone(amounts_in),
        "happenings": best(lambda: [list(acts_in(passage.parse)) for passage in passages]),
        "all mentions": best(lambda: list(map(mentions_in, readings))),
    }
    return {
        "parse, words/s": words / parse,
        "all mentions, words/s": words / parts["all mentions"],
        **{f"ratio to the parse: {name}": seconds / parse for name, seconds in parts.items()},
    }
