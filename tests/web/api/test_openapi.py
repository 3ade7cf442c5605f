"""The description agrees with the routes, with every answer, and with what schemathesis can think of."""

import re
from itertools import chain

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient
from tests.cases import HOSTILE, case_of, told

from rashomon.views.filters import FILTERS
from rashomon.web.api.openapi import described
from rashomon.web.api.operations import OPERATIONS
from rashomon.web.api.schemas import ROWS
from rashomon.web.api.served import served
from rashomon.web.app import app
from rashomon.web.forms import Forms
from rashomon.web.settling import Settling

EXAMPLES = 6  # of each operation and each manner: a minute of tests is worth more elsewhere
DESCRIBED = described()
SCHEMAS = DESCRIBED["components"]["schemas"]


def valid(body, schema):
    resolved = {"$defs": {}, **schema, "components": DESCRIBED["components"]}
    Draft202012Validator(resolved).validate(body)


def test_every_route_is_described_and_every_description_has_a_route(case):
    routes = served(None, Forms("x"), Settling(None)).routes
    found = {(route.path, method.lower()) for route in routes for method in route.methods - {"HEAD"}}
    assert found == {(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods}


def test_every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own():
    wanted = set(re.findall(r"#/components/schemas/([\w.]+)", str(DESCRIBED)))
    assert wanted <= SCHEMAS.keys()
    names = [one["operationId"] for methods in DESCRIBED["paths"].values() for one in methods.values()]
    assert len(names) == len(set(names)) == len(OPERATIONS)
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_every_filter_is_described():
    for table, filters in FILTERS.items():
        asked = {one["name"] for one in DESCRIBED["paths"][f"/{table}"]["get"]["parameters"] if one["in"] == "query"}
        assert asked == {*filters, "limit", "cursor"}


@pytest.mark.parametrize("hostile", ["", HOSTILE])
def test_every_answer_has_the_shape_that_is_described(tmp_path, hostile):
    client = TestClient(app(case_of(told(hostile), tmp_path / "case")), base_url="http://127.0.0.1")
    rows = 0
    for one in OPERATIONS:
        if one.method == "get" and "{id}" not in one.path:
            query = {"q": "fire"} if one.does == "search" else {}
            answer = client.get(f"/api/v1{one.path}", params=query)
            assert answer.status_code == 200
            if one.does != "openapi":
                valid(answer.json(), SCHEMAS[one.gives])
            for row in answer.json().get("items", []) if one.table else []:
                rows += 1
                if re.fullmatch(r"[\w-]+", row.get("id", "")):  # an id of the case told by hand may hold a slash
                    whole = client.get(f"/api/v1{one.path}/{row['id']}")
                    assert whole.status_code == 200
                    valid(whole.json(), SCHEMAS["documents.whole" if one.table == "documents" else f"{one.table}.row"])
    assert rows > 20


def test_a_described_row_is_a_row_of_the_contract():
    from tests.laws.test_contract import KEYS

    for table, keys in KEYS.items():
        assert keys - {"text"} <= ROWS[table]["properties"].keys()


MANNERS = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
ASKED = [(one, manner) for one in OPERATIONS for manner in MANNERS]
NOTHING_TO_GET_WRONG = {(one.path, schemathesis.GenerationMode.NEGATIVE) for one in OPERATIONS if not one.parameters}


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    """The schema, and what a client sends that may judge."""
    made = app(case_of(told(), tmp_path_factory.mktemp("api") / "case"), "0.0.0.0")
    seat = TestClient(made, base_url="http://testserver").get("/api/v1/seat")
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", made)
    return schema, {"X-Rashomon-Word": seat.json()["word"]}, {"rashomon_seat": seat.cookies["rashomon_seat"]}


@pytest.mark.parametrize(
    ("operation", "manner"), ASKED, ids=lambda one: getattr(one, "path", None) and f"{one.method} {one.path}"
)
def test_schemathesis_finds_nothing(api, operation, manner):
    if (operation.path, manner) in NOTHING_TO_GET_WRONG:
        return
    schema, headers, cookies = api
    asked = 0

    @seed(8)
    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate], database=None
    )
    @given(case=schema[operation.path][operation.method.upper()].as_strategy(generation_mode=manner))
    def ask(case):
        nonlocal asked
        asked += 1
        case.call_and_validate(headers=headers, cookies=cookies)

    ask()
    assert asked


def test_every_status_that_is_answered_is_described(seated):
    row = seated.get("/api/v1/points").json()["items"][0]["id"]
    answers = {
        "/points": [seated.get("/api/v1/points?relation=x"), seated.get("/api/v1/points?cursor=x")],
        "/points/{id}": [seated.get("/api/v1/points/x"), seated.get(f"/api/v1/points/{row}")],
    }
    for path, answered in answers.items():
        assert {str(one.status_code) for one in answered} <= DESCRIBED["paths"][path]["get"]["responses"].keys()
    for one in chain.from_iterable(answers.values()):
        if one.status_code >= 400:
            valid(one.json(), SCHEMAS["problem"])
