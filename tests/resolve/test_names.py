"""Names taken apart."""

from rashomon.resolve.names import parse_name


def words(written: str, kind: str = "person") -> list[str]:
    return [word.text for word in parse_name(written, kind).words]  # type: ignore[arg-type]


def test_titles_go_before_the_name_and_surnames_before_a_comma_go_behind() -> None:
    name = parse_name("Lt. Col. Ann Kray", "person")
    assert (words("Lt. Col. Ann Kray"), name.titles) == (["ann", "kray"], {"lt col"})
    assert words("Kray, Ann") == ["ann", "kray"]
    assert words("President") == ["president"]  # a title alone is all there is


def test_legal_forms_are_one_however_long() -> None:
    assert (
        words("Varna Steel Limited Liability Company", "org") == words("Varna Steel L.L.C.", "org") == ["varna", "steel", "llc"]
    )


def test_numbers_are_one_however_written() -> None:
    assert words("Third Brigade", "org") == words("3rd Brigade", "org")
    assert words("Brigade Thirty-Six", "org") == words("Brigade 36", "org")


def test_small_words_weigh_little() -> None:
    weights = {word.text: word.weight for word in parse_name("Bureau of the Lakes", "org").words}
    assert weights["of"] == weights["the"] < 0.2 < weights["bureau"] == weights["lakes"]


def test_initials_with_and_without_small_words() -> None:
    assert parse_name("Bureau of Northern Lakes", "org").initials() == {"bonl", "bnl"}
    assert parse_name("BNL", "org").acronym == "bnl"
