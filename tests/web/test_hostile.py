"""Whatever a capture tries, in any word that it gives, every page has the elements that it has for a harmless one."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from tests.cases import case_of, told

from rashomon.web.app import app

TRIES = {
    "script": "</title></textarea><script>document.title='ran'</script>",
    "style": "</style><style>main{display:none}</style><p style='position:fixed'>",
    "svg": "<svg/onload=alert(1)><animate onbegin=alert(1)><foreignObject><iframe src=//evil.example>",
    "link": "<a href=javascript:alert(1)>x</a> javascript:alert(1) data:text/html,<script>1</script>",
    "attribute": '" onmouseover=alert(1) x=\'" autofocus onfocus=alert(1)',
    "template": "{{ 7*7 }}{% raw %}{{ shell }}{# #}",
    "comment": "<!-- --!> <!DOCTYPE x> <base href=//evil.example> <meta http-equiv=refresh content=0>",
    "turning": "\u202egnp.\u2066exe\u2069\u200f\u061c",
    "controls": "\x1b(B\x07\x08\x9b31m\u0085\u2028\u2029\ufffe",
    "headers": "%0d%0aSet-Cookie: a=b%0d%0a%0d%0a<p>",
}
HARMLESS = "x"


def tried_in(words):
    """The case with these words wherever a capture gives some; ids are never words of a capture."""
    tables = told(words)
    ids = {one.id: f"ent1-{number}" for number, one in enumerate(tables["entities"])}
    tables["entities"] = [replace(one, id=ids[one.id]) for one in tables["entities"]]
    tables["members"] = [replace(one, group_id=ids.get(one.group_id, one.group_id)) for one in tables["members"]]
    return tables


def pages(tables):
    """Where each page is, in one order for all such cases, whatever their ids."""
    yield from ("/", "/points", "/timeline", "/parallel", "/documents", "/voices", "/entities", "/copies", "/run", "/review")
    yield from ("/search?q=died", "/search?q=died&kind=statement")
    for table, place in (("points", "point"), ("documents", "document"), ("entities", "entity"), ("entities", "voice")):
        yield from (f"/{place}/{one.id}" for one in tables[table])
    yield from (f"/review/about/{one.id}" for table in ("points", "documents", "entities") for one in tables[table])


def drawn(tables, folder, read_page):
    client = TestClient(app(case_of(tables, folder)), base_url="http://localhost")
    answers = [client.get(path) for path in pages(tables)]
    assert {answer.request.url.path for answer in answers if answer.status_code != 200} == set()
    assert {cookie.name for cookie in client.cookies.jar} <= {"rashomon_seat", "rashomon_name"}
    return [read_page(answer.text) for answer in answers]


@pytest.fixture(scope="module")
def harmless(tmp_path_factory, read_page):
    return drawn(tried_in(HARMLESS), tmp_path_factory.mktemp("harmless") / "case", read_page)


@pytest.mark.parametrize("tried", TRIES.values(), ids=TRIES)
def test_a_page_stays_what_it_is(tmp_path, read_page, harmless, tried):
    for page, plain in zip(drawn(tried_in(tried), tmp_path / "case", read_page), harmless, strict=True):
        assert {tag for tag, _ in page.elements} == {tag for tag, _ in plain.elements}
        assert {name for _, given in page.elements for name in given} == {name for _, given in plain.elements for name in given}
        addresses = [given[name] for _, given in page.elements for name in ("href", "src", "action") if name in given]
        assert all(address.startswith(("/", "#", "https://paper.example/", "http://")) for address in addresses)
        assert not any(address.startswith("//") for address in addresses)
        assert sum(tag == "script" for tag, _ in page.elements) == sum(tag == "script" for tag, _ in plain.elements)
