"""Which side of the writing a clause looks to."""

import pytest

from rashomon.text.times.tenses import Tense, one_sentence, tense


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He will resign on |Tuesday", "ahead"),
        ("They’ll meet |Tuesday", "ahead"),
        ("The vote is due on |Tuesday", "ahead"),
        ("Talks begin on |Tuesday", "ahead"),
        ("He was shot on |Tuesday", "over"),
        ("It has been shut since |May", "over"),
        ("He said |Tuesday", None),
        ("They asked him to leave by |Tuesday", None),
        ("It must be returned by |Tuesday", None),
        ("It fell. |Tuesday", None),
        ("A storm |Tuesday", None),
        ("|Tuesday will be dry", "ahead"),
    ],
)
def test_the_last_verb_says_it(text: str, expected: Tense | None) -> None:
    start = text.index("|")
    plain = text.replace("|", "")
    end = start + len(plain[start:].split()[0])
    assert tense(plain, start, end, 0, None) == expected


def test_a_possessive_names_what_was_on_the_day() -> None:
    text = "They will appeal Wednesday's ruling"
    assert tense(text, 17, 26, 0, None) is None


def test_between_two_times_without_a_verb_the_first_holds() -> None:
    text = "He will go Monday or Tuesday"
    assert tense(text, 21, 28, 17, "ahead") == "ahead"


def test_a_sentence_ends_at_a_stop_before_a_capital() -> None:
    assert not one_sentence("On Monday. On Tuesday", 9, 14)
    assert one_sentence("On Jan. 3 or on Tuesday", 9, 16)
