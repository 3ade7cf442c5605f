"""Whether somebody did what the law holds against him: "is held on suspicion of arson" against "denies wrongdoing".

How far the law has gone is another question (`proceedings`); here who charges and who denies the charge meet.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.clauses import VERBAL, child_of, noun_phrase, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.nouns import persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.model.subjects import GUILT

HOLDING = frozenset("arrest hold detain remand imprison jail keep".split())
CHARGING = frozenset("charge indict prosecute".split())
ACCUSING = frozenset("accuse suspect".split())
DENYING = frozenset("deny reject dispute contest refute".split())
DENIED = frozenset("guilt wrongdoing charge allegation accusation offence offense crime involvement murder count".split())
BARE = frozenset("involvement charge allegation accusation crime count".split())  # denied of an act or a time, it is that act
KEEPING = frozenset("maintain protest insist assert proclaim".split())
ADMITTING = frozenset("admit confess".split())
LONG = 12


def guilt(scene: Scene) -> Iterator[Fact | None]:
    """What somebody is charged with or suspected of, and what he denies or admits of it."""
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in CHARGING | ACCUSING:
            yield _charged(scene, token)
        elif lemma == "suspicion" and token.dep_ == "pobj":
            yield _suspected(scene, token)
        elif token.pos_ == "VERB" and lemma in DENYING:
            yield _denied(scene, token)
        elif lemma == "plead" and token.pos_ == "VERB":
            yield _pleaded(scene, token)
        elif lemma in ("innocence", "innocent"):
            yield _innocent(scene, token)
        elif token.pos_ == "VERB" and lemma in ADMITTING:
            yield _admitted(scene, token)


def _charged(scene: Scene, verb: Token) -> Fact | None:
    """As in "was charged with arson", "is accused of killing"; who accuses whom himself is told in `doers`."""
    preps = ("of",) if verb.lemma_.lower() in ACCUSING else ("with", "for", "over", "on")
    who = child_of(verb, "nsubjpass") or (verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None)
    if who is None and verb.lemma_.lower() in CHARGING:
        who = child_of(verb, "dobj")
    what = _after(verb, preps)
    if who is None or what is None or not _is_somebody(who) or not is_real(verb):
        return None
    return _told(scene, verb, verb_group(verb)[0], what)


def _suspected(scene: Scene, noun: Token) -> Fact | None:
    """As in "was arrested on suspicion of causing death"."""
    verb, what = noun.head.head, _after(noun, ("of",))
    if noun.head.lower_ != "on" or what is None or verb.lemma_.lower() not in HOLDING:
        return None
    return _told(scene, verb, noun.head, what)


def _after(word: Token, preps: tuple[str, ...]) -> Token | None:
    found = (prep for prep in word.children if prep.dep_ == "prep" and prep.lower_ in preps)
    return next((what for prep in found for what in prep.children if what.dep_ in ("pobj", "pcomp")), None)


def _told(scene: Scene, verb: Token, first: Token, what: Token) -> Fact | None:
    end = noun_phrase(what)[-1].i if what.pos_ in ("NOUN", "PROPN") else what.right_edge.i
    if scene.negated(verb):
        return None
    # where the words before the crime only lead into it, the page gives the crime alone
    starts = (first.i, what.left_edge.i)
    told = (scene.fact("happened", GUILT, list(scene.tokens[start : end + 1])[:LONG], verb) for start in starts)
    return next(filter(None, told), None)


def _denied(scene: Scene, verb: Token) -> Fact | None:
    """As in "denies any wrongdoing", "rejected the charges"."""
    what = child_of(verb, "dobj")
    if what is None or what.lemma_.lower() not in DENIED or not is_real(verb) or scene.negated(verb):
        return None
    if what.lemma_.lower() in BARE and any(child.dep_ in ("prep", "acl", "relcl") for child in what.children):
        return None
    whole = _fact(scene, verb, [*verb_group(verb), *noun_phrase(what)])
    return whole or _fact(scene, verb, noun_phrase(what))  # where the verb only leads into what is said


def _pleaded(scene: Scene, verb: Token) -> Fact | None:
    """As in "pleaded not guilty"."""
    plea = next((child for child in verb.children if child.lower_ == "guilty"), None)
    if plea is None or not is_real(verb):
        return None
    denied = verb.doc[plea.i - 1].lower_ == "not"
    return _fact(scene, verb, [*verb_group(verb), plea], denied=denied)


def _innocent(scene: Scene, word: Token) -> Fact | None:
    """As in "maintains his innocence", "he is innocent"."""
    verb = word.head
    subject = child_of(verb, "nsubj")
    kept = word.lower_ == "innocence" and word.dep_ == "dobj" and verb.lemma_.lower() in KEEPING
    said = word.lower_ == "innocent" and word.dep_ == "acomp" and subject is not None and _is_somebody(subject)
    if not (kept or said) or not is_real(verb) or scene.negated(verb):
        return None
    return _fact(scene, verb, [*verb_group(verb), word])


def _admitted(scene: Scene, verb: Token) -> Fact | None:
    """As in "has confessed", "admitted the charges"."""
    what = child_of(verb, "dobj")
    admitted = what is not None and what.lemma_.lower() in DENIED
    alone = verb.lemma_.lower() == "confess" and what is None and child_of(verb, "ccomp") is None
    if not (admitted or alone) or not is_real(verb) or scene.negated(verb):
        return None
    return _fact(scene, verb, [*verb_group(verb), *(noun_phrase(what) if what is not None else [])], denied=False)


def _fact(scene: Scene, verb: Token, words: list[Token], *, denied: bool = True) -> Fact | None:
    first, last = min(word.i for word in words), max(word.i for word in words)
    return scene.fact("happened", GUILT, list(scene.tokens[first : last + 1])[:LONG], verb, denied=denied)


def _is_somebody(noun: Token) -> bool:
    if noun.pos_ in (*VERBAL, "DET"):
        return False
    return noun.pos_ == "PRON" or noun.ent_type_ == "PERSON" or persons(noun)[0]
