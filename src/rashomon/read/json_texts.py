"""JSON texts to Python's own values, however deep they nest and however long their numbers are."""

import json
import re
from json.decoder import JSONDecodeError, JSONDecoder
from typing import Any, NoReturn

DEEPEST = 20_000  # levels of nesting; a thread 500 replies deep has 2,000 in Reddit's form
DIGITS = 4_300  # more than these Python refuses to make an integer of (it takes quadratic time)
_SPACE = re.compile(r"[ \t\r\n]*")


class NotJson(ValueError):
    """The text is no JSON: `reason` says why, the message also in which line."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(f"{reason} (line {line})" if line else reason)
        self.reason = reason


def parsed(text: str) -> Any:
    """What the JSON text says. Raises NotJson; an integer too long for Python is given as its digits."""
    text = text.lstrip("\ufeff")
    try:
        return json.loads(text, parse_int=_integer)
    except JSONDecodeError as error:
        raise NotJson(f"it is not JSON, or not whole: {error.msg}", error.lineno) from error
    except RecursionError:
        return _deep(text)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= DIGITS else digits


_decoder = JSONDecoder(parse_int=_integer)


def _deep(text: str) -> Any:
    """The same by hand, with a stack in place of recursion: Python's own parser gives up some 500 objects deep."""
    top: list[Any] = []
    stack: list[tuple[list[Any] | dict[str, Any], str]] = [(top, "")]
    at, comma = _skip(text, 0), False  # comma: whether a value must come, for a comma stands before
    while len(stack) > 1 or not top:
        inside, key = stack[-1]
        char = text[at : at + 1]
        if char == ("}" if isinstance(inside, dict) else "]") and len(stack) > 1 and not comma:
            stack.pop()
            at += 1
        else:
            if isinstance(inside, dict):
                key, at = _key(text, at)
                char = text[at : at + 1]
            if char in ("{", "["):
                value: Any = {} if char == "{" else []
                at += 1
            else:
                value, at = _scalar(text, at)
            if isinstance(inside, dict):
                inside[key] = value
            else:
                inside.append(value)
            if char in ("{", "["):
                if len(stack) > DEEPEST:
                    raise NotJson(f"it is JSON nested more than {DEEPEST:,} levels deep")
                stack.append((value, ""))
                at, comma = _skip(text, at), False
                continue
        at, comma = _after(text, at, stack)
    if at < len(text):
        _refuse(text, at, "more follows after the end")
    return top[0]


def _key(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        _refuse(text, at, "a name in quotes must stand here")
    key, at = _scalar(text, at)
    at = _skip(text, at)
    if text[at : at + 1] != ":":
        _refuse(text, at, "a colon must stand here")
    return key, _skip(text, at + 1)


def _scalar(text: str, at: int) -> tuple[Any, int]:
    try:
        return _decoder.raw_decode(text, at)
    except JSONDecodeError as error:
        raise NotJson(f"it is not JSON, or not whole: {error.msg}", error.lineno) from error


def _after(text: str, at: int, stack: list[tuple[list[Any] | dict[str, Any], str]]) -> tuple[int, bool]:
    """Where the text goes on after a value, and whether a comma stood there."""
    at = _skip(text, at)
    if len(stack) == 1:
        return at, False
    if text[at : at + 1] == ",":
        return _skip(text, at + 1), True
    if text[at : at + 1] not in ("}", "]"):
        _refuse(text, at, "a comma or an end must stand here")
    return at, False


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _refuse(text: str, at: int, why: str) -> NoReturn:
    raise NotJson(f"it is not JSON, or not whole: {why}", text.count("\n", 0, at) + 1)
