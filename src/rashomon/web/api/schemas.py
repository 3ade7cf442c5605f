"""The shapes of what the API gives, as JSON Schema: the rows of the export, each key with its kind."""

from typing import Any, get_args

from rashomon.model import EntityKind, FactKind, JudgementRelation, MentionKind, Mode, Polarity, Relation, VoiceKind

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
MAY_BE_TEXT: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
PAIR: Schema = {"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _one_of(words: tuple[Any, ...]) -> Schema:
    return {"type": "string", "enum": list(words)}


def _row(required: Schema, optional: Schema | None = None) -> Schema:
    """An object that has all the first keys, may have the others, and has no more."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    """The schema of that name, where it stands."""
    return {"$ref": f"#/components/schemas/{name}"}


def _page(of: Schema) -> Schema:
    return _row({"items": _list(of), "next": MAY_BE_TEXT})


ENDS: Schema = {"start": COUNT, "end": COUNT}
REASON = _row({"feature": TEXT, "score": NUMBER}, {"left": PAIR, "right": PAIR})
HEAD: Schema = {
    "id": TEXT,
    "name": TEXT,
    "title": MAY_BE_TEXT,
    "outlet": MAY_BE_TEXT,
    "author": MAY_BE_TEXT,
    "date": MAY_BE_TEXT,
    "lang": MAY_BE_TEXT,
    "sha256": TEXT,
    "uri": TEXT,
}
POSITION = _row({
    "value": TEXT,
    "independent": PAIR,
    "first_at": MAY_BE_TEXT,
    "mentions": _list(_row({"doc": TEXT, **ENDS, "quote": TEXT, "voice": TEXT, "statement": TEXT})),
})  # fmt: skip
PLACE = _row(
    {"geonames": COUNT, "name": TEXT, "lat": NUMBER, "lon": NUMBER, "precision": TEXT}, {"country": TEXT, "region": TEXT}
)

ROWS: dict[str, Schema] = {
    "documents": _row(HEAD),
    "statements": _row(
        {
            "doc": TEXT,
            "id": TEXT,
            "voice": _row({"name": TEXT, "kind": _one_of(get_args(VoiceKind))}, {"entity": TEXT}),
            "source": _list(PAIR),
            "cue": _list(PAIR),
            "content": _list(PAIR),
            "mode": _one_of(get_args(Mode)),
            "denied": FLAG,
            "hedged": FLAG,
            "score": NUMBER,
            "quote": _list(TEXT),
        },
        {"nested_in": TEXT},
    ),
    "mentions": _row({"doc": TEXT, "id": TEXT, **ENDS, "kind": _one_of(get_args(MentionKind))}, {"norm": TEXT}),
    "facts": _row(
        {
            "doc": TEXT,
            "id": TEXT,
            "statement": TEXT,
            "kind": _one_of(get_args(FactKind)),
            "about": TEXT,
            "value": TEXT,
            "polarity": _one_of(get_args(Polarity)),
            **ENDS,
        },
        {
            **dict.fromkeys(("low", "high", "part_of"), NUMBER),
            **dict.fromkeys(("unit", "scope", "when", "where"), TEXT),
            "rising": FLAG,
        },
    ),
    "entities": _row(
        {"id": TEXT, "kind": _one_of(get_args(EntityKind)), "name": TEXT, "aliases": _list(TEXT), "members": _list(TEXT)},
        {"place": PLACE},
    ),
    "events": _row(
        {"id": TEXT, "kind": TEXT, "name": TEXT, "members": _list(TEXT)}, {"parent": TEXT, "when": TEXT, "where": TEXT}
    ),
    "points": _row(
        {
            "id": TEXT,
            "question": TEXT,
            "type": _one_of(get_args(FactKind)),
            "relation": _one_of(get_args(Relation)),
            "subtype": MAY_BE_TEXT,
            "positions": _list(POSITION),
            "reasons": _list(REASON),
        },
        {"judgements": _list(TEXT)},
    ),
    "copies": _row({
        "id": TEXT,
        "docs": _list(TEXT),
        "kind": MAY_BE_TEXT,
        "origin": TEXT,
        "direction": {"anyOf": [_list(TEXT), _one_of(("unknown", "common origin"))]},
        "evidence": _list(_row({"doc": TEXT, **ENDS})),
        "reasons": _list(REASON),
        "score": NUMBER,
    }),
    "judgements": _row(
        {"id": TEXT, "left": TEXT, "right": TEXT, "relation": _one_of(get_args(JudgementRelation)), "user": TEXT, "at": TEXT},
        {"text": TEXT, "retracted_at": TEXT, "retracted_by": TEXT},
    ),
    "failures": _row({"stage": TEXT, "item": TEXT, "error": TEXT, "message": TEXT}),
}  # fmt: skip

FOUND = _row({
    "doc": TEXT,
    "outlet": TEXT,
    "date": MAY_BE_TEXT,
    "kind": TEXT,
    "start": {"type": ["integer", "null"], "minimum": 0},
    "end": {"type": ["integer", "null"], "minimum": 0},
    "quote": TEXT,
    "marks": _list(PAIR),
    "voice": {"anyOf": [_row({"name": TEXT, "kind": _one_of(get_args(VoiceKind))}, {"entity": TEXT}), {"type": "null"}]},
    "statement": MAY_BE_TEXT,
    "points": _list(_row({"id": TEXT, "question": TEXT, "relation": _one_of(get_args(Relation))})),
})  # fmt: skip

OF_TWO = ("same", "different", "conflict", "no-conflict")
WORD_PARTS: Schema = {
    "left": {**TEXT, "minLength": 1, "description": "The item's id."},
    "relation": _one_of(get_args(JudgementRelation)),
    "right": {**TEXT, "description": "The other item's id; of a wrong speaker the voice that speaks."},
    "text": {**TEXT, "maxLength": 4000, "description": "Words beside it; of a note they are all there is."},
    "seen": {**_list(TEXT), "description": "The ids of the judgements on the items that the person has seen."},
}


def _word(relations: tuple[str, ...], **needed: Schema) -> Schema:
    """A word of one of these relations, which needs these parts besides."""
    parts = {**WORD_PARTS, "relation": _one_of(relations), **needed}
    required = ("left", "relation", *needed)
    return _row({name: parts[name] for name in required}, {name: part for name, part in parts.items() if name not in required})


A_WORD: Schema = {
    "anyOf": [
        _word(OF_TWO, right={**WORD_PARTS["right"], "minLength": 1}),
        _word(("note",), text={**WORD_PARTS["text"], "minLength": 1, "pattern": r"\S"}),
        _word(tuple(each for each in get_args(JudgementRelation) if each not in (*OF_TWO, "note"))),
    ]
}

SCHEMAS: dict[str, Schema] = {
    **{f"{name}.row": schema for name, schema in ROWS.items()},
    "documents.whole": _row({**HEAD, "text": TEXT}),
    **{f"{name}.page": _page(ref(f"{name}.row")) for name in ROWS},
    "search.page": _row({
        "items": _list(FOUND),
        "next": MAY_BE_TEXT,
        "total": COUNT,
        "understood": {**TEXT, "description": "What the query was taken for, in words."},
    }),
    "manifest": _row({
        "name": TEXT,
        "rows": {"type": "object", "additionalProperties": COUNT},
        "versions": {"type": "object", "additionalProperties": TEXT},
        "settings": {"type": "object"},
        "custody": TEXT,
        "made_from": TEXT,
        "by_rules": FLAG,
    }),
    "seat": _row({"user": TEXT, "word": TEXT}),
    "word": A_WORD,
    "index": {"type": "object", "additionalProperties": TEXT},
    "problem": _row({"type": TEXT, "title": TEXT, "status": COUNT, "detail": TEXT}),
}  # fmt: skip
