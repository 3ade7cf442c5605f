"""Why: what a text gives as the cause or reason of an act."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import VERBAL, child_of, governor, noun_phrase
from rashomon.extract.facts.denials import CLAIMS, is_of_none, is_real
from rashomon.extract.facts.effects import effect_of, is_call
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import is_thing, persons
from rashomon.extract.facts.own import ACCIDENTS, accident
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact

CAUSING = frozenset("cause trigger spark prompt provoke ignite lead result stem unleash motivate".split())
BACKWARD = frozenset(["stem", "result from"])  # "stems from", "results from": the subject is the effect
REASONS = frozenset(["because", "due", "owing", "following", "over", "amid", "thanks"])
MANIFEST = frozenset(["response", "retaliation", "reprisal", "revenge", "reaction", "protest"])
CONNECTING = REASONS | MANIFEST | frozenset(["because", "after", "as", "for", "why", "nothing"])
TELLING = (*VERBAL, "NOUN")
OVER = frozenset(["protest", "fight", "resign", "arrest", "charge", "ban", "fine", "negotiate", "apologise"])
LETTING = frozenset(["let", "allow", "make"])
NO_TIES = frozenset("relation relationship connection link role part bearing".split())
BLAMED = frozenset(["blame", "attribute", "ascribe"])
BROUGHT_DOWN = frozenset(  # what is brought down, other than a government
    "plane aircraft airliner jet helicopter drone balloon flight airplane aeroplane train express".split()
)
MEANT = ("deliberately", "intentionally")
BLAST = "explode"  # what blew up is asked of the blast itself
LONG = 22  # words of an answer


def causes(scene: Scene) -> Iterator[Fact | None]:
    """Causes by their connective, by verbs of causing, and by "that is why"."""
    for token in scene.tokens:
        word = token.lower_
        if word not in CONNECTING and token.pos_ not in TELLING:
            continue
        if word in ("because", "after", "as") and token.dep_ == "mark":
            yield _clause(scene, token)
        elif token.dep_ in ("prep", "pcomp", "advmod", "acomp", "amod") and word in REASONS:
            yield _phrase(scene, token)
        elif word in ("after", "for") and token.dep_ == "prep":
            yield _after(scene, token)
        elif word in MANIFEST and token.dep_ == "pobj" and token.head.lower_ == "in":
            yield _response(scene, token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in BLAMED:
            yield _blamed(scene, token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in LETTING:
            yield _letting(scene, token)
        elif token.dep_ == "dobj" and (token.lemma_.lower() in NO_TIES or token.lower_ == "nothing"):
            yield _untied(scene, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in ("result", "consequence") and token.dep_ == "attr":
            yield _result(scene, token)
        elif token.pos_ in VERBAL and token.lemma_.lower() in CAUSING:
            yield _causing(scene, token)
        elif token.pos_ in VERBAL and brings_down(token):
            yield _brought_down(scene, token)
        elif word == "why" and token.head.dep_ in ("ccomp", "advcl", "attr", "ROOT") and token.i:
            yield _that_is_why(scene, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in ("trigger", "cause", "reason") and token.dep_ in ("attr", "nsubj"):
            yield _named(scene, token)


def _told(scene: Scene, effect: Token, words: Sequence[Token]) -> Fact | None:
    about = effect_of(effect)
    about = about if about == BLAST else wide(about or "")
    return scene.fact("cause", about, list(words)[:LONG], effect, denied=scene.negated(words[0])) if about and words else None


def _clause(scene: Scene, mark: Token) -> Fact | None:
    """As in "because he did not trust his army"; after "after" and "as" only an act counts, for much merely comes later."""
    clause = mark.head
    if clause.dep_ != "advcl":
        return None
    effect = clause.head
    if effect.dep_ in ("xcomp", "ccomp") and is_call(effect.head):  # "asked Norland to help because": why it was asked
        effect = effect.head
    called = mark.lower_ == "after" and effect_of(effect) == "call in"
    if mark.lower_ in ("after", "as") and not called and (act_of(clause) is None or act_of(clause.head) is None):
        return None
    words = [token for token in scene.tokens[clause.left_edge.i : clause.right_edge.i + 1] if token.i > mark.i]
    return _told(scene, effect, words)


def _phrase(scene: Scene, word: Token) -> Fact | None:
    """As in "because of", "due to", "following", "over" with what comes after it."""
    target = child_of(word, "pobj") or next(
        (t for c in word.children if c.dep_ in ("prep", "pcomp") for t in c.children if t.dep_ == "pobj"), None
    )
    effect = word.head if word.head.pos_ in (*VERBAL, "NOUN") else governor(word)
    if effect.lemma_ == "be":
        effect = child_of(effect, "nsubj") or effect
    if (
        target is None
        or target.pos_ in ("NUM", "PRON")
        or target.i in scene.times
        or (word.lower_ == "over" and act_of(effect) not in OVER)
    ):
        return None
    return _told(scene, effect, noun_phrase(target, LONG))


def _after(scene: Scene, prep: Token) -> Fact | None:
    target = child_of(prep, "pobj", "pcomp")
    if target is None or act_of(target) is None or act_of(prep.head) is None or target.i in scene.times:
        return None
    if prep.lower_ == "for" and act_of(prep.head) not in OVER:
        return None
    words = noun_phrase(target, LONG) if target.pos_ in ("NOUN", "PROPN") else list(target.subtree)
    return _told(scene, prep.head, words)


def _response(scene: Scene, noun: Token) -> Fact | None:
    """As in "in response to the gas attack", "in retaliation for"."""
    target = next((t for c in noun.children if c.dep_ == "prep" for t in c.children if t.dep_ in ("pobj", "pcomp")), None)
    effect = noun.head.head
    if target is None:
        return None
    words = noun_phrase(target, LONG) if target.pos_ in ("NOUN", "PROPN") else list(target.subtree)
    return _told(scene, effect if effect_of(effect) else governor(effect), words)


def _causing(scene: Scene, verb: Token) -> Fact | None:
    """As in "the leak caused the blast", "sparked by a rise in prices", "led to unrest"."""
    agent = child_of(verb, "agent") or next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
    if agent is not None:
        cause, effect = child_of(agent, "pobj", "pcomp"), child_of(verb, "nsubjpass", "nsubj")
        if effect is None and verb.dep_ == "xcomp":  # "is thought to have been caused by"
            effect = child_of(verb.head, "nsubjpass", "nsubj")
        if effect is None and verb.dep_ in ("acl", "advcl"):
            effect = verb.head if verb.head.pos_ == "NOUN" else child_of(verb.head, "nsubj", "nsubjpass") or verb.head
    else:
        cause, effect = child_of(verb, "nsubj"), child_of(verb, "xcomp", "ccomp") or child_of(verb, "dobj")
        if effect is not None and effect.lemma_ == "be":  # "claims of a leak having caused the blast are": the parse runs on
            effect = child_of(effect, "nsubj") or effect
        if effect is None:
            effect = next(
                (
                    t
                    for c in verb.children
                    if c.dep_ == "prep" and c.lower_ in ("to", "in")
                    for t in c.children
                    if t.dep_ == "pobj"
                ),
                None,
            )
        if cause is None and verb.dep_ in ("relcl", "acl"):
            cause = verb.head
        if cause is not None and cause.lemma_.lower() in CLAIMS and (of := child_of(cause, "prep")) is not None:
            cause = child_of(of, "pobj") or cause
    if (
        cause is None
        or effect is None
        or cause.pos_ not in ("NOUN", "PROPN", *VERBAL)
        or effect.pos_ not in ("NOUN", "PROPN", *VERBAL)
    ):
        return None
    words = noun_phrase(cause, LONG) if cause.pos_ in ("NOUN", "PROPN") else list(cause.subtree)
    about = effect_of(effect)
    return scene.fact("cause", about, words[:LONG], verb, denied=scene.negated(verb)) if about and words else None


def brings_down(verb: Token) -> bool:
    """As in "shot down", "downed", and of what flies or runs on rails "brought down"."""
    lemma = verb.lemma_.lower()
    down = lemma in ("shoot", "bring") and any(child.lower_ == "down" for child in verb.children)
    if not (down or lemma == "down") or not is_real(verb):
        return False
    brought = object_of(verb) if lemma == "bring" else None
    return lemma != "bring" or (brought is not None and brought.lemma_.lower() in BROUGHT_DOWN)


def _brought_down(scene: Scene, verb: Token) -> Fact | None:
    """As in "the plane was shot down by rebels": why an aircraft crashed; people are shot down otherwise."""
    craft = object_of(verb)
    if craft is None or persons(craft)[0]:
        return None
    agent = child_of(verb, "agent")
    words = [verb, *(word for child in verb.children if _says_how(child) for word in child.subtree)]
    words += [token for token in agent.subtree if token.i > verb.i] if agent is not None else []
    return scene.fact("cause", "crash", sorted(words, key=lambda token: token.i)[:LONG], verb, denied=scene.negated(verb))


def _says_how(child: Token) -> bool:
    """As in "down", "deliberately", "on purpose"."""
    return child.lower_ in ("down", *MEANT) or (child.lower_ == "on" and any(word.lower_ == "purpose" for word in child.children))


def _blamed(scene: Scene, verb: Token) -> Fact | None:
    """As in "blamed the blast on a leak", "blamed a leak for it", "blamed a leak": a thing; whom one blames is the doer."""
    done_to = child_of(verb, "nsubjpass", "dobj")
    if done_to is None:
        return None
    preps = [child for word in (verb, done_to) for child in word.children if child.dep_ == "prep"]
    for prep in preps:
        target = child_of(prep, "pobj")
        if target is None or prep.lower_ not in ("on", "to", "for"):
            continue
        cause, effect = (done_to, target) if prep.lower_ == "for" else (target, done_to)
        if is_thing(cause) and (about := act_of(effect)) is not None:
            words = [word for word in noun_phrase(cause, LONG) if word.i < prep.i or cause == target]
            return scene.fact("cause", about, words, verb, denied=scene.negated(verb))
    bare = verb.lemma_.lower() == "blame" and not any(prep.lower_ in ("on", "for") for prep in preps)
    if bare and is_thing(done_to) and (own := accident(scene.reading)) is not None:
        return scene.fact("cause", own, noun_phrase(done_to, LONG), verb, denied=scene.negated(verb))
    return None


def _letting(scene: Scene, verb: Token) -> Fact | None:
    """As in "a worn part let the cabin slip"."""
    cause, effect = child_of(verb, "nsubj"), child_of(verb, "ccomp")
    if cause is None or effect is None or not is_thing(cause) or not is_real(verb) or act_of(effect) not in ACCIDENTS:
        return None
    return scene.fact("cause", act_of(effect) or "", noun_phrase(cause, LONG), verb, denied=scene.negated(verb))


def _untied(scene: Scene, tie: Token) -> Fact | None:
    """As in "the wind has no relation to the accident", "had nothing to do with the fire": no cause of it."""
    verb, cause = tie.head, child_of(tie.head, "nsubj")
    none = tie.lower_ == "nothing" or is_of_none(tie) or scene.negated(verb)
    if cause is None or not none or not is_thing(cause) or verb.lemma_.lower() not in ("have", "play", "bear"):
        return None
    after = (word for word in verb.subtree if word.i > tie.i and word.dep_ == "pobj")  # a parse may hang it on the verb
    effect = next((word for word in after if act_of(word) in ACCIDENTS), None)
    if effect is None:
        return None
    words = noun_phrase(cause, LONG), list(scene.tokens[tie.left_edge.i : effect.i + 1])
    told = (scene.fact("cause", act_of(effect) or "", value[:LONG], tie, denied=True) for value in words)
    return next(filter(None, told), None)


def _result(scene: Scene, noun: Token) -> Fact | None:
    """As in "the blast was the result of a leak"."""
    effect, of = child_of(noun.head, "nsubj"), child_of(noun, "prep")
    cause = child_of(of, "pobj") if of is not None and of.lower_ == "of" else None
    if effect is None or cause is None or (about := effect_of(effect)) is None:
        return None
    return scene.fact("cause", about, noun_phrase(cause, LONG), noun.head, denied=scene.negated(noun.head))


def _that_is_why(scene: Scene, why: Token) -> Fact | None:
    """As in "That is why he asked for help": the reason is the sentence before."""
    clause = why.head
    sentence = why.sent
    leading = why.doc[sentence.start : why.i]
    if not sentence.start or len(leading) > 3 or not any(token.lower_ in ("that", "this", "which") for token in leading):
        return None
    before = why.doc[sentence.start - 1].sent
    about = effect_of(clause)
    words = [token for token in before if not token.is_space]
    home = scene.held[words[-1].i]  # "It is said that …. That is why": what is said, less that it is
    words = [token for token in words if scene.held[token.i] == home][:LONG]
    return scene.fact("cause", about, words, before.root) if about else None


def _named(scene: Scene, noun: Token) -> Fact | None:
    """As in "the price rise was the trigger for the protests", "the cause of the crash was fog"."""
    target = next(
        (
            t
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in ("for", "of", "behind")
            for t in c.children
            if t.dep_ == "pobj"
        ),
        None,
    )
    other = child_of(noun.head, "nsubj" if noun.dep_ == "attr" else "attr")
    if other is None or target is None or other.pos_ not in ("NOUN", "PROPN", "VERB") or (about := effect_of(target)) is None:
        return None
    return scene.fact("cause", about, noun_phrase(other, LONG), noun.head, denied=scene.negated(noun.head))
