"""The server: every page, its headers, what it refuses; a capture's bytes leave it as a download only."""

import os
from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.testclient import TestClient
from tests.cases import HOSTILE, case_of, told

from rashomon.errors import CaseError
from rashomon.model import Capture
from rashomon.store.case import Case
from rashomon.web.app import app
from rashomon.web.guard import HEADERS

PAGE = b"<script>alert(1)</script>"


@pytest.fixture
def kept(tmp_path):
    """A case with one original, found under a hostile name."""
    tables = told()
    case = Case.create(tmp_path / "case")
    with case.lock():
        case.captures.keep(f"/found/a{HOSTILE}.html", PAGE, media_type=lambda *_: "text/html", method="file")
    first = tables["captures"][0]
    tables["captures"][0] = Capture(
        first.id, f"/found/a{HOSTILE}.html", first.captured_at, "text/html", sha256(PAGE).hexdigest(), len(PAGE)
    )
    return case_of(tables, tmp_path / "case"), tables


@pytest.fixture
def client(kept):
    return TestClient(app(kept[0]), base_url="http://127.0.0.1:8000")


def paths(tables):
    yield from ("/", "/points", "/timeline", "/parallel", "/documents", "/voices", "/entities", "/copies", "/run")
    yield from (f"/entity/{entity.id}" for entity in tables["entities"])
    yield from (f"/voice/{entity.id}" for entity in tables["entities"])
    yield from (f"/point/{point.id}" for point in tables["points"])
    yield from (f"/document/{document.id}" for document in tables["documents"])


def test_every_page_is_there_and_carries_the_headers(client, kept):
    for path in paths(kept[1]):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert '<html lang="en">' in answer.text
        for name, value in HEADERS.items():
            assert answer.headers[name] == value


def test_every_link_of_ours_leads_somewhere(client, kept, read_page):
    seen, to_see = set(), ["/"]
    while to_see:
        path = to_see.pop()
        answer = client.get(path)
        assert answer.status_code == 200, path
        seen.add(path)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        elements = read_page(answer.text).elements
        ids = {attributes["id"] for _, attributes in elements if "id" in attributes}
        for _, attributes in elements:
            link = attributes.get("href") or attributes.get("src") or ""
            if link.startswith("#"):
                assert link[1:] in ids, (path, link)
            elif link.startswith("/") and not link.startswith("/original/"):
                page, _, place = link.partition("#")
                if page not in seen and page not in to_see:
                    to_see.append(page)
                if place:
                    assert f'id="{place}"' in client.get(page).text, link
    assert seen >= set(paths(kept[1]))


def test_the_policy_needs_no_exception(client, kept, read_page):
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    for path in paths(kept[1]):
        for tag, attributes in read_page(client.get(path).text).elements:
            assert tag != "style"
            assert "style" not in attributes
            assert tag != "script" or attributes.get("src") == "/static/page.js"


@pytest.mark.parametrize(
    "path", ["/nothing", "/point/none", "/document/none", "/original/none", "/static/../app.py", "/static/app.py"]
)
def test_what_is_not_there_is_said_to_be_not_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>Not here</h1>" in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_original_is_a_download_and_never_a_page(client, kept):
    answer = client.get(f"/original/{kept[1]['captures'][0].id}")
    assert answer.content == PAGE
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert not set(answer.headers["content-disposition"]) & set('<>"\r\n')
    assert answer.headers["repr-digest"] == f"sha-256=:{b64encode(sha256(PAGE).digest()).decode()}:"


def test_an_original_that_was_changed_is_not_handed_on(client, kept):
    case = Case.open(kept[0])
    digest = kept[1]["captures"][0].sha256
    stored = next(case.captures.folder.rglob(digest))
    stored.chmod(0o644)
    stored.write_bytes(b"other")
    answer = client.get(f"/original/{kept[1]['captures'][0].id}")
    assert answer.status_code == 404
    assert "was changed" in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *((ours, 200) for ours in ("127.0.0.1:8000", "localhost", "[::1]:8000", "LOCALHOST:1")),
        *((strange, 421) for strange in ("evil.example", "127.0.0.1.evil.example", "")),
    ],
)
def test_a_strange_host_name_is_turned_away(client, host, status):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == status
    assert ("How many people died" in answer.text) == (status == 200)


def test_opened_to_a_network_it_answers_to_any_name(kept):
    assert TestClient(app(kept[0], "0.0.0.0"), base_url="http://desk.example").get("/").status_code == 200


def test_only_reading_is_answered(client):
    assert client.post("/").status_code == 405


def test_a_new_shelf_is_seen_at_once(client, kept):
    path, tables = kept
    assert client.get("/points").text.count('<li class="line') == 2
    case_of({**tables, "points": tables["points"][:1]}, path)
    os.utime(path / "shelf.sqlite", ns=(1, 1))
    assert client.get("/points").text.count('<li class="line') == 1


def test_hostile_words_stay_words(hostile_case, read_page):
    client = TestClient(app(hostile_case), base_url="http://localhost")
    for path in paths(told(HOSTILE)):
        page = read_page(client.get(path).text)
        assert [tag for tag, _ in page.elements].count("script") == 1
        assert {attributes.get("src") for tag, attributes in page.elements if tag == "img"} <= {"/chart/timeline.svg"}


def test_without_a_case_it_does_not_start(tmp_path):
    with pytest.raises(CaseError):
        app(tmp_path / "none")
