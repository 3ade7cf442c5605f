"""Facts where they are told: by whom, when, how far up in the account, among which words and names."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from rashomon.link.bags import SEEN, stems
from rashomon.link.matters import matters_of
from rashomon.link.measures import measured_in
from rashomon.link.posts import of_one_person
from rashomon.link.surroundings import LOOKS_BACK, Page, Scene, rarity
from rashomon.model import Document, Entity, Fact, Mention, Span, Statement, Voice
from rashomon.model.subjects import GUILT, TELLER, WOUND, first_and_last
from rashomon.text.gazetteer import Place, place_of
from rashomon.text.lexicon import lexicon
from rashomon.text.moments import chronological
from rashomon.text.normal import folded

LEAD = 300  # code points from the top of an account that tell what it is about: a headline and a first sentence or two
ONE_MISHAP = ("crash", "collide", "derail", "fall")  # words for one accident: one account tells the crash and one the fall
DISASTERS = ("burn", "explode", "sink", "collapse")  # of which an account that gives a cause mostly tells one
ONE_ATTACK = ("hit",)  # what an attack does: who did it is who attacked
AIMED_AT = (*ONE_ATTACK, "destroy")  # what was hit or destroyed is where the attack was
POINTED = 0.6  # "killed in the attack": mostly the account's own event
_KNOWN = re.compile(r"\b(?:the|these|those) ([\w-]+(?: \w+)?)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"\s+(?:province|governorate|region|oblast|state|county|district|prefecture)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact with what surrounds it; `words` is a unit vector, so that a dot product is a cosine."""

    fact: Fact
    statement: Statement
    voice: str  # equal for two tellings of one voice: an entity's id where it is known
    own: bool  # the account's own voice, not somebody it quotes
    published: str | None
    rank: tuple[float, str, str, int]  # place in the case: top of an account first; unique, so that order never depends on input
    main: float  # how surely it is about what the account is about: 1 at its top, 0 where it looks back or elsewhere
    sentence: str
    clause: str  # the fact's own words on the page
    words: Mapping[str, float]
    means: frozenset[str]  # kinds of attack that the fact's sentence names
    doer: str  # who it says did it: the answer's words, or who speaks where that is whom they mean
    names: frozenset[str]  # entities (or folded names) inside the value
    called: frozenset[str]  # the words of those entities' own names: "the coalition" may be the "US-led coalition"
    cast: frozenset[str]  # those in the fact's sentence and the ones beside it: whom it is about
    matter: int  # what its account is about, as matters.py numbers it
    towns: tuple[Place, ...]  # those of the gazetteer inside the value
    spot: Place | None  # where it was, if the gazetteer knows that
    only: bool  # its account gives no other answer to what it may be compared by
    of_before: bool  # it looks back on another time: "since March", "in recent years"

    @property
    def day(self) -> str | None:
        """The day the account came out."""
        return self.published[:10] if self.published else None


Answer = tuple[Telling, ...]  # the tellings that give one answer to a question, the one told highest up first


def accounts_of(answer: Sequence[Telling]) -> set[str]:
    """The documents that give the answer."""
    return {telling.fact.doc_id for telling in answer}


