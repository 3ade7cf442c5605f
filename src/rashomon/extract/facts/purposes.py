"""What for: the purpose that a text gives for an act, sincere or not: "to deter", "an attempt to divert", "a pretext for"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import VERBAL, child_of, governor, noun_phrase
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

TRIES = frozenset("attempt bid effort move ploy plot scheme manoeuvre maneuver".split())
AIMS = frozenset("aim goal purpose objective intention intent target motive reason".split())
MEANT = frozenset("aim mean intend design calculate plan order".split())
ANSWERS = frozenset("response retaliation reprisal revenge reaction retribution answer".split())
PRETEXTS = frozenset("pretext excuse cover smokescreen justification".split())
SERVED = frozenset("goal interest purpose agenda aim end objective plan".split())
DOING = frozenset("execute carry conduct launch".split())
CAMPAIGNS = frozenset("operation campaign mission".split())
ATTACK = "attack"
POINTING = frozenset("it this that these".split())
BACK = 60  # tokens back from "it" to the act that it stands for
LONG = 22  # words of an answer


def purposes(scene: Scene) -> Iterator[Fact | None]:
    """Every purpose, under the class of the act."""
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if token.tag_ == "VB" and token.dep_ in ("advcl", "acl", "xcomp") and token.head.i < token.i and _has_to(token):
            yield _aimed(scene, token)
        elif lemma in TRIES and token.i + 1 < token.sent.end and token.nbor().lower_ == "to":
            yield _tried(scene, token)
        elif token.pos_ == "NOUN" and token.dep_ == "attr" and lemma in ANSWERS | PRETEXTS:
            yield _told(scene, child_of(token.head, "nsubj"), noun_phrase(token, LONG), token.head)
        elif lemma == "serve" and token.pos_ == "VERB":
            yield _serving(scene, token)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ in ("to", "attempt") and child.dep_ == "aux" for child in verb.children)


def _aimed(scene: Scene, aim: Token) -> Fact | None:
    """As in "struck the base to weaken the army", "the raid was meant to", "the aim of the raid is to"."""
    act, words = aim.head, list(aim.subtree)[:LONG]
    if aim.dep_ == "acl" and act.dep_ in ("dobj", "pobj") and act.lemma_.lower() in lexicon("places")["sites"]:
        act = governor(act)  # a parse may hang it on the base that was struck
    lemma = act.lemma_.lower()
    if lemma in MEANT:
        subject = child_of(act, "nsubjpass", "nsubj") or (act.head if act.dep_ == "acl" else None)
        return _told(scene, subject, words, act)
    if act.lemma_ == "be" and (named := child_of(act, "nsubj")) is not None and named.lemma_.lower() in AIMS:
        of = child_of(named, "prep")
        return _told(scene, child_of(of, "pobj") if of is not None else None, words, act)
    if (act.pos_ in VERBAL and aim.dep_ != "xcomp" and act_of(act) is not None) or lemma in DOING:
        done_to = object_of(act)
        about = wide(act_of(act) or act_of(done_to or act) or "")
        return scene.fact("cause", about, [token for token in words if token.i >= aim.left_edge.i], act) if about else None
    return None


def _tried(scene: Scene, noun: Token) -> Fact | None:
    """As in "the strike is an attempt to", and as headlines have it: "Raid on Base Attempt to Divert Attention"."""
    verb = next((child for child in noun.children if child.tag_ == "VB"), None)
    last = verb.right_edge.i if verb is not None else noun.sent.end - 1
    words = list(scene.tokens[noun.i : min(last, noun.sent.end - 1) + 1])[:LONG]
    subject = child_of(noun.head, "nsubj") if noun.dep_ == "attr" else None
    if subject is None and noun.is_title:
        subject = next((token for token in scene.tokens[noun.sent.start : noun.i] if act_of(token) is not None), None)
    return _told(scene, subject, words, noun)


def _serving(scene: Scene, verb: Token) -> Fact | None:
    """As in "the strike serves the interests of the rebels"."""
    served = child_of(verb, "dobj")
    if served is None or served.lemma_.lower() not in SERVED:
        return None
    return _told(scene, child_of(verb, "nsubj"), [verb, *scene.tokens[verb.i + 1 : noun_phrase(served, LONG)[-1].i + 1]], verb)


def _told(scene: Scene, act: Token | None, words: Sequence[Token], word: Token) -> Fact | None:
    if act is None:
        return None
    of = _before(scene, act) if act.lower_ in POINTING else act_of(act) or (ATTACK if act.lemma_.lower() in CAMPAIGNS else None)
    return scene.fact("cause", wide(of), words, word, denied=scene.negated(word)) if of else None


def _before(scene: Scene, pronoun: Token) -> str | None:
    """The class of the act that was told last before "it": what "it is an attempt to" is said of."""
    told = [act.of for act in scene.acts if pronoun.i - BACK < act.word.i < pronoun.i and act.word.pos_ in ("NOUN", "PROPN")]
    return told[-1] if told else None
