"""What a program is given: the export's rows, a few at a time, and a problem that says what to do."""

import os

import pytest
from starlette.testclient import TestClient
from tests.cases import told

from rashomon.views.exported import exported
from rashomon.web.app import app

TABLES = ("documents", "statements", "mentions", "facts", "entities", "events", "points", "copies", "failures")


def walked(client, address):
    found = []
    while address:
        answer = client.get(address)
        found += answer.json()["items"]
        address = answer.links["next"]["url"] if "next" in answer.links else None
        assert (address is None) == (answer.json()["next"] is None)
    return found


@pytest.mark.parametrize("table", TABLES)
def test_whoever_follows_next_gets_every_row_of_the_export(client, table):
    rows = [{key: value for key, value in row.items() if key != "text"} for row in exported(told())[table]]
    found = [{key: value for key, value in row.items() if key != "quote"} for row in walked(client, f"/api/v1/{table}?limit=1")]
    assert found == rows


def test_filters_go_on_with_the_cursor(client):
    found = walked(client, "/api/v1/statements?voice=holt&limit=1")
    assert [row["voice"]["name"] for row in found] == ["Mayor Ann Holt"] * 3


def test_one_document_comes_with_its_text(client):
    for row in client.get("/api/v1/documents").json()["items"]:
        assert "text" not in row
        assert client.get(f"/api/v1/documents/{row['id']}").json()["text"].strip()


def test_what_is_here_already_is_not_sent_again_until_the_shelf_is_another(client, case):
    answer = client.get("/api/v1/points")
    tag = answer.headers["etag"]
    for here in (tag, f'"x", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get("/api/v1/points", headers={"If-None-Match": here})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/v1/points?limit=1").headers["etag"] != tag
    assert client.get("/api/v1/points", headers={"If-None-Match": '"x"'}).status_code == 200
    os.utime(case / "shelf.sqlite", ns=(1, 1))
    assert client.get("/api/v1/points", headers={"If-None-Match": tag}).status_code == 200


def test_a_search_gives_exact_words_and_where_they_stand(client):
    found = client.get("/api/v1/search", params={"q": "twelve", "kind": "mixed"}).json()
    assert found["total"] == len(found["items"]) == 2
    assert found["understood"] == "“twelve”"
    for row in found["items"]:
        text = client.get(f"/api/v1/documents/{row['doc']}").json()["text"]
        assert text[row["start"] : row["end"]] == row["quote"]
        assert [row["quote"][start:end] for start, end in row["marks"]] == ["twelve"]
        assert row["voice"]["name"] == "Mayor Ann Holt"
        assert row["points"][0]["question"] == "How many people died in the fire?"


def test_a_search_goes_on_in_steps_of_its_limit(client):
    whole = client.get("/api/v1/search", params={"kind": "statement"}).json()
    assert len(whole["items"]) == whole["total"] > 4
    found, address = [], "/api/v1/search?kind=statement&limit=2"
    while address:
        answer = client.get(address)
        assert len(answer.json()["items"]) <= 2
        found += answer.json()["items"]
        address = answer.links["next"]["url"] if "next" in answer.links else ""
    assert found == whole["items"]
    cursor = client.get("/api/v1/search?kind=statement&limit=2").json()["next"]
    other = client.get(f"/api/v1/search?kind=statement&limit=3&cursor={cursor}")
    assert (other.status_code, "limit is another" in other.json()["detail"]) == (400, True)


def test_the_manifest_says_what_the_case_holds_and_what_made_it(client):
    told_of = client.get("/api/v1/manifest").json()
    assert told_of["rows"]["points"] == 2
    assert told_of["versions"]["read"] == "1"
    assert told_of["made_from"] == "told by hand"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/points?relation=clash", 400, "known: conflict, update, compatible, agree"),
        ("/points?colour=red", 400, "known: relation, type, doc, voice, limit, cursor"),
        ("/points?limit=0", 400, "from 1 to 200"),
        ("/points?limit=１", 400, "from 1 to 200"),
        ("/documents?since=yesterday", 400, "a year, a month or a day"),
        ("/search?until=yesterday", 400, "a year, a month or a day"),
        ("/manifest?x=", 400, "known: none"),
        ("/points?cursor=%00", 404, "Begin from the first page"),
        ("/search?cursor=LTE", 404, "Begin from the first page"),
        ("/points/poi1-9", 404, "It may have gone with a later reading"),
        ("/voices", 404, "openapi.json says what there is"),
        ("/points/a%0Ab", 404, "openapi.json says what there is"),
    ],
)
def test_a_problem_says_what_is_wrong_and_what_is_allowed(client, address, status, said):
    answer = client.get(f"/api/v1{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert said in answer.json()["detail"]


def test_a_wrong_method_is_told_with_the_right_ones(client):
    answer = client.put("/api/v1/judgements")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_case_that_is_gone_or_damaged_is_told_to_programs_too(client, case):
    (case / "shelf.sqlite").write_bytes(b"nothing")
    assert client.get("/api/v1/points").status_code == 503
    (case / "shelf.sqlite").unlink()
    answer = client.get("/api/v1/points")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")


TOKEN = "a-token-that-was-printed-once"


def test_a_case_that_is_open_to_a_network_asks_programs_for_the_token_too(case):
    client = TestClient(app(case, "0.0.0.0", token=TOKEN), base_url="http://desk.example:8000")
    refused = client.get("/api/v1/points")
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    assert client.get("/api/v1/points", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get("/api/v1/points", headers={"Authorization": "Bearer x"}).status_code == 401
    assert client.get("/points", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 401
    client.get(f"/?token={TOKEN}")
    assert client.get("/api/v1/points").status_code == 200  # the cookie, for whoever looks with the browser


def test_a_strange_host_is_told_so_as_a_problem(case):
    answer = TestClient(app(case), base_url="http://evil.example").get("/api/v1/points")
    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")
