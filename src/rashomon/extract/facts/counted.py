"""What an amount counts and what befell it: "at least 31 people were killed" counts people, killed."""

from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.clauses import VERBAL, child_of, governor
from rashomon.extract.facts.matters import Matter, together
from rashomon.extract.facts.nouns import AHEAD, SIDES, TOLLS, persons

BETWEEN = frozenset(
    (
        "were was are is have has had been being be also reportedly allegedly confirmed feared believed reported said "
        "to others other more "
        "people persons and or seriously severely badly critically lightly slightly mostly all at about initially "
        "officially now already "
        "left dead lie lay lying thought known presumed said to may might could would will must "
        "found shot pronounced declared who that"
    ).split()
)
BEARING = frozenset(
    (
        "die perish flee escape survive disappear vanish protest rally march demonstrate riot gather assemble congregate attend "
        "drown contract lose"
    ).split()
)
PERIODS = ("day", "week", "month", "quarter", "year", "decade")  # "rose 4.5 percent last year", "fell by 200 barrels a day"
MEASURING = frozenset(
    "be estimate put value stand total reach hit rise fall drop climb jump amount come exceed top average measure remain"
    " set".split()
)
HELPING = frozenset("was were is are be been being got get".split())
INCLUDING = frozenset("including include among of like".split())
BODIES = frozenset(["body", "corpse", "remains"])
OFFICIAL = frozenset(  # bodies that nobody buries
    (
        "international official governing regulatory professional public elected legislative political religious independent "
        "advisory heavenly celestial foreign national local other human"
    ).split()
)
FIGHTING = frozenset("soldier fighter guard".split())  # sorts of people whom a side loses: they are dead
FOUND = frozenset("recover find pull retrieve identify dig lie bury remove exhume bring take lay".split())
OURS = frozenset("our ours us them their own those these".split())
LOOSE = frozenset("at least some about over more than around nearly almost up to as many another roughly approximately".split())


def matter_of(noun: Token) -> Matter | None:
    """What befell the people that the noun stands for; None where nothing in the sentence says it."""
    own = act_of(noun)
    if _is_body(noun):
        return Matter("kill", noun)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() == "lose" and _is_own_force(noun):
        return Matter("kill", noun.head)
    if noun.lemma_.lower() == "victim" and (told := _beside(noun) or _headline(noun) or _by_grammar(noun, 0)) is not None:
        return told  # "one victim died"
    if own is not None and (befalls_people(own) or not persons(noun)[0]):
        return Matter(own, noun)
    return _beside(noun) or _headline(noun) or _by_grammar(noun, 0)


def _is_body(noun: Token) -> bool:
    """Whether it is somebody dead: "34 bodies", "the remains of two men"; no "UN bodies", no "bodies of water"."""
    lemma = noun.lemma_.lower()
    if lemma not in BODIES or noun.pos_ != "NOUN":
        return False
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.lemma_.lower() in FOUND:
        return True
    if lemma == "remains" or noun.tag_ != "NNS":
        return False
    words = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod", "prep")]
    return all(word.dep_ == "amod" and word.lower_ not in OFFICIAL for word in words)


def _is_own_force(noun: Token) -> bool:
    """Whether a side that fights loses them: "lost 17 fighters", "the army lost three men", no "40 to other towns"."""
    verb = noun.head
    if any(child.dep_ in ("prep", "dative") and child.lower_ == "to" for child in verb.children):
        return False
    scope = persons(noun)[1]
    side = child_of(verb, "nsubj")
    return scope in FIGHTING or (scope == "man" and side is not None and side.lemma_.lower() in SIDES)


def matter_of_bare(number: Token) -> Matter | None:
    """What befell as many as a number without a noun says: "killed 31", "31 dead", "the toll rose to 44"."""
    doc = number.doc
    after = doc[number.i + 1] if number.i + 1 < number.sent.end else None
    if after is not None and befalls_people(act_of(after) or ""):
        return together(after)
    before = _before(number)
    if before is not None and befalls_people(act_of(before) or ""):
        return together(before)
    found = _headline(number) or _by_grammar(number, 0)
    return found if found is not None and befalls_people(found.about) else None


