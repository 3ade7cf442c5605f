"""How SQLite goes about what the pages ask: by an index, whatever the page; whole tables are gone through once for each shelf."""

import re
from itertools import chain

import pytest
from starlette.testclient import TestClient
from tests.cases import case_of, told

from rashomon.model.rows import TABLES
from rashomon.store import shelf, wordings
from rashomon.store.case import Case
from rashomon.views.lookups import Kept
from rashomon.web.app import app

# A search has its own index; what is gone through of `json_each` is what was asked for.
NO_TABLE = re.compile(r"SCAN (json_each|wordings) VIRTUAL TABLE")
SMALL = re.compile(r"SCAN (judgements|runs|failures|shelf|CONSTANT ROW)\b")
SOUGHT = (
    "q=fire", "q=people+died", 'q="the+fire"', "q=pol*", "q=fire+-people", "q=fire&kind=quoted", "q=people&kind=quantity",
    "q=fire&outlet=o", "q=fire&since=2001&until=2100", "kind=quoted", "kind=passage", "outlet=o",
)  # fmt: skip


class Listening:
    """A connection that notes what is asked of it."""

    def __init__(self, db):
        self.db, self.asked, self.first = db, [], {}

    def execute(self, sql, values=()):
        self.asked.append((sql, tuple(values)))
        return self.db.execute(sql, values)

    def close(self):
        self.db.close()

    def gone_through(self):
        """Each table that is gone through, with the question that does it."""
        found = {}
        for sql, values in dict.fromkeys(self.asked):
            for *_, step in self.db.execute(f"EXPLAIN QUERY PLAN {sql}", values):
                if "SCAN" in step and not NO_TABLE.match(step) and not SMALL.match(step):
                    found[sql] = step
        self.asked.clear()
        return found


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The pages of a case, made ready as a server makes them, and the connection to its shelf."""
    case = case_of(told(), tmp_path_factory.mktemp("told") / "case")
    opened, listening = shelf.opened, []

    def listened(path):
        listening.append(Listening(opened(path)))
        return listening[-1]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(shelf, "opened", listened)
        patched.setattr(Kept, "hold", lambda *_: None)  # else a small case is asked for once and then known
        pages = app(case)
        shown, desk = pages.state.rooms
        shown.make_ready()
        desk.make_ready()
        client = TestClient(pages, base_url="http://127.0.0.1")
        for page in ("/", "/run", "/search?voice=o&entity=o", "/review"):
            assert client.get(page).status_code == 200
        listening[-1].first = listening[-1].gone_through()  # whichever test comes first in its process
        yield client, listening[-1], Case.open(case).shelf


def test_what_is_gone_through_whole_is_gone_through_once_for_each_shelf(served):
    client, listening, _ = served
    through = {re.search(r'FROM "?(\w+)', sql)[1] for sql in listening.first}
    assert "points" in through  # it does listen
    for page in ("/points?page=2", "/documents?page=2", "/voices?page=2", "/entities?page=2", "/copies?page=2", "/run?page=2"):
        assert client.get(page).status_code == 200
    assert listening.asked
    assert listening.gone_through() == {}


@pytest.mark.parametrize("kind", ["point", "document", "voice", "entity"])
def test_a_page_of_one_thing_asks_for_nothing_but_by_an_index(served, kind):
    client, listening, held = served
    table = {"entity": "entities"}.get(kind, f"{kind}s")
    answers = [client.get(f"/{kind}/{key}").status_code for (key,) in held.cells(table, "id")]
    assert set(answers) <= {200, 404}  # a voice that says nothing has no page
    assert 200 in answers
    assert listening.asked
    assert listening.gone_through() == {}


def test_accounts_side_by_side_are_asked_for_by_an_index(served):
    client, listening, held = served
    chosen = ",".join(key for (key,) in held.cells("documents", "id"))
    assert client.get(f"/parallel?of={chosen}").status_code == 200
    assert listening.asked
    assert listening.gone_through() == {}


def test_what_is_reviewed_is_asked_for_by_an_index(served):
    client, listening, held = served
    items = chain.from_iterable(held.cells(table, "id") for table in ("points", "entities", "documents"))
    for (key,) in items:
        assert client.get(f"/review/about/{key}").status_code == 200
    for (key,) in held.cells("statements", "id"):
        assert client.get(f"/review/{key}").status_code == 200
    assert listening.asked
    assert listening.gone_through() == {}


@pytest.mark.parametrize("sought", SOUGHT)
def test_a_search_asks_for_nothing_but_by_an_index(served, sought):
    client, listening, _ = served
    assert client.get(f"/search?{sought}").status_code == 200
    assert any("passages" in sql for sql, _ in listening.asked)
    assert listening.gone_through() == {}


@pytest.mark.parametrize("sought", [one for one in SOUGHT if "q=" in one and "quantity" not in one])
def test_words_that_stand_everywhere_are_asked_for_by_an_index_too(served, sought, monkeypatch):
    """Of a kind of question all passages are gone through then: 2 s of a million statements, for a word in half of them."""
    client, listening, _ = served
    monkeypatch.setattr(wordings, "MANY", -1)
    assert client.get(f"/search?{sought}&page=1").status_code == 200
    assert listening.gone_through() == {}


def test_every_column_that_names_another_row_has_an_index(served):
    _, listening, _ = served
    for table, record in TABLES.items():
        indexed = {listening.db.execute(f'PRAGMA index_info("{name}")').fetchone()[2] for _, name, *_ in
                   listening.db.execute(f'PRAGMA index_list("{table}")')}  # fmt: skip
        named = {column for column in shelf.columns(record) if column == "id" or column.endswith("_id")}
        assert named <= indexed, table
