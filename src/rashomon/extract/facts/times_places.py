"""When and where an act was done, as the text says beside it."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.acts import Act, wide
from rashomon.extract.clauses import governor, noun_phrase
from rashomon.extract.facts.nouns import name_around, persons
from rashomon.extract.facts.scene import PLACES, Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ?$")  # a time of day, where the text gives it to the minute or the hour
WITHIN = frozenset("in at near outside inside around across along within beside".split())  # a place comes after these
AT = frozenset("in at near on outside inside around across along within off from into onto toward towards".split())
PLACELESS = frozenset(
    (
        "time way case response addition fact order moment end result part area attempt statement interview twitter "
        "television video report future past condition connection suspicion supply hope fear retaliation revenge "
        "anticipation memory honor honour charge favour favor effort history midst wake run course context aftermath absence "
        "presence view tweet photo photograph image picture custody situation instant solidarity "
        "neck head chest back leg arm face stomach abdomen shoulder"
    ).split()
)
AIMING = frozenset("target hit strike attack bomb shell storm destroy".split())
SAYING = frozenset("say tell report add state announce claim write".split())
ENDING = frozenset("end stop extinguish contain knock douse control quell lift put cease subside".split())
BEGINNING = frozenset("start begin break erupt occur happen take come".split())
ASKED = frozenset(
    (
        "attack explode shoot strike hit crash collide kill injure arrest protest fight burn sink derail collapse seize "
        "abduct deploy gas destroy test transfer quake flood fall loot escape rescue release"
    ).split()
)


def times(scene: Scene) -> Iterator[Fact | None]:
    """The time of each act that has one in its clause: of the clause's verb before the nouns in it."""
    done: set[int] = set()
    for act in scene.acts:
        verb = _telling(act.word)
        for word in (act.word, verb, *verb.conjuncts, *_begun(act.word)):
            if (
                word.i in scene.when
                and word.lemma_.lower() not in SAYING  # "a doctor told us on Thursday" is when it was said
                and word.i not in done
                and act.of in ASKED
                and not (_is_repeated(verb) or _is_ended(act, verb))
            ):
                done.add(word.i)
                at = next((i for i in sorted(scene.dated) if _hangs(scene.tokens[i], word)), None)
                if at is not None:
                    yield time_told(scene, wide(act.of), at, act.word)
                break


def _begun(act: Token) -> Iterator[Token]:
    """As in "fought the blaze, which started at dawn"."""
    return (child for child in act.children if child.dep_ == "relcl" and child.lemma_.lower() in BEGINNING)


def _is_ended(act: Act, verb: Token) -> bool:
    """Whether the clause tells when it was over: "the fire was put out by seven"."""
    return act.word is not verb and verb.lemma_.lower() in ENDING


def _is_repeated(verb: Token) -> bool:
    """Whether it was done more than once: "at least three times during October and November" is no answer to when it was."""
    return any(word.lower_ in ("times", "occasions", "repeatedly", "regularly", "often", "frequently") for word in verb.subtree)


def time_told(scene: Scene, about: str, at: int, word: Token) -> Fact | None:
    """The time that stands at a token, as that of what `word` tells."""
    time = scene.times[at]
    move = scene.passage.block.span.start
    piece = scene.parse.char_span(time.span.start - move, time.span.end - move, alignment_mode="expand")
    clock = _CLOCK.match(time.norm or "")
    when = clock.group() if clock is not None and clock.group().startswith(scene.dated[at]) else scene.dated[at]
    return None if piece is None else scene.fact("time", about, list(piece), word, when=when)


def places(scene: Scene) -> Iterator[Fact | None]:
    """The place of each act that has one in its clause, and what was aimed at."""
    for act in scene.acts:
        if act.of not in ASKED or scene.negated(governor(act.word)):  # what was not done was done nowhere
            continue
        for word in dict.fromkeys((act.word, _telling(act.word))):
            for prep in word.children:
                if prep.dep_ == "prep" and prep.lower_ in AT:
                    yield from (_place(scene, act, where) for where in prep.children if where.dep_ == "pobj")
        if act.word.lemma_.lower() in AIMING:
            yield from (_aim(scene, act, child) for child in act.word.children if child.dep_ in ("dobj", "nsubjpass"))


def _telling(word: Token) -> Token:
    """The word whose time and place are those of the act: its clause's verb, but where that tells of something else that has to
    do with the act, as an arrest "in the inquiry into the theft".
    """
    is_only_meant = word.dep_ == "pobj" and word.head.head.pos_ in ("NOUN", "PROPN")
    return word if is_only_meant else governor(word)


def _place(scene: Scene, act: Act, where: Token) -> Fact | None:
    where = _whereabouts(where)
    if not _is_place(scene, where):
        return None
    return scene.fact("place", wide(act.of), [*noun_phrase(where, 12)], act.word, where=_name(where))


def _aim(scene: Scene, act: Act, target: Token) -> Fact | None:
    target = _whereabouts(target)
    if target.pos_ not in ("NOUN", "PROPN") or not _is_place(scene, target):
        return None
    return scene.fact("place", wide(act.of), noun_phrase(target, 12), act.word, where=_name(target))


def _whereabouts(target: Token) -> Token:
    """Where they are that somebody aims at: "fired on persons at the terminal" was at the terminal."""
    if not persons(target)[0]:
        return target
    near = (place for prep in target.children if prep.lower_ in WITHIN for place in prep.children if place.dep_ == "pobj")
    return next(near, target)


def _is_place(scene: Scene, where: Token) -> bool:
    """A named place, a noun for a site, or whatever things come after "in", "at" or "near"; never people."""
    if where.text[0].isdigit():  # "on the roof at 8.49pm this evening"
        return False
    if where.i in scene.times or where.ent_type_ in ("DATE", "TIME", "PERSON", "ORG", "NORP", "CARDINAL", "MONEY", "PERCENT"):
        return where.ent_type_ == "ORG" and where.head.dep_ == "prep"
    if where.ent_type_ in PLACES:
        return True
    if where.pos_ == "NOUN" and where.lemma_.lower() in lexicon("places")["sites"]:
        return True
    return (
        where.pos_ in ("NOUN", "PROPN")
        and where.dep_ == "pobj"
        and where.head.lower_ in WITHIN
        and not persons(where)[0]
        and where.lemma_.lower() not in PLACELESS
        and where.i not in scene.act
        and where.lemma_.lower() not in _DAYS
    )


def _name(where: Token) -> str | None:
    """The place name in the phrase, the widest last: "a bakery in Hasakeh" is in Hasakeh."""
    names = [token for token in where.subtree if token.ent_type_ in PLACES]
    if not names:
        return None
    name = name_around(names[0])
    return name.text if name is not None else None


def _hangs(token: Token, word: Token) -> bool:
    return word.is_ancestor(token)


_DAYS = frozenset(
    "day week month year hour minute morning afternoon evening night midnight noon midday dawn dusk weekend".split()
)
