"""What annotation tools show of a statement and give back: its pieces on the page, and a person's verdict on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.errors import UsageError
from rashomon.export.material import Material
from rashomon.export.reviews import Review
from rashomon.model import Document, Span, Statement, Voice
from rashomon.store.case import Case

VERDICTS = ("accept", "wrong-speaker", "wrong-span")  # what may be said of a statement


@dataclass(frozen=True, slots=True)
class Spoken:
    """A document with its statements, in reading order, each with its voice."""

    document: Document
    statements: tuple[tuple[Statement, Voice], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A statement as it came back: where its words stand now, and what the annotator said of it."""

    statement: str
    content: tuple[Span, ...]
    verdict: str
    speaker: str
    note: str


def spoken(material: Material) -> Iterator[Spoken]:
    """Every document with what is said in it."""
    voices: dict[str, Voice] = {voice.id: voice for voice in material.tables["voices"]}
    said: dict[str, list[Statement]] = {document.id: [] for document in material.tables["documents"]}
    for statement in material.tables["statements"]:
        said[statement.doc_id].append(statement)
    for document in material.tables["documents"]:
        found = sorted(said[document.id], key=lambda one: (one.content[0], one.id))
        yield Spoken(document, tuple((one, voices[one.voice_id]) for one in found))


class Compared:
    """The documents of a case with their statements: what annotated texts are compared with."""

    def __init__(self, case: Case) -> None:
        self._documents = case.shelf.records(Document, "documents")
        self._case, self._said = case.path, defaultdict[str, list[Statement]](list)
        for statement in case.shelf.records(Statement, "statements"):
            self._said[statement.doc_id].append(statement)

    def document(self, key: str, text: str, place: str) -> Document:
        """The document of that text; of several with the same text the one of that id.

        Raises UsageError where there is none.
        """
        alike = [one for one in self._documents if one.text == text]
        if not alike:
            raise UsageError(
                f"{place}: its text is in no document of {self._case}; is it of another case, or was the text changed?"
            )
        return next((one for one in alike if one.id == key), alike[0])

    def statements(self, document: Document) -> list[Statement]:
        """What is said in it."""
        return self._said[document.id]


def words_on(
    document: Document, statements: Sequence[Statement], seen: Mapping[str, Seen], place: str, user: str, at: str
) -> Iterator[Review]:
    """What an annotator said of a document's statements.

    A verdict says it. Else whoever moved a statement's words, or took the statement out, says that they are wrong, and whoever
    named another speaker that the speaker is. Raises UsageError where none of the statements is left: somebody who began
    with an empty page did not take them out.
    """
    if statements and not seen:
        raise UsageError(f"{place}: none of the case's statements is left in it; annotate what was exported, not the bare text")
    for statement in statements:
        one = seen.get(statement.id)
        where = f"{place}, {statement.id}"
        if one is None:
            yield Review(where, statement.id, "wrong-span", "", "taken out", user, at)
        elif one.verdict or one.speaker or one.note:
            yield from _verdicts(one, where, user, at)
        elif one.content != statement.content:
            yield Review(where, statement.id, "wrong-span", "", f"should be {_told(document, one.content)}", user, at)


def _verdicts(one: Seen, place: str, user: str, at: str) -> Iterator[Review]:
    relation = one.verdict or ("wrong-speaker" if one.speaker else "note")
    yield Review(place, one.statement, relation, one.speaker if relation == "wrong-speaker" else "", one.note, user, at)


def _told(document: Document, content: Iterable[Span]) -> str:
    return " and ".join(f"{span.start}–{span.end} “{span.of(document.text)}”" for span in content)[:2000]
