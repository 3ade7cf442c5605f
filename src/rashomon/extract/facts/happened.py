"""Whether something was done at all: an act told as a fact, or denied."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import Act, befalls_people
from rashomon.extract.clauses import VERBAL, child_of, governor, noun_phrase, verb_group
from rashomon.extract.facts.denials import CLAIMS, counts_none, is_real
from rashomon.extract.facts.nations import doer_nation
from rashomon.extract.facts.scene import Scene
from rashomon.extract.facts.times_places import PLACELESS
from rashomon.model import Fact
from rashomon.model.subjects import FLIGHT, THERE
from rashomon.text.lexicon import lexicon

OCCUR = frozenset(
    "occur happen be take conduct carry execute launch commit stage mount perpetrate deny confirm report stop".split()
)
LIGHT = frozenset(
    (
        "be have do say tell think know believe see look seem appear want like try go come get make take give put let need keep "
        "mean feel hear find show ask call add note write read announce report claim accuse quote cite hope expect plan"
    ).split()
)
FLYING = frozenset("fly take perform conduct carry deliver make launch operate be involve".split())
ALOFT = frozenset("fly take operate be involve".split())  # of what flies; by the others a raid is flown: "carried out no raids"
VAGUE = (  # nouns that name no thing of their own
    PLACELESS | CLAIMS | frozenset("reason doubt need chance choice question sign one thing lot number problem place".split())
)
LONG = 10  # words of an answer: the verb and what it is done to


def happened(scene: Scene) -> Iterator[Fact | None]:
    """Acts told as facts or denied, under the class of the act and what it was done to."""
    told = {act.word.i: act for act in scene.acts}
    for token in scene.tokens:
        act = told.get(token.i)
        if token.pos_ in VERBAL and (thing := _noticed(token)) is not None and thing.i not in told:
            yield _of_thing(scene, token, thing)
        if act is not None and not act.verbal:
            yield _of_noun(scene, act)
        elif act is None and (deed := _nouns().get(token.lemma_.lower())) is not None and token.pos_ == "NOUN":
            yield _of_noun(scene, Act(token, deed))
        elif token.pos_ in VERBAL and (flight := _of_no_flight(scene, token)) is not None:
            yield flight
        elif token.pos_ == "VERB" and (act is not None or token.lemma_.lower() not in LIGHT):
            yield _of_verb(scene, token, act)


def _of_verb(scene: Scene, verb: Token, act: Act | None) -> Fact | None:
    done_to = object_of(verb)
    is_told_alone = act is not None or verb.lemma_.lower() in lexicon("kin")["nouns"]  # "the two met"
    if (done_to is None and not is_told_alone) or (act is not None and act.of == "claim responsibility"):
        return None
    denied = scene.negated(verb)
    if denied and (_is_rule(verb) or _is_over(verb)):
        return None
    if act is not None and befalls_people(act.of) and counts_none(verb):
        return None
    if not denied and not is_real(verb) and not _is_attempt(verb):
        return None
    words = verb_group(verb)
    if done_to is not None and done_to.i > verb.i:
        words = list(scene.tokens[words[0].i : noun_phrase(done_to)[-1].i + 1])
    value = words[:LONG]
    about = act.of if act else subject_matter(verb.lemma_.lower(), done_to)
    return scene.fact("happened", about, value, verb, denied=denied, scope=doer_nation(verb))


def _of_no_flight(scene: Scene, verb: Token) -> Fact | None:
    """As in "our planes flew no missions there", "no aircraft took off": who denies that has struck nothing from the air."""
    if verb.lemma_.lower() not in FLYING or not scene.negated(verb):
        return None
    parties = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    parties = parties or ([verb.head] if verb.dep_ == "acl" and verb.head.dep_ in ("ROOT", "ccomp") else [])
    told = {word.lemma_.lower() for party in parties for word in (party, *party.children, *party.conjuncts)}
    if not told & _words("aircraft") or not (told & _words("sorties") or verb.lemma_.lower() in ALOFT):
        return None
    words = scene.tokens[parties[0].left_edge.i : max(verb.i, parties[-1].i) + 1]
    return scene.fact("happened", FLIGHT, list(words)[:LONG], verb, denied=True, scope=doer_nation(verb))


def _noticed(verb: Token) -> Token | None:
    """What the verb says to have been there: "there was a siren", "the siren sounded", "found songs", "heard no shots"."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        there = child_of(verb, "attr", "nsubj") if child_of(verb, "expl") is not None else None
    else:
        there = (object_of(verb) or child_of(verb, "nsubj")) if _is_noticing(verb, lemma) else None
    if there is None or there.pos_ != "NOUN":
        return None
    named = there.lemma_.lower()
    is_person = named in lexicon("units")["persons"] and named != "survivor"
    return None if is_person or named in VAGUE else there