def tellings_of(tables: Mapping[str, Sequence[Any]]) -> list[Telling]:
    """Every fact of the case with its surroundings, tops of accounts first."""
    documents: dict[str, Document] = {document.id: document for document in tables["documents"]}
    statements: dict[str, Statement] = {statement.id: statement for statement in tables["statements"]}
    voices: dict[str, Voice] = {voice.id: voice for voice in tables["voices"]}
    entities: dict[str, Entity] = {entity.id: entity for entity in tables["entities"]}
    who = {member.item_id: member.group_id for member in tables["members"] if member.group_id in entities}
    pages = {document.id: Page.of(document.text) for document in documents.values()}
    weight = rarity(pages.values())
    matters = matters_of(documents.values())
    names: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    there = {key: spot for key, entity in entities.items() if (spot := _spot(entity)) is not None}
    spots: dict[tuple[str, str], Place] = {}  # document and name of a place, as it is written there
    for mention in tables["mentions"]:
        if mention.kind in ("person", "org", "group", "place"):
            text = documents[mention.doc_id].text
            written = folded(mention.span.of(text))
            names[mention.doc_id].append((mention.span, who.get(mention.id) or written))
            if mention.kind == "place" and (spot := there.get(who.get(mention.id, ""))) is not None:
                spots[mention.doc_id, written] = spot

    whose = _full_names(tables["mentions"], documents, {item: entities[key] for item, key in who.items()})
    facts = [_of_whom(fact, whose) for fact in tables["facts"]]
    facts = of_one_person(facts, documents, lambda doc_id, name: whose.get((doc_id, name), name))
    told: dict[tuple[Hashable, ...], set[Hashable]] = defaultdict(set)
    for fact in facts:
        told[fact.doc_id, is_clock(fact), *theme(fact)].add(_answer(fact))

    @cache
    def scene(doc_id: str, first: int, last: int) -> Scene:
        return Scene.of(documents[doc_id].text, pages[doc_id], (first, last), weight, names[doc_id])

    def telling(fact: Fact) -> Telling:
        document, statement = documents[fact.doc_id], statements[fact.statement_id]
        voice = voices[statement.voice_id]
        value = value_span(fact, document.text)
        around = scene(fact.doc_id, *pages[fact.doc_id].sentences(fact.span))
        districts = {name for span, name in around.names if span.overlaps(value) and _DISTRICT.match(document.text, span.end)}
        place = fact.span.start / max(LEAD, len(document.text))
        return Telling(
            fact,
            statement,
            _who(voice, document, who),
            voice.kind in ("author", "outlet", "poster"),
            document.published_at,
            (round(place, 4), chronological(document.published_at), document.name, fact.span.start),
            main_matter(fact, around, document),
            around.sentence,
            fact.span.of(document.text),
            around.words,
            around.means,
            voice.name if fact.scope == TELLER else fact.value,
            inside := frozenset(name for span, name in around.names if span.overlaps(value))
            | ({_who(voice, document, who)} if fact.scope == TELLER else set()),
            frozenset(stem for name in inside if name in entities for stem in stems(entities[name].name)),
            around.cast,
            matters[fact.doc_id],
            tuple(town for name in sorted(inside - districts) if (town := town_of(entities.get(name))) is not None),
            spots.get((fact.doc_id, folded(fact.where))) if fact.where else None,
            len(told[fact.doc_id, is_clock(fact), *theme(fact)]) == 1,
            _is_of_before(fact, around, document.text),
        )

    return sorted(map(telling, facts), key=lambda telling: (telling.rank, telling.fact.id))


def theme(fact: Fact) -> tuple[str, ...]:
    """What two facts must share to be comparable at all."""
    if fact.kind == "quantity":
        return fact.kind, fact.about, measured_in(fact.unit), fact.scope or ""
    if fact.kind == "label":
        return fact.kind, fact.about, folded(fact.where or "")
    if fact.kind == "status":
        return fact.kind, fact.about.split()[0]
    if is_age_of_somebody(fact):
        return fact.kind, "age of somebody"
    if fact.kind == "cause" and fact.about in ONE_MISHAP:
        return fact.kind, "crash"
    if (fact.kind == "actor" and fact.about in ONE_ATTACK) or (fact.kind == "place" and fact.about in AIMED_AT):
        return fact.kind, "attack"
    return fact.kind, fact.about


def _full_names(
    mentions: Iterable[Mention], documents: Mapping[str, Document], who: Mapping[str, Entity]
) -> dict[tuple[str, str], str]:
    """Each name of a person as it stands in a document -> the name by which all accounts know them, both as facts have them."""
    return {
        (mention.doc_id, first_and_last(mention.span.of(documents[mention.doc_id].text))): first_and_last(who[mention.id].name)
        for mention in mentions
        if mention.id in who and who[mention.id].kind == "person"
    }


