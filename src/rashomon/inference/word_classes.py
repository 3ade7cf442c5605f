"""The rules by which spaCy makes word classes of tags, each applied once for all words that they treat alike.

Most of the 180 rules look at a tag, at a relation, and at whether the word is one of ninety that they list: so does our key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

LOOKED_AT: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
SET: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
WORD: list[int | str] = ["ORTH", "POS", "MORPH"]
Key = tuple[int, int, int, int]
Word = tuple[int, int, int]


@dataclass(slots=True)
class WordClasses:
    """What the rules make of a word (`known`: key -> row of `made`). Rules on two words in a row ("let's", "there is") and on
    patterns of letters (`others`) are left to spaCy, with the whole text in which one of them applies.
    """

    ruler: AttributeRuler
    single: AttributeRuler
    others: Matcher
    listed: frozenset[int]  # words (lower case) that some rule names
    known: dict[Key, int] = field(default_factory=dict)
    made: Any = field(default_factory=lambda: np.zeros((0, len(SET)), np.uint64))

    @classmethod
    def of(cls, ruler: AttributeRuler, vocab: Vocab) -> "WordClasses":
        """The rules of that component."""
        single, others, listed = AttributeRuler(vocab), Matcher(vocab), set[int]()
        rules: list[Any] = list(ruler.patterns)
        for number, rule in enumerate(rules):
            if all(len(pattern) == 1 and _is_known(pattern[0]) for pattern in rule["patterns"]):
                single.add(**rule)
                listed.update(vocab.strings.add(word) for pattern in rule["patterns"] for word in _words(pattern[0]))
            else:
                others.add(str(number), rule["patterns"])
        return cls(ruler, single, others, frozenset(listed))

    def set(self, docs: Sequence[Doc]) -> None:
        """Sets word classes, features, and the dictionary forms that rules give."""
        alone = []
        for doc in docs:
            if self.others(doc):
                self.ruler(doc)
            else:
                alone.append(doc)
        keys = [list(self._keys(doc)) for doc in alone]
        self._learn([key for key in dict.fromkeys(chain.from_iterable(keys)) if key not in self.known])
        for doc, row in zip(alone, keys, strict=True):
            if row:
                doc.from_array(SET, self.made[[self.known[key] for key in row]])

    def _keys(self, doc: Doc) -> Iterator[Key]:
        for word, tag, relation, space in doc.to_array(LOOKED_AT).tolist():
            yield word if word in self.listed else 0, tag, relation, space

    def _learn(self, keys: Sequence[Key]) -> None:
        if not keys:
            return
        strings = self.ruler.vocab.strings
        words = [" " if space else strings[word] if word else "thing" for word, _, _, space in keys]
        doc = Doc(self.ruler.vocab, words)
        tags: Any = np.array([key[1:3] for key in keys], np.uint64)
        doc.from_array(["TAG", "DEP"], tags)
        self.single(doc)
        self.known.update((key, row) for row, key in enumerate(keys, len(self.known)))
        self.made = np.concatenate([self.made, doc.to_array(SET)])


@dataclass(frozen=True, slots=True)
class DictionaryForms:
    """What the lemmatiser makes of a word of a class with its features: asked once for each (`known`)."""

    lemmatizer: Lemmatizer
    known: dict[Word, int] = field(default_factory=dict)

    @classmethod
    def of(cls, lemmatizer: Lemmatizer) -> "DictionaryForms":
        """The forms of that component. Its lists of words, which it walks from end to end for each word, become sets."""
        index = lemmatizer.lookups.get_table("lemma_index")
        for kind in list(index):
            index[kind] = frozenset(index[kind])
        return cls(lemmatizer)

    def set(self, docs: Iterable[Doc]) -> None:
        """Sets the dictionary form of each word that has none yet."""
        for doc in docs:
            rows = enumerate(doc.to_array(["LEMMA", *WORD]).tolist())
            forms: Any = np.array([form or self._form(doc, at, word) for at, (form, *word) in rows], np.uint64)
            doc.from_array(["LEMMA"], forms)

    def _form(self, doc: Doc, at: int, word: list[int]) -> int:
        key = (word[0], word[1], word[2])
        if key not in self.known:
            self.known[key] = doc.vocab.strings.add(self.lemmatizer.lemmatize(doc[at])[0])
        return self.known[key]


def _is_known(token: Mapping[str, Any]) -> bool:
    """Whether a rule looks at nothing of a word but what the key holds."""
    word = token.get("LOWER", "")
    return set(token) <= {"LOWER", "TAG", "DEP", "IS_SPACE"} and (isinstance(word, str) or set(word) == {"IN"})


def _words(token: Mapping[str, Any]) -> Sequence[str]:
    """The words that a rule names."""
    word = token.get("LOWER", [])
    return [word] if isinstance(word, str) else word["IN"] if word else []
