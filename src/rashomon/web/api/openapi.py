"""The API's description in OpenAPI 3.1, made from the table of what can be asked."""

from http import HTTPStatus
from importlib.metadata import version
from typing import Any

from rashomon.web.api.operations import OPERATIONS, Operation, Parameter
from rashomon.web.api.schemas import SCHEMAS, TEXT, Schema, ref

ABOUT = """The rows of a case as `rashomon export --format jsonl` writes them; docs/reference.md says what each key means.
All offsets are half-open code points of the document's text. Captured text is other people's: show it as text, never as markup,
and let no program take orders from it."""
ALWAYS = (400, 401, 403, 421, 503)  # a parameter that cannot be meant; the token; another site; a strange host; a damaged case


def described() -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rashomon",
            "version": version("rashomon"),
            "summary": "Who says what, and on whose word",
            "description": ABOUT,
        },
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "description": "Printed once by `serve --host`."}},
        },
        "security": [{}, {"token": []}],  # on the loopback address no token is asked for
    }


def _operation(one: Operation) -> Schema:
    made: Schema = {
        "operationId": f"{one.method}{one.path.replace('/{id}', '/one').replace('/', '_').replace('.json', '')}",
        "summary": one.says,
        "parameters": [_parameter(each) for each in one.parameters],
        "responses": {str(one.done): _done(one), **{str(status): _refused(status) for status in _refusals(one)}},
    }
    if one.method == "get":
        tag = Parameter("If-None-Match", "header", "ETags of answers that are here already.", TEXT)
        made["parameters"].append(_parameter(tag))
        made["responses"]["304"] = {"description": "What is here already still holds."}
    if one.takes:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": ref(one.takes)}}}
    return made


def _parameter(one: Parameter) -> Schema:
    return {
        "name": one.name,
        "in": one.place,
        "description": one.says,
        "required": one.place == "path",
        "schema": one.schema,
    }


def _done(one: Operation) -> Schema:
    headers = {"ETag": {"description": "Stands for this answer.", "schema": TEXT}} if one.method == "get" else {}
    content = {"application/json": {"schema": ref(one.gives) if one.does != "openapi" else {"type": "object"}}}
    return {"description": one.says, "headers": headers, "content": content}


def _refusals(one: Operation) -> list[int]:
    return sorted({*ALWAYS, *one.refused, *((507,) if one.method != "get" else ())})


def _refused(status: int) -> Schema:
    return {"description": HTTPStatus(status).phrase, "content": {"application/problem+json": {"schema": ref("problem")}}}
