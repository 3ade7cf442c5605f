"""What people said is on every page at once, also where what follows from it takes a while."""

import pytest
from starlette.testclient import TestClient
from tests.cases import case_of, told

from rashomon.store.case import Case
from rashomon.web.app import app

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
