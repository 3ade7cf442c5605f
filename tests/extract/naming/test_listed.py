"""Organisations that the list of aliases knows."""

from tests.extract.names_found import named
from tests.factory import doc

from rashomon.extract.naming.listed import is_listed, listed_in
from rashomon.extract.reading import read_closely


def listed(text: str) -> list[str]:
    return [span.of(passage.parse.text) for passage, span in listed_in(read_closely(doc(text).document).passages)]


def words(text: str) -> list[str]:
    return [name for name, kind in named(text) if kind == "org"]


def test_a_listed_organisation_is_found_however_it_stands() -> None:
    assert "Daesh" in words("It was not clear who did it but Daesh claimed it.")
    assert words("Fighters of the IS group left. Later IS denied it.").count("IS") == 1


def test_two_letters_need_their_bearer() -> None:
    assert "IS" not in words("What IS this, he asked.")
    assert "IS" in words("Islamic State withdrew. The men said IS had mined the road.")


def test_a_word_of_the_language_needs_a_surer_name_beside_it() -> None:
    assert listed("Amnesty was granted to them all.") == []
    assert listed("Amnesty International wrote. Amnesty was not there.") == ["Amnesty International", "Amnesty"]


def test_the_list() -> None:
    assert is_listed("Daesh")
    assert not is_listed("Hadrin")