def _of_whom(fact: Fact, whose: Mapping[tuple[str, str], str]) -> Fact:
    """The fact as it is compared: of a person by the name that all accounts share, "Ruiz, 36" as "Ana Ruiz, 37"."""
    asked, _, name = fact.about.partition(" ")
    if fact.kind != "identity" or asked not in ("age", "home") or (known := whose.get((fact.doc_id, name))) is None:
        return fact
    return replace(fact, about=f"{asked} {known}")


def of_act(fact: Fact) -> bool:
    """Whether it is asked about something that was done, not about a thing or a person."""
    return fact.about.split()[0] in lexicon("acts") or fact.about in lexicon("acts")


def is_clock(fact: Fact) -> bool:
    """Whether it is a time of the day."""
    return fact.kind == "time" and "T" in (fact.when or "")


def is_age_of_somebody(fact: Fact) -> bool:
    """Whether it is the age of a person without a name, whom one account calls a man and another a worker."""
    what, _, whose = fact.about.partition(" ")
    return fact.kind == "identity" and what == "age" and whose in lexicon("units")["persons"]


def is_trait(fact: Fact) -> bool:
    """Whether it is what a thing is told apart by: the colour of a vehicle, the calibre of a weapon."""
    return fact.kind == "identity" and fact.about.startswith(("colour ", "calibre "))


def _spot(entity: Entity | None) -> Place | None:
    """The place of the gazetteer that the entity is."""
    return place_of(entity.place) if entity is not None and entity.place is not None else None


def town_of(entity: Entity | None) -> Place | None:
    """The town that the entity is, if it is one that the gazetteer knows."""
    place = _spot(entity)
    return place if place is not None and place.kind in ("capital", "city") else None


def _answer(fact: Fact) -> Hashable:
    """What it answers, as far as that can be told without comparing: the same for two facts that say the same."""
    number = (fact.low, fact.high)
    told = fact.when if fact.kind == "time" else None
    return (fact.polarity, number if number != (None, None) else told or folded(fact.value))


def value_span(fact: Fact, text: str) -> Span:
    """Where the fact's value stands."""
    at = text.find(fact.value, fact.span.start, fact.span.end)
    return fact.span if at < 0 else Span(at, at + len(fact.value))


def _is_of_before(fact: Fact, around: Scene, text: str) -> bool:
    """Whether it looks back on another time; a first sentence may do so in one clause and tell of its own day in the next."""
    return around.looks_back and (fact.span.start >= LEAD or LOOKS_BACK.search(fact.span.of(text)) is not None)


def main_matter(fact: Fact, around: Scene, document: Document) -> float:
    """How surely the fact is about what its account is about: told at the top, or of "the attack" and "the dead" further down;
    not where the sentence speaks of another time.
    """
    published = document.published_at
    if _is_of_before(fact, around, document.text) or (published and around.years and published[:4] not in around.years):
        return 0.0
    if fact.span.start < LEAD:
        return 1.0
    own = _is_of_its_own(fact) or _is_done_to_the_known(fact, document.text, around.sentence)
    return POINTED if around.points or own else 0.0


def _is_done_to_the_known(fact: Fact, text: str, sentence: str) -> bool:
    """Whether harm is told in one sentence with something that the account's top names: "bombed the trucks"."""
    if fact.kind not in ("actor", "manner") or fact.about not in ("attack", "kill", "hit", "destroy", "injure"):
        return False
    top = _stems_of(text[:LEAD])
    return any(top.intersection(stems(found)) for found in _KNOWN.findall(sentence.replace(fact.value, "")))


@lru_cache(SEEN)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _is_of_its_own(fact: Fact) -> bool:
    """Whether it is asked of the account's own matter, wherever it is told: what somebody is charged with or
    died of, why something crashed.
    """
    return fact.about in (GUILT, WOUND) or (fact.kind == "cause" and fact.about in (*ONE_MISHAP, *DISASTERS))


def _who(voice: Voice, document: Document, who: Mapping[str, str]) -> str:
    if voice.kind in ("author", "outlet"):
        return f"own {folded(document.outlet or document.id)}"
    if voice.kind == "poster":
        return f"poster {document.id} {voice.name}"
    if voice.id in who:
        return who[voice.id]
    return folded(voice.name) if voice.kind == "named" else f"{document.id} {folded(voice.name)}"
