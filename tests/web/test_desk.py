"""Judging by plain forms: what is said is kept with who and when, nobody is spoken over, nobody else's form is taken."""

import re
import sqlite3

import pytest
from starlette.testclient import TestClient
from tests.cases import HOSTILE, case_of, told

from rashomon.errors import CannotWrite, CaseError
from rashomon.store.case import Case
from rashomon.store.judgements import Judgements
from rashomon.web.app import app

LEFT, RIGHT = "pos1-0-0", "pos1-0-1"


def browser(case, name="", **more):
    """A visitor with cookies of their own, to a case or to the server that another one sits at."""
    shown = case.app if isinstance(case, TestClient) else app(case, **more)
    client = TestClient(shown, base_url="http://127.0.0.1:8000")
    client.get("/review")
    if name:
        client.post("/name", data={"word": word_of(client), "name": name})
    return client


def word_of(client, path="/review"):
    return re.search(r'name="word" value="(\w+)"', client.get(path).text)[1]


def seen_at(client, path=f"/review/{LEFT}~{RIGHT}"):
    found = re.search(r'name="seen" value="([^"]*)"', client.get(path).text)
    return found[1] if found else ""


def judge(client, relation, left=LEFT, right=RIGHT, **more):
    fields = {"word": word_of(client), "left": left, "right": right, "relation": relation, "here": "/review", **more}
    return client.post("/judge", data=fields)


def test_a_word_is_kept_with_who_and_when_and_shown(case):
    client = browser(case, "Ann  \x00 Holt")
    answer = judge(client, "conflict", text="two counts of one night")
    assert answer.status_code == 200
    (said,) = Case.open(case).judgements.active()
    assert (said.left, said.relation, said.right, said.user) == (LEFT, "conflict", RIGHT, "Ann Holt")
    assert said.text == "two counts of one night"
    assert "Put down" in answer.text
    assert "two counts of one night" in client.get(f"/review/{LEFT}~{RIGHT}").text


def test_what_follows_is_asked_for_once_a_word(case):
    calls = []
    client = browser(case, settle=lambda: calls.append(len(Case.open(case).judgements.all())))
    judge(client, "conflict")
    judge(client, "note", text="n")
    assert calls == [1, 2]


def test_two_at_work_see_each_other_and_neither_speaks_over_the_other(case):
    ann = browser(case, "Ann")
    bo = browser(ann, "Bo")
    stale = seen_at(bo)
    assert judge(ann, "conflict", seen=seen_at(ann)).status_code == 200
    late = judge(bo, "same", seen=stale)
    assert late.status_code == 409
    assert "Ann has said" in late.text
    assert [one.relation for one in Case.open(case).judgements.all()] == ["conflict"]
    assert judge(bo, "same", seen=seen_at(bo)).status_code == 200
    assert [one.user for one in Case.open(case).judgements.all()] == ["Ann", "Bo"]
    assert ann.get("/review/news").json()["user"] == "Bo"


def test_undo_takes_back_ones_own_word_only(case):
    ann = browser(case, "Ann")
    judge(ann, "conflict")
    (said,) = Case.open(case).judgements.all()
    bo = browser(ann, "Bo")
    assert bo.post("/undo", data={"word": word_of(bo), "id": said.id}).status_code == 409
    assert f'value="{said.id}"' not in bo.get("/review").text
    assert ann.post("/undo", data={"word": word_of(ann), "id": said.id}).status_code == 200
    (said,) = Case.open(case).judgements.all()
    assert said.retracted_by == "Ann"


@pytest.mark.parametrize("word", ["", "wrong", "é", None])
def test_a_form_that_was_not_given_to_this_browser_changes_nothing(case, word):
    client = browser(case)
    fields = {"left": LEFT, "right": RIGHT, "relation": "same", **({} if word is None else {"word": word})}
    for path in ("/judge", "/undo", "/name"):
        assert client.post(path, data=fields).status_code == 403
    other = browser(client)
    assert other.post("/judge", data={**fields, "word": word_of(client)}).status_code == 403
    assert Case.open(case).judgements.all() == []


def test_a_form_too_long_is_not_read_to_its_end(case):
    client = browser(case)
    assert client.post("/judge", data={"word": word_of(client), "text": "x" * 100_000}).status_code == 413


