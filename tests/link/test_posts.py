"""Who has which post."""

from tests.desk import Desk


def abouts(north: str, south: str, *told: tuple[str, str]) -> list[str]:
    """Of whom the facts are, once both accounts are read."""
    desk = Desk()
    desk.account("North", north)
    desk.account("South", south)
    for outlet, about in told:
        desk.fact(outlet, "status", about, "resigned", scope="out")
    return [desk.tellings()[fact.id].fact.about for fact in desk.facts]


def test_whoever_goes_by_a_post_in_one_account_has_the_name_that_another_gives_with_it() -> None:
    north, south = "Chief Executive Ana Ruiz resigned.", "The chief executive resigned."
    told = abouts(north, south, ("North", "office ana ruiz"), ("South", "office the executive"))
    assert told == ["office ana ruiz, the executive"] * 2


def test_a_post_that_goes_with_two_names_names_nobody() -> None:
    north, south = "Ana Ruiz, the driver, resigned. Eva Horn, the driver, resigned.", "The driver resigned."
    told = abouts(north, south, ("North", "office ana ruiz"), ("North", "office eva horn"), ("South", "office the driver"))
    assert told == ["office ana ruiz", "office eva horn", "office the driver"]
