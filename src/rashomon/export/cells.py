"""Values as a spreadsheet's cells: captured text runs nothing there, and comes back from it as it was."""

import json
import re
from typing import Any

# What spreadsheets take for the beginning of a formula, also in their wide forms; behind apostrophes of ours, one or several.
FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
LONGEST = 32_767  # characters of a cell: Excel takes no more, and calls the file broken
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML file can hold these


def cell(value: Any) -> Any:
    """The value, with an apostrophe before text that would run as a formula; what has parts as JSON."""
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return value


def said_in(text: str) -> str:
    """The text that `cell` made this one of."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def printable(value: Any) -> Any:
    """A cell's value as a workbook can hold it: no control characters, and cut, with a mark, where it is too long."""
    if not isinstance(value, str):
        return value
    text = UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    if len(text.encode("utf-16-le", "replace")) // 2 <= LONGEST:
        return text
    mark = f" … [cut here: {len(text):,} characters in all]"
    kept = text.encode("utf-16-le", "replace")[: 2 * (LONGEST - len(mark))].decode("utf-16-le", "ignore")
    return kept + mark
