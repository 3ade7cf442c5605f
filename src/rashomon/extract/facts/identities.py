"""Who somebody is: age, name, what they are said to be."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.extract.facts.nouns import name_around, persons
from rashomon.extract.facts.scene import PLACES, Scene
from rashomon.model import Fact
from rashomon.model.subjects import first_and_last
from rashomon.text.numbers import words_value

AGE = re.compile(
    r"\b(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)[\s-]year[\s-]old\b"
    r"|\b(?P<old>\d{1,3}|[a-z]+) years? (?:old|of age)\b"
    r"|\baged? (?P<aged>\d{1,3})\b"
    r"|(?<=[a-z]), (?P<apposed>\d{1,2})(?=,|\)|;| and )"
    r"|(?<=[a-z]) \((?P<bracketed>\d{1,2})\)"
    r"|\b(?:is|was|turned|who) (?:now )?(?P<turned>\d{1,2})(?=[.,;]| on | at | when |$)",
    re.IGNORECASE,
)
HOME = re.compile(  # a bare "Smith of Chelsea" plays there: only with an age or with what the town lies in
    r"(?:,? \(?\d{1,2}\)?(?: years old)?(?:,| and)? (?:of|from)|,? (?:who |and )?lives in) (?:nearby )?(?P<place>[A-Z][\w'’.-]+)"
    r"|,? (?:of|from) (?P<town>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?)(?=, [A-Z])"
)
NAMING = frozenset(["identify", "name"])
LONG = 12


def identities(scene: Scene) -> Iterator[Fact | None]:
    """Ages, names given to the nameless, and what a named person is."""
    yield from _ages(scene)
    yield from _homes(scene)
    for token in scene.tokens:
        if token.pos_ == "VERB" and token.lemma_.lower() in NAMING:
            yield from _named(scene, token)
        elif token.dep_ == "attr" and token.pos_ in ("NOUN", "PROPN"):
            yield _is(scene, token)
        elif token.dep_ == "appos" and token.head.ent_type_ == "PERSON" and _may_be_somebody(token):
            yield scene.fact("identity", _key(token.head), noun_phrase(token, LONG), token.head)


def _may_be_somebody(word: Token) -> bool:
    """Whether what stands beside a name says who that is; not the next name of a list, a place, a date or a handle."""
    is_noun = word.pos_ in ("NOUN", "PROPN") and not word.text.startswith("@")
    return is_noun and word.ent_type_ not in (*PLACES, "PERSON", "DATE", "TIME")


def _ages(scene: Scene) -> Iterator[Fact | None]:
    for match in AGE.finditer(scene.passage.text):
        group = next(name for name, words in match.groupdict().items() if words)
        value = _number(match[group])
        piece = scene.parse.char_span(match.start(group), match.end(group), alignment_mode="expand")
        whole = scene.parse.char_span(match.start(), match.end(), alignment_mode="expand")
        if value is None or not 0 < value < 121 or piece is None or whole is None:
            continue
        bearer = _bearer(list(whole), group)
        if bearer is None:
            continue
        bearer = _named_as(bearer)
        yield scene.fact("identity", f"age {_age_key(bearer)}", list(whole), bearer, low=value, high=value, unit="year")


def _homes(scene: Scene) -> Iterator[Fact | None]:
    """Where a named person lives: "Ana Ruiz, 36, of Orla", "Ana Ruiz, who lives in Orla"."""
    for name in scene.parse.ents:
        if name.label_ != "PERSON":
            continue
        home = HOME.match(scene.passage.text, name.end_char)
        place = scene.parse.char_span(*home.span("place" if home["place"] else "town"), alignment_mode="expand") if home else None
        if place is not None and place.root.ent_type_ in PLACES:
            town = name_around(place.root) or place
            yield scene.fact("identity", f"home {_full(name.root)}", list(town), name.root, where=town.text, timed=False)


def _number(words: str) -> float | None:
    return float(words) if words.isdigit() else words_value(words.lower())


def _bearer(age: list[Token], group: str) -> Token | None:
    """Whose age it is: the noun that it qualifies, the name before it, the subject."""
    last = age[-1]
    doc = last.doc
    if group in ("apposed", "bracketed"):
        before = doc[age[0].i - 1] if age[0].is_punct or age[0].text == "(" else age[0]
        while before.is_punct and before.i > before.sent.start:
            before = doc[before.i - 1]
        named = before.pos_ == "PROPN" and before.dep_ == "appos" and persons(before.head)[0]  # "the captain, Ordway, 44"
        return before if named or before.ent_type_ == "PERSON" or persons(before)[0] else None
    if group == "turned":
        subject = child_of(age[0] if age[0].pos_ in ("VERB", "AUX") else age[0].head, "nsubj")
        return subject if subject is not None and (subject.pos_ in ("PRON", "PROPN") or persons(subject)[0]) else None
    for token in doc[last.i + 1 : min(last.i + 5, last.sent.end)]:
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            return token
        if token.ent_type_ == "PERSON":
            return token
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV"):
            break
    head = next((token.head for token in age if token.head.i < age[0].i or token.head.i > last.i), last)
    subject = child_of(head, "nsubj") if head.pos_ in ("VERB", "AUX") else head
    return subject if subject is not None and subject.pos_ in ("NOUN", "PROPN", "PRON") else None


def _named_as(described: Token) -> Token:
    """The name of whom the noun describes: "Ana Ruiz, a student aged 19", "Ana Ruiz was a 19-year-old student"."""
    if described.ent_type_ == "PERSON":
        return described
    named = described.head if described.dep_ == "appos" and child_of(described.head, "conj") is None else None
    if described.dep_ == "attr" and described.head.lemma_ == "be":
        named = child_of(described.head, "nsubj")
    return named if named is not None and named.ent_type_ == "PERSON" else described


def _age_key(bearer: Token) -> str:
    human, scope = persons(bearer)
    if human:
        return scope or "person"
    return "person" if bearer.pos_ == "PRON" else bearer.lemma_.lower() if bearer.ent_type_ != "PERSON" else _full(bearer)


def _full(name: Token) -> str:
    return first_and_last((name_around(name) or name).text)


def _key(name: Token) -> str:
    return _full(name).split()[-1]


def _named(scene: Scene, verb: Token) -> Iterator[Fact | None]:
    """As in "identified the gunman as X", "the boy was named as X", "has not been named"."""
    who = child_of(verb, "nsubjpass", "dobj") or (verb.head if verb.dep_ == "acl" else None)
    if who is None or not (persons(who)[0] or who.ent_type_ == "PERSON" or who.lemma_.lower() in ("name", "identity")):
        return
    if scene.negated(verb):
        yield scene.fact("identity", "name", [*noun_phrase(who, 5)], verb, denied=True)
        return
    for child in verb.children:
        target = (
            child_of(child, "pobj") if child.dep_ == "prep" and child.lower_ == "as" else child if child.dep_ == "oprd" else None
        )
        if target is not None:
            about = "name" if target.ent_type_ == "PERSON" else f"name {_age_key(who)}"
            yield scene.fact("identity", about, noun_phrase(target, LONG), verb)


def _is(scene: Scene, what: Token) -> Fact | None:
    """As in "Paddock was a retired accountant": only of named people, anything else is talk."""
    subject = child_of(what.head, "nsubj")
    if what.head.lemma_ != "be" or subject is None or (subject.ent_type_ != "PERSON" and not persons(subject)[0]):
        return None
    about = _key(subject) if subject.ent_type_ == "PERSON" else persons(subject)[1] or "person"
    return scene.fact("identity", about, noun_phrase(what, LONG), what.head, denied=scene.negated(what.head))
