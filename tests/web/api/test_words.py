"""A program puts words down and takes them back by the rules of the pages' forms."""

import pytest
from starlette.testclient import TestClient

from rashomon.store.case import Case
from rashomon.web.app import app

WORD = {"left": "poi1-0", "relation": "note", "text": "Ask the fire brigade."}


def test_a_word_is_put_down_under_the_name_of_who_sits_there_and_stands_there_at_once(seated, case):
    seated.cookies.set("rashomon_name", "Ann")
    answer = seated.post("/api/v1/judgements", json=WORD)
    assert answer.status_code == 201
    put = answer.json()
    assert (put["left"], put["text"], put["user"]) == ("poi1-0", "Ask the fire brigade.", "Ann")
    assert seated.get(answer.headers["location"]).json() == put
    assert put in seated.get("/api/v1/judgements?about=poi1-0").json()["items"]
    assert [one.text for one in Case.open(case).judgements.all()] == ["Ask the fire brigade."]


def test_a_word_of_ones_own_is_taken_back_and_kept(seated):
    at = seated.post("/api/v1/judgements", json=WORD).headers["location"]
    taken = seated.delete(at)
    assert taken.status_code == 200
    assert taken.json()["retracted_at"]
    assert seated.get(at).json() == taken.json()
    assert seated.delete(at).status_code == 409
    assert seated.delete("/api/v1/judgements/jud1-none").status_code == 404


def test_nobody_takes_back_anothers_word(seated, case):
    other = Case.open(case).judgements.add("poi1-0", "accept", "", user="Bob")
    assert seated.delete(f"/api/v1/judgements/{other.id}").status_code == 409


def test_who_has_not_seen_what_another_said_meanwhile_is_told(seated, case):
    other = Case.open(case).judgements.add("poi1-0", "accept", "", user="Bob")
    word = {"left": "poi1-0", "relation": "reject"}
    answer = seated.post("/api/v1/judgements", json={**word, "seen": []})
    assert answer.status_code == 409
    assert "Bob has said 'accept'" in answer.json()["detail"]
    assert seated.post("/api/v1/judgements", json={**word, "seen": [other.id]}).status_code == 201


def test_what_follows_from_a_word_is_made(case):
    settled = []
    client = TestClient(app(case, settle=lambda: settled.append(1)), base_url="http://127.0.0.1:8000")
    client.headers["X-Rashomon-Word"] = client.get("/api/v1/seat").json()["word"]
    client.post("/api/v1/judgements", json=WORD)
    for _ in range(100):
        if settled:
            break
        client.get("/api/v1/seat")
    assert settled


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Rashomon-Word": ""},
        {"X-Rashomon-Word": "x"},
        {"X-Rashomon-Word": "", "Authorization": "Basic eDp5"},  # a browser sends that by itself
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Cookie": "rashomon_seat=another"},
    ],
)
def test_who_has_no_seat_or_comes_from_another_site_changes_nothing(seated, case, headers):
    for answer in (
        seated.post("/api/v1/judgements", json=WORD, headers=headers),
        seated.delete("/api/v1/judgements/jud1-a", headers=headers),
    ):
        assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
    assert Case.open(case).judgements.all() == []


def test_the_servers_token_in_a_header_needs_no_seat(case):
    client = TestClient(app(case, "0.0.0.0", token="t"), base_url="http://desk.example")
    assert client.post("/api/v1/judgements", json=WORD, headers={"Authorization": "Bearer t"}).status_code == 201
    assert client.post("/api/v1/judgements", json=WORD, headers={"Authorization": "Bearer x"}).status_code == 401


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        (b"{", 400, "no JSON"),
        (b"[" * 50_000, 400, "no JSON"),
        (b"x" * 65_000, 413, "64,000 bytes"),
        (b"[]", 422, "give one object with left, relation"),
        (b'{"left": "poi1-0"}', 422, "'relation' is missing"),
        (b'{"left": "", "relation": "accept"}', 422, "left is empty"),
        (b'{"left": "poi1-0", "relation": "adore"}', 422, "known: same, different"),
        (b'{"left": "poi1-0", "relation": "same"}', 422, "is said of two items"),
        (b'{"left": "poi1-0", "relation": "note", "text": " "}', 422, "1 to 4,000 characters"),
        (b'{"left": "poi1-0", "relation": "note", "text": "\\ud800"}', 422, "is a text"),
        (b'{"left": 3, "relation": "accept"}', 422, "is a text"),
        (b'{"left": "poi1-0", "relation": "accept", "seen": "x"}', 422, "a list of texts"),
        (b'{"left": "poi1-0", "relation": "accept", "user": "Eve"}', 422, "known: left, relation, right, text, seen"),
        (b'{"left": "poi1-9", "relation": "accept"}', 404, "no item of this case"),
    ],
)
def test_a_word_that_cannot_be_meant_is_refused_with_what_can(seated, case, sent, status, said):
    answer = seated.post("/api/v1/judgements", content=sent, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert said in answer.json()["detail"]
    assert Case.open(case).judgements.all() == []


def test_a_form_is_no_word(seated):
    assert seated.post("/api/v1/judgements", data=WORD).status_code == 415
