"""Captured words on a terminal."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text without what would steer the terminal: a page's words or a file's name may hold its commands."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
