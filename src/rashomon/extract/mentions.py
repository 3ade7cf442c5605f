"""Names, times, amounts and happenings where they stand."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens

from rashomon.extract.reading import Passage, Reading
from rashomon.model import Mention, MentionKind, Span

KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "org", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
EDGES = ("DET", "PUNCT", "SPACE", "PART")


def mentions_in(reading: Reading) -> list[Mention]:
    """Every mention in the document, in reading order."""
    found = [mention for passage in reading.passages for mention in _names(reading.document.id, passage)]
    return sorted({mention.id: mention for mention in found}.values(), key=lambda mention: mention.span)


def _names(doc_id: str, passage: Passage) -> Iterator[Mention]:
    for name in passage.parse.ents:
        if name.label_ in KINDS and (span := _bare(passage, name)) is not None:
            yield Mention.of(doc_id, span, KINDS[name.label_])


def _bare(passage: Passage, name: Tokens) -> Span | None:
    """The name without an article before it or a possessive behind it."""
    start, end = name.start, name.end
    while start < end and (name.doc[start].pos_ in EDGES or name.doc[start].is_space):
        start += 1
    while start < end and (name.doc[end - 1].pos_ in EDGES or name.doc[end - 1].lower_ in ("'s", "’s")):
        end -= 1
    if start == end or not any(token.is_title or token.is_upper or token.text[0].isupper() for token in name.doc[start:end]):
        return None
    return passage.span(name.doc[start:end])
