"""trafilatura's lines, found again among the passages of the page."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.elements import passages, tree_of
from rashomon.read.maintext import main_passages, places_of

SAID = [
    "The ferry burned for three hours, the coast guard said.",
    "Nine people are missing.",
    "The operator denied that doors were locked.",
    "Read also: Ferry line was warned twice",
    "Nine people are missing.",
]


def test_lines_are_found_where_they_stand() -> None:
    assert places_of(SAID[:3], SAID) == {0, 1, 2}


def test_a_line_that_stands_twice_is_taken_beside_its_neighbours() -> None:
    assert places_of([SAID[2], SAID[4]], SAID) == {2, 4}
    assert places_of([SAID[0], SAID[1], SAID[2]], SAID) == {0, 1, 2}


def test_a_line_that_lost_its_middle_is_found_by_its_sentences() -> None:
    page = ["The ferry burned. See the pictures here! The coast guard came late, people said.", "Home"]
    assert places_of(["The ferry burned. The coast guard came late, people said."], page) == {0}


def test_a_passage_of_which_little_is_found_is_not_taken() -> None:
    assert places_of(["Nine"], ["Nine people are missing since Friday, the coast guard said."]) == set()


def test_lines_joined_or_cut_differently_from_the_page() -> None:
    assert places_of(["One said this. Another said that."], ["One said this.", "Another said that.", "Home"]) == {0, 1}
    assert places_of(["One said this.", "Another said that."], ["One said this. Another said that.", "Home"]) == {0}


@given(st.lists(st.text("abc. ", max_size=40), max_size=12), st.data())
def test_every_line_taken_from_a_page_is_found_on_it(page: list[str], data: st.DataObject) -> None:
    kept = [line for line in page if data.draw(st.booleans())]
    letters = {line.replace(".", "").replace(" ", "") for line in kept}
    found = places_of(kept, page)
    assert found <= set(range(len(page)))
    assert {word for word in letters if len(word) >= 20} <= {page[place].replace(".", "").replace(" ", "") for place in found}


def test_what_is_known_to_be_something_else_is_not_asked_for() -> None:
    text = "<p>The ferry burned for three hours, the coast guard said on Friday.</p>"
    root = tree_of(f"<body><article>{text}</article><div>{text.replace('ferry', 'truck')}</div></body>", "page")
    found = [passage.text for passage in passages(root)]
    assert main_passages(root, found, [root.find(".//div")]) == {0}
