"""Why an accident or a fire happened, told without a verb of causing: "pointed to a fault", "no sign of arson", "was to blame".

Every answer is asked of the accident that the account tells at its top, or of the one that stands beside it.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import NAMING, act_of
from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.extract.facts.denials import NOT, is_of_none, is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.own import ACCIDENTS, accident
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

POINTING = frozenset("point suggest indicate suspect".split())
SIGNS = frozenset("sign evidence trace indication proof mark".split())
SEEING = frozenset("find see have show be discover detect reveal".split())
EXCLUDING = frozenset("rule exclude".split())  # "ruled out"
STARTING = frozenset("start ignite set spark trigger burn destroy gut".split())
BEGINNING = frozenset("break start begin erupt happen occur".split())  # "broke out when"
FAILING = frozenset("fail burst snap malfunction overheat".split())
GUILTY = frozenset("behind responsible".split())
AHEAD = 4  # words of a headline from "behind" to the accident
LONG = 16  # words of an answer


def mishaps(scene: Scene) -> Iterator[Fact | None]:
    """Each thing or deed that is given as the cause of an accident, or is said to be none."""
    for token in scene.tokens:
        if token.lemma_.lower() in _sources() and token.pos_ in ("NOUN", "PROPN"):
            source = token.head if token.dep_ in NAMING and token.head.pos_ in ("NOUN", "PROPN") else token
            ways = (_pointed_to, _blamed, _started, _began, _named)
            yield next((told for way in ways if (told := way(scene, source)) is not None), None)


def _pointed_to(scene: Scene, source: Token) -> Fact | None:
    """As in "pointed to a fault", "suspect arson", "no sign of sabotage", "ruled out a bomb"."""
    above = source.head
    if source.dep_ == "pobj" and above.lower_ in ("to", "of"):
        above = above.head
    lemma, verb = above.lemma_.lower(), above if above.pos_ == "VERB" else above.head
    if lemma in SIGNS and above.pos_ == "NOUN" and verb.lemma_.lower() in SEEING and is_real(verb):
        none = is_of_none(above)
        return _told(scene, source, verb, none or scene.negated(verb))
    if lemma in EXCLUDING and object_of(above) == source and is_real(above) and not scene.negated(above):
        return _told(scene, source, above, denied=True)
    if lemma in POINTING and source.dep_ in ("pobj", "dobj", "xcomp") and is_real(above):
        subject = child_of(above, "nsubj")
        none = subject is not None and (subject.lower_ in (*NOT, "nothing") or is_of_none(subject))
        return _told(scene, source, above, none or scene.negated(above))
    return None


def _blamed(scene: Scene, source: Token) -> Fact | None:
    """As in "a fault was to blame", "stove, not cable, behind deadly blaze"."""
    verb = source.head
    is_told = verb.lemma_ == "be" and source.dep_ == "nsubj"
    beside = [child for word in ((source, verb) if is_told else (source,)) for child in word.children if child.i > source.i]
    denied = is_told and scene.negated(verb)
    if any(child.lower_ == "blame" and child.dep_ in ("acl", "xcomp") for child in beside):
        return _told(scene, source, source, denied)
    behind = next((child for child in beside if child.lower_ in GUILTY), None)
    if behind is None:
        return None
    ahead = scene.tokens[behind.i + 1 : min(behind.i + 1 + AHEAD, source.sent.end)]
    of = next((of for word in ahead if (of := _accident_of(word)) is not None), None)
    return _told(scene, source, behind, denied, of) if of else None


def _started(scene: Scene, source: Token) -> Fact | None:
    """As in "a spark started the blaze", "set on fire by a petrol bomb"."""
    verb = source.head if source.dep_ != "pobj" else source.head.head
    done_to = object_of(verb)
    if verb.lemma_.lower() not in STARTING:
        return None
    of = _accident_of(done_to) if done_to is not None else None
    if source.dep_ == "pobj" and source.head.dep_ == "agent":
        of = _accident_of(verb) or of
    elif source.dep_ != "nsubj":
        return None
    return _told(scene, source, verb, scene.negated(verb), of) if of else None


def _began(scene: Scene, source: Token) -> Fact | None:
    """As in "the brakes failed", "the fire broke out when a stove fell"."""
    verb = source.head
    if source.dep_ == "nsubj" and verb.lemma_.lower() in FAILING and is_real(verb) and (own := accident(scene.reading)):
        return scene.fact("cause", own, [*noun_phrase(source, LONG), verb], verb, denied=scene.negated(verb))
    when = any(child.lower_ in ("when", "after") for child in verb.children)
    if source.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "advcl" and when and verb.head.lemma_.lower() in BEGINNING:
        begun = child_of(verb.head, "nsubj")
        of = _accident_of(begun) if begun is not None else None
        return scene.fact("cause", of, [*noun_phrase(source, LONG), verb], verb.head) if of else None
    return None


def _named(scene: Scene, source: Token) -> Fact | None:
    """As in "it was sabotage", "the fire was an act of arson", "the cause was a short circuit"."""
    named = source.head.head if source.dep_ == "pobj" and source.head.head.lemma_.lower() == "act" else source
    verb = named.head
    subject = child_of(verb, "nsubj")
    if named.dep_ != "attr" or subject is None or not is_real(verb):
        return None
    if subject.lower_ in ("it", "this", "that"):
        own = source.lemma_.lower() in lexicon("mishaps")["deeds"]
        return _told(scene, source, verb, scene.negated(verb)) if own else None
    if subject.lemma_.lower() == "cause" and child_of(subject, "prep") is None:
        return _told(scene, source, verb, scene.negated(verb))
    of = _accident_of(subject)
    return _told(scene, source, verb, scene.negated(verb), of) if of else None


def _accident_of(word: Token) -> str | None:
    """The accident that the word tells of: "the crash", "the blaze"."""
    of = act_of(word) or ("burn" if word.lemma_.lower() in ("fire", "blaze") else None)  # "deadly blaze - report"
    return of if of in ACCIDENTS else None


def _told(scene: Scene, source: Token, word: Token, denied: bool, of: str | None = None) -> Fact | None:
    """The cause in its own words, of that accident or of the account's own; `word` tells it and is no part of the answer."""
    of = of or accident(scene.reading)
    words = [token for token in noun_phrase(source, LONG) if word.i <= source.i or token.i < word.i]
    return scene.fact("cause", of, words, word, denied=denied) if of is not None else None


@cache
def _sources() -> frozenset[str]:
    """Whatever an accident may come of: deeds and faults."""
    return frozenset(word for words in lexicon("mishaps").values() for word in words)
