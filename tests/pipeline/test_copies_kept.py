"""A case keeps what was compared for its copies: it is found again, and the tables are those of a case read at once."""

import json

import pytest
from tests.pipeline.conftest import holdings

from rashomon.link import copies as copies_module
from rashomon.pipeline.conduct import judge, read_into
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stages import STAGES_BY_RULES
from rashomon.store.case import Case

ALONE = Settings(workers=0)
TEXT = (
    "Nine people were killed in the mill fire. Crews from three towns fought the blaze by the river until dawn broke over the "
    "old quarter of the city, Mayor Ann Lee said."
)
ROWS = {
    "Herald": ("It was cold.", "2031-05-04"),
    "Courier": ("", "2031-05-02"),
    "Post": ("“We will build it up again before the winter comes,” she said.", None),
    "Echo": ("She promised: “We will build it up again before the winter comes.” (AFP)", "2031-05-03"),
}


@pytest.fixture
def laid_side_by_side(monkeypatch):
    pairs = []
    compared = copies_module._compared

    def noted(left, right, *rest):
        pairs.append({left.document.name, right.document.name})
        return compared(left, right, *rest)

    monkeypatch.setattr(copies_module, "_compared", noted)
    return pairs


@pytest.fixture
def put(tmp_path):
    """Reads accounts into a case, each from a file of its own; `text` tells one of them in other words."""

    def read(case, *names, text=TEXT):
        for name in names:
            more, date = ROWS[name]
            row = {"id": name, "text": f"{text} {more}", "outlet": name, "date": date}
            (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n")
        paths = [str(tmp_path / f"{name}.jsonl") for name in names]
        read_into(Case.open(case.path), paths, stages=STAGES_BY_RULES, settings=ALONE)

    return read


def copies_of(case):
    return Case.open(case.path).records("copies")


def test_accounts_added_one_by_one_give_the_case_that_is_read_at_once(tmp_path, case, put):
    at_once = Case.create(tmp_path / "at once")
    put(at_once, *ROWS)
    for name in sorted(ROWS):
        put(case, name)
    grown, whole = holdings(case.path), holdings(at_once.path)
    assert grown.pop("captures") != whole.pop("captures")  # they stand in the order in which they came
    assert grown == whole
    assert len(copies_of(case)) >= 6


def test_an_account_that_is_added_is_compared_and_the_others_are_not_again(case, put, laid_side_by_side):
    put(case, "Herald", "Courier", "Post")
    laid_side_by_side.clear()
    put(case, "Echo")
    assert sorted(map(sorted, laid_side_by_side)) == [["Courier", "Echo"], ["Echo", "Herald"], ["Echo", "Post"]]


def test_an_account_that_is_told_anew_gives_what_a_case_that_never_knew_the_old_one_holds(tmp_path, case, put):
    put(case, *ROWS)
    put(case, "Post", text="The mill burned down and nobody knows why.")
    at_once = Case.create(tmp_path / "at once")
    put(at_once, "Post", text="The mill burned down and nobody knows why.")
    put(at_once, *(name for name in ROWS if name != "Post"))
    held = {link.id for link in copies_of(at_once)}
    ids = {document.id for document in at_once.records("documents")}
    assert {link.id for link in copies_of(case) if {link.left, link.right} <= ids} == held


def test_a_word_on_a_copy_compares_nothing_again_and_is_heeded_and_taken_back(case, put, laid_side_by_side):
    put(case, "Herald", "Courier")
    (link,) = copies_of(case)
    laid_side_by_side.clear()
    judge(Case.open(case.path), link.id, "reject", "", user="ed")
    assert copies_of(case) == []
    put(case, "Post")
    assert link.id not in {one.id for one in copies_of(case)}
    judge(Case.open(case.path), link.id, "reject", "", user="ed", retract=True)
    assert link in copies_of(case)
    assert {"Herald", "Courier"} not in laid_side_by_side


def test_another_version_of_the_search_compares_all_anew(case, put, laid_side_by_side, monkeypatch, tmp_path):
    put(case, "Herald", "Courier")
    (part,) = case.path.glob("parts/copies/*/part.json")
    told = json.loads(part.read_text())
    laid_side_by_side.clear()
    part.write_text(json.dumps({**told, "version": told["version"] - 1}))
    put(case, "Post")
    assert len(laid_side_by_side) == 3
