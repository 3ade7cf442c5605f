"""What people said is on every page at once, also where what follows from it takes a while."""

from concurrent.futures import ThreadPoolExecutor
from gc import get_objects
from pathlib import Path
from time import sleep

import pytest
from starlette.testclient import TestClient
from tests.cases import case_of, told

from rashomon.store.case import Case
from rashomon.web.app import app
from rashomon.web.edition import Edition
from rashomon.web.shown import Shown

NOT_YET = "not worked into it yet"


@pytest.fixture
def client(case):
    return TestClient(app(case), base_url="http://localhost")


def test_a_word_is_on_every_page_before_anything_follows_from_it(client, case):
    pages = ("/", "/points", f"/point/{told()['points'][0].id}", "/entities")
    assert not any(NOT_YET in client.get(page).text for page in pages)
    left, right = told()["points"][:2]
    Case.open(case).judgements.add(left.id, "same", right.id, user="Ada")
    for page in pages:
        text = client.get(page).text
        assert NOT_YET in text, page
        assert f"<bdi>{left.question}</bdi> <b>is the same as</b> <bdi>{right.question}</bdi>" in text
        assert "<bdi>Ada</bdi>" in text


def test_a_word_taken_back_is_news_as_well(client, case):
    judgements = Case.open(case).judgements
    left, right = told()["points"][:2]
    said = judgements.add(left.id, "same", right.id, user="Ada")
    case_of({**told(), "judgements": judgements.all()}, case)
    assert NOT_YET not in client.get("/points").text
    judgements.undo(said.id, user="Ada")
    assert "taken back" in client.get("/points").text


def test_once_it_is_worked_in_no_page_speaks_of_it_any_more(client, case):
    judgements = Case.open(case).judgements
    judgements.add(told()["points"][0].id, "note", "", user="Ada", text="look here")
    assert NOT_YET in client.get("/points").text
    case_of({**told(), "judgements": judgements.all()}, case)
    assert NOT_YET not in client.get("/points").text


def test_of_many_words_the_last_are_shown(client, case):
    judgements = Case.open(case).judgements
    for number in range(5):
        judgements.add(told()["points"][0].id, "note", "", user="Ada", text=f"note {number}")
    text = client.get("/points").text
    assert [f"note {number}" in text for number in range(5)] == [False, False, True, True, True]
    assert "and 2 words more." in text


def test_of_many_shelves_only_the_last_stays_open(client, case):
    def held():
        return sum(isinstance(one, Edition) for one in get_objects()), len(list(Path("/proc/self/fd").iterdir()))

    before = None
    for number in range(8):
        case_of(told(), case)  # each time a new file, as after a word was worked in
        for page in ("/", "/points", "/entities"):
            assert client.get(page).status_code == 200
        before = held() if number == 1 else before
    assert held() <= before


def test_who_sees_a_new_shelf_at_the_same_moment_opens_it_once(case, monkeypatch):
    shown, opened = Shown(case), []
    case_of(told(), case)
    make = Edition.of
    monkeypatch.setattr(Edition, "of", lambda path: sleep(0.05) or opened.append(path) or make(path))
    with ThreadPoolExecutor(16) as threads:
        found = {id(edition) for edition in threads.map(lambda _: shown.edition(), range(16))}
    assert (len(found), len(opened)) == (1, 1)
