"""How: with what means an act was done, and what a group of people did or is to do."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import Act, act_of, wide
from rashomon.extract.clauses import child_of, governor, noun_phrase, subject_of, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon
from rashomon.text.means import means_in

VIOLENT = frozenset(["attack", "explode", "shoot", "strike", "kill", "gas", "destroy", "hit", "injure"])
MEANS = frozenset(["with", "by", "using", "via", "in", "on", "from"])
ARMED = frozenset(
    (
        "bomb bomber missile rocket shell shelling drone gun rifle pistol knife machete truck car vehicle motorcycle "
        "motorbike bike van lorry jet plane "
        "aircraft warplane helicopter fighter gas chlorine sarin chemical explosive explosives grenade mortar artillery "
        "mine device belt vest "
        "arrow axe hammer sword weapon tank napalm phosphorus barrel submarine ship boat fire suicide poison"
    ).split()
)
ONE_ATTACK = frozenset(["hit", "kill", "injure", "destroy"])  # what an attack does: by what means is asked of the attack
USING = frozenset(
    "fire launch use drop detonate set explode".split()
)  # of what is done with a means; "the truck was hit" names a victim
RESORTING = frozenset("use fire employ deploy resort".split())
ALONE = frozenset(["only", "just", "solely"])
TROOPS = frozenset("troop soldier force serviceman peacekeeper army military contingent paratrooper guard unit".split())
CULPRITS = frozenset("gunman shooter attacker bomber assailant killer kidnapper captor abductor hijacker pirate robber".split())
LONG = 12


def manners(scene: Scene) -> Iterator[Fact | None]:
    """Means of violent acts, and deeds that have an opposite."""
    for act in scene.acts:
        if act.of in VIOLENT:
            told = list(_by_means(scene, act.word, wide(act.of)))
            yield from told
            if not any(told) and wide(act.of) == "attack":
                yield _by_itself(scene, act)
    for token in scene.tokens:
        if token.pos_ == "NOUN" and token.lemma_.lower() == "bomber":
            yield scene.fact("manner", "attack", noun_phrase(token, LONG), token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in _deeds():
            yield _deed(scene, token)
        elif token.lower_ in ("gas", "teargas", "cannon", "spray", "baton", "batons") and token.dep_ in ("dobj", "pobj"):
            yield _nothing_else(scene, token)


def _by_means(scene: Scene, word: Token, about: str) -> Iterator[Fact | None]:
    if word.pos_ in ("NOUN", "PROPN"):
        means = [child for child in word.children if child.dep_ in ("compound", "amod", "nmod") and child.i < word.i]
        if any(_is_means(child) for child in means):
            yield _told(scene, about, list(scene.tokens[min(child.left_edge.i for child in means) : word.i + 1]), word)
        return
    for child in word.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in MEANS:
            for target in child.children:
                if target.dep_ == "pobj" and _is_means(target):
                    yield _told(scene, about, [child, *noun_phrase(target, LONG)], word)
        elif child.lower_ == "using" and (tool := child_of(child, "dobj")) is not None:
            yield _told(scene, about, noun_phrase(tool, LONG), word)
        elif (child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and word.lemma_.lower() in USING)) and _is_means(child):
            yield _told(scene, about, noun_phrase(child, LONG), word)


def _told(scene: Scene, about: str, words: Sequence[Token], word: Token) -> Fact | None:
    """The means; those of an attack are asked of the attack, whatever verb tells it: "hit by a drone", "killed by a bomber"."""
    of_attack = about in ONE_ATTACK and means_in(" ".join(token.text for token in words))
    return scene.fact("manner", "attack" if of_attack else about, words, word)


def _by_itself(scene: Scene, act: Act) -> Fact | None:
    """An act that is a means itself: "opened fire", "was shelled", "the air strike"."""
    verb = act.word
    if not act.verbal or not is_real(verb) or scene.negated(verb) or (verb.tag_ == "VBG" and child_of(verb, "aux") is None):
        return None
    done_to = object_of(verb)
    last = done_to.i if done_to is not None and done_to.i > verb.i else verb.i
    words = list(scene.tokens[verb_group(verb)[0].i : last + 1])[:LONG]
    told = " ".join(word.text for word in words)
    return scene.fact("manner", "attack", words, verb) if means_in(told) else None


def _nothing_else(scene: Scene, tool: Token) -> Fact | None:
    """As in "used only tear gas", "used tear gas only": with what a crowd was met, where that is said to be all."""
    verb = governor(tool)
    if verb.lemma_.lower() not in RESORTING or not is_real(verb) or scene.negated(verb):
        return None
    words = list(scene.tokens[verb.i : min(tool.i + 2, tool.sent.end)])
    after = words[-1]  # "used tear gas only", but not "used tear gas only after"
    if after.lower_ not in ALONE or (after.i + 1 < tool.sent.end and not after.nbor().is_punct):
        words.pop()
    alone = any(word.lower_ in ALONE for word in (*words, *(child for child in verb.children if child.i < tool.i)))
    return scene.fact("manner", "attack", words[:LONG], verb) if alone else None


def _is_means(token: Token) -> bool:
    return token.lemma_.lower() in ARMED or any(
        child.lemma_.lower() in ARMED for child in token.children if child.dep_ in ("compound", "amod") and token.pos_ == "NOUN"
    )


def _deed(scene: Scene, verb: Token) -> Fact | None:
    """What somebody did, where the deed has an opposite: "the troops guard the airport", "they killed rioters"."""
    doer = _doer(verb)
    if doer is None:
        return None
    done_to = object_of(verb)
    if done_to is not None and _are_culprits(done_to):
        return None
    words = list(verb_group(verb))
    if done_to is not None and done_to.i > verb.i:
        words = list(scene.tokens[words[0].i : noun_phrase(done_to)[-1].i + 1])
    where = next((child.text for child in doer.children if child.ent_type_ in ("NORP", "GPE")), None)
    return scene.fact("manner", doer_class(doer), words[:LONG], verb, denied=scene.negated(verb), where=where)


def _are_culprits(whom: Token) -> bool:
    """Whether it befell those who did harm themselves, whom to kill is also to protect: "killed three of the kidnappers"."""
    of = next((noun for prep in whom.children if prep.lower_ == "of" for noun in prep.children), whom)
    return bool({whom.lemma_.lower(), of.lemma_.lower()} & CULPRITS)


def _doer(verb: Token) -> Token | None:
    if _may_be_of_object(verb):
        return None
    passive = child_of(verb, "auxpass") is not None or child_of(verb, "nsubjpass") is not None
    agent = child_of(verb, "agent")
    doer = child_of(agent, "pobj") if agent is not None else None if passive else _sent_to_do(verb) or subject_of(verb)
    if doer is not None and doer.pos_ == "PRON":
        doer = _troops_before(doer)
    return doer if doer is not None and doer.pos_ in ("NOUN", "PROPN") and act_of(doer) is None else None


def _may_be_of_object(verb: Token) -> bool:
    """Whether those who do it may as well be whom the clause before it is about: "arrested pirates attacking a ship"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i == verb.sent.start:
        return False
    before = verb.nbor(-1)
    return before.pos_ in ("NOUN", "PROPN") and before.dep_ != "nsubj"


