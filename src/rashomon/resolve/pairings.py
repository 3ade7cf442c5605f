"""How the words of two names pair off: what both have, and what each has for itself."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import EntityKind
from rashomon.resolve.known import country_of, given, is_given
from rashomon.resolve.letters import NEAR, alike, feminine, sound
from rashomon.resolve.names import Name
from rashomon.resolve.words import Word

PET_FORM = 0.95  # likeness of Bill and William
DOUBLE = 2  # times as long as the other a run of words may be: no two romanisations of one word differ so much
LONG = 5  # letters: what is written as one word has so many
JOINED = 0.85  # likeness of a run and the word that it makes
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
    """The best pairs of words first, each word once; runs of words match what is written together.

    Words that both have as they are go together before anything is compared: most of the words of most pairs.
    """
    ours, theirs = places(left), places(right)
    used_left, used_right = ({side[text] for text in ours.keys() & theirs.keys()} for side in (ours, theirs))
    pairs: list[tuple[tuple[Word, ...], tuple[Word, ...], float]] = [
        ((word := left.words[at],), (right.words[theirs[word.text]],), 1.0) for at in sorted(used_left)
    ]
    if len(pairs) < min(len(left.words), len(right.words)):
        options = sorted(_options(left, right, used_left, used_right), key=lambda option: (-option[0], option[1], option[2]))
        for likeness, here, there in options:
            if used_left.isdisjoint(here) and used_right.isdisjoint(there):
                used_left.update(here)
                used_right.update(there)
                pairs.append((tuple(left.words[at] for at in here), tuple(right.words[at] for at in there), likeness))
    rest = (
        tuple(word for at, word in enumerate(side.words) if at not in used)
        for side, used in ((left, used_left), (right, used_right))
    )
    return Pairing(tuple(pairs), *rest)


@lru_cache(maxsize=1 << 16)
def places(name: Name) -> dict[str, int]:
    """Where each of its words stands first."""
    return {word.text: at for at, word in reversed(list(enumerate(name.words)))}


def _options(
    left: Name, right: Name, used_left: Set[int], used_right: Set[int]
) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    ours = [(at, word) for at, word in enumerate(left.words) if at not in used_left]
    theirs = [(at, word) for at, word in enumerate(right.words) if at not in used_right]
    for at, word in ours:
        for there, other in theirs:
            if (likeness := word_likeness(word, other, left.kind)) >= NEAR:
                yield likeness, (at,), (there,)
    for likeness, run, there in _joined(left, used_left, theirs):
        yield likeness, run, (there,)
    for likeness, run, at in _joined(right, used_right, ours):
        yield likeness, (at,), run


def _joined(long: Name, used: Set[int], words: Sequence[tuple[int, Word]]) -> Iterator[tuple[float, tuple[int, ...], int]]:
    """Runs of a name's words that the other writes as one."""
    for there, word in words:
        if len(word.text) >= LONG:
            for run, joined in runs(long):
                if (
                    len(joined) <= DOUBLE * len(word.text)
                    and (likeness := alike(joined, word.text)) >= JOINED
                    and used.isdisjoint(run)
                ):
                    yield likeness, run, there


@lru_cache(maxsize=1 << 16)
def runs(name: Name) -> tuple[tuple[tuple[int, ...], str], ...]:
    """The runs of a name's words: which they are, and how they are written together."""
    texts = [word.text for word in name.words]
    found = (range(at, at + size) for size in range(2, RUN + 1) for at in range(len(texts) - size + 1))
    return tuple((tuple(run), "".join(texts[at] for at in run)) for run in found)


def word_likeness(left: Word, right: Word, kind: EntityKind) -> float:
    """How alike a word of one name and a word of another are, for names of this kind."""
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