@pytest.mark.parametrize(
    ("relation", "left", "right", "status"),
    [("likes", LEFT, RIGHT, 404), ("same", "posgone", RIGHT, 404), ("same", LEFT, "gone", 404), ("note", LEFT, "", 422)],
)
def test_what_cannot_be_meant_is_said_to_be_so(case, relation, left, right, status):
    assert judge(browser(case), relation, left, right).status_code == status
    assert Case.open(case).judgements.all() == []


@pytest.mark.parametrize("here", ["http://evil.example/", "//evil.example", "/review\\@evil", "/review\r\nX: y", "javascript:1"])
def test_a_form_leads_nowhere_else(case, here):
    client = browser(case)
    fields = {"word": word_of(client), "left": LEFT, "right": RIGHT, "relation": "same", "here": here}
    answer = client.post("/judge", data=fields, follow_redirects=False)
    assert answer.headers["location"].startswith("/review?said=")


def test_no_change_by_an_address_alone(case):
    client = browser(case)
    for path in ("/judge", "/undo", "/name"):
        assert client.get(f"{path}?left={LEFT}").status_code == 405


def test_a_full_disk_is_said_and_nothing_is_lost(case, monkeypatch):
    client = browser(case)
    word = word_of(client)

    def full(*_, **__):
        raise CannotWrite("people.sqlite could not be written: disk is full. Make room, then judge again.")

    monkeypatch.setattr(Judgements, "add", full)
    answer = client.post("/judge", data={"word": word, "left": LEFT, "right": RIGHT, "relation": "same"})
    assert answer.status_code == 507
    assert "Make room, then judge again" in answer.text


def test_another_writer_is_waited_for_and_the_word_is_kept(case):
    tried = []

    def busy():
        tried.append(1)
        raise CaseError("another rashomon is writing.")

    client = browser(case, settle=busy)
    answer = judge(client, "conflict")
    assert "Your word is kept" in answer.text
    assert len(Case.open(case).judgements.all()) == 1


def test_a_case_that_goes_or_comes_from_a_newer_version_gets_a_page_that_says_so(case):
    client = browser(case)
    toml = (case / "case.toml").read_text()
    (case / "case.toml").write_text("format = 99\n")
    answer = client.get("/")
    assert answer.status_code == 503
    assert "newer rashomon" in answer.text
    assert "pip install -U rashomon" in answer.text
    (case / "case.toml").write_text(toml)
    assert client.get("/").status_code == 200
    (case / "shelf.sqlite").write_bytes(b"no database, but as long as one " * 400)
    answer = client.get("/points")
    assert answer.status_code == 503
    assert "delete shelf.sqlite" in answer.text
    (case / "shelf.sqlite").unlink()
    assert "is gone" in client.get("/").text


def test_damaged_words_of_people_are_said_to_be_damaged(case):
    client = browser(case)
    (case / "people.sqlite").write_bytes(b"no database, but as long as one " * 400)
    assert client.get("/review").status_code == 503
    with pytest.raises(sqlite3.DatabaseError):
        Judgements(case / "people.sqlite").all()


def test_hostile_words_stay_words_where_one_works(tmp_path, read_page):
    client = browser(case_of(told(HOSTILE), tmp_path / "hostile"), HOSTILE)
    client.post("/judge", data={"word": word_of(client), "left": "poi1-0", "relation": "note", "text": HOSTILE})
    for path in ("/review", "/review/about/poi1-0", f"/search?q={HOSTILE}", "/search?q=fire", "/point/poi1-0", "/run"):
        answer = client.get(path)
        page = read_page(answer.text)
        assert {attributes.get("src") for tag, attributes in page.elements if tag == "script"} <= {
            "/static/page.js",
            "/static/review.js",
        }
        assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
        assert not any((attributes.get("href") or "").startswith("javascript") for _, attributes in page.elements)
        assert "style" not in {tag for tag, _ in page.elements}


def test_any_two_points_may_be_said_to_be_one_question(case):
    client = browser(case)
    answer = client.get("/review/pair?left=poi1-0&right=poi1-1")
    assert answer.url.path == "/review/poi1-0~poi1-1"
    assert answer.text.count("Do these two ask the same?") == 1
    assert judge(client, "same", "poi1-0", "poi1-1").status_code == 200
    assert client.get("/review/pair?left=//evil.example&right=").status_code == 404


def test_an_address_with_a_search_can_be_mailed(case):
    answer = TestClient(app(case), base_url="http://localhost").get('/search?q="twelve people"&outlet=Paper&kind=statement')
    assert answer.status_code == 200
    assert answer.text.count('class="hit"') == 1
    assert '<span class="match">twelve people</span>' in answer.text
