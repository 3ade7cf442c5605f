"""What a text says, by voice and words."""

from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.extract.statements import statements_in
from rashomon.model import BlockKind, Document, Statement, Voice


def spoken(document: Document) -> tuple[dict[str, Voice], list[Statement]]:
    """The voices by id, and all the statements."""
    reading = read_closely(document)
    voices, statements = statements_in(reading, mentions_in(reading))
    return {voice.id: voice for voice in voices}, statements


def said(text: str, *, kind: BlockKind = "para", outlet: str | None = None) -> list[tuple[Voice, Statement, str]]:
    """The statements that are ascribed to somebody: voice, statement, and the words of its content."""
    document = doc(text, kind=kind, outlet=outlet).document
    voices, statements = spoken(document)
    return [
        (voices[one.voice_id], one, " … ".join(span.of(document.text) for span in one.content))
        for one in statements
        if one.mode != "asserted"
    ]


def told(text: str, *, kind: BlockKind = "para", outlet: str | None = None) -> list[tuple[str, str, str]]:
    """(speaker, mode, content) of each."""
    return [(voice.name, one.mode, content) for voice, one, content in said(text, kind=kind, outlet=outlet)]
