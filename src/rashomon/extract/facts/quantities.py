"""How many: the amounts of a passage with what they count and what befell it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.clauses import child_of, governor
from rashomon.extract.facts.counted import Matter, matter_of, matter_of_bare, measured_of
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import noun_of, part_of, persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.amounts import Amount, amounts_in

COUNTED_ONE = frozenset(["kill", "injure", "casualty", "arrest", "abduct", "miss", "rescue", "charge"])
PAIRED = {"double": 2.0, "twin": 2.0, "triple": 3.0}
DERIVED = frozenset(
    "time way thing part side point kind type case reason step place day week month year hour minute second bit".split()
)


@dataclass(frozen=True, slots=True)
class Count:
    """The fields of a quantity: what it is about, in which unit, of whom."""

    about: str
    unit: str
    scope: str | None
    word: Token


def quantities(scene: Scene) -> Iterator[Fact | None]:
    """Every amount that counts or measures something, and the ones and nones that are told without a number."""
    last: Count | None = None
    taken: set[int] = set()
    for amount in amounts_in(scene.parse.text):
        piece = scene.parse.char_span(amount.span.start, amount.span.end, alignment_mode="expand")
        if piece is None:
            continue
        taken.update(token.i for token in piece)
        number = _number(list(piece))
        where: str | None = None
        count = _counted(amount, number)
        if count is None and last is not None and (owner := _owner(piece[0], last.word)) is not None:
            count, where = Count(last.about, last.unit, last.scope, number), owner.text
        if count is None or (where is None and amount.kind == "count" and _is_in_name(piece[0], number)):
            continue
        last = count
        if amount.low == amount.high == 1 and piece.start > piece.sent.start and scene.parse[piece.start - 1].lower_ == "not":
            yield _none(scene, count, list(scene.parse[piece.start - 1 : piece.end]))
            continue
        words = list(scene.parse[piece.start : piece.end])
        yield scene.fact(
            "quantity", count.about, words, count.word, low=amount.low, high=amount.high, unit=count.unit, scope=count.scope,
            where=where or _sender(count),
        )  # fmt: skip
    yield from _without_number(scene, taken)


def _none(scene: Scene, count: Count, words: list[Token]) -> Fact | None:
    """As in "not one shot was fired"."""
    return scene.fact("quantity", count.about, words, count.word, low=0, high=0, unit=count.unit, scope=count.scope)


def _number(words: list[Token]) -> Token:
    """The number's own token: the last one of the amount that is a number or a noun ("dozens")."""
    return next((word for word in reversed(words) if word.like_num or word.pos_ in ("NUM", "NOUN")), words[-1])


def _counted(amount: Amount, number: Token) -> Count | None:
    noun = _noun(number)
    if amount.kind != "count":
        matter = measured_of(number, noun)
        return Count(matter.about, amount.unit or amount.kind, None, matter.word) if matter else None
    part = part_of(number)
    if noun is not None and noun.pos_ != "NOUN" and befalls_people(harm := act_of(noun) or ""):
        return Count(harm, "person", part, noun)
    if noun is None or (act_of(noun) and noun.pos_ != "NOUN"):
        matter = matter_of_bare(number)
        return Count(matter.about, "person", part, matter.word) if matter else None
    human, scope = persons(noun)
    if human:
        return _people(noun, part or scope)
    matter = matter_of_bare(number) if noun.i - number.i > 1 else None
    if matter is not None:
        return Count(matter.about, "person", None, matter.word)
    if amount.high == 0:
        return None
    if noun.lower_ == "times" and (verb := governor(noun)).pos_ == "VERB":
        return Count(act_of(verb) or act_of(object_of(verb) or verb) or verb.lemma_.lower(), "time", None, verb)
    if noun.lemma_.lower() in DERIVED or not noun.lemma_.isalpha():
        return None
    of = act_of(noun)
    if of is not None and befalls_people(of):
        return Count(of, "person", None, noun)
    return Count(of or noun.lemma_.lower(), noun.lemma_.lower(), None, noun)


def _people(noun: Token, scope: str | None) -> Count:
    matter = matter_of(noun)
    if matter is None or not matter.about:
        return Count(noun.lemma_.lower(), "person", None, noun)
    return Count(matter.about, "person", scope, matter.word)


def _noun(number: Token) -> Token | None:
    noun = noun_of(number)
    if noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        return noun.head
    return noun


def _is_in_name(first: Token, number: Token) -> bool:
    """The 2 of a ship that is called "Sam Jong 2"."""
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    return before is not None and number.is_digit and first.i == number.i and before.pos_ == "PROPN" and act_of(before) is None


def _owner(first: Token, governing: Token) -> Token | None:
    """Whose the amount is in a gapped series: "Belarus some 500, Tajikistan 200"."""
    before = first.doc[first.i - 1] if first.i else None
    if before is None or before.pos_ != "PROPN" or act_of(before) is not None or before.sent.start != governing.sent.start:
        return None
    return before if before.i and before.doc[before.i - 1].lower_ in (",", ";", "and", "while") else None


def _sender(count: Count) -> str | None:
    """The country that sends: the subject of the verb of sending."""
    if count.about != "deploy" or count.word.pos_ != "VERB":
        return None
    sender = child_of(count.word, "nsubj")
    return sender.text if sender is not None and sender.pos_ == "PROPN" else None


def _without_number(scene: Scene, taken: set[int]) -> Iterator[Fact | None]:
    """As in "a child was killed" is one, "no injuries" is none, "many were hurt" is nobody knows how many."""
    for token in scene.parse:
        if token.lower_ in PAIRED and token.head.i > token.i and (of := act_of(token.head)) is not None:
            many = PAIRED[token.lower_]
            yield scene.fact("quantity", of, [token], token.head, low=many, high=many, unit=token.head.lemma_.lower())
        if token.i in taken or token.lower_ not in ("a", "an", "another", "no", "many", "numerous") or token.head.i <= token.i:
            continue
        noun = token.head
        human, scope = persons(noun)
        own = act_of(noun)
        harm = own is not None and befalls_people(own)
        if not human and not (harm and token.lower_ in ("no", "many")):
            continue
        matter = Matter(own, noun) if own is not None and harm else matter_of(noun)
        single = token.lower_ in ("a", "an", "another")
        if matter is None or matter.about not in COUNTED_ONE or (single and noun.tag_ == "NNS"):
            continue
        bound = None if token.lower_ in ("many", "numerous") else 1.0 if single else 0.0
        words = list(scene.parse[token.i : noun.i + 1])
        if len(words) <= 6:
            yield scene.fact("quantity", matter.about, words, matter.word, low=bound, high=bound, unit="person", scope=scope)
