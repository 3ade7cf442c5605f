"""How many: the amounts of a passage with what they count and what befell it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.clauses import child_of, governor
from rashomon.extract.facts.counted import matter_of, measured_of
from rashomon.extract.facts.counts import BESIDES, PARENTS, Count, counts_in
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.harmed import SOME, of_whom, sort_of, touched
from rashomon.extract.facts.nouns import persons, singular
from rashomon.extract.facts.parts import related
from rashomon.extract.facts.scene import PLACES, Scene
from rashomon.extract.facts.sums import with_the_first
from rashomon.extract.facts.things import called, done, lost
from rashomon.extract.facts.turnouts import CROWDS, GATHERING, gathers, is_turnout
from rashomon.extract.facts.unnumbered import UNHARMED, unnumbered
from rashomon.model import Fact
from rashomon.text.amounts.units import dimension_of

SEXES = frozenset("man woman child".split())  # by which whoever was affected is told apart: not by "guests", "users"
PORTIONS = SOME | frozenset("half quarter third part majority one".split())  # "half of the 12 miners": not all twelve
BEARINGS = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east south-west "
                     "northern southern away off inland upstream downstream".split())  # fmt: skip
AWAY, CONVERTED = 7, 6  # words from a distance to the place it is from; of the same distance in another unit
SETTINGS = frozenset(  # where something was; nobody counts them
    "town village city province district area region country state neighbourhood neighborhood suburb street road site".split()
)
SHOTS = frozenset("shot round bullet gunshot cartridge".split())
DESIGNATION = re.compile(r"\b(?P<letters>[A-Z]{1,4})[-‑ ]?(?P<figures>\d{1,4})(?:s|-?[A-Z])?\b(?!-year)")
SHOOTING = frozenset("fire unload pump discharge miss".split())
FORMER = frozenset("prior previous earlier past former".split())
MARKS = frozenset("limit threshold maximum minimum quota target goal average norm".split())
FALLING = frozenset("fall plunge plummet tumble drop".split())
GROWN_UP = 30  # years, below which an age sets people apart from others
DERIVED = frozenset(
    "time way thing part side point kind type case reason step place day week month year hour minute second bit".split()
)

_OLD = re.compile(r"\s*(?:,|and|or)\s*\d{1,3}[\s-]*years?[\s-]+old\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of a quantity: what it is about, in which unit, of whom."""

    about: str
    unit: str
    scope: str | None
    word: Token


def quantities(scene: Scene) -> Iterator[Fact | None]:
    """Every amount that counts or measures something, and the ones and nones that are told without a number."""
    last: Asked | None = None
    taken: set[int] = set()
    for count in related(counts_in(scene.parse, scene.passage.text)):
        first, number, amount = count.words[0], count.number, count.amount
        if first.lower_ == "no" and len(count.words) == 1:  # told below, with the noun
            continue
        taken.update(token.i for token in count.words)
        if (total := with_the_first(count)) is not None and (matter := count.matter) is not None:
            words, many = total
            if not scene.negated(matter.word):
                yield scene.fact("quantity", count.harm or matter.about, words, matter.word, low=many, high=many, unit="person")
        asked, where = _asked(count), None
        if last is not None and not _has_noun(count) and (owner := _owner(first, last.word)) is not None:
            asked, where = Asked(last.about, last.unit, last.scope, number), owner.text
        if asked is None:
            continue
        last = asked
        if amount.low == amount.high == 1 and first.i > first.sent.start and first.nbor(-1).lower_ == "not":
            yield _none(scene, asked, [first.nbor(-1), *count.words])
            continue
        yield scene.fact(
            "quantity", asked.about, list(count.words), asked.word, low=amount.low, high=amount.high, unit=asked.unit,
            scope=asked.scope, part_of=count.of, rising=count.rising, where=where or _sender(asked),
        )  # fmt: skip
    yield from unnumbered(scene, taken)


def _none(scene: Scene, count: Asked, words: list[Token]) -> Fact | None:
    """As in "not one shot was fired"."""
    return scene.fact("quantity", count.about, words, count.word, low=0, high=0, unit=count.unit, scope=count.scope)


def _has_noun(count: Count) -> bool:
    return count.noun is not None and count.noun.i > count.number.i


