"""How the words of two names pair off: what both have, and what each has for itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import EntityKind
from rashomon.resolve.known import country_of, given, is_given
from rashomon.resolve.letters import NEAR, alike, feminine, sound
from rashomon.resolve.names import Name
from rashomon.resolve.words import Word

PET_FORM = 0.95  # likeness of Bill and William
DOUBLE = 2  # times as long as the other a run of words may be: no two romanisations of one word differ so much
RUN = 3  # words that may be written together: Abd al-Rahman, Abdulrahman


@dataclass(frozen=True, slots=True)
class Pairing:
    """How two names' words pair off: (left words, right words, likeness), and the words that each has for itself."""

    pairs: tuple[tuple[tuple[Word, ...], tuple[Word, ...], float], ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @property
    def shared(self) -> float:
        """The weight of what both have, less for a likeness that is not sameness."""
        return sum(min(_weight(left), _weight(right)) * likeness for left, right, likeness in self.pairs)


@lru_cache(maxsize=1 << 16)
def paired(left: Name, right: Name) -> Pairing:
    """The best pairs of words first, each word once; runs of words match what is written together."""
    if (alike := _identical(left, right)) is not None:
        return alike
    options = sorted(_options(left, right), key=lambda option: (-option[0], option[1], option[2]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for likeness, ours, theirs in options:
        if used_left.isdisjoint(ours) and used_right.isdisjoint(theirs):
            used_left.update(ours)
            used_right.update(theirs)
            pairs.append((tuple(left.words[at] for at in ours), tuple(right.words[at] for at in theirs), likeness))
    return Pairing(
        tuple(pairs),
        tuple(word for at, word in enumerate(left.words) if at not in used_left),
        tuple(word for at, word in enumerate(right.words) if at not in used_right),
    )


def _identical(left: Name, right: Name) -> Pairing | None:
    """The pairing where every word of one name stands in the other as it is: most pairs, and nothing is left to compare."""
    ours, theirs = {word.text: word for word in left.words}, {word.text: word for word in right.words}
    shared = ours.keys() & theirs.keys()
    if len(shared) < min(len(left.words), len(right.words)):
        return None
    pairs = tuple(((word,), (theirs[text],), 1.0) for text, word in ours.items() if text in shared)
    rest = (tuple(word for word in side.words if word.text not in shared) for side in (left, right))
    return Pairing(pairs, *rest)


def _options(left: Name, right: Name) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    for at, ours in enumerate(left.words):
        for there, theirs in enumerate(right.words):
            if (likeness := _likeness(ours, theirs, left.kind)) >= NEAR:
                yield likeness, (at,), (there,)
    for long, short, turned in ((left, right, False), (right, left, True)):
        words = [(there, word.text) for there, word in enumerate(short.words) if len(word.text) > 4]
        for at, size, joined in _runs(long) if words else ():
            for there, word in words:
                if len(joined) <= DOUBLE * len(word) and (likeness := alike(joined, word)) >= 0.85:
                    run = tuple(range(at, at + size))
                    yield (likeness, (there,), run) if turned else (likeness, run, (there,))


@lru_cache(maxsize=1 << 16)
def _runs(name: Name) -> tuple[tuple[int, int, str], ...]:
    """The runs of a name's words: where each begins, how many words it has, and how they are written together."""
    texts = [word.text for word in name.words]
    sizes = range(2, RUN + 1)
    return tuple((at, size, "".join(texts[at : at + size])) for size in sizes for at in range(len(texts) - size + 1))


def _likeness(left: Word, right: Word, kind: EntityKind) -> float:
    if left.text == right.text:
        return 1.0
    if "initial" in (left.kind, right.kind):
        return 0.85 if kind == "person" and left.text[0] == right.text[0] else 0.0
    if left.kind in ("number", "side", "region", "country") and right.kind == left.kind:
        return 1.0 if left.kind == "country" and country_of(left.text) == country_of(right.text) else 0.0
    if kind == "person":
        return _person_likeness(left.text, right.text)
    if {left.kind, right.kind} == {"country", "nation"}:
        return 0.97 if country_of(left.text) == country_of(right.text) else 0.0
    likeness = alike(left.text, right.text)
    return likeness if kind != "place" or likeness >= 0.85 else 0.0  # Mali is not Bali, Iran is not Iraq


def _person_likeness(left: str, right: str) -> float:
    if given().get(left, frozenset()) & given().get(right, frozenset()):
        closeness = alike(left, right)
        return max(0.96, closeness) if closeness >= 0.85 else PET_FORM  # Mohammed and Muhammad are one form
    if is_given(left) and is_given(right):
        return alike(left, right) if sound(left) == sound(right) else 0.0  # Hassan is not Hussain, nor Mario Maria
    return 0.0 if feminine(left, right) else alike(left, right)


def _weight(words: Iterable[Word]) -> float:
    return max(word.weight for word in words)
