"""What is known for sure among the parser's names, and names that ran together."""

from tests.extract.names_found import named


def test_an_organisation_in_full_and_a_person_beside_it_are_two() -> None:
    found = named("The head of the Syrian Observatory for Human Rights Rami Abdel Rahman said so.")
    assert ("Syrian Observatory for Human Rights", "org") in found
    assert "Rami Abdel Rahman" in [words for words, _ in found]


def test_a_longer_name_that_holds_a_listed_one_stays_whole() -> None:
    found = named("The NATO Training Mission left. A spokesman for the NATO Training Mission said so.")
    assert ("NATO Training Mission", "org") in found
    assert ("NATO", "org") not in found


def test_a_slash_parts_two_listed_names() -> None:
    words = [words for words, _ in named("The Islamic State, formerly ISIS/ISIL, claimed it.")]
    assert {"ISIS", "ISIL"} <= set(words)