def _asked(count: Count) -> Asked | None:
    """The question that the count answers; None where it is none that an editor would ask."""
    amount, number, noun = count.amount, count.number, count.noun
    if amount.kind == "age" or _is_age(number) or _is_younger(count):  # who somebody is
        return None
    if count.matter is not None and count.matter.word.lower_ in UNHARMED:
        return None
    if _is_besides(count) or (_is_whole(count.words[0]) and (noun is None or persons(noun)[0])):  # already counted, or not all
        return None
    if _is_former(count) or _is_mark(number):
        return None
    if amount.unit == "magnitude":
        return Asked("quake", "magnitude", None, number)
    if amount.kind != "count":
        if _is_converted(count.words[0]):
            return None
        if (place := _far_from(count)) is not None:
            return Asked(f"distance {place.text.lower()}", amount.unit or "km", None, place.root)
        verb = governor(number)
        if dimension_of(amount.unit) == "distance" and verb.lemma_.lower() in FALLING and not _has_noun(count):
            return Asked("fall", amount.unit or "metre", None, verb)
        matter = measured_of(number, noun)
        return Asked(matter.about, amount.unit or amount.kind, None, matter.word) if matter else None
    if noun is not None and noun.i < number.i and singular(noun) in PARENTS:  # "a father of three died": three children
        return Asked("child", "person", None, noun)
    if noun is not None and (kind := _designation(noun)) is not None:  # "seven AK-47s", "two F-16 jets"
        return Asked(kind, kind, None, noun)
    if is_turnout(count):
        return Asked(GATHERING, "person", None, number)
    human, scope = persons(noun) if noun is not None else (True, None)
    if noun is not None and noun.i < number.i and act_of(noun) == GATHERING:  # "a crowd of 200"
        return Asked(GATHERING, "person", None, noun)
    if human and noun is not None and (touching := touched(noun)) is not None:
        return Asked("affect", "person", scope if scope in SEXES else None, touching)
    if count.matter is not None and count.harm is not None:
        if noun is not None and count.of is not None and not human and act_of(noun) is None:  # "of 16 lorries, two are missing"
            return Asked(count.harm, called(noun), None, count.matter.word)
        return Asked(count.harm, "person", of_whom(count, scope), count.matter.word)
    if noun is None or amount.high == 0 or _comes_on_top(count):
        return None
    if amount.low is not None and amount.low % 1 and act_of(noun) == "quake":  # "a 6.1 quake"
        return Asked("quake", "magnitude", None, number)
    if human:
        return _people(noun, sort_of(number, scope))
    if noun.tag_ == "NNP" and amount.high != 1:  # "510 Topic Missile Attack" counts no attacks
        return None
    return _things(count, noun)


def _is_age(number: Token) -> bool:
    """As in "two women, 68 and 48 years old", where the first age has no years of its own, and "dies at 77"."""
    if number.dep_ == "pobj" and number.head.lower_ == "at" and number.head.head.lemma_.lower() == "die":
        return True
    after = number.doc[number.i + 1 : min(number.i + 7, number.sent.end)].text
    return _OLD.match(after) is not None


def _is_younger(count: Count) -> bool:
    """As in "29 children, all under 15": how old they were."""
    first = count.words[0]
    bare = count.noun is None or count.noun.i < first.i
    before = first.nbor(-1) if first.i > first.sent.start else first
    aged = first.lower_ in ("under", "over", "below", "above") and before.lower_ in (
        "all",
        "both",
        "most",
        "many",
        "some",
        "them",
        ",",
    )
    return bare and aged and (count.amount.low or count.amount.high or 0) < GROWN_UP


def _is_besides(count: Count) -> bool:
    """Whether those counted come to others of the same fate: "the bodies of two more victims", "five officers and three others".

    Who "killed one and wounded three others" has counted all the wounded.
    """
    first, last, doc = count.words[0], count.number, count.number.doc
    end = max(last.i, count.noun.i if count.noun is not None and 0 < count.noun.i - last.i < 4 else last.i + 1)
    near = doc[max(first.sent.start, first.i - 1) : min(end + 1, first.sent.end)]
    if count.harm is None or count.matter is None or not any(word.lower_ in BESIDES and not _is_than(word) for word in near):
        return False
    own = count.matter.word.i
    if own < first.i and any(word.like_num or word.lower_ == "and" for word in doc[own + 1 : first.i]):
        return True
    begins = doc[first.sent.start - 1].sent.start if first.sent.start else 0
    told = {of for word in doc[begins : first.i] if word.i != own and (of := act_of(word)) and befalls_people(of)}
    return count.harm in told or not told


def _comes_on_top(count: Count) -> bool:
    """Whether the things come to others that are not counted: "two additional life sentences"."""
    noun = count.noun
    if noun is None or noun.i < count.number.i or persons(noun)[0]:
        return False
    verb = noun.head
    also = verb.lemma_ == "be" and any(child.lower_ == "also" for child in verb.children)  # "two cats were also in the room"
    before = noun.doc[max(noun.sent.start, count.words[0].i - 1) : noun.i]
    return also or any(word.lower_ in BESIDES and not _is_than(word) for word in before)


def _is_former(count: Count) -> bool:
    """Whether those counted are of another time, and no part of what is told: "four prior arrests"."""
    if count.amount.kind != "count" or count.noun is None or count.noun.i < count.number.i:
        return False
    return any(word.lower_ in FORMER for word in count.noun.doc[count.words[0].i : count.noun.i])


def _is_mark(number: Token) -> bool:
    """Whether it is what others are held against, and nothing that happened: "the legal limit of 0.08 percent"."""
    phrase = next((word for word in (number, *number.ancestors) if word.dep_ == "pobj"), number)
    return phrase.dep_ == "pobj" and phrase.head.lower_ == "of" and phrase.head.head.lemma_.lower() in MARKS


