"""What a cause is asked of: the act that it brought about, under one name for all who tell of it."""

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import VERBAL, child_of
from rashomon.extract.facts.happened import LIGHT, object_of

CALLS = frozenset("call ask appeal invite request turn plead".split())  # with whom or what is called, a call for help
DOING = frozenset("carry conduct launch commit stage mount execute order perpetrate".split())
DEEDS = frozenset("operation mission plot plan deed act".split())
CALLED = frozenset("help assistance aid intervention troop force soldier peacekeeper army neighbour neighbor ally".split())


def effect_of(word: Token) -> str | None:
    """What the cause is asked of: the class of the act in the clause, else its verb."""
    of = act_of(word)
    if of is not None:
        return of
    if word.pos_ in VERBAL:
        if is_call(word):
            return "call in"
        done_to = object_of(word)
        if done_to is not None and (of := act_of(done_to)) is not None:
            return of
        if done_to is not None and word.lemma_.lower() in DOING and (done_to.pos_ == "PRON" or done_to.lemma_.lower() in DEEDS):
            return "attack"  # "he carried it out in response to"
        inner = child_of(word, "xcomp", "ccomp")
        if word.lemma_.lower() in LIGHT and inner is not None:
            return act_of(inner) or inner.lemma_.lower()
    return word.lemma_.lower() if word.pos_ in (*VERBAL, "NOUN") and word.lemma_.lower() not in LIGHT else None


def is_call(verb: Token) -> bool:
    """Whether somebody is asked in or help is asked for: "called the Norlanders", "appealed to the neighbours"."""
    if verb.lemma_.lower() not in CALLS:
        return False
    asked = [child for child in verb.children if child.dep_ == "dobj"]
    asked += [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return any(t.lemma_.lower() in CALLED or t.ent_type_ in ("GPE", "NORP") or t.tag_ == "NNPS" for t in asked)