def _before(number: Token) -> Token | None:
    """The word before the number and what loosens it: "kills at least 31"."""
    at = number.i - 1
    while at > number.sent.start and number.doc[at].lower_ in LOOSE:
        at -= 1
    return number.doc[at] if at >= number.sent.start else None


def _beside(noun: Token) -> Matter | None:
    """As in "people killed in", "48 people dead", "three wounded soldiers", "children who died"."""
    for child in noun.children:
        of = act_of(child) if child.dep_ in ("acl", "amod", "relcl", "ccomp") else None
        if of is None or not befalls_people(of):
            continue
        if (
            child.dep_ == "relcl"
            and any(c.dep_ == "dobj" for c in child.children)
            and not any(c.dep_ == "nsubjpass" for c in child.children)
        ):
            continue  # "gunmen who killed ten": the doer
        if child.dep_ == "acl" and child.tag_ == "VBG":
            continue
        return together(child)
    return None


def _headline(noun: Token) -> Matter | None:
    """The first word after the noun that says what befell it, with nothing but auxiliaries between."""
    start, passed = _after_ours(noun), set[str]()
    for token in noun.doc[start : min(start + AHEAD + 1, noun.sent.end)]:
        if token.lower_ == "missing":
            return Matter("miss", token)
        of = act_of(token)
        if of is not None and "who" in passed and not passed & HELPING and token.lemma_.lower() not in BEARING:
            return None  # "the men who killed": the doers
        passed.add("who" if token.lower_ == "that" else token.lower_)
        if of is not None and befalls_people(of) and (token.tag_ in ("VBN", "VBD") or token.pos_ == "ADJ"):
            return None if _has_victims(token) and token.lemma_.lower() not in BEARING else together(token)
        if token.lower_ == "among":
            return _first_harm(token)
        if token.lower_ not in BETWEEN or token.lower_ == "and":
            return None
    return None


def _after_ours(number: Token) -> int:
    """Where the words go on after "twelve of our own", "six of them", "four of those"."""
    at = number.i + 1
    if at < number.sent.end and number.doc[at].lower_ == "of":
        ours = at + 1
        while ours < number.sent.end and number.doc[ours].lower_ in OURS:
            ours += 1
        return ours if ours > at + 1 else at
    return at


def _first_harm(among: Token) -> Matter | None:
    """As in "2 medics among 31 dead": what befell the many befell the two."""
    for token in among.doc[among.i + 1 : min(among.i + AHEAD + 2, among.sent.end)]:
        if befalls_people(act_of(token) or ""):
            return together(token)
    return None


