"""Laws of the index: no shared passage goes unpaired, order of adding is nothing, and work grows with the documents."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.link import passages as passages_module
from rashomon.link.passages import CROWD, LONG, PASSAGE, Passages
from rashomon.text.shingles import Keys, word_ids

token = st.sampled_from([f"w{n}" for n in range(4)])
pages = st.lists(st.lists(token, max_size=60), max_size=6)


def ids(forms: list[str]) -> Keys:
    return word_ids(" ".join(forms))


def index(texts: list[list[str]]) -> Passages:
    return Passages.none().extended(enumerate(map(ids, texts)))


def longest(left: list[str], right: list[str]) -> int:
    """By brute force."""
    best = 0
    for here in range(len(left)):
        for there in range(len(right)):
            length = 0
            while here + length < len(left) and there + length < len(right) and left[here + length] == right[there + length]:
                length += 1
            best = max(best, length)
    return best


@given(pages)
def test_two_documents_are_paired_just_when_they_share_eight_words_in_a_row(texts: list[list[str]]) -> None:
    found = {tuple(pair) for pair in index(texts).pairs().tolist()}
    assert found == {pair for pair in combinations(range(len(texts)), 2) if longest(texts[pair[0]], texts[pair[1]]) >= PASSAGE}


@given(pages, st.integers(2, 3))
def test_in_a_crowd_a_run_of_sixteen_words_still_ties_its_documents(texts: list[list[str]], crowd: int) -> None:
    """Directly, or both to one document that holds sixteen of its words."""
    before, passages_module.CROWD = passages_module.CROWD, crowd
    try:
        found = {frozenset(pair) for pair in index(texts).pairs().tolist()}
    finally:
        passages_module.CROWD = before
    for one, other in combinations(range(len(texts)), 2):
        if longest(texts[one], texts[other]) >= LONG:
            hubs = [
                hub
                for hub in range(len(texts))
                if hub not in (one, other)
                and {frozenset((hub, one)), frozenset((hub, other))} <= found
                and min(longest(texts[hub], texts[one]), longest(texts[hub], texts[other])) >= LONG
            ]
            assert frozenset((one, other)) in found or hubs


@given(pages, st.data())
def test_one_by_one_or_all_at_once_kept_and_read_again_the_index_is_the_same(texts: list[list[str]], data) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    at = data.draw(st.integers(0, len(texts)))
    grown = Passages.from_bytes(index([texts[number] for number in order[:at]]).to_bytes()).renumbered(order[:at])
    grown = grown.extended((number, ids(texts[number])) for number in order[at:])
    assert told(grown) == told(index(texts))


@given(pages, st.data())
def test_documents_that_go_leave_nothing_behind(texts: list[list[str]], data) -> None:
    stay = [data.draw(st.booleans()) for _ in texts]
    left = [text for text, stays in zip(texts, stay, strict=True) if stays]
    numbers = [sum(stay[:at]) if stays else -1 for at, stays in enumerate(stay)]
    assert told(index(texts).renumbered(numbers)) == told(index(left))


def told(passages: Passages) -> tuple[object, ...]:
    """All that an index tells; which holder of one passage stands first is nothing."""
    houses = [0] * (int(passages.holders.max(initial=-1)) + 1)
    often = {house: found.tolist() for house, found in passages.often(houses, 2).items()}
    rows = sorted(zip(passages.keys.tolist(), passages.holders.tolist(), passages.long.tolist(), strict=True))
    return rows, passages.keys.tolist(), passages.twice.tolist(), passages.pairs().tolist(), often


def test_five_hundred_documents_of_one_text_are_paired_with_the_first_only() -> None:
    text = [f"w{n}" for n in range(400)]
    pairs = index([text] * 500).pairs().tolist()
    assert pairs == [[0, other] for other in range(1, 500)]


def test_up_to_a_crowd_every_two_are_paired() -> None:
    text = [f"w{n}" for n in range(40)]
    assert len(index([text] * CROWD).pairs()) == CROWD * (CROWD - 1) // 2


def test_a_document_of_one_repeated_sentence_has_as_many_passages_as_the_sentence_has_words() -> None:
    assert len(index([["a", "b", "c", "d", "e"] * 10_000]).keys) <= 5 + 2 * PASSAGE


def test_what_an_outlet_prints_often_is_known_and_an_unnamed_one_has_none() -> None:
    foot = [f"foot{n}" for n in range(9)]
    texts = [[*(f"w{n}x{at}" for at in range(20)), *foot] for n in range(6)]
    found = index(texts).often([0, 0, 0, 1, -1, -1], 3)
    assert {house: len(often) for house, often in found.items()} == {0: 2}


def test_nothing_and_empty_documents_have_no_pairs() -> None:
    assert Passages.none().pairs().tolist() == []
    assert index([[], [], ["a"] * 7]).pairs().tolist() == []
    assert Passages.none().often([], 3) == {}
