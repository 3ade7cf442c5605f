"""How fast each step of finding who says what is, beside spaCy's full parse of the same texts in the same run: one thread.

The texts are some of PolNeAR's development articles where they lie beside the checkout, else the bundled accounts.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from reading import best, bundled

from rashomon.extract.ascribed import by_net
from rashomon.extract.facts import facts_in
from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.extract.rules import by_rules
from rashomon.extract.statements import statements_in
from rashomon.inference.ascriptions import OVERLAP, SIZE
from rashomon.inference.attributor import ascriptions_in
from rashomon.inference.parse import parsed, parser
from rashomon.inference.pieces import pieces_of, windows_of
from rashomon.measure.texts import documents_in

SHARED = Path(__file__).parents[2] / "shared" / "data" / "attribution" / "polnear-dev.jsonl"
SOME = 20  # of the 84 articles: 16,000 words
MIB = 1 << (20 if sys.platform == "darwin" else 10)  # of what the system counts memory in


def figures() -> dict[str, float]:
    """Words a second of each step, their ratio to the parse, and the memory that the net alone takes."""
    documents = list(documents_in(str(SHARED), SHARED.read_bytes()))[:SOME] if SHARED.exists() else bundled()
    texts = [document.text for document in documents]
    words = sum(len(text.split()) for text in texts)

    def speed(step: Callable[[], object]) -> float:
        return words / best(step)

    found = {"pieces and windows": speed(lambda: [windows_of(pieces_of(text), SIZE, OVERLAP) for text in texts])}
    found["attribution alone (pieces, net, linking)"] = speed(lambda: list(map(ascriptions_in, texts)))
    found["memory by then, MiB"] = getrusage(RUSAGE_SELF).ru_maxrss / MIB
    parser()  # loading is not measured
    found["spaCy's full parse"] = speed(lambda: list(parsed(texts)))
    readings = list(map(read_closely, documents))
    found["the net's finds in the document"] = speed(lambda: list(map(by_net, readings)))
    found["rules"] = speed(lambda: list(map(by_rules, readings)))
    found["mentions"] = speed(lambda: list(map(mentions_in, readings)))
    named = list(map(mentions_in, readings))
    found["statements, net and rules within"] = speed(lambda: list(map(statements_in, readings, named)))
    said = [statements_in(reading, mentions)[1] for reading, mentions in zip(readings, named, strict=True)]
    found["facts"] = speed(lambda: list(map(facts_in, readings, named, said)))
    found["ratio: attribution alone to the parse"] = (
        found["attribution alone (pieces, net, linking)"] / found["spaCy's full parse"]
    )
    return found
