"""What counts as a word, and keys of words in a row."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span
from rashomon.text import shingles
from rashomon.text.shingles import keys, word_ids, words

token = st.sampled_from("abcd")


def test_words_are_compared_without_case_marks_and_separators() -> None:
    assert words("Syria's “60,000” U.S.-backed men").forms == ("syrias", "60000", "us", "backed", "men")
    assert words("Syrias 60000 US-backed MEN").forms == words("Syria’s 60,000 U.S. backed men").forms


def test_a_letter_and_its_accent_are_one_however_they_were_typed() -> None:
    assert words("Besançon").forms == words("Besanc\u0327on").forms
    assert words("हिन्दी में").forms == ("हिन्दी", "में")


def test_words_of_a_script_without_spaces_are_its_signs() -> None:
    assert words("火災 2人").forms == ("火", "災", "2", "人")
    assert words("ไฟไหม้ที่").forms == ("ไ", "ฟ", "ไ", "ห", "ม้", "ที่")
    assert words("ミル倒壊").forms == ("ミ", "ル", "倒", "壊")


def test_two_signs_make_a_word() -> None:
    assert words("火災 2人").size(0, 4) == 2.5
    assert words("two words").size(0, 2) == 2


def test_words_know_where_they_stand_and_keep_to_the_parts_given() -> None:
    text = "One, two. Menu three four"
    kept = words(text, [Span(0, 9), Span(14, 25)])
    assert kept.forms == ("one", "two", "three", "four")
    assert kept.span(1, 2).of(text) == "two. Menu three"
    assert [kept.span(at, 1).of(text).casefold() for at in range(len(kept))] == list(kept.forms)
    assert len(words("")) == 0
    assert len(words("text", [])) == 0


@given(st.text())
def test_the_quick_way_gives_the_same_numbers(text: str) -> None:
    assert word_ids(text).tolist() == words(text).ids.tolist()


@given(st.text(st.sampled_from("aZ9.,'’“_- \n\u00a0\u3000\x1c火ไม้ङ\u0327"), max_size=60), st.data())
def test_cut_at_spaces_first_the_words_are_those_that_one_pass_over_each_part_finds(text: str, data) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    parts = [Span(*pair) for pair in pairwise(cuts)][::2]
    found = words(text, parts)
    passes = [match for part in parts for match in shingles._WORD.finditer(text, part.start, part.end)]
    assert list(zip(found.starts, found.ends, strict=True)) == [match.span() for match in passes]
    assert found.ids.tolist() == [shingles._id(match.group()) for match in passes]
    assert word_ids(text, parts).tolist() == found.ids.tolist()


def test_words_are_the_same_after_the_memory_of_pieces_was_full(monkeypatch) -> None:
    before = word_ids("Ann said no. Bob said yes.").tolist()
    monkeypatch.setattr(shingles, "MET", 2)
    assert word_ids("Ann said no. Bob said yes.").tolist() == before


@given(st.lists(token, max_size=60), st.sampled_from([1, 2, 4, 8, 16]))
def test_keys_are_equal_where_the_words_are_and_nowhere_else(forms: list[str], size: int) -> None:
    found = keys(word_ids(" ".join(forms)), size).tolist()
    rows = [tuple(forms[at : at + size]) for at in range(len(forms) - size + 1)]
    assert len(found) == len(rows)
    assert len(set(found)) == len(set(rows)) == len(set(zip(found, rows, strict=True)))


def test_long_texts_of_two_words_that_defeat_a_polynomial_have_keys_of_their_own() -> None:
    one = [n.bit_count() % 2 for n in range(2**11)]  # Thue and Morse
    texts = [" ".join("ab"[bit ^ flip] for bit in one) for flip in (0, 1)]
    left, right = (keys(word_ids(text), 2**11) for text in texts)
    assert left.tolist() != right.tolist()
