"""Counting points and copies against gold, on an invented group; and the same figures as the reference scorer."""

import importlib.util
import json
from pathlib import Path

from rashomon.measure.accounts import Tally, compared, count, figures, score

NORTH = "The fire killed ten people. The bridge is closed."
SOUTH = "The fire killed 22 people. The bridge is closed."


def mention(doc: str, words: str) -> dict:
    return {"doc": doc, "quote": words}


def gold_point(kind: str, relation: str, *positions: list[dict], **more) -> dict:
    return {"type": kind, "relation": relation, "positions": [{"mentions": held} for held in positions], **more}


TOLL = gold_point("quantity", "conflict", [mention("north", "killed ten people")], [mention("south", "killed 22 people")])
BRIDGE = gold_point("status", "agree", [mention("north", "The bridge is closed"), mention("south", "The bridge is closed")])


def own_point(kind: str, relation: str, *positions: list[tuple[str, str]]) -> dict:
    held = [{"mentions": [own_mention(doc, words) for doc, words in position]} for position in positions]
    return {"type": kind, "relation": relation, "positions": held}


def own_mention(doc: str, words: str) -> dict:
    start = {"n": NORTH, "s": SOUTH}[doc].index(words)
    return {"doc": doc, "start": start, "end": start + len(words)}


def counted(gold: list[dict], own: list[dict], *, gold_copies=(), own_copies=()) -> dict:
    tally = Tally()
    ours = {
        "documents": [{"id": "n", "name": "north", "text": NORTH}, {"id": "s", "name": "south", "text": SOUTH}],
        "points": own,
        "copies": [{"docs": docs} for docs in own_copies],
    }
    count({"points": gold, "copies": [{"docs": docs} for docs in gold_copies]}, ours, tally)
    return figures(tally, [])


def test_a_conflict_is_found_where_one_point_holds_two_gold_positions_apart() -> None:
    own = own_point("quantity", "conflict", [("n", "fire killed ten people")], [("s", "fire killed 22 people")])
    found = counted([TOLL], [own])
    assert (found["conflict precision"], found["conflict recall"], found["conflict F1"]) == (1.0, 1.0, 1.0)


def test_a_compatible_point_finds_no_conflict() -> None:
    own = own_point("quantity", "compatible", [("n", "fire killed ten people")], [("s", "fire killed 22 people")])
    assert counted([TOLL], [own])["conflict recall"] == 0.0


def test_two_gold_positions_in_one_position_of_ours_are_not_found() -> None:
    own = own_point(
        "quantity", "conflict", [("n", "fire killed ten people"), ("s", "fire killed 22 people")], [("n", "The bridge")]
    )
    found = counted([TOLL], [own])
    assert (found["conflict precision"], found["conflict recall"]) == (0.0, 0.0)


def test_a_point_that_lumps_two_disputes_finds_one() -> None:
    other = gold_point("place", "conflict", [mention("north", "The fire killed")], [mention("south", "The fire killed")])
    own = own_point("quantity", "conflict", [("n", NORTH[:27])], [("s", SOUTH[:26])])
    found = counted([TOLL, other], [own])
    assert (found["conflict precision"], found["conflict recall"]) == (1.0, 0.5)


def test_background_counts_neither_for_nor_against() -> None:
    own = own_point("quantity", "conflict", [("n", "fire killed ten people")], [("s", "fire killed 22 people")])
    found = counted([{**TOLL, "background": True}], [own])
    assert found["counts"].get("gold conflict", 0) == found["counts"].get("system conflicts and updates", 0) == 0


def test_an_agreement_is_found_where_one_position_holds_it_from_two_documents() -> None:
    one = own_point("status", "agree", [("n", "The bridge is closed"), ("s", "The bridge is closed")])
    two = own_point("status", "compatible", [("n", "The bridge is closed")], [("s", "The bridge is closed")])
    assert counted([BRIDGE], [one])["agreement recall"] == 1.0
    assert counted([BRIDGE], [two])["agreement recall"] == 0.0


def test_copies_are_counted_by_pairs() -> None:
    found = counted([], [], gold_copies=[["north", "south", "east"]], own_copies=[["n", "s"], ["s", "n"]])
    assert (found["copy precision"], round(found["copy recall"], 3)) == (1.0, 0.333)


def test_the_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path) -> None:
    reference = importlib.util.spec_from_file_location("score_accounts", shared / "tools" / "score_accounts.py")
    assert reference is not None
    assert reference.loader is not None
    module = importlib.util.module_from_spec(reference)
    reference.loader.exec_module(module)
    data = shared / "data" / "accounts"
    for group in sorted((data / "groups").glob("*.json")):
        (tmp_path / group.stem).mkdir()
        for table, rows in compared(group).items():
            (tmp_path / group.stem / f"{table}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    ours, theirs = score(data), module.score(data, tmp_path)
    assert ours.keys() == theirs.keys()
    for key in ours:
        if key not in ("counts", "by type"):  # where nothing was counted one may say 0 and the other nothing
            assert ours[key] == theirs[key], key
    assert {key: value for key, value in ours["counts"].items() if value} == {k: v for k, v in theirs["counts"].items() if v}