def _is_whole(first: Token) -> bool:
    """Whether it counts those of whom only so many were befallen: the three in "two of the three men died"."""
    before = first.doc[max(first.sent.start, first.i - 3) : first.i]
    part = len(before) == 3 and (before[0].like_num or before[0].lower_ in PORTIONS)
    return part and before[1].lower_ == "of" and before[2].lower_ in ("the", "these", "those")


def _far_from(count: Count) -> Tokens | None:
    """The place of which the distance is told: "130 miles northwest of San José", "60 kilometres from the town of Orla"."""
    if dimension_of(count.amount.unit) != "distance":
        return None
    last, doc = count.words[-1], count.number.doc
    ends = last.sent.end
    at = last.i + 1
    if at < ends and doc[at].text == "(":  # the same in another unit
        at = next((word.i + 1 for word in doc[at : min(at + CONVERTED, ends)] if word.text == ")"), at)
    away = next((word for word in doc[at : min(at + AWAY, ends)] if word.lower_ in ("of", "from")), None)
    if away is None or any(word.lower_ not in BEARINGS for word in doc[at : away.i]):
        return None
    return next((name for name in doc.ents if away.i < name.start < min(away.i + AWAY, ends) and name.label_ in PLACES), None)


def _is_converted(first: Token) -> bool:
    """Whether it says an amount once more in another currency or unit: "200 million euros ($265.3 million)"."""
    before = first.i - 1
    return (
        before > first.sent.start
        and first.doc[before].text == "("
        and any(word.like_num for word in first.doc[max(0, before - 4) : before])
    )


def _is_than(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"


def _things(count: Count, noun: Token) -> Asked | None:
    verb = governor(noun)
    if (
        noun.lemma_.lower() in SHOTS
        and called(noun) == noun.lemma_.lower()
        and noun.i != verb.i
        and (act_of(verb) in ("shoot", "hit") or verb.lemma_.lower() in SHOOTING)
    ):
        return Asked("shoot", "shot", None, verb)
    if noun.lower_ == "times" and act_of(verb) == "shoot":
        return Asked("shoot", "shot", None, verb)
    if noun.lower_ == "times" and verb.pos_ == "VERB":
        return Asked(act_of(verb) or act_of(object_of(verb) or verb) or verb.lemma_.lower(), "time", None, verb)
    if noun.lemma_.lower() in DERIVED or not noun.lemma_.isalpha():
        return None
    unit = called(noun)
    part = "part" if count.of is not None else None
    if act_of(noun) is None and (gone := lost(count.number, noun)) is not None:
        return Asked("destroy", unit, None, gone)
    if done(noun) is None and _is_setting(noun):
        return None
    return Asked(done(noun) or unit, unit, part, noun)


def _is_setting(noun: Token) -> bool:
    """Whether the places are only where it was, or whose people it befell: "in two towns", "the sick of the four towns"."""
    if singular(noun) not in SETTINGS:
        return False
    if noun.dep_ == "pobj":
        return not (noun.head.lower_ == "of" and (of := act_of(noun.head.head)) is not None and not befalls_people(of))
    return noun.dep_ == "appos"


def _is_aboard(noun: Token) -> bool:
    """As in "62 people on board", "carrying 62 passengers"."""
    after = noun.doc[noun.i + 1 : min(noun.i + 6, noun.sent.end)].text.lower()
    carried = noun.dep_ == "dobj" and noun.head.lemma_.lower() == "carry"
    return carried or re.match(r"(?:(?:were|was|and \w+|who were)\s)?(?:on board|on-board|onboard|aboard)\b", after) is not None


def _designation(noun: Token) -> str | None:
    """The type by which arms and machines are counted: the AK-47 of "12 AK 47 rifles"."""
    doc = noun.doc
    near = doc[max(noun.sent.start, noun.i - 3) : noun.i + 1]
    found = DESIGNATION.search(near.text)
    return f"{found['letters']}-{found['figures']}".lower() if found is not None else None


def _people(noun: Token, scope: str | None) -> Asked:
    matter = matter_of(noun)
    if matter is not None and matter.about.removesuffix(" by") in CROWDS:
        return Asked(GATHERING, "person", scope, matter.word)
    if gathers(noun):
        return Asked(GATHERING, "person", scope, noun)
    if (matter is None or not matter.about) and _is_aboard(noun):
        return Asked("aboard", "person", scope, noun)
    if matter is None or not matter.about:
        return Asked(noun.lemma_.lower(), "person", None, noun)
    return Asked(matter.about, "person", scope, matter.word)


def _owner(first: Token, governing: Token) -> Token | None:
    """Whose the amount is in a gapped series: "Belarus some 500, Tajikistan 200"."""
    before = first.doc[first.i - 1] if first.i else None
    if before is None or before.pos_ != "PROPN" or act_of(before) is not None or before.sent.start != governing.sent.start:
        return None
    return before if before.i and before.doc[before.i - 1].lower_ in (",", ";", "and", "while") else None


def _sender(count: Asked) -> str | None:
    """The country that sends: the subject of the verb of sending."""
    if count.about != "deploy" or count.word.pos_ != "VERB":
        return None
    sender = child_of(count.word, "nsubj")
    return sender.text if sender is not None and sender.pos_ == "PROPN" else None
