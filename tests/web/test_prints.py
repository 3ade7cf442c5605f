"""A page is drawn once for all who read it, and anew once the case has changed; pages on which one works are never kept."""

import os
from gzip import decompress

import pytest
from starlette.testclient import TestClient
from tests.cases import case_of, told

from rashomon.web import pages
from rashomon.web.app import app
from rashomon.web.prints import LONGEST, Prints, handed_out


@pytest.fixture
def client(case):
    return TestClient(app(case), base_url="http://localhost")


@pytest.fixture
def drawn(monkeypatch):
    """What was drawn, in its order."""
    seen = []
    render = pages.render
    monkeypatch.setattr(pages, "render", lambda name, **context: seen.append(name) or render(name, **context))
    return seen


def test_a_page_is_drawn_once_for_everybody(client, drawn):
    first, second = client.get("/points"), client.get("/points", headers={"cookie": "rashomon_name=Ada"})
    assert drawn == ["pages/points.html"]
    assert first.text == second.text
    assert client.get("/points?relation=conflict").text != first.text
    assert len(drawn) == 2


def test_once_the_case_has_changed_everything_is_drawn_anew(client, case, drawn):
    assert client.get("/points").text.count('<li class="line') == 2
    tables = told()
    case_of({**tables, "points": tables["points"][:1]}, case)
    os.utime(case / "shelf.sqlite", ns=(1, 1))
    assert client.get("/points").text.count('<li class="line') == 1
    assert drawn == ["pages/points.html"] * 2


def test_what_is_not_there_is_not_kept_as_a_page(client):
    assert [client.get("/point/none").status_code for _ in range(2)] == [404, 404]


def test_whoever_takes_no_gzip_gets_the_page_all_the_same(client):
    packed, plain = (client.get("/points", headers={"accept-encoding": how}) for how in ("gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert packed.headers["vary"] == "Accept-Encoding"


def test_a_page_with_somebody_s_word_is_theirs_alone(client):
    item = f"/review/about/{told()['points'][0].id}"
    words = [
        TestClient(client.app, base_url="http://localhost").get(item).text.split('name="word" value="')[1][:64] for _ in "ab"
    ]
    assert words[0] != words[1]


def test_the_pages_used_longest_ago_are_let_go():
    prints = Prints(room=300)
    noise = ["".join(chr(0x4E00 + (place * 7919 + page) % 20_000) for place in range(40)) for page in range(3)]
    for page, words in enumerate(noise):
        assert decompress(prints.keep("now", f"/{page}", words)).decode() == words
        prints.find("now", "/0")
    assert [prints.find("now", f"/{page}") is None for page in range(3)] == [False, True, False]


def test_nothing_of_another_state_of_the_case_is_found():
    prints = Prints()
    prints.keep("before", "/", "old")
    assert prints.find("now", "/") is None
    prints.keep("now", "/points", "new")
    assert prints.find("before", "/") is None
    assert handed_out(prints.find("now", "/points") or b"", "").body == b"new"


def test_an_address_that_somebody_made_up_is_answered_and_not_kept():
    prints = Prints()
    assert decompress(prints.keep("now", "/?" + "x" * LONGEST, "page")) == b"page"
    assert prints.find("now", "/?" + "x" * LONGEST) is None
