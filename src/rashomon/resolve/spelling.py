"""A name as the case writes it, and what is asked of two of them."""

from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import EntityKind
from rashomon.resolve.known import country_of, known_as
from rashomon.resolve.names import Name, parse_name
from rashomon.resolve.pairings import PET_FORM, Pairing, paired
from rashomon.resolve.words import Word


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is written: the mentions that write it so, and the documents in which they stand."""

    id: str
    name: Name
    docs: frozenset[str] = frozenset()
    mentions: tuple[str, ...] = ()
    introduced: frozenset[str] = frozenset()  # what the text gives in brackets behind it: "csto"
    family: bool = False  # "the Ortega family"

    @classmethod
    def alone(cls, written: str, kind: EntityKind) -> "Spelling":
        """A name outside any document."""
        return cls(written, parse_name(written, kind))

    @property
    def written(self) -> str:
        """The exact words."""
        return self.name.written

    @property
    def count(self) -> int:
        """How often it is written so."""
        return len(self.mentions)


def is_lone(spelling: Spelling) -> bool:
    """Whether it is one word that may stand for many fuller names: a bare surname, "the Observatory"."""
    return not spelling.family and is_bare(spelling.name)


@lru_cache(maxsize=1 << 16)
def is_bare(name: Name) -> bool:
    """Whether it is one word that tells little by itself. A place is not, nor is what the lists know by that one word."""
    if name.kind == "place" or name.acronym or known_as(name.written) or name.seat:
        return False
    if country_of(name.written):
        return name.kind == "org"  # "American" for the one airline of the page
    return len([word for word in name.words if word.weight >= 0.3]) <= 1


def pairing(left: Spelling, right: Spelling) -> Pairing:
    """How their words pair off."""
    return paired(left.name, right.name)


def shared(left: Spelling, right: Spelling, surname: Word) -> set[Word]:
    """The words that both have; a surname has no pet forms, so that William is not Luis Guillermo."""
    pairs = pairing(left, right).pairs
    return {word for ours, theirs, likeness in pairs for word in ours + theirs if word != surname or likeness != PET_FORM}


def total(words: tuple[Word, ...]) -> float:
    """What the words weigh together."""
    return sum(word.weight for word in words)


def by_length(left: Name, right: Name) -> tuple[Name, Name]:
    """The name of less weight, then the other."""
    return (left, right) if (left.weight, left.written) <= (right.weight, right.written) else (right, left)