def _sent_to_do(verb: Token) -> Token | None:
    """Whose deed an aim is: "forces were sent to guard bases", "asked for forces to quell riots"."""
    head = verb.head
    for _ in range(4):
        done_to = child_of(head, "nsubjpass", "dobj") if head.pos_ == "VERB" else None
        if done_to is not None and done_to.lemma_.lower() in TROOPS and verb.dep_ in ("xcomp", "advcl", "ccomp", "conj", "pcomp"):
            return done_to
        if head.pos_ == "NOUN" and head.lemma_.lower() in TROOPS:
            return head
        for token in head.children:
            if token.dep_ in ("dobj", "prep") and (
                near := next((t for t in token.subtree if t.lemma_.lower() in TROOPS and t.i < verb.i), None)
            ):
                return near
        if head.head == head:
            return None
        head = head.head
    return None


def _troops_before(pronoun: Token) -> Token | None:
    """The troops named before "they" or "who" in its sentence."""
    if pronoun.lower_ not in ("they", "who", "which", "that", "it", "them"):
        return None
    sentence = pronoun.sent
    found = [
        t for t in pronoun.doc[sentence.start : pronoun.i] if t.pos_ == "NOUN" and (t.lemma_.lower() in TROOPS or persons(t)[0])
    ]
    return next((t for t in reversed(found) if t.lemma_.lower() in TROOPS), found[-1] if found else None)


def doer_class(doer: Token) -> str:
    """Troops under any name are one doer; anybody else is the noun."""
    return "troops" if doer.lemma_.lower() in TROOPS else doer.lemma_.lower()


@cache
def _deeds() -> frozenset[str]:
    """The verbs that opposites.yaml sets against each other."""
    return frozenset(word for pair in lexicon("opposites")["manner"] for side in pair for word in side if " " not in word)
