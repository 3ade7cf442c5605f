"""Which spellings are worth comparing: those that a word, an acronym, a list or the very letters bring together."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from rashomon.pairs.blocks import candidate_pairs
from rashomon.resolve.coverings import covers, signs
from rashomon.resolve.judged import Pair
from rashomon.resolve.known import country_of
from rashomon.resolve.known_under import listed
from rashomon.resolve.names import Name, acronyms, word_keys
from rashomon.resolve.spelling import Spelling
from rashomon.text.normal import folded


def meetings(spellings: Iterable[Spelling], rooms: Mapping[str, Collection[str]]) -> Iterator[Pair]:
    """Pairs of spellings that may be one, each once; only those in one room meet, and who is in none meets nobody.

    Names of two kinds are one by their letters or by the lists alone. Of names of one kind that share a word, one must have all
    the telling words of the other, of which the signs tell at once that it has not: nine in ten. Of names that share initials,
    one must be these initials.
    """
    here = [(spelling, sorted(rooms[spelling.id])) for spelling in spellings if rooms.get(spelling.id)]
    words, shorts, wholes = (
        {one.id: [(room, *key) for key in keys(one) for room in places] for one, places in here}
        for keys in (_words, _shorts, _wholes)
    )
    by_id = {one.id: one.name for one, _ in here}
    return iter(
        dict.fromkeys(
            chain(
                (
                    pair
                    for pair in candidate_pairs(words, signs={one.id: signs(one.name) for one, _ in here})
                    if _may_be_one(by_id[pair[0]], by_id[pair[1]])
                ),
                candidate_pairs(shorts, signs={one.id: (1, int(one.name.acronym is not None)) for one, _ in here}),
                candidate_pairs(wholes),
            )
        )
    )


def _may_be_one(left: Name, right: Name) -> bool:
    return covers(left, right) or covers(right, left)


def share_word(left: Spelling, right: Spelling) -> bool:
    """Whether the two share a word, as it sounds."""
    return not set(_words(left)).isdisjoint(_words(right))


def _words(spelling: Spelling) -> Iterator[tuple[str, ...]]:
    for key in word_keys(spelling.name):
        yield spelling.name.sort, *key


def _shorts(spelling: Spelling) -> Iterator[tuple[str, ...]]:
    for short in sorted({*acronyms(spelling.name), *spelling.introduced}):
        yield spelling.name.sort, short


def _wholes(spelling: Spelling) -> Iterator[tuple[str, ...]]:
    name = spelling.name
    for line in sorted(listed(name)):
        yield "known", str(line)
    if code := country_of(name.written) or name.seat:
        yield "country", code
    yield "letters", folded(name.written)
