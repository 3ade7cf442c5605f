"""The comparable answers inside statements, one file a kind."""

from collections.abc import Callable, Iterator, Sequence

from rashomon.extract.facts.arms import arms
from rashomon.extract.facts.blasts import blasts
from rashomon.extract.facts.causes import causes
from rashomon.extract.facts.compliance import compliance
from rashomon.extract.facts.doers import doers
from rashomon.extract.facts.fates import fates
from rashomon.extract.facts.guilt import guilt
from rashomon.extract.facts.happened import happened
from rashomon.extract.facts.hunts import hunts
from rashomon.extract.facts.identities import identities
from rashomon.extract.facts.intents import intents
from rashomon.extract.facts.judgings import judgings
from rashomon.extract.facts.labels import deeds, labels, tells_of_crowds
from rashomon.extract.facts.lives import lives
from rashomon.extract.facts.manners import manners
from rashomon.extract.facts.mishaps import mishaps
from rashomon.extract.facts.presences import presences
from rashomon.extract.facts.proceedings import proceedings
from rashomon.extract.facts.purposes import purposes
from rashomon.extract.facts.quantities import quantities
from rashomon.extract.facts.rebuttals import rebuttals
from rashomon.extract.facts.refusals import refusals
from rashomon.extract.facts.scene import Scene, scenes_of
from rashomon.extract.facts.states import states
from rashomon.extract.facts.ties import ties
from rashomon.extract.facts.times_places import places, times
from rashomon.extract.facts.traits import traits
from rashomon.extract.facts.works import works
from rashomon.extract.facts.wounds import wounds
from rashomon.extract.reading import Reading
from rashomon.extract.stance import is_denied
from rashomon.model import Fact, Mention, Statement

KINDS: tuple[Callable[[Scene], Iterator[Fact | None]], ...] = (
    quantities, happened, labels, deeds, doers, ties, times, lives, places, causes, mishaps, purposes, blasts, manners,
    identities, states, fates, proceedings, hunts, judgings, compliance, arms, traits,
    presences, intents, works, guilt, wounds,
)  # fmt: skip


def facts_in(reading: Reading, mentions: Sequence[Mention], statements: Sequence[Statement]) -> list[Fact]:
    """Every fact in the document, in reading order."""
    found: dict[str, Fact] = {}
    known = {statement.id: statement for statement in statements}
    for scene in scenes_of(reading, mentions, statements, tells_of_crowds(reading)):
        for kind in KINDS:
            for fact in kind(scene):
                if fact is not None:
                    found.setdefault(fact.id, fact)
                    if (refused := _refused(fact, known, reading.document.text)) is not None:
                        found.setdefault(refused.id, refused)
    for refused in refusals(list(found.values()), statements, reading.document.text):
        found = {fact.id: fact for fact in found.values() if not _is_part(fact, refused)}
        found.setdefault(refused.id, refused)
    for rebuttal in rebuttals(reading.document, statements):
        found.setdefault(rebuttal.id, rebuttal)
    return sorted(found.values(), key=lambda fact: (fact.span, fact.id))


def _is_part(fact: Fact, refused: Fact) -> bool:
    """Whether the fact is what the refusal names only to refuse it: "charges of sending oil do not accord with facts"."""
    inside = fact.statement_id == refused.statement_id and refused.span.contains(fact.span)
    return inside and fact.polarity == "affirmed" and fact.kind in ("happened", "actor")


def _refused(fact: Fact, known: dict[str, Statement], text: str) -> Fact | None:
    """The same answer as denied by whoever quotes it only to say that it is not so."""
    inner = known[fact.statement_id]
    outer = known.get(inner.nested_in or "")
    if fact.polarity == "denied":  # "denied, saying they had none": the two negations are one
        return None
    if (
        outer is None
        or not outer.denied
        or (outer.voice_id == inner.voice_id and is_denied(text, outer.cue, ()))
        or not any(span.contains(fact.span) for span in outer.content)
    ):
        return None
    return _told_by(fact, outer)


def _told_by(fact: Fact, outer: Statement) -> Fact:
    return Fact.of(
        doc_id=fact.doc_id, statement_id=outer.id, kind=fact.kind, about=fact.about, value=fact.value, span=fact.span,
        polarity="affirmed" if fact.polarity == "denied" else "denied",
        low=fact.low, high=fact.high, unit=fact.unit, scope=fact.scope, part_of=fact.part_of, rising=fact.rising,
        when=fact.when, where=fact.where,
    )  # fmt: skip
