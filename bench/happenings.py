"""How bringing happenings together grows with the documents of a case: 250 and 2,000, one thread, texts by a stated recipe.

The recipe (seed 7): of every hundred documents thirty tell of one event and the others of ten more; a document has twenty
sentences of fifteen words, each with an act's word, five words of its event's sixty, and the rest of four hundred of all.
"""

import random
from time import process_time

from rashomon.model import Span
from rashomon.resolve.happenings import grouped
from rashomon.resolve.headlines import sentences_in
from rashomon.resolve.tellings import Act, Telling, tellings_of

SIZES = (250, 2_000)
ACTS = "killed attack explosion arrested fire said protest released wounded struck talks election crash destroyed fled".split()
SYLLABLES = "ka mi to ras bel nur sha vek lin dor has qo zha mar el ob ti gor sen va pol ru dim".split()


def figures() -> dict[str, float]:
    """Seconds and groups for each size, and how much dearer a document of the larger case is."""
    found, seconds = {}, {}
    for size in SIZES:
        texts, tellings = made(size)
        start = process_time()
        groups = grouped(tellings, texts, 0.5).groups
        seconds[size] = process_time() - start
        found[f"{size} documents, seconds"] = seconds[size]
        found[f"{size} documents, acts"] = float(len(tellings))
        found[f"{size} documents, happenings"] = float(len(groups))
    found["cost of a document, largest to smallest case"] = (seconds[SIZES[1]] / SIZES[1]) / (seconds[SIZES[0]] / SIZES[0])
    return found


def made(size: int) -> tuple[dict[str, str], list[Telling]]:
    """So many documents with their acts."""
    rng = random.Random(7)
    words = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(400)]
    events = [["".join(rng.choices(SYLLABLES, k=3)).title() for _ in range(60)] for _ in range(11)]
    texts: dict[str, str] = {}
    tellings: list[Telling] = []
    for number in range(size):
        event, doc = events[max(0, number % 100 - 29) % 11], f"doc {number:05}"
        sentences, acts = [], []
        for _ in range(20):
            act = rng.choice(ACTS)
            held = [*rng.choices(event, k=5), *rng.choices(words, k=9)]
            rng.shuffle(held)
            start = sum(len(one) + 1 for one in sentences) + len(" ".join(held[:7])) + 1
            sentences.append(f"{' '.join([*held[:7], act, *held[7:]])}.")
            acts.append(Act(f"{doc} {start}", doc, Span(start, start + len(act))))
        texts[doc] = " ".join(sentences)
        tellings += tellings_of(texts[doc], sentences_in(texts[doc]), acts)
    return texts, tellings


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:<50} {value:>12,.2f}")
