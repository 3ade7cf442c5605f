"""Accounts with planted names, resolved: `case("[Ann Kray]person met [the mayor]unnamed.")`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.factory import Planted, doc

from rashomon.model import Entity, Event, Judgement, Member, Mention, Voice
from rashomon.resolve.case import happen, resolve

NAMED = ("person", "org", "group", "place", "happening", "time")


@dataclass
class Case:
    """The tables of a small case, and what resolving them gives. A time is planted as its own norm, an act as its class."""

    accounts: list[Planted]
    judgements: list[Judgement] = field(default_factory=list)

    @property
    def mentions(self) -> list[Mention]:
        return [
            Mention.of(one.document.id, span, kind, span.of(one.document.text) if kind in ("happening", "time") else None)  # type: ignore[arg-type]
            for one in self.accounts
            for kind in NAMED
            for span in one.spans.get(kind, ())
        ]

    @property
    def voices(self) -> list[Voice]:
        return [
            Voice.of(one.document.id, kind, span.of(one.document.text), span)  # type: ignore[arg-type]
            for one in self.accounts
            for kind in ("named", "unnamed")
            for span in one.spans.get(kind, ())
        ]

    def resolved(self, *voices: Voice) -> list[Entity | Event | Member]:
        tables = {
            "documents": [one.document for one in self.accounts],
            "mentions": self.mentions,
            "voices": [*self.voices, *voices],
            "statements": [],
            "judgements": self.judgements,
        }
        found = list(resolve(tables))
        tables["entities"] = [one for one in found if isinstance(one, Entity)]
        tables["members"] = [one for one in found if isinstance(one, Member)]
        return [*found, *happen(tables)]

    def names(self) -> set[frozenset[str]]:
        """Each entity as the set of its spellings."""
        return {frozenset((one.name, *one.aliases)) for one in self.resolved() if isinstance(one, Entity)}

    def entity_of(self, words: str, *, account: int | None = None) -> Entity:
        """The entity of the one mention or voice that reads so."""
        found = self.resolved()
        items = [
            item.id
            for item in (*self.mentions, *self.voices)
            for at, one in enumerate(self.accounts)
            if item.doc_id == one.document.id and account in (None, at) and item.span and item.span.of(one.document.text) == words
        ]
        groups = {one.group_id for one in found if isinstance(one, Member) and one.item_id in items}
        (entity,) = [one for one in found if isinstance(one, Entity) and one.id in groups]
        return entity

    def judge(self, left: str, relation: str, right: str, *, retracted: bool = False) -> None:
        at = "2026-01-01T00:00:00Z"
        self.judgements.append(
            Judgement(f"jud{len(self.judgements)}", left, right, relation, "ed", at, at if retracted else None)
        )  # type: ignore[arg-type]

    def mention(self, words: str, *, account: int = 0) -> str:
        one = self.accounts[account].document
        return next(item.id for item in self.mentions if item.doc_id == one.id and item.span.of(one.text) == words)


def case(*marked: str, **about: str) -> Case:
    """One account for each text."""
    return Case([doc(text, name=f"doc{at}", **about) for at, text in enumerate(marked)])


def sets(*groups: Iterable[str]) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}
