"""One thing told by two pages on one source, in other words."""

from tests.factory import doc

from rashomon.link.dispatches import same_agency
from rashomon.link.origins import Origins
from rashomon.model import Document, Link


def page(name: str, text: str, outlet: str | None = None) -> Document:
    fill = " ".join(f"{name}{n}" for n in range(30))
    return doc(f"{text}\n{fill}", name=name, outlet=outlet or name).document


def links(*pages: Document) -> list[Link]:
    return list(same_agency(pages, Origins(pages)))


def told(*pages: Document) -> list[tuple[str, str, str]]:
    names = {one.id: one.name for one in pages}
    return [(names[link.left], names[link.right], names.get(link.origin or "", link.origin or "")) for link in links(*pages)]


NORTH = page("north", "The ferry was bound for Larnsund with forty crates of lamp oil, dpa reported on Monday.")


def test_two_pages_that_cite_one_agency_for_one_thing_have_it_from_there() -> None:
    south = page("south", "According to dpa the vessel, bound for Larnsund, had crates of lamp oil below deck.")
    assert told(NORTH, south) == [("north", "south", "DPA")]
    (link,) = links(NORTH, south)
    (reason,) = link.reasons
    assert reason.left is not None
    assert reason.left.of(NORTH.text) == "The ferry was bound for Larnsund with forty crates of lamp oil, dpa reported on Monday."


def test_one_agency_named_for_two_things_is_nothing_in_common() -> None:
    south = page("south", "A councillor wants the harbour dredged before the winter storms, according to dpa.")
    assert told(NORTH, south) == []


def test_one_thing_told_without_its_source_is_no_copy() -> None:
    south = page("south", "The vessel, bound for Larnsund, had crates of lamp oil below deck.")
    assert told(NORTH, south) == []


def test_a_page_that_credits_the_agency_is_wholly_its_matter() -> None:
    south = page("south", "KIEL (dpa) - The night was calm. Bound for Larnsund, the ship held crates of lamp oil.")
    assert told(NORTH, south) == [("north", "south", "DPA")]


def test_a_page_that_names_another_page_as_its_source_has_it_from_that_page() -> None:
    herald = page("herald", "Bound for Larnsund, the ship held crates of lamp oil, harbour papers show.", "www.lysherald.co.uk")
    south = page("south", "The vessel carried crates of lamp oil and was bound for Larnsund, LysHerald reported.")
    assert told(herald, south) == [("herald", "south", "herald")]


def test_a_figure_and_what_it_counts_are_enough_but_a_year_is_no_figure() -> None:
    pages = [
        page(name, f"{text}, dpa said.") for name, text in (("north", "At least 140 were hurt"), ("south", "Some 140 lie hurt"))
    ]
    assert told(*pages) == [("north", "south", "DPA")]
    years = [page(one.name, one.text.splitlines()[0].replace("140", "2019")) for one in pages]
    assert told(*years) == []


def test_words_that_every_page_has_tell_nothing_apart() -> None:
    crowd = [page(f"p{n}", "The ferry was bound for Larnsund with crates of lamp oil.") for n in range(8)]
    south = page("south", "According to dpa the vessel, bound for Larnsund, had crates of lamp oil below deck.")
    assert told(NORTH, south, *crowd) == []
