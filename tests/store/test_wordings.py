"""The index of all words: exact words, marked where they are; what is debris or stands twice is no hit."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from tests.cases import Story, case_of, told

from rashomon.model import Judgement, Member
from rashomon.model.rows import columns
from rashomon.store import wordings
from rashomon.store.case import Case
from rashomon.store.shelf import Shelf
from rashomon.views.case import load


def found(shelf, wanted, **more):
    return shelf.find(wanted, more.pop("such", {}), limit=50).hits


def test_a_hit_has_the_exact_words_of_its_place_and_where_they_match():
    tables = told()
    texts = {each.id: each.text for each in tables["documents"]}
    hits = found(Shelf.holding(tables), '"died"')
    assert {hit.statement_id is None for hit in hits} == {True, False}
    for hit in hits:
        assert texts[hit.doc_id][hit.start : hit.end] == hit.words
        assert {hit.words[start:end].lower() for start, end in hit.found} == {"died"}


@pytest.mark.parametrize(("typed", "written"), [("LYS", "Lys"), ("cafe", "Café"), ("Straße", "straße"), ("Тоқаев", "тоқаев")])
def test_capitals_and_accents_do_not_matter(typed, written):
    story = Story()
    story.account(f"They met near {written} on Monday.", name="page")
    (hit,) = found(Shelf.holding(story.tables), f'"{typed}"')
    assert [hit.words[start:end] for start, end in hit.found] == [written]


def test_debris_and_what_stands_twice_is_no_hit():
    story = Story()
    page = story.account("A siren.\nA siren again.\nA siren, once more.", name="page").document
    kinds = ("para", "boilerplate", "repeat")
    blocks = tuple(replace(block, kind=kind) for block, kind in zip(page.blocks, kinds, strict=True))
    story.tables["documents"] = [replace(page, blocks=blocks)]
    assert [hit.words for hit in found(Shelf.holding(story.tables), '"siren"')] == ["A siren."]


def test_statements_and_passages_are_found_apart_and_together():
    shelf = Shelf.holding(told())
    statements, passages, both = (shelf.find('"died"', {}, statements=which, limit=50) for which in (True, False, None))
    assert statements.hits
    assert all(hit.statement_id for hit in statements.hits)
    assert passages.hits
    assert not any(hit.statement_id for hit in passages.hits)
    assert both.total == statements.total + passages.total


def test_very_many_hits_stand_in_the_order_of_the_accounts_and_are_not_weighed(monkeypatch):
    story = Story()
    for name, text in (("a", "Rain, and much else that fell on the town that night."), ("b", "Rain rain."), ("c", "Rain, some.")):
        story.account(text, name=name)
    shelf = Shelf.holding(story.tables)
    weighed = shelf.find('"rain"', {}, limit=2)
    assert weighed.weighed
    assert weighed.hits[0].words == "Rain rain."
    monkeypatch.setattr(wordings, "WEIGHED", 2)
    many = shelf.find('"rain"', {}, limit=2)
    assert (many.total, many.weighed) == (3, False)
    assert [hit.words[:8] for hit in many.hits] == ["Rain, an", "Rain rai"]
    assert all(hit.found for hit in many.hits)


def test_a_title_outside_the_text_is_found_and_has_no_place_in_it():
    story = Story()
    story.account("Nothing of it here.", name="page", title="Explosion at the docks")
    (hit,) = found(Shelf.holding(story.tables), '"docks"')
    assert (hit.words, hit.start, hit.kind) == ("Explosion at the docks", None, "title")


def older(tmp_path):
    """A case as the first format had it."""
    case = case_of(told(), tmp_path / "case")
    (case / "case.toml").write_text("format = 1\n")
    with closing(sqlite3.connect(case / "shelf.sqlite")) as db, db:
        db.execute("DROP VIEW who_says_what")  # it is about what was not there yet
        db.executescript("DROP TABLE wordings; DROP TABLE passages; DROP TABLE named_there")
        for name in ("text", "retracted_by"):
            db.execute(f"ALTER TABLE judgements DROP COLUMN {name}")
    return case


def test_whatever_shows_an_older_case_brings_it_up_first(tmp_path):
    assert load(older(tmp_path))["judgements"] == told()["judgements"]


def test_an_older_case_gets_the_index_and_the_new_columns(tmp_path):
    case = older(tmp_path)
    opened = Case.open(case)
    assert opened.records("judgements") == told()["judgements"]
    assert found(opened.shelf, '"died"')
    assert "format = 4" in (case / "case.toml").read_text()
    with closing(sqlite3.connect(case / "shelf.sqlite")) as db:
        assert {row[1] for row in db.execute("PRAGMA table_info(judgements)")} == set(columns(Judgement))


def test_a_case_of_the_second_format_gets_tellings_and_copies_in_tables_of_their_own(tmp_path):
    tables = told()
    event = tables["events"][0]
    tables["tellings"] = [Member(event.id, "men1-a", 1.0, (), "hand")]
    case = case_of(tables, tmp_path / "case")
    (case / "case.toml").write_text("format = 2\n")
    with closing(sqlite3.connect(case / "shelf.sqlite")) as db, db:
        for apart, joined in (("tellings", "members"), ("copies", "links")):
            db.execute(f"INSERT INTO {joined} SELECT * FROM {apart}")
            db.execute(f"DROP TABLE {apart}")
    opened = Case.open(case)
    for name in ("members", "tellings", "links", "copies"):
        assert opened.records(name) == tables[name], name
