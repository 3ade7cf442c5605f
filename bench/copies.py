"""What finding copies costs: 100,000 documents of 400 words, beside MinHash by datasketch and by rensa on the same input.

The recipe (seed 11): words by Zipf's law out of 30,000, in sentences of 8 to 24, every sixth sentence quoted, an agency credited
by every tenth document. Of ten documents one carries 200 words of an earlier one, one a run of 25 to 60 words, and one an earlier
text whole with every twentieth word another. The MinHash searches get five-word shingles, 128 permutations and a threshold of 0.3
of the shingles in common, and are asked which of the planted pairs they find. Each search runs in a process of its own.
The others come with `pip install 'rashomon[bench]'`; a search that is not there is left out.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import accumulate
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time
from typing import Any

SIZES = (10_000, 100_000)
LENGTH = 400
SEARCHES = ("rashomon", "datasketch", "rensa")
WAYS = ("half", "run", "edited")
THRESHOLD = 0.3
PERMUTATIONS = 128


def figures() -> dict[str, float]:
    """For each size and search: seconds, GiB, and the share of the planted pairs of each way that were found."""
    found: dict[str, float] = {}
    for size in SIZES:
        for search in (*SEARCHES, "adding"):
            out = subprocess.run([sys.executable, __file__, search, str(size)], capture_output=True, text=True, check=False)
            if out.returncode:
                print(f"  {search} is not there: {out.stderr.strip().splitlines()[-1]}")
                continue
            for line in out.stdout.splitlines():
                name, value = line.rsplit(" ", 1)
                found[f"{size} documents, {search}, {name}"] = float(value)
    return found


def made(size: int) -> tuple[list[str], dict[tuple[int, int], str]]:
    """So many texts, and which two share words by which way."""
    rng = random.Random(11)
    vocabulary = [f"{''.join(rng.choices('bcdfghklmnprstvz', k=2))}{n:x}" for n in range(30_000)]
    weights = list(accumulate(1 / (n + 10) for n in range(len(vocabulary))))
    lists: list[list[str]] = []
    planted: dict[tuple[int, int], str] = {}
    for number in range(size):
        forms = rng.choices(vocabulary, cum_weights=weights, k=LENGTH)
        if number >= 10 and number % 10 < len(WAYS):
            source, way = rng.randrange(number), WAYS[number % 10]
            if way == "edited":
                forms = [word if rng.random() > 0.05 else rng.choice(vocabulary) for word in lists[source]]
            else:
                length = 200 if way == "half" else rng.randint(25, 60)
                start, there = rng.randrange(LENGTH - length), rng.randrange(LENGTH - length)
                forms[there : there + length] = lists[source][start : start + length]
            planted[source, number] = way
        lists.append(forms)
    return [" ".join(_sentences(forms, number)) for number, forms in enumerate(lists)], planted


def _sentences(forms: list[str], number: int) -> Iterator[str]:
    rng = random.Random(number)
    at = 0
    while at < len(forms):
        length = rng.randint(8, 24)
        sentence = " ".join(forms[at : at + length]).capitalize() + "."
        yield f"“{sentence}”" if rng.random() < 1 / 6 else sentence
        at += length
    if number % 10 == 9:
        yield "(AFP)"


def by_rashomon(texts: list[str]) -> set[tuple[int, int]]:
    """The links of the very function that the link stage calls."""
    from rashomon.link.copies import copies_between

    documents = _documents(texts)
    number_of = {document.id: number for number, document in enumerate(documents)}
    links = copies_between(documents, [], [])
    return {(number_of[link.left], number_of[link.right]) for link in links if link.subtype != "same-agency"}


def _documents(texts: list[str]) -> list[Any]:
    from rashomon.model import Block, Document, Span

    return [
        Document.of(
            capture_id="cap",
            name=f"{number:06}",
            text=text,
            uri="",
            blocks=(Block(Span(0, len(text)), "para", ""),),
            outlet=f"outlet {number % 997}",
        )
        for number, text in enumerate(texts)
    ]


def by_datasketch(texts: list[str]) -> set[tuple[int, int]]:
    """Candidates of MinHashLSH."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs = set()
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in _shingles(text)])
        pairs |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return pairs


def by_rensa(texts: list[str]) -> set[tuple[int, int]]:
    """Candidates of RMinHashLSH, with the bands that datasketch takes for the same threshold."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    pairs = set()
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=11)
        sketch.update(list(_shingles(text)))
        pairs |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return pairs


def _added(size: int) -> None:
    """What one more document costs a case of so many that keeps what it compared; the new one copies half of the first."""
    from rashomon.link.comparisons import Comparisons
    from rashomon.link.copies import copies_and_comparisons

    texts, _ = made(size)
    documents = _documents([*texts, " ".join(texts[0].split()[: LENGTH // 2])])
    _, known = copies_and_comparisons(documents[:-1], [], [], [], Comparisons.none())
    start = process_time()
    kept = list(known.to_bytes())
    print(f"to keep, seconds of one core {process_time() - start:.2f}")
    print(f"kept, GiB {sum(map(len, kept)) / 2**30:.3f}")
    start = process_time()
    known = Comparisons.from_bytes(kept)
    print(f"to find again, seconds of one core {process_time() - start:.2f}")
    start = process_time()
    copies_and_comparisons(documents, [], [], [], known)
    print(f"one document more, seconds of one core {process_time() - start:.2f}")
    start = process_time()
    copies_and_comparisons(documents, [], [], [], Comparisons.none())
    print(f"all anew, seconds of one core {process_time() - start:.2f}")


def _shingles(text: str) -> set[str]:
    forms = text.casefold().replace("“", "").replace("”", "").replace(".", "").split()
    return {" ".join(forms[at : at + 5]) for at in range(len(forms) - 4)}


def _searched(search: str, size: int) -> None:
    texts, planted = made(size)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    start, busy = perf_counter(), process_time()
    found = {"rashomon": by_rashomon, "datasketch": by_datasketch, "rensa": by_rensa}[search](texts)
    print(f"seconds {perf_counter() - start:.1f}")
    print(f"seconds of one core {process_time() - busy:.1f}")
    print(f"GiB {getrusage(RUSAGE_SELF).ru_maxrss / 2**20:.2f}")
    print(f"GiB of which the texts {before / 2**20:.2f}")
    for way in WAYS:
        of_way = [pair for pair, by in planted.items() if by == way]
        print(f"found of {way} {sum(pair in found for pair in of_way) / len(of_way):.4f}")
    print(f"others {len(found - planted.keys())}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["adding"]:
        _added(int(sys.argv[2]))
    elif len(sys.argv) == 3:
        _searched(sys.argv[1], int(sys.argv[2]))
    else:
        for name, value in figures().items():
            print(f"{name:<60} {value:>12,.4f}")
