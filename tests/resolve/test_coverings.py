"""Whether one name may have all the telling words of another."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import EntityKind
from rashomon.resolve.coverings import covers, signs
from rashomon.resolve.names import Name, parse_name
from rashomon.resolve.pairings import paired
from rashomon.resolve.spelling import total

parts = st.sampled_from("Ann Bela Kray Krays Zhaqsybaev Jaksybayev Bill William Abd al- Karim Abdulkarim 36 37 Dutch".split())
names = st.lists(parts, min_size=1, max_size=4).map(" ".join)
kinds: st.SearchStrategy[EntityKind] = st.sampled_from(["person", "org", "place"])


def covered(long: str, short: str, kind: EntityKind = "person") -> bool:
    return covers(parse_name(long, kind), parse_name(short, kind))


def test_a_longer_name_covers_a_shorter_one_and_not_the_other_way() -> None:
    assert covered("Ann Kray", "Kray")
    assert not covered("Kray", "Ann Kray")
    assert covered("Abd al-Karim Sala", "Abdulkarim Salah")
    assert covered("Abdulkarim Salah", "Abd al-Karim Sala")
    assert covered("William Stone", "Bill Stone")
    assert not covered("Brigade 36", "Brigade 37", "org")


@given(kinds, names, names)
def test_of_two_names_that_do_not_cover_each_other_each_has_a_word_of_its_own(kind: EntityKind, left: str, right: str) -> None:
    one, other = parse_name(left, kind), parse_name(right, kind)
    if not covers(one, other) and not covers(other, one):
        pairs = paired(one, other)
        assert min(total(pairs.left), total(pairs.right)) >= 0.8


@given(kinds, names, names)
def test_what_is_covered_has_its_signs_in_the_other(kind: EntityKind, left: str, right: str) -> None:
    long, short = parse_name(left, kind), parse_name(right, kind)
    if covers(long, short) and not _is_written_as_one(long, short):
        assert not signs(short)[0] & ~signs(long)[1]


def _is_written_as_one(long: Name, short: Name) -> bool:
    """The signs of a run's later words are not in the word that it makes."""
    return any(len(ours) > 1 for _, ours, _ in paired(long, short).pairs)
