"""Praise and blame: what somebody thinks of an act or of who did it."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import child_of, governor, noun_phrase
from rashomon.extract.facts.compliance import keeps_or_breaks
from rashomon.extract.facts.denials import is_real, is_supposed
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import is_thing
from rashomon.extract.facts.own import accident
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

LONG = 10
DEEDS = frozenset("decision choice move action step act response policy order measure appeal call handling".split())
LAWS = frozenset("law bill legislation amendment statute decree ordinance reform".split())
OFFICES = frozenset("authority body ministry court department agency party organ service".split())
PIECES = frozenset("piece kind sort type form part".split())
DEED = "deed"  # whatever the account is about that was done: all who judge it meet
SELVES = frozenset("i we you he she they who".split())  # "we are disappointed" tells how they feel
SAYING = frozenset("say assume think believe suppose conclude note expect call argue suggest".split())
GRAVE = frozenset(["attack", "kill", "quell", "deploy", "call in", "seize", "arrest"])


def judgings(scene: Scene) -> Iterator[Fact | None]:
    """Every word of praise or blame with what it is said of; `scope` says which of the two it is."""
    for token in scene.tokens:
        side = side_of(token)
        if (
            side is None
            or keeps_or_breaks(token)
            or is_supposed(governor(token))
            or _is_answerable(token)
            or _is_of_office(token)
        ):
            continue
        if token.pos_ == "VERB":
            yield _of_verb(scene, token, side)
            yield _for_a_deed(scene, token, side)
        elif token.pos_ == "ADJ":
            yield _of_adjective(scene, token, side)
        elif token.pos_ == "NOUN" and (token.dep_ in ("attr", "oprd", "appos") or _is_as(token)):
            yield _of_noun(scene, token, side)


def side_of(word: Token) -> str | None:
    """ "praise" or "blame"; None for a word that is neither, and for a question put to a person."""
    sides = _sides()
    side = sides.get(word.lemma_.lower()) or sides.get(word.lower_)
    if side == "doubt":
        target = object_of(word) if word.pos_ == "VERB" else None
        asked = target is not None and target.pos_ in ("NOUN", "PROPN") and matter(target) != DEED
        return None if asked or word.pos_ != "VERB" else "blame"
    return side


@cache
def _sides() -> dict[str, str]:
    listed: dict[str, list[str]] = lexicon("evaluations")
    return {word: side for side in ("praise", "blame", "doubt") for word in listed[side]}


def _is_of_office(word: Token) -> bool:
    """As in "the competent authorities": those whose business it is."""
    return word.lemma_.lower() == "competent" and word.dep_ == "amod" and word.head.lemma_.lower() in OFFICES


def _is_answerable(word: Token) -> bool:
    """As in "held the council responsible for it": whose doing it was, and no praise."""
    return word.lemma_.lower() == "responsible" and (
        governor(word).lemma_.lower() == "hold" or any(child.lower_ == "for" for child in word.children)
    )


def _of_verb(scene: Scene, verb: Token, side: str) -> Fact | None:
    """As in "condemned the attack", "was hailed as". Where the verb only leads into what is said, the page gives that alone."""
    target = object_of(verb)
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return None
    if verb.lemma_.lower() == "blame" and is_thing(target) and accident(scene.reading) is not None:  # its cause
        return None
    words = [verb] if target.i < verb.i else list(scene.tokens[verb.i : noun_phrase(target, LONG)[-1].i + 1])[: LONG + 2]
    denied = scene.negated(verb)
    tries = (words, [verb], noun_phrase(target, LONG) if scene.held[verb.i] is None else [])
    told = (scene.fact("evaluation", matter(target), value, verb, denied=denied, scope=side) for value in tries)
    return next(filter(None, told), None)


def _for_a_deed(scene: Scene, verb: Token, side: str) -> Fact | None:
    """As in "criticised the zoo for killing the animal", "was praised over the rescue": what was done is judged too."""
    judged = object_of(verb)
    heads = [verb, *([judged, *judged.conjuncts] if judged is not None else [])]
    preps = (word for head in heads for word in head.children if word.dep_ == "prep" and word.lower_ in ("for", "over"))
    deed = next((done for word in preps for done in word.children if done.dep_ in ("pobj", "pcomp")), None)
    if deed is None or matter(deed) != DEED:
        return None
    first = verb if scene.held[verb.i] is not None or judged is None else judged.left_edge
    words = list(scene.tokens[first.i : deed.i + 1])
    if len(words) > LONG + 2:
        return None
    return scene.fact("evaluation", DEED, words, verb, denied=scene.negated(verb), scope=side)


def _of_adjective(scene: Scene, word: Token, side: str) -> Fact | None:
    """As in "a horrible decision", "the barrier was safe"."""
    if word.dep_ == "amod" and word.head.pos_ in ("NOUN", "PROPN"):
        words = list(scene.tokens[word.i : word.head.i + 1])[:LONG]
        return scene.fact("evaluation", matter(word.head), words, word.head, denied=scene.negated(word), scope=side)
    subject = child_of(word.head, "nsubj", "nsubjpass", "csubj", "dobj") or child_of(word, "nsubj")
    if word.dep_ not in ("acomp", "oprd", "ccomp", "xcomp") or subject is None or not is_real(word.head):
        return None
    if subject.lower_ in SELVES or _is_manner_of_speaking(word, subject):
        return None
    if _is_asked(word.head):
        side = "blame" if side == "praise" else "praise"
    denied = scene.negated(word.head) or scene.negated(word)
    return scene.fact("evaluation", matter(subject), _with_negation(word), word.head, denied=denied, scope=side)


def _is_manner_of_speaking(word: Token, subject: Token) -> bool:
    """As in "it is safe to say": what may be said, and no judgement of what was done."""
    said = child_of(word, "xcomp") or child_of(word.head, "xcomp")
    return subject.lower_ == "it" and said is not None and said.lemma_.lower() in SAYING


def _is_asked(verb: Token) -> bool:
    """As in "questioned why it was necessary": who asks doubts it."""
    return verb.dep_ in ("ccomp", "pcomp") and _sides().get(verb.head.lemma_.lower()) == "doubt"


def _of_noun(scene: Scene, word: Token, side: str) -> Fact | None:
    """As in "this is a crime", "called it an aggression"."""
    verb = word.head.head if _is_as(word) else word.head
    judged = child_of(verb, "dobj", "nsubjpass") or child_of(verb, "nsubj") or child_of(verb.head, "dobj")
    subject = word.head if word.dep_ == "appos" else judged
    if subject is None or subject.i == word.i:
        return None
    words = noun_phrase(word, LONG)
    return scene.fact("evaluation", matter(subject), words, word.head, denied=scene.negated(word.head), scope=side)


def _is_as(word: Token) -> bool:
    """As in "condemned it as a crime"."""
    return word.dep_ == "pobj" and word.head.lower_ == "as"


def _with_negation(word: Token) -> list[Token]:
    return list(
        word.doc[
            min([word.i, *(child.i for child in word.children if child.dep_ == "advmod" and child.i == word.i - 1)]) : word.i + 1
        ]
    )


def matter(target: Token) -> str:
    """What is judged: the class of an act, else its noun; "it" and "this" and decisions stand for what was done."""
    if target.lemma_.lower() in PIECES:  # "a piece of legislation"
        of_what = next(
            (noun for prep in target.children if prep.lower_ == "of" for noun in prep.children if noun.dep_ == "pobj"), None
        )
        target = of_what or target
    if target.lemma_.lower() in LAWS:
        return "law"
    of = act_of(target)
    if target.pos_ in ("PRON", "DET") or target.lemma_.lower() in DEEDS or (of is not None and wide(of) in GRAVE):
        return DEED
    return wide(of) if of is not None else target.lemma_.lower()