def _is_noticing(verb: Token, lemma: str) -> bool:
    """As in "sounded", "was found", "was set off"."""
    set_off = lemma == "set" and any(child.dep_ == "prt" and child.lower_ == "off" for child in verb.children)
    return set_off or lemma in _words("noticed")


def _of_thing(scene: Scene, verb: Token, thing: Token) -> Fact | None:
    """As in "there was no siren": that the thing was there, or was not."""
    denied = scene.negated(verb) or scene.negated(thing)
    if not denied and not is_real(verb):
        return None
    words = {word.i for word in (*verb_group(verb), *noun_phrase(thing, LONG))}
    value = list(scene.tokens[min(words) : max(words) + 1])[:LONG]
    return scene.fact("happened", f"{THERE} {thing.lemma_.lower()}", value, verb, denied=denied)


def _of_noun(scene: Scene, act: Act) -> Fact | None:
    """An act told by a noun counts where the clause says that it took place, or denies it."""
    noun = act.word
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    home = scene.held[noun.i]
    denied = scene.negated(noun)
    verb = governor(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head == verb and verb.lemma_.lower() in ("be", "come"):
        return scene.fact("happened", act.of, [noun.head, noun], verb, denied=scene.negated(verb))
    if _is_how(scene, verb) or _is_described(noun, verb):
        return None
    if denied or (verb.lemma_.lower() in OCCUR and noun.head == verb and (denied := scene.negated(verb)) is not None):
        return scene.fact("happened", act.of, noun_phrase(noun, LONG), noun, denied=denied, scope=doer_nation(noun))
    if home is not None and home[0].denied:
        return scene.fact("happened", act.of, noun_phrase(noun, LONG), noun, scope=doer_nation(noun))
    return None


def _is_described(noun: Token, verb: Token) -> bool:
    """Whether the clause says of what sort it was or was not: "the toll was not final", "the blast was no accident"."""
    return noun.dep_ == "nsubj" and verb.lemma_.lower() == "be" and child_of(verb, "acomp", "attr") is not None


def _is_how(scene: Scene, verb: Token) -> bool:
    """Whether only the way it happened is denied: "did not happen in a vacuum", "by chance"."""
    if verb.lemma_.lower() not in ("happen", "occur") or not scene.negated(verb):
        return False
    if any(child.lower_ == "out" and child.dep_ == "prep" for child in verb.children):  # "out of the blue", "out of nowhere"
        return True
    told = [
        noun for prep in verb.children if prep.dep_ == "prep" and prep.i > verb.i for noun in prep.children if noun.dep_ == "pobj"
    ]
    return any(
        noun.i not in scene.times and not noun.ent_type_ and noun.lemma_.lower() not in lexicon("places")["sites"]
        for noun in told
    )


def _is_rule(verb: Token) -> bool:
    """As in "you never hit a fan": what nobody does, and no denial that somebody did."""
    subject = child_of(verb, "nsubj")
    return subject is not None and subject.lower_ == "you" and any(child.lower_ == "never" for child in verb.children)


def _is_over(verb: Token) -> bool:
    """As in "no longer fired", "were not firing any more": it was done, and is over."""
    words = {word.lower_ for word in verb.children} | {word.lower_ for child in verb.children for word in child.children}
    return bool(words & {"anymore", "longer"}) or {"any", "more"} <= words


def _is_attempt(verb: Token) -> bool:
    """As in "was trying to protect": an aim told as a fact."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in (
        "try",
        "attempt",
        "begin",
        "start",
        "continue",
        "help",
        "appear",
        "seem",
        "manage",
    )


def object_of(verb: Token) -> Token | None:
    """What the verb is done to: its object, or the subject of its passive."""
    passive = child_of(verb, "nsubjpass")
    if passive is not None:
        return passive
    direct = child_of(verb, "dobj")
    if direct is None and verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        return verb.head
    return direct


def subject_matter(of: str, done_to: Token | None) -> str:
    """What two tellings of one act share: its class and, unless it befalls people, the noun that it is done to."""
    if done_to is None or befalls_people(of) or done_to.pos_ not in ("NOUN", "PROPN"):
        return of
    noun = done_to.lemma_.lower()
    return of if noun in lexicon("units")["persons"] or noun in of.split() else f"{of} {noun}"


@cache
def _nouns() -> dict[str, str]:
    """Nouns of deeds that are in no class of acts -> the verb for the deed."""
    return {noun: deed for deed, nouns in lexicon("kin")["nouns"].items() for noun in nouns}


@cache
def _words(name: str) -> frozenset[str]:
    """One of the lists of resources/kin.yaml."""
    return frozenset(lexicon("kin")[name])
