"""A capture as the readers look at it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml.html import HtmlElement

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture, Document
from rashomon.read.decoding import HEAD, decode, is_binary, sent_as
from rashomon.read.drafts import file_name
from rashomon.read.json_texts import NotJson, parsed
from rashomon.read.markup import parsed_page

Outcome = Document | UnreadableCapture  # a part that cannot be read (a line, a row) leaves the others readable


@dataclass(frozen=True)
class Sample:
    """A capture with its bytes, its text and its name: what a reader recognises and reads."""

    capture: Capture
    data: bytes

    @property
    def uri(self) -> str:
        """Where the capture was found."""
        return self.capture.uri

    @property
    def name(self) -> str:
        """The file's name, without the path or the archive around it."""
        return file_name(self.capture.uri)

    @cached_property
    def text(self) -> str:
        """The capture decoded; raises UnreadableCapture where it is no text."""
        return decode(self.data, self.uri, sent_as(self.capture.media_type))

    @cached_property
    def head(self) -> str:
        """The beginning as text, for recognising: empty where it is no text."""
        head = self.data[:HEAD]
        try:
            return decode(head, self.uri, sent_as(self.capture.media_type)).lstrip("\ufeff \t\r\n")
        except UnreadableCapture:
            return ""

    @property
    def json(self) -> Any:
        """The capture parsed as JSON, or None where it is none."""
        return None if isinstance(self._json, NotJson) else self._json

    @property
    def json_fault(self) -> str | None:
        """Why the capture, which begins as JSON does, is none; None where it is JSON, or never looked like it."""
        return str(self._json) if isinstance(self._json, NotJson) else None

    @cached_property
    def _json(self) -> Any:
        if not self.head.startswith(("{", "[")):
            return None
        try:
            return parsed(self.text)
        except NotJson as fault:
            return fault
        except UnreadableCapture:
            return None

    @cached_property
    def page(self) -> HtmlElement | None:
        """The root of the capture parsed as HTML; None where it does not begin as a page."""
        return parsed_page(self.text, self.uri) if self.head.startswith("<") else None

    @property
    def binary(self) -> bool:
        """Whether its bytes are no text."""
        return not self.head and is_binary(self.data)


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: what it is called, how it is told from the bytes, and how it is read."""

    media_type: str
    recognises: Callable[[Sample], bool]
    read: Callable[[Sample], Iterable[Outcome]]
