"""Who stands behind an act, told without a verb of doing it: "was behind the blast", "had nothing to do with it", "no links".

Told by the ties between somebody and the act, or between a group and whoever did it.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import VERBAL, child_of, noun_phrase
from rashomon.extract.facts.denials import CLAIMS, is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.model.subjects import TELLER
from rashomon.text.lexicon import lexicon

ATTACK = "attack"
PARTS = frozenset("part role hand involvement participation complicity".split())
LINKS = frozenset("link tie connection contact affiliation association relation relationship".split())
LINKING = frozenset("link tie connect affiliate associate".split())
BLAMING = frozenset("accuse suspect".split())
DOERS = frozenset("gunman shooter attacker bomber assailant perpetrator killer suspect hijacker culprit".split())
CREEDS = frozenset("terrorism extremism terror".split())
GROUPS = frozenset("group organisation organization network cell movement faction militia gang party".split())
FOR = frozenset("behalf name".split())
TELLING = PARTS | LINKS | LINKING | FOR | frozenset("behind involve nothing anything alone lone allegiance".split())
US = frozenset(["we", "i"])  # whoever speaks, in a quotation
THEM = frozenset(["it", "they"])  # the same in what is reported: "denied that it had any part in it"
LONG = 12


def ties(scene: Scene) -> Iterator[Fact | None]:
    """Everybody who is said to stand behind an act, or to have no part in it."""
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if lemma not in TELLING and token.lower_ not in TELLING:
            continue
        if token.lower_ == "behind" and token.dep_ == "prep":
            yield _behind(scene, token)
        elif lemma == "involve" and token.tag_ == "VBN":
            yield _in(scene, token, child_of(token, "nsubjpass", "nsubj") or _above(token), scene.negated(token))
        elif token.pos_ == "NOUN" and lemma in PARTS and token.dep_ == "dobj":
            yield _in(scene, token, _subject(token.head), scene.negated(token) or scene.negated(token.head))
        elif token.lower_ in ("nothing", "anything") and (do := _doing(token)) is not None:
            yield _in(scene, do, _subject(token.head), token.lower_ == "nothing")
        elif (token.pos_ == "NOUN" and lemma in LINKS) or (token.pos_ == "VERB" and lemma in LINKING):
            yield _linked(scene, token)
        elif token.lower_ == "alone" and token.head.lemma_.lower() in ("act", "work", "operate") and is_real(token.head):
            yield scene.fact("actor", ATTACK, [token.head, token], token.head, denied=scene.negated(token.head))
        elif token.lower_ == "lone" and token.dep_ == "amod":
            yield scene.fact("actor", ATTACK, list(scene.tokens[token.i : token.head.i + 1]), token.head)
        elif lemma == "allegiance" or (lemma in FOR and token.head.lower_ in ("on", "in")):
            yield _for(scene, token)


def _doing(thing: Token) -> Token | None:
    """The verb of "had nothing to do with it"."""
    do = child_of(thing, "relcl", "acl") if thing.dep_ == "dobj" else None
    return do if do is not None and do.lemma_ == "do" else None


def _behind(scene: Scene, prep: Token) -> Fact | None:
    """As in "X was behind the blast", "accused X of being behind it"."""
    act, verb = child_of(prep, "pobj"), prep.head
    if act is None or (of := act_of(act)) is None or verb.lemma_ != "be":
        return None
    accused = verb.head.head if verb.dep_ == "pcomp" else None
    doer = object_of(accused) if accused is not None and accused.lemma_.lower() in BLAMING else _subject(verb)
    if doer is not None and _is_teller(scene, doer):
        return scene.fact("actor", wide(of), [doer, verb, prep], verb, denied=_is_denied(scene, verb), scope=TELLER)
    if doer is None or doer.pos_ not in ("NOUN", "PROPN") or doer.i == act.i:
        return None
    return scene.fact("actor", wide(of), noun_phrase(doer, LONG), verb, denied=_is_denied(scene, verb))


def _in(scene: Scene, word: Token, doer: Token | None, denied: bool) -> Fact | None:
    """As in "X was not involved in the raid", "denied any role in it": only what is denied, for whoever is involved may have been
    its victim.
    """
    beside = [*word.children, *(word.head.children if word.dep_ == "dobj" else ())]  # a parse may hang it on the verb
    preps = [child for child in beside if child.dep_ == "prep" and child.lower_ in ("in", "with")]
    act = next((noun for prep in preps for noun in prep.children if noun.dep_ == "pobj" and act_of(noun)), None)
    if act is None:
        return None
    about = wide(act_of(act) or "")
    if _is_own_part(scene, word, doer):
        if not (denied or _is_in_denial(scene, word)):
            return None
        words = [doer, *scene.tokens[doer.i + 1 : word.i + 1]] if doer is not None and _is_teller(scene, doer) else [word]
        return scene.fact("actor", about, words, word, denied=True, scope=TELLER)
    if not denied or doer is None or doer.pos_ not in ("NOUN", "PROPN") or act_of(doer) is not None:
        return None
    return scene.fact("actor", about, noun_phrase(doer, LONG), word, denied=True)


def _is_own_part(scene: Scene, word: Token, doer: Token | None) -> bool:
    """Whether it is the part of whoever speaks: "it had nothing to do with", "denied any role in"."""
    if doer is not None and _is_teller(scene, doer):
        return True
    owner = child_of(word, "poss")
    told = doer is None or scene.held[doer.i] != scene.held[word.i]
    return word.pos_ == "NOUN" and _is_in_denial(scene, word) and told and (owner is None or owner.pos_ == "PRON")


def _is_in_denial(scene: Scene, word: Token) -> bool:
    """Whether it stands in what somebody is said to deny."""
    home = scene.held[word.i]
    return home is not None and home[0].denied


def _is_teller(scene: Scene, doer: Token) -> bool:
    """Whether a pronoun stands for whoever speaks: "we" in a quotation, "it" and "they" in what is reported."""
    home = scene.held[doer.i]
    if home is None or doer.pos_ != "PRON" or home[0].mode == "asserted":
        return False
    return doer.lower_ in US or (doer.lower_ in THEM and home[0].mode == "reported")


def _linked(scene: Scene, word: Token) -> Fact | None:
    """As in "no link between the gunman and any group": the group, where the other end is the deed or who did it."""
    ends = _ends(word)
    group = next((end for end in reversed(ends) if _is_group(end)), None)
    if group is None:
        return None
    others = [end for end in ends if end.i != group.i]
    denied = _is_denied(scene, word)
    if others and not any(_is_deed(end) for end in others):
        return None
    if not denied and not any(end.lemma_.lower() in DOERS for end in others):
        return None
    return scene.fact("actor", ATTACK, noun_phrase(group, LONG), word, denied=denied)


def _ends(word: Token) -> list[Token]:
    """What is tied together: the two of "between A and B", or the subject and what comes after "to"."""
    ends = [noun for prep in word.children if prep.dep_ == "prep" and prep.lower_ in ("to", "with", "between")
            for noun in prep.children if noun.dep_ == "pobj"]  # fmt: skip
    ends = [one for end in ends for one in (end, *end.conjuncts)]
    if word.pos_ == "NOUN":
        holder = _subject(word.head) if word.dep_ == "dobj" and word.head.lemma_.lower() in ("have", "maintain") else None
    else:
        holder = object_of(word)
    return ends if holder is None else [holder, *ends]


def _for(scene: Scene, word: Token) -> Fact | None:
    """As in "on behalf of X", "pledged allegiance to X"."""
    prep = child_of(word, "prep")
    group = child_of(prep, "pobj") if prep is not None else None
    if group is None or not (_is_group(group) or (group.pos_ == "PROPN" and group.ent_type_ != "PERSON")):
        return None
    verb = word.head if word.head.pos_ in VERBAL else word.head.head
    return scene.fact("actor", ATTACK, noun_phrase(group, LONG), verb, denied=scene.negated(verb))


def _is_denied(scene: Scene, word: Token) -> bool:
    """Whether the clause, the clause around it or the evidence for it is denied: "no evidence that X was behind"."""
    above = [word, word.head, *([word.head.head] if word.head.lemma_.lower() in CLAIMS else [])]
    return any(scene.negated(one) for one in above if one.pos_ in (*VERBAL, "NOUN") and _is_told_with(scene, word, one))


def _is_told_with(scene: Scene, word: Token, other: Token) -> bool:
    return scene.held[word.i] is not None and scene.held[word.i] == scene.held[other.i]


def _is_group(noun: Token) -> bool:
    if noun.ent_type_ in ("ORG", "NORP") or noun.lemma_.lower() in GROUPS | CREEDS:
        return True
    return noun.lemma_.lower() in _fighters()


@cache
def _fighters() -> frozenset[str]:
    sides = lexicon("labels")["fighters"]
    return frozenset(word for side in ("hostile", "neutral") for word in sides[side]) - DOERS


def _is_deed(end: Token) -> bool:
    return (
        end.pos_ == "PRON"
        or persons(end)[0]
        or act_of(end) is not None
        or end.lemma_.lower() in DOERS
        or end.ent_type_ == "PERSON"
    )


def _subject(verb: Token) -> Token | None:
    """The verb's subject, or that of the verb it hangs on: "X is believed to be"."""
    return next((found for one in _up(verb) if (found := child_of(one, "nsubj", "nsubjpass")) is not None), None)


def _up(verb: Token) -> Sequence[Token]:
    return (verb, verb.head) if verb.dep_ in ("xcomp", "conj") else (verb,)


def _above(verb: Token) -> Token | None:
    return verb.head if verb.dep_ == "acl" else None
