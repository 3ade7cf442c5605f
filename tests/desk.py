"""Invented accounts with facts put in by hand: what the rooms after extraction get."""

from dataclasses import dataclass, field
from typing import Any

from rashomon.link.tellings import Telling, tellings_of
from rashomon.model import Block, Document, Entity, Fact, Judgement, Member, Mention, Span, Statement, Voice


@dataclass
class Desk:
    """A case that grows account by account. A fact's clause is the sentence in which its value stands."""

    documents: dict[str, Document] = field(default_factory=dict)
    voices: dict[str, Voice] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def account(self, outlet: str, text: str, at: str | None = None) -> Document:
        """An account of one outlet, a paragraph a line."""
        blocks, start = [], 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                blocks.append(Block(Span(start, start + len(line.rstrip())), "para", f"chars {start}"))
            start += len(line)
        made = Document.of(
            capture_id="cap", name=outlet, text=text, uri=outlet, blocks=tuple(blocks), outlet=outlet, published_at=at
        )
        self.documents[outlet] = made
        return made

    def fact(self, outlet: str, kind: str, about: str, value: str, *, by: str | None = None, **more: Any) -> Fact:
        """A fact in the words `value` of that account; `by` names who says it, else the page does."""
        document = self.documents[outlet]
        at = document.text.index(value)
        span = self._sentence(document.text, at)
        if by is None:
            voice = Voice.of(document.id, "outlet", outlet)
        else:
            voice = Voice.of(document.id, "named", by, Span(start := document.text.index(by), start + len(by)))
        mode = "asserted" if by is None else "reported"
        statement = Statement.of(doc_id=document.id, voice_id=voice.id, content=(span,), mode=mode, by="test")
        self.voices[voice.id] = voice
        self.statements[statement.id] = statement
        made = Fact.of(
            doc_id=document.id, statement_id=statement.id, kind=kind, about=about, value=value, span=span, **more
        )  # fmt: skip
        self.facts.append(made)
        return made

    def count(self, outlet: str, about: str, value: str, low: float, high: float | None = None, **more: Any) -> Fact:
        """A number of people: exact where `high` is left out."""
        bounds = {"low": low, "high": low if high is None else None if high < 0 else high}
        return self.fact(outlet, "quantity", about, value, unit="person", **bounds, **more)

    def name(self, outlet: str, words: str, kind: str = "org") -> None:
        """The name as a mention, wherever it stands first."""
        document = self.documents[outlet]
        at = document.text.index(words)
        self.mentions.append(Mention.of(document.id, Span(at, at + len(words)), kind))

    def judged(self, left: str, relation: str, right: str = "", *, retracted: bool = False) -> None:
        """A person's word."""
        at = f"2031-01-0{len(self.judgements) + 1}"
        self.judgements.append(Judgement(f"jud{at}", left, right, relation, "ed", at, at if retracted else None))

    def tables(self) -> dict[str, list[Any]]:
        """Every table that the rooms read."""
        return {
            "documents": list(self.documents.values()),
            "voices": list(self.voices.values()),
            "statements": list(self.statements.values()),
            "mentions": self.mentions,
            "facts": self.facts,
            "entities": self.entities,
            "events": [],
            "members": self.members,
            "copies": [],
            "judgements": self.judgements,
        }

    def tellings(self) -> dict[str, Telling]:
        """The facts' tellings by the facts' ids."""
        return {telling.fact.id: telling for telling in tellings_of(self.tables())}

    @staticmethod
    def _sentence(text: str, at: int) -> Span:
        starts = [found + len(mark) for mark in (". ", "\n") if (found := text.rfind(mark, 0, at)) >= 0]
        ends = [found for mark in (". ", "\n") if (found := text.find(mark, at)) >= 0]
        return Span(max(starts, default=0), min(ends, default=len(text)))
