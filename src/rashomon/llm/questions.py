"""What is worth asking a language model: statements of which the readers are unsure, beside what they may have to do with."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model import Document, Fact, Link, Statement
from rashomon.text.normal import words

UNSURE = 0.7  # a statement's score below which who says it is doubtful: of the demo's 152, 8
OTHERS = 6  # facts of other accounts beside one statement
SHORT = 4  # letters of a word below which it tells little
COMMON = 200  # clauses that share a word, above which it tells nothing
SHARED = 2  # words that two clauses share at least


@dataclass(frozen=True, slots=True)
class Clause:
    """A fact in its exact words, with who says it; `label` is what the model calls it by."""

    label: str
    fact: Fact
    words: str
    voice: str


@dataclass(frozen=True, slots=True)
class Question:
    """One statement's facts, and the facts of other accounts that may answer the same; `near` says how much they share."""

    statement: Statement
    own: tuple[Clause, ...]
    others: tuple[Clause, ...]
    near: int


def questions_of(tables: Mapping[str, Sequence[Any]]) -> list[Question]:
    """Every question, the most useful first: doubtful statements, then those of which no fact was ever compared."""
    told = _Told(tables)
    found = [question for statement in told.statements.values() if (question := told.question(statement))]
    return sorted(found, key=lambda one: (one.statement.score >= UNSURE, -one.near, one.statement.score, one.statement.id))


class _Told:
    """The facts of the case by what they share."""

    def __init__(self, tables: Mapping[str, Sequence[Any]]) -> None:
        self.statements: dict[str, Statement] = {one.id: one for one in tables["statements"]}
        self._documents: dict[str, Document] = {one.id: one for one in tables["documents"]}
        self._voices = {one.id: one.name for one in tables["voices"]}
        self._facts: dict[str, Fact] = {one.id: one for one in tables["facts"]}
        self._of: dict[str, list[Fact]] = defaultdict(list)
        for fact in self._facts.values():
            self._of[fact.statement_id].append(fact)
        self._group = _groups([link for link in tables["links"] if link.left in self._facts and link.right in self._facts])
        self._at: dict[str, list[str]] = defaultdict(list)
        for fact in self._facts.values():
            for word in self._words(fact):
                self._at[word].append(fact.id)

    def question(self, statement: Statement) -> Question | None:
        """What to ask of a statement; None where the readers are sure, or nothing of another account is near."""
        own = self._of[statement.id]
        if not own or (statement.score >= UNSURE and any(fact.id in self._group for fact in own)):
            return None
        near = self._near(statement, own)
        if not near:
            return None
        mine = tuple(self._clause(f"B{number}", fact) for number, fact in enumerate(own[:OTHERS], 1))
        others = tuple(self._clause(f"A{number}", self._facts[key]) for number, (key, _) in enumerate(near, 1))
        return Question(statement, mine, others, near[0][1])

    def _near(self, statement: Statement, own: Sequence[Fact]) -> list[tuple[str, int]]:
        """The facts of other accounts whose clauses share the most words with these; one of each group that links tie."""
        shared: Counter[str] = Counter()
        for word in {word for fact in own for word in self._words(fact)}:
            if len(self._at[word]) <= COMMON:
                shared.update(self._at[word])
        taken = {self._group.get(fact.id, fact.id) for fact in own}
        kinds = {fact.kind for fact in own}
        found: list[tuple[str, int]] = []
        for key, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            group = self._group.get(key, key)
            if count < SHARED or len(found) == OTHERS:
                break
            fact = self._facts[key]
            if group not in taken and fact.kind in kinds and fact.doc_id != statement.doc_id:
                taken.add(group)
                found.append((key, count))
        return found

    def _clause(self, label: str, fact: Fact) -> Clause:
        text = self._documents[fact.doc_id].text
        return Clause(label, fact, fact.span.of(text), self._voices[self.statements[fact.statement_id].voice_id])

    def _words(self, fact: Fact) -> set[str]:
        return {word for word in words(fact.span.of(self._documents[fact.doc_id].text)) if len(word) >= SHORT}


def _groups(links: Iterable[Link]) -> dict[str, str]:
    """The facts that links tie, each with the first of those that it is tied to."""
    first: dict[str, str] = {}

    def root(key: str) -> str:
        while first.setdefault(key, key) != key:
            first[key] = first[first[key]]
            key = first[key]
        return key

    for link in links:
        left, right = sorted((root(link.left), root(link.right)))
        first[right] = left
    return {key: root(key) for key in list(first)}
