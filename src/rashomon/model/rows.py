"""Records as table rows: the one place that knows both. Generated from the dataclasses, so a new field needs no work here.

A row holds only str, int, float, bool and None; whatever is nested (spans, tuples, reasons, blocks) is one JSON text.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from rashomon.model.document import Block, Capture, Document
from rashomon.model.found import Entity, Event, Link, Member, Point, Position, Reason, Standing
from rashomon.model.judged import Failure, Judgement, Run
from rashomon.model.said import Fact, Mention, Statement, Voice
from rashomon.model.span import Span

R = TypeVar("R")
DECODE = json.JSONDecoder().raw_decode  # what `_field_codec` wrote has no blanks around it: half the time of json.loads
Cell = str | int | float | bool | None
Row = dict[str, Cell]

TABLES: dict[str, type] = {
    "captures": Capture,
    "documents": Document,
    "mentions": Mention,
    "voices": Voice,
    "statements": Statement,
    "facts": Fact,
    "entities": Entity,
    "members": Member,  # mention -> entity, voice -> entity
    "events": Event,
    "tellings": Member,  # mention -> event
    "links": Link,  # between facts
    "copies": Link,  # between documents
    "points": Point,
    "positions": Position,
    "answers": Member,  # fact -> position
    "standings": Standing,
    "failures": Failure,
    "judgements": Judgement,
    "runs": Run,
}


def columns(record: Any) -> dict[str, type]:
    """The columns of a record's table: name -> str, int, float or bool (nested values are JSON, so str)."""
    return {name: kind for name, (kind, _, _) in _codec(record).items()}


def to_row(record: object) -> Row:
    """The record as a flat row."""
    return dict(zip(_codec(cast(Any, type(record))), to_cells(record), strict=True))


def to_cells(record: object) -> tuple[Cell, ...]:
    """The record as the cells of its row, in the order of its columns."""
    return tuple(pack(getattr(record, name)) for name, (_, pack, _) in _codec(cast(Any, type(record))).items())


def as_cells(tables: Mapping[str, Iterable[object]]) -> dict[str, Iterable[tuple[Cell, ...]]]:
    """The tables with each record as its cells."""
    return {name: map(to_cells, records) for name, records in tables.items()}


def from_row(record: type[R], row: Row) -> R:
    """The record that `to_row` made this row of."""
    return from_cells(record, [row[name] for name in _codec(cast(Any, record))])


def from_cells(record: type[R], cells: Iterable[Cell]) -> R:
    """The record whose row has these cells, in the order of its columns."""
    values: list[Any] = list(cells)
    for place, unpack in _unpacked(cast(Any, record)):
        values[place] = unpack(values[place])
    return record(*values)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read already, so that equal texts are one object, and equal cells are taken apart once and give one value.

    It is for as long as tables are read together: half of a case's memory are ids and spans that stand in several rows.
    """

    texts: dict[Cell, Cell] = field(default_factory=dict)
    values: defaultdict[tuple[type, str], dict[Cell, Any]] = field(default_factory=lambda: defaultdict(dict))


def from_columns(record: type[R], given: Mapping[str, Sequence[Cell]], known: Known) -> list[R]:
    """The records of a table that is given column by column: in half the time that row by row takes."""
    read = (_column(record, name, given[name], known) for name in _codec(cast(Any, record)))
    return list(map(cast(Callable[..., R], record), *read))


def _column(record: type, name: str, cells: Sequence[Cell], known: Known) -> Iterable[Any]:
    kind, _, unpack = _codec(cast(Any, record))[name]
    if unpack is _same:
        return map(known.texts.setdefault, cells, cells) if kind is str else cells
    values = known.values[record, name]
    values.update((cell, unpack(cell)) for cell in set(cells).difference(values))
    return map(values.__getitem__, cells)


@cache
def _unpacked(record: Any) -> tuple[tuple[int, Callable[[Cell], Any]], ...]:
    """The columns that are not as they should be yet, by their place."""
    unpackers = enumerate(unpack for _, _, unpack in _codec(record).values())
    return tuple((place, unpack) for place, unpack in unpackers if unpack is not _same)


Codec = tuple[type, Callable[[Any], Cell], Callable[[Cell], Any]]


def _same(value: Any) -> Any:
    return value


@cache
def _codec(record: Any) -> dict[str, Codec]:
    hints = get_type_hints(record)
    return {field.name: _field_codec(hints[field.name]) for field in fields(record)}


def _field_codec(hint: Any) -> Codec:
    scalar = _scalar(hint)
    if scalar is bool:
        return bool, _same, lambda cell: None if cell is None else bool(cell)  # SQLite has no truth values
    if scalar is not None:
        return scalar, _same, _same
    unpack = _unpacker(hint)
    return (
        str,
        lambda value: None if value is None else json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")),
        lambda cell: None if cell is None else unpack(DECODE(cell)[0]),
    )


def _scalar(hint: Any) -> type | None:
    """The column type of a plain field, or None for a nested one."""
    if hint in (str, int, float, bool):
        return cast(type, hint)
    if get_origin(hint) is Literal:
        return str
    if get_origin(hint) in (Union, UnionType):
        rest = [arg for arg in get_args(hint) if arg is not NoneType]
        return _scalar(rest[0]) if len(rest) == 1 else None
    return None


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Block | Reason):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


@cache
def _unpacker(hint: Any) -> Callable[[Any], Any]:
    """What makes of plain JSON the value that the hint names: put together once, for a page reads thousands of such values."""
    if get_origin(hint) in (Union, UnionType):
        inner = _unpacker(next(arg for arg in get_args(hint) if arg is not NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        item = _unpacker(get_args(hint)[0])
        return lambda value: tuple(map(item, value))
    if hint is Span:
        return lambda value: Span(*value)
    if hint in (Block, Reason):
        made = cast(Callable[..., Any], hint)
        unpackers = {name: _unpacker(its) for name, its in get_type_hints(hint).items()}
        nested = tuple((name, inner) for name, inner in unpackers.items() if inner is not _same)
        return lambda value: made(**value | {name: inner(value[name]) for name, inner in nested if name in value})
    return _same
