"""Who may read and who may change: a strange host, a missing token, a form of another site; and what every answer carries."""

import pytest
from starlette.testclient import TestClient

from rashomon.web.app import app
from rashomon.web.guard import HEADERS

TOKEN = "a-token-that-was-printed-once"


@pytest.fixture
def opened(case):
    """The case opened to a network."""
    return TestClient(app(case, "0.0.0.0", token=TOKEN), base_url="http://desk.example:8000", follow_redirects=False)


def test_without_the_token_nothing_of_the_case_is_shown(opened):
    for path in ("/", "/points", "/search?q=fire", "/original/x", "/review", "/no/such/page", "/?token=wrong", "/?token="):
        answer = opened.get(path)
        assert answer.status_code == 401, path
        assert "Port Lys" not in answer.text
        assert "the whole address that was printed" in answer.text
    assert opened.post("/judge").status_code == 401
    assert opened.get("/static/page.css").status_code == 200


def test_the_token_comes_once_in_the_address_and_then_in_a_strict_cookie(opened):
    answer = opened.get(f"/search?q=fire&token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=fire")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert opened.get("/search?q=fire").status_code == 200
    assert TOKEN not in opened.get("/").text


def test_whoever_comes_from_a_mail_finds_the_way_on_and_not_off_this_server(opened):
    assert '<a href="/point/poi1-0?at=x">' in opened.get("/point/poi1-0?at=x").text
    assert 'href="/evil.example"' in opened.get("http://desk.example:8000//evil.example").text
    assert opened.get(f"http://desk.example:8000//evil.example/?token={TOKEN}").headers["location"] == "/evil.example/"


@pytest.mark.parametrize("cookie", ["rashomon_token", "rashomon_token=", 'rashomon_token="\x7f; a=b', "é=ü", "a" * 5000])
def test_a_broken_cookie_is_no_token(opened, cookie):
    assert opened.get("/", headers={"cookie": cookie.encode()}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8000"},
    ],
)
def test_a_form_of_another_site_changes_nothing(case, headers):
    client = TestClient(app(case), base_url="http://127.0.0.1:8000")
    answer = client.post("/judge", headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text


def test_every_answer_even_a_refusal_carries_the_policy(opened, case):
    answers = [opened.get("/"), TestClient(app(case), base_url="http://evil.example").get("/"), opened.post("/x")]
    for answer in answers:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
