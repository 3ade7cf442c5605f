"""How resolution grows with the mentions of a case: 1,000, 10,000 and 100,000, one thread, names by a stated recipe.

The recipe (seed 7): a case of n mentions has n / 10 documents of ten mentions each. Its people and bodies number
n^0.75, and document by document ten mentions are drawn of them, the r-th with weight 1 / r (Zipf), so that few are named
everywhere and most once or twice. Two in three are persons: a given name out of 200 and a surname out of 3,000 of two or three
syllables, the r-th with weight 1 / r too, so that in the largest case a thousand people share the commonest. A person's mention
is the full name (5 in 10), the surname alone (3), the initial and surname (1), or the full name with a letter doubled (1).
The rest are bodies: "Northern <surname> Council" in full (6), by its initials (2), or "Council" alone (2).
"""

import random
from time import process_time

from rashomon.model import Block, Document, EntityKind, Mention, Span
from rashomon.resolve.case import resolve

SIZES = (1_000, 10_000, 100_000)
PER_DOCUMENT = 10
SYLLABLES = "ka mi to ras bel nur sha vek lin dor has qo zha mar el ob ti gor sen va pol ru dim".split()
HEADS = "Council Agency League Brigade Institute Union Observatory Committee".split()
SIDES = "Northern Southern Eastern Western Central Free National United".split()


def figures() -> dict[str, float]:
    """Seconds for each size, and how much dearer a mention of the largest case is than one of the smallest (n log n: 1.67)."""
    list(resolve(made(PER_DOCUMENT)))  # loads the lists
    found, seconds = {}, {}
    for size in SIZES:
        tables = made(size)
        start = process_time()
        entities = sum(1 for one in resolve(tables) if type(one).__name__ == "Entity")
        seconds[size] = process_time() - start
        found[f"{size} mentions, seconds"] = seconds[size]
        found[f"{size} mentions, entities found"] = entities
    first, last = SIZES[0], SIZES[-1]
    found["cost of a mention, largest to smallest case"] = (seconds[last] / last) / (seconds[first] / first)
    return found


def made(size: int) -> dict[str, list[object]]:
    """The tables of a case of so many mentions."""
    chance = random.Random(7)
    given = ["".join(chance.choices(SYLLABLES, k=2)).title() for _ in range(200)]
    surnames = ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).title() for _ in range(3000)]
    borne = chance.choices(surnames, [1 / (rank + 1) for rank in range(len(surnames))], k=round(size**0.75))
    cast = [_somebody(chance, given, name, number) for number, name in enumerate(borne)]
    weights = [1 / (rank + 1) for rank in range(len(cast))]
    documents, mentions = [], []
    for number in range(size // PER_DOCUMENT):
        text, placed = "", []
        for names, kind in chance.choices(cast, weights, k=PER_DOCUMENT):
            words = chance.choice(names)
            placed.append((Span(len(text), len(text) + len(words)), kind))
            text += f"{words} spoke. "
        block = Block(Span(0, len(text)), "para", "x")
        document = Document.of(capture_id="c", name=str(number), text=text, uri="x", blocks=(block,))
        documents.append(document)
        mentions += [Mention.of(document.id, span, kind) for span, kind in placed]
    return {"documents": documents, "mentions": mentions, "voices": [], "statements": [], "judgements": []}


def _somebody(chance: random.Random, given: list[str], name: str, number: int) -> tuple[list[str], EntityKind]:
    """Ten ways of writing a name, and what it is the name of."""
    if number % 3:
        first, at = chance.choice(given), chance.randrange(1, len(name))
        full = f"{first} {name}"
        return [full] * 5 + [name] * 3 + [f"{first[0]}. {name}", f"{first} {name[:at]}{name[at - 1]}{name[at:]}"], "person"
    side, head = chance.choice(SIDES), chance.choice(HEADS)
    full = f"{side} {name} {head}"
    return [full] * 6 + ["".join(word[0] for word in full.split())] * 2 + [head] * 2, "org"
