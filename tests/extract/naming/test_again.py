"""Names found again."""

from tests.extract.names_found import named


def test_every_place_of_a_name_is_found_and_has_one_kind() -> None:
    text = "A blast hit Qamishli on Monday. The city of Qamishli is in Syria.\nQamishli was calm. My prayers are with Qamishli."
    found = [kind for words, kind in named(text) if words == "Qamishli"]
    assert len(found) == 4
    assert len(set(found)) == 1


def test_what_the_page_writes_small_too_is_a_word_of_the_language() -> None:
    text = "Hope Solo left. There is hope. Hope dies last. We hope so."
    assert [words for words, _ in named(text)].count("Hope") == 0
