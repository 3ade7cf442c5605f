"""B³ over the places where gold names stand, on invented cases."""

from pathlib import Path

from rashomon.measure import measure
from rashomon.measure.entities import Item, b_cubed, figures, named_places
from rashomon.model import Span

TEXT = "Varna Steel (VS) closed. VS-led firms, the VSX and Varna said so."
GOLD = [{"name": "Varna Steel", "aliases": ["VS"], "docs": ["a"]}, {"name": "Varna", "aliases": [], "docs": ["a"]}]


def item(gold: str, own: str, *, found: bool = True) -> Item:
    return Item("a", Span(0, 1), "x", gold, own, found)


def test_a_place_is_the_longest_gold_name_at_word_boundaries_in_a_listed_document() -> None:
    assert [(span.of(TEXT), number) for span, number in named_places(TEXT, "a", GOLD)] == [
        ("Varna Steel", 0),
        ("VS", 0),
        ("VS", 0),
        ("Varna", 1),
    ]
    assert list(named_places(TEXT, "b", GOLD)) == []


def test_a_name_that_two_claim_is_no_item() -> None:
    gold = [{"name": "VS", "aliases": [], "docs": ["a"]}, {"name": "Varna Steel", "aliases": ["VS"], "docs": ["a"]}]
    assert [number for _, number in named_places(TEXT, "a", gold)] == [1]


def test_b_cubed_by_hand() -> None:
    items = [item("g", "1"), item("g", "1"), item("g", "2"), item("h", "2")]
    assert b_cubed(items) == (0.75, 0.6667, 0.7059)  # precision (1 + 1 + .5 + .5) / 4, recall (2/3 + 2/3 + 1/3 + 1) / 4
    assert b_cubed([]) == (0.0, 0.0, 0.0)


def test_what_is_not_found_costs_recall_and_recognition() -> None:
    found = figures({"x": [item("g", "1"), item("g", "?", found=False)]})
    assert (found["b3_precision"], found["b3_recall"], found["recognition"], found["b3_recognised"]) == (1.0, 0.5, 0.5, 1.0)


def test_a_group_read_as_a_case(tmp_path: Path) -> None:
    (tmp_path / "groups").mkdir()
    (tmp_path / "gold").mkdir()
    text = "Ilka Brandt of the Ferry Workers Union spoke in Paris. Brandt said the union would wait."
    (tmp_path / "groups" / "g.json").write_text(f'{{"documents": [{{"id": "a", "text": "{text}"}}]}}', "utf-8")
    gold = '{"entities": [{"name": "Ilka Brandt", "aliases": ["Brandt"], "docs": ["a"]}]}'
    (tmp_path / "gold" / "g.json").write_text(gold, "utf-8")
    found = measure("entities", tmp_path)
    assert (found["b3_f1"], found["recognition"], found["items"]) == (1.0, 1.0, 2)
