"""Who did it: the doer that a text gives for an act, claims of responsibility, blame."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.acts import Act, act_of, wide
from rashomon.extract.clauses import child_of, governor, noun_phrase, subject_of
from rashomon.extract.facts.causes import brings_down
from rashomon.extract.facts.datelines import is_sender
from rashomon.extract.facts.denials import is_of_none, is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import BODIES, SIDES, persons
from rashomon.extract.facts.own import told_first
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.model.subjects import CLAIM

BLAMING = frozenset("blame accuse suspect".split())
DOER_NAMES = ("ORG", "NORP", "GPE", "PERSON")
HARMFUL = ("attack", "kill", "injure", "destroy", "abduct", "hit", "seize", "torture", "rape", "quell", "burn")
CRAFT = frozenset("drone jet plane aircraft warplane airplane aeroplane helicopter bomber".split())
WIELDED = CRAFT | frozenset("gun missile rocket artillery mortar defence defense".split())  # "the air defence of the Red Front"
DOWNING = "shoot down"  # whoever did that is asked for apart from who flew what crashed
INSTRUMENTS = CRAFT | frozenset("bomb device vehicle car truck".split())
FLYING = frozenset("fly operate".split())
LAYING = frozenset("lay pin put place".split())
ASCRIBING = LAYING | frozenset("attribute ascribe".split())
CRIMES = frozenset("crime atrocity".split())  # words for what the account itself tells
DOING = frozenset(
    "carry deliver inflict perform conduct launch commit stage mount perpetrate unleash order execute wage plan".split()
)
CALLING = frozenset("call know name dub".split())
OWNING = ("poss", "amod", "compound", "nmod")  # what stands before a noun and says whose it is
RELATIVE = ("WDT", "WP")  # "which", "who": whom they stand for has a name of its own
LONG = 12


def doers(scene: Scene) -> Iterator[Fact | None]:
    """The doer of each act that names one, and whoever is blamed, claims it or is said to be behind it."""
    for act in scene.acts:
        if act.of == CLAIM:
            yield from _claimed(scene, act)
        elif act.verbal:
            yield _of_verb(scene, Act(act.word, DOWNING) if brings_down(act.word) else act)
        elif act.word.pos_ == "NOUN":
            yield _of_noun(scene, act)
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB":
            yield from _by_verb(scene, token, lemma)
        yield from _by_any_word(scene, token, lemma)


def _by_verb(scene: Scene, verb: Token, lemma: str) -> Iterator[Fact | None]:
    """By a verb that tells of no act itself: "blamed X for", "carried out", "claimed the raid", "flew", "attributed to X"."""
    if lemma in BLAMING:
        yield from _blamed(scene, verb)
    elif lemma in DOING and (done := _undergoing(verb)) is not None and (of := _done(scene, done)) is not None:
        yield _of_verb(scene, Act(verb, of))
    elif lemma == "claim" and (done := object_of(verb)) is not None and act_of(done):
        yield from _claimed(scene, Act(verb, CLAIM))
    elif lemma in FLYING:
        yield _flew(scene, verb)
    elif lemma in ASCRIBING:
        yield _ascribed(scene, verb)


def _by_any_word(scene: Scene, token: Token, lemma: str) -> Iterator[Fact | None]:
    """By another word, whatever a parse takes it for: "unclear who", "brought down", "was French", "work of", "responsible"."""
    if token.lower_ == "who" and token.head.dep_ == "ccomp" and _is_unclear(token.head.head):
        yield scene.fact("actor", CLAIM, list(scene.tokens[token.head.head.i : token.i + 1]), token.head, denied=True)
    elif lemma == "bring" and brings_down(token):
        yield _of_verb(scene, Act(token, DOWNING))
    elif lemma == "be" and (said := child_of(token, "acomp", "attr")) is not None and said.ent_type_ in ("NORP", "GPE"):
        yield _of_craft(scene, token, said)
    elif lemma == "work" and token.dep_ == "attr":
        yield _work_of(scene, token)
    elif lemma == "responsibility" and token.dep_ in ("dobj", "nsubjpass", "pobj", "attr", "nsubj"):
        yield from _responsibility(scene, token)
    elif lemma == "responsible":
        yield _responsible(scene, token)


def _flew(scene: Scene, verb: Token) -> Fact | None:
    """As in "no Norland planes flew there", "their aircraft flew no missions": whose craft did not strike."""
    craft = child_of(verb, "nsubj")
    owner = _owner(craft) if craft is not None and craft.lemma_.lower() in CRAFT else None
    if owner is None or not scene.negated(verb) or (of := told_first(scene.reading, HARMFUL)) is None:
        return None
    return scene.fact("actor", of, _named(owner), verb, denied=True)


def _of_craft(scene: Scene, verb: Token, whose: Token) -> Fact | None:
    """As in "the jets were Norlandish", "planes thought to be Norlandish"; one alone may be what was hit, or help."""
    craft = next((found for up in (verb, verb.head) if (found := child_of(up, "nsubj", "nsubjpass")) is not None), None)
    if craft is None and verb.head.dep_ == "acl":
        craft = verb.head.head
    if (
        craft is None
        or craft.lemma_.lower() not in CRAFT
        or craft.tag_ != "NNS"
        or (of := told_first(scene.reading, HARMFUL)) is None
    ):
        return None
    return scene.fact("actor", of, [whose], verb, denied=scene.negated(verb))


def _ascribed(scene: Scene, verb: Token) -> Fact | None:
    """As in "laid the blame on X", "attributes the attack to X"."""
    done = object_of(verb)
    prep = next((c for word in (verb, done) if word is not None for c in word.children if c.lower_ in ("on", "to", "at")), None)
    doer = child_of(prep, "pobj") if prep is not None else None
    if done is None or doer is None:
        return None
    if verb.lemma_.lower() not in LAYING:
        of = act_of(done)
    else:
        of = told_first(scene.reading, HARMFUL) if done.lemma_.lower() in ("blame", "responsibility") else None
    return _as_doer(scene, wide(of), doer, verb, scene.negated(verb)) if of is not None else None


def _work_of(scene: Scene, work: Token) -> Fact | None:
    """As in "the attack was the work of X"."""
    done, of = child_of(work.head, "nsubj"), child_of(work, "prep")
    if done is None or of is None or of.lower_ != "of" or (about := act_of(done)) is None:
        return None
    return _as_doer(scene, wide(about), child_of(of, "pobj"), work.head, scene.negated(work.head))


def _undergoing(verb: Token) -> Token | None:
    """What is carried out; a parse may take it for the subject: "condemned the crime committed by the militia"."""
    by = verb.tag_ == "VBN" and child_of(verb, "agent") is not None
    return (child_of(verb, "nsubj") if by else None) or object_of(verb)


def _done(scene: Scene, noun: Token) -> str | None:
    """What was carried out or committed: an act by its class, "this crime" as the harm that the account tells at its top."""
    return act_of(noun) or (told_first(scene.reading, HARMFUL) if noun.lower_ in CRIMES else None)


def _of_verb(scene: Scene, act: Act) -> Fact | None:
    verb = act.word
    if not is_real(verb) or (verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in BLAMING):
        return None
    agent = child_of(verb, "agent")
    passive = (
        agent is not None or child_of(verb, "auxpass", "nsubjpass") is not None or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    )
    doer = child_of(agent, "pobj") if agent is not None else None if passive else _subject(verb)
    if (
        doer is None
        or doer.i == verb.i
        or is_sender(doer)
        or (act.of in ("kill", "injure") and child_of(verb, "dobj") is None and not passive)
    ):
        return None
    return _as_doer(scene, wide(act.of), doer, verb, scene.negated(verb))


def _subject(verb: Token) -> Token | None:
    """The verb's own subject, or that of the clause that it goes on from: no further, or a police officer becomes the killer."""
    outside = False
    for _ in range(4):
        own = [child for child in verb.children if child.dep_ == "nsubj" and not is_sender(child)]
        if own:
            return own[0]
        if verb.dep_ in ("acl", "relcl") and verb.tag_ in ("VBG", "VBN"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head == verb or (outside and verb.dep_ != "conj"):
            return None
        outside = outside or verb.dep_ != "conj"
        verb = verb.head
    return None


def _as_doer(
    scene: Scene, about: str, doer: Token | None, word: Token, denied: bool, *, without: Token | None = None
) -> Fact | None:
    if doer is None or doer.pos_ not in ("NOUN", "PROPN") or doer.i in scene.times or is_sender(doer):
        return None
    if doer.lemma_.lower() in WIELDED:
        owner = _owner(doer)
        return scene.fact("actor", about, _named(owner), word, denied=denied) if owner is not None else None
    if act_of(doer) is not None:
        return None
    if about in HARMFUL and not _acts(doer):
        return None
    if doer.lemma_.lower() in INSTRUMENTS or doer.ent_type_ in ("DATE", "TIME"):
        return None
    words = [token for token in _with_name(doer) if without is None or token.i < without.i]
    return scene.fact("actor", about, words, word, denied=denied)


def _with_name(doer: Token) -> list[Token]:
    """Its phrase, and the name that a clause gives it: "a group known as the Red Front"."""
    words, clause = noun_phrase(doer, LONG), child_of(doer, "acl")
    if clause is None or clause.lemma_.lower() not in CALLING or clause.i != words[-1].i + 1:
        return words
    as_ = child_of(clause, "prep")
    name = child_of(clause, "oprd", "dobj", "attr") or (child_of(as_, "pobj") if as_ is not None else None)
    return words if name is None else [*words, *doer.doc[clause.i : noun_phrase(name)[-1].i + 1]][:LONG]


def _owner(craft: Token) -> Token | None:
    """Whose craft it is: "army drones", "Norland's jets", "the planes of the coalition"."""
    for child in craft.children:
        if child.i < craft.i and child.dep_ in OWNING and _is_side(child):
            return child
        if child.lower_ == "of" and (side := child_of(child, "pobj")) is not None and (_acts(side) or side.pos_ == "PROPN"):
            return side
    return None


def _named(side: Token) -> list[Token]:
    """Its words without the mark of a genitive: the "Norland" of "Norland's jets"."""
    return [token for token in noun_phrase(side, 6) if token.dep_ != "case"]


def _acts(doer: Token) -> bool:
    """Somebody, not something: people, a side, or what belongs to a country or body. Never a count of victims."""
    if any(child.like_num for child in doer.children):
        return False
    named = doer.ent_type_ in DOER_NAMES and not doer.is_digit
    owned = any(child.ent_type_ in ("NORP", "GPE", "ORG") for child in doer.children)
    return named or owned or persons(doer)[0] or doer.lemma_.lower() in SIDES | BODIES


def _of_noun(scene: Scene, act: Act) -> Fact | None:
    """As in "an attack by X", "X's attack", "Russian airstrikes", "government shelling"."""
    noun = act.word
    about = wide(act.of)
    for child in noun.children:
        if child.lower_ == "by" and (doer := child_of(child, "pobj")) is not None:
            return _as_doer(scene, about, doer, noun, False)
    for child in noun.children:
        if child.i < noun.i and child.dep_ in OWNING and _is_side(child):
            return scene.fact("actor", about, _named(child), noun)
    return None


def _is_unclear(word: Token) -> bool:
    """As in "It was not clear who", "unclear who"."""
    words = {child.lower_ for child in word.children} | {word.lower_}
    return "unclear" in words or ("clear" in words and bool(words & {"not", "n't", "n’t"}))


def _is_side(token: Token) -> bool:
    if token.lower_ == "air":  # of "air strikes", which a tagger takes for a firm
        return False
    if token.dep_ == "poss":
        return token.pos_ in ("NOUN", "PROPN") and (token.ent_type_ in DOER_NAMES or token.lemma_.lower() in SIDES)
    country = token.ent_type_ == "GPE" and token.is_upper  # "US raids", not "Las Vegas shooting"
    return country or token.ent_type_ in ("ORG", "NORP") or token.lemma_.lower() in SIDES or token.lower_.endswith("-led")


def _claimed(scene: Scene, act: Act) -> Iterator[Fact | None]:
    """As in "X claimed responsibility", "claimed by X", "no one has claimed the attack"."""
    verb = act.word
    agent = child_of(verb, "agent")
    doer = child_of(agent, "pobj") if agent is not None else subject_of(verb)
    if doer is not None and doer.tag_ in RELATIVE and verb.dep_ == "relcl":
        doer = verb.head
    if doer is None or is_sender(doer) or doer.dep_ == "nsubjpass" or (doer.pos_ == "PRON" and doer.tag_ in RELATIVE):
        return
    nobody = doer.lower_ in ("no", "nobody", "none") or is_of_none(doer)
    denied = nobody or scene.negated(verb)
    yield scene.fact("actor", CLAIM, noun_phrase(doer, LONG), verb, denied=denied)
    if not denied:
        yield scene.fact("actor", _matter(verb), noun_phrase(doer, LONG), verb)


def _responsible(scene: Scene, word: Token) -> Fact | None:
    """As in "X is responsible for the blast", "held X responsible for it"."""
    verb = governor(word)
    if _is_of_a_thing(word):
        return None
    if verb.lemma_.lower() == "hold" and any(child.lower_ == "for" for child in word.children):
        whom = child_of(word, "nsubj") or object_of(verb)
        return _as_doer(scene, _matter(word), whom, verb, scene.negated(verb), without=word)
    if word.dep_ == "acomp":
        return _as_doer(scene, _matter(word), child_of(word.head, "nsubj"), word, scene.negated(word.head))
    return None


def _is_of_a_thing(word: Token) -> bool:
    """As in "responsible for its silence": for no act. A pronoun stands for what was told before: "responsible for this"."""
    fors = (noun for prep in word.children if prep.lower_ == "for" for noun in prep.children if noun.dep_ == "pobj")
    return any(noun.pos_ == "NOUN" and not any(act_of(within) for within in noun.subtree) for noun in fors)


def _responsibility(scene: Scene, word: Token) -> Iterator[Fact | None]:
    """As in "denied responsibility", "no claim of responsibility", "bears responsibility"."""
    verb = word.head
    if word.dep_ == "pobj" and verb.head.lemma_.lower() == "claim" and is_of_none(verb.head):
        yield scene.fact("actor", CLAIM, noun_phrase(verb.head, LONG), word, denied=True)
    elif word.dep_ == "dobj" and verb.lemma_.lower() in ("deny", "reject", "bear"):
        denied = verb.lemma_.lower() != "bear"
        doer = subject_of(verb)
        if doer is not None and doer.pos_ in ("NOUN", "PROPN"):
            yield scene.fact("actor", _matter(word), noun_phrase(doer, LONG), verb, denied=denied)


def _blamed(scene: Scene, verb: Token) -> Iterator[Fact | None]:
    """As in "blamed X for the blast", "blamed the blast on X", "accused X of bombing", "blamed X"."""
    done_to = child_of(verb, "dobj", "nsubjpass")
    if done_to is None:
        return
    beside = (verb, done_to)  # a parse may hang "for" on whom one blames, and "on" on what for
    preps = [child for word in beside for child in word.children if child.dep_ == "prep"]
    act, denied = act_of(done_to), scene.negated(verb)
    for prep in preps:
        target = child_of(prep, "pobj", "pcomp")
        if target is None or (prep.head == done_to and prep.lower_ != "for" and not (prep.lower_ == "on" and act)):
            continue
        if prep.lower_ == "on":
            yield _as_doer(scene, wide(act or "attack"), target, verb, denied)
        elif prep.lower_ in ("for", "of", "in") and (of := act_of(target)) is not None:
            yield _as_doer(scene, wide(of), done_to, verb, denied, without=prep)
    bare = verb.lemma_.lower() == "blame" and not any(prep.lower_ in ("for", "on") for prep in preps)
    if bare and act is None and (of := told_first(scene.reading, HARMFUL)) is not None:
        yield _as_doer(scene, of, done_to, verb, denied)


def _matter(word: Token) -> str:
    """The class of the act that responsibility is claimed or denied for; an attack where the clause names none."""
    for token in word.sent:
        if token.i > word.i and token.pos_ == "NOUN" and (of := act_of(token)) is not None:
            return wide(of)
    return "attack"