def _has_victims(verb: Token) -> bool:
    """As in "5 gunmen killed 12 people" against "8 people killed 58 injured", where the object has its own verb."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i > verb.i:
            after = child.doc[child.i + 1] if child.i + 1 < child.sent.end else None
            return not (act_of(child) or (after is not None and befalls_people(act_of(after) or "")))
    return False


def _by_grammar(noun: Token, depth: int) -> Matter | None:
    head, role = noun.head, noun.dep_
    if depth > 4 or head == noun:
        return None
    if role == "dobj" and (clause := _said_without_subject(head)) is not None:
        return _of_verb(clause)
    if role in ("dobj", "nsubjpass", "npadvmod", "oprd") and head.pos_ in VERBAL:
        return _of_verb(head) or _of_subject(head)
    if role == "nsubj" and head.pos_ in VERBAL:
        return _as_subject(noun, head, depth)
    if role in ("conj", "appos"):
        return _by_grammar(head, depth + 1) or _beside(head)
    if role in ("pobj", "pcomp"):
        return _after_preposition(head, depth)
    if role in ("attr", "acomp") and head.pos_ in VERBAL:
        return _of_subject(head)
    if role in ("nummod", "compound", "amod", "quantmod"):
        return _by_grammar(head, depth + 1)
    return None


def _said_without_subject(verb: Token) -> Token | None:
    """The clause whose subject the parse gave to the verb of saying: "said ten police and two nurses had been killed"."""
    clause = child_of(verb, "ccomp")
    if clause is None or child_of(clause, "auxpass") is None or child_of(clause, "nsubj", "nsubjpass") is not None:
        return None
    return clause


def _of_verb(verb: Token) -> Matter | None:
    of = act_of(verb)
    return together(verb) if of is not None else None


def _as_subject(noun: Token, verb: Token, depth: int) -> Matter | None:
    of = act_of(verb)
    if of is not None and (verb.lemma_.lower() in BEARING or not befalls_people(of)):
        return Matter(of, verb) if verb.lemma_.lower() in BEARING else Matter(f"{of} by", verb)
    if of is not None and not any(child.dep_ in ("dobj", "agent") for child in verb.children) and verb.tag_ in ("VBN", "VBD"):
        return together(verb)
    if of is None and verb.lemma_ == "be":
        among = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "among"), None)
        for target in among.children if among is not None else ():
            return Matter(act_of(target) or "", target) if act_of(target) else _beside(target)
        state = next(
            (child for child in verb.children if child.dep_ in ("acomp", "attr") and befalls_people(act_of(child) or "")), None
        )
        return Matter(act_of(state) or "", state) if state is not None else None
    return Matter(f"{of} by", verb) if of is not None else None


def _after_preposition(prep: Token, depth: int) -> Matter | None:
    """As in "the killing of 31", "a toll of 44", "rose to 44", "including 11 children", "in an attack on 12 nurses"."""
    head = prep.head
    of = act_of(head)
    if prep.lower_ in INCLUDING and head.pos_ not in VERBAL:
        if of is not None and befalls_people(of):
            return Matter(of, head)
        return _beside(head) or _headline(head) or _by_grammar(head, depth + 1) or _toll(head)
    if prep.lower_ == "including" and (of := act_of(head)) is not None:
        return together(head)
    if head.pos_ in VERBAL:
        return _of_subject(head) if prep.lower_ in ("to", "at", "from", "in", "by", "above", "past") else None
    return _toll(head)


def _of_subject(verb: Token) -> Matter | None:
    """As in "the death toll rose", "the number of wounded stands", "the dead numbered"."""
    for subject in verb.children:
        if subject.dep_ in ("nsubj", "nsubjpass", "dobj") and (found := _toll(subject)) is not None:
            return found
    return None


def _toll(noun: Token) -> Matter | None:
    if noun.ent_type_ == "PERSON":  # Loretta Lynch kills nobody
        return None
    of = act_of(noun)
    if noun.lemma_.lower() in BODIES and noun.dep_ in ("nsubjpass", "dobj") and noun.head.lemma_.lower() in FOUND:
        return Matter("kill", noun)
    if of is not None and befalls_people(of) and (noun.lemma_.lower() in TOLLS or noun.pos_ != "VERB"):
        return Matter(_qualified(noun) or of, noun)
    if noun.lemma_.lower() in TOLLS:
        for token in noun.subtree:
            inner = act_of(token)
            if token.i != noun.i and inner is not None and befalls_people(inner):
                return Matter(inner, token)
    return None


def _qualified(noun: Token) -> str | None:
    """An "injury toll" counts the injured, a "casualty toll" both."""
    listed = {"injury": "injure", "casualty": "casualty", "wounded": "injure"}
    return next((listed[child.lemma_.lower()] for child in noun.children if child.lemma_.lower() in listed), None)


def measured_of(number: Token, noun: Token | None) -> Matter | None:
    """What a length, sum or share is of: the noun it qualifies, else the verb of its clause."""
    if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.lower_ not in ("percent", "cent", "%", *PERIODS):
        return Matter(act_of(noun) or noun.lemma_.lower(), noun)
    verb = governor(number)
    if verb.pos_ not in VERBAL:
        return None
    if verb.lemma_.lower() in MEASURING and (measured := _measured(verb)) is not None:
        return measured
    if verb.lemma_.lower() in ("be", "have"):
        return None
    return Matter(act_of(verb) or verb.lemma_.lower(), verb)


def _measured(verb: Token) -> Matter | None:
    """What a clause says the amount of: "turnout reached 93 percent", "the damage is estimated at two million dollars"."""
    for noun in (child_of(verb, "nsubjpass", "nsubj"), child_of(verb, "dobj")):
        if (
            noun is not None and noun.pos_ == "NOUN" and not persons(noun)[0]
        ):  # "experts put the damage at", "the boy fell 15 feet"
            return Matter(act_of(noun) or noun.lemma_.lower(), noun)
    return None
