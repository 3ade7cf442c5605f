"""What places cost: the gazetteer's loading in time and memory, and choosing the place of each name beside spaCy's parse.

The texts are PolNeAR's development articles where they lie beside the checkout, else the bundled accounts.
"""

import subprocess
import sys

from mentions import SHARED, SOME
from reading import best, bundled

from rashomon.extract.naming.mapped import mapped_in, on_the_map
from rashomon.extract.naming.names import names_in
from rashomon.extract.naming.placed import placed
from rashomon.extract.reading import read_closely
from rashomon.inference.parse import parser
from rashomon.measure.texts import documents_in

LOADING = """
import resource, time, numpy
def mib(): return int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 2**20
before, began = mib(), time.process_time()
from rashomon.text.gazetteer import countries, place_of, places_named
places_named("Aleppo"), countries()
print(time.process_time() - began, mib() - before)
place_of(170063)
print(time.process_time() - began, mib() - before)
"""


def figures() -> dict[str, float]:
    """Seconds and MiB of the first look-up (by name; then by id too), and the share of the parse's time that places take."""
    figures = _loading() if sys.platform == "linux" else {}
    documents = list(documents_in(str(SHARED), SHARED.read_bytes()))[:SOME] if SHARED.exists() else bundled()
    parser()  # loading is not measured
    readings = list(map(read_closely, documents))
    parse = best(lambda: list(map(read_closely, documents)))
    names = [names_in(reading.passages) for reading in readings]
    places = [[name.span for name in found if name.kind == "place"] for found in names]
    choosing = best(lambda: [placed(*pair) for pair in zip(documents, places, strict=True)])
    finding = best(
        lambda: [(mapped_in(reading.passages, found), on_the_map(found)) for reading, found in zip(readings, names, strict=True)]
    )
    return figures | {
        "ratio to the parse: which place it is": choosing / parse,
        "ratio to the parse: names on the map": finding / parse,
    }


def _loading() -> dict[str, float]:
    out = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True).stdout
    (seconds, mib), (both, all_mib) = (map(float, line.split()) for line in out.splitlines())
    return {"loading, s": seconds, "loading, MiB": mib, "with ids, s": both, "with ids, MiB": all_mib}
