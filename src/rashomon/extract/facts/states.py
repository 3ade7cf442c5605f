"""What state somebody or something is in: in custody, closed, in a critical condition."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import VERBAL, child_of, governor, subject_of
from rashomon.extract.facts.denials import is_supposed
from rashomon.extract.facts.nouns import persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

BEING = frozenset("be remain stay become keep get leave lie list spend live hold".split())
ENDURING = frozenset("fight battle die".split())  # "fighting for her life", "died of his wounds"
BRINGING = frozenset(
    (
        "take bring rush send transport airlift fly transfer move admit put place hold release discharge escape flee treat go "
        "stand grind come"
    ).split()
)
TOLD = frozenset(  # what is "released" as news is
    "identity name information detail report statement video footage photo image picture result figure document tape recording"
    " data list condition detail".split()
)
CONDITIONS = frozenset("if unless until once whether".split())
DOUBTED = frozenset("could may might would should can".split())
WISHED = frozenset("want demand call urge ask seek need like".split())  # "want the driver to be charged"
PEOPLE = frozenset(  # who are one kind of bearer, by whatever pronoun
    "he she they who i we him her them one nobody someone somebody anyone none others".split()
)
HOPED = frozenset("expect hope think believe say".split())
CHARGED = frozenset("line cordon battery phone device fee price rent interest barricade crowd position atmosphere air".split())
ACCOUNTABLE = frozenset("accountable responsible liable up to".split())  # "held responsible": nobody is in custody for that
SIGHT = frozenset("camera film video tape footage cctv crossfire middle act surprise".split())
LONG = 10


def states(scene: Scene) -> Iterator[Fact | None]:
    """Every state word of the list that is said of something."""
    listed = _listed()
    for token in scene.tokens:
        for form in (token.lower_, token.lemma_.lower()):
            if form not in listed:
                continue
            told = dict.fromkeys(question for words, question in listed[form] if _stands(token, words))
            if told:  # who was arrested is not free, and is a suspect
                yield from (_state(scene, token, question) for question in told)
                break


@cache
def _listed() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """State words by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for question, entries in lexicon("states")["conditions"].items():
        for entry in entries:
            words = tuple(entry.split())
            found[words[-1]].append((words, question))
    return {last: sorted(entries, key=lambda entry: -len(entry[0])) for last, entries in found.items()}


def _stands(token: Token, words: tuple[str, ...]) -> bool:
    start = token.i - len(words) + 1
    return start >= 0 and all(token.doc[start + at].lower_ == word for at, word in enumerate(words[:-1]))


def _state(scene: Scene, token: Token, question: str) -> Fact | None:
    verb = token if token.pos_ in VERBAL else governor(token)
    if verb.pos_ not in VERBAL or (token.pos_ == "NOUN" and not _is_told(token, verb)) or token.dep_ == "amod":
        return None
    if verb.lemma_.lower() == "plead":  # what somebody says of himself
        return None
    found = child_of(token, "nsubj") if token.pos_ == "ADJ" else None  # "found him guilty"
    if token.dep_ == "pobj" and verb.lemma_.lower() in BRINGING:  # "took the boy to hospital"
        found = child_of(verb, "dobj")
    taken_over = child_of(verb.head, "dobj") if verb.dep_ == "xcomp" else None
    of_noun = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None  # "held by rebels": not the rebels are
    subject = found or child_of(verb, "nsubjpass") or of_noun or taken_over or subject_of(verb)
    if (
        token.pos_ == "VERB" and child_of(token, "dobj") is not None
    ):  # "had opened fire", "closed the road": what was done to another
        return None
    if subject is not None and question == "custody" and any(one.lemma_.lower() in TOLD for one in (subject, *subject.conjuncts)):
        return None
    if subject is None or subject == token or subject.is_ancestor(token) or (token.pos_ == "VERB" and not _is_passive(token)):
        return None
    if token.lower_ == "held" and question == "control" and _whose(subject) == "person":  # people are held otherwise than towns
        question = "custody"
    clause = next((word for word in (verb, *verb.ancestors) if word.dep_ == "relcl"), None)
    if subject.lower_ in ("which", "that") and clause is not None:  # also "a bear that is believed to be safe"
        subject = clause.head
    if _is_no_state(token, verb, question) or not _is_told_of(token, verb) or (question == "charge" and _is_thing(subject)):
        return None
    hoped = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in HOPED else verb  # "is expected to recover"
    helping = [c for one in (verb, hoped) for c in one.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < token.i]
    first = min(child.i for child in (token, *helping, hoped, verb))
    words = list(scene.tokens[max(first, token.i - LONG) : token.i + 1])
    whose = persons(subject)[1] if question == "health" else None  # of the many that are hurt
    if question == "survival" and _whose(subject) != "person" and token.lower_ == "safe":  # barriers are, which nobody rescued
        return None
    if question == "open" and _whose(subject) == "person":  # who is suspended has lost a post (`fates`); who is allowed may go
        return None
    return scene.fact("status", f"{question} {whose or _whose(subject)}", words, hoped, denied=scene.negated(verb))


def _is_no_state(token: Token, verb: Token, question: str) -> bool:
    """Whether the word is used otherwise: "held responsible", "caught on camera", "fighting in custody"."""
    if token.lower_ == "held":
        passive = token.dep_ == "acl" or child_of(token, "auxpass") is not None
        return not passive or any(child.lower_ in ACCOUNTABLE for child in token.children)
    if question == "custody" and token.lower_ in ("caught", "captured"):
        beside = [noun for prep in token.children if prep.dep_ in ("prep", "agent") for noun in prep.children]
        return any(noun.lemma_.lower() in SIGHT for noun in beside) or any(child.lower_ == "up" for child in token.children)
    of = [child.lower_ for child in token.children if child.dep_ == "prep"]
    if (question == "fire" and token.lower_ == "control" and "of" in of) or (token.lower_ == "treated" and "as" in of):
        return True  # "under control of the rebels", "is not being treated as terrorism"
    return question != "health" and verb.lemma_.lower() in ENDURING


def _is_thing(subject: Token) -> bool:
    """Whether it is nobody whom the law could go after: a line that was charged, a fee."""
    return subject.pos_ == "NOUN" and not persons(subject)[0] and subject.lemma_.lower() in CHARGED


def _is_told_of(token: Token, verb: Token) -> bool:
    """Whether it is so, was so or is to be so; not "could be freed", "if convicted"."""
    doubted = any(child.dep_ == "aux" and child.lower_ in DOUBTED for one in {token, verb} for child in one.children)
    first = min(token.i, verb.i)
    asked = any(child.lower_ in CONDITIONS for one in {token, verb} for child in one.children if child.i < one.i)
    wished = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in WISHED
    over = verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before")  # "freed after being held"
    supposed = first > token.sent.start and token.doc[first - 1].lower_ in ("if", "unless", "when", "once")
    return not (doubted or asked or wished or over or supposed or is_supposed(verb))


def _is_told(noun: Token, verb: Token) -> bool:
    """Whether the clause says that somebody is there or was brought there: "in custody", "taken to hospital"; not what was
    done at a prison or said about an injury.
    """
    if noun.dep_ != "pobj":
        return noun.dep_ in ("attr", "acomp")
    prep = noun.head
    if prep.lower_ in ("under", "on") and noun.lemma_.lower() == "condition":  # "released under conditions"
        return False
    if prep.dep_ == "prep" and prep.head.lower_ == "out":  # "out of intensive care"
        prep = prep.head
    return prep.head == verb and verb.lemma_.lower() in BEING | BRINGING | ENDURING


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" or verb.lemma_.lower() in ("recover", "burn", "rage", "reopen", "resume")


def _whose(subject: Token) -> str:
    """People are one kind of subject; things go by their noun."""
    if persons(subject)[0] or subject.ent_type_ == "PERSON" or subject.lower_ in PEOPLE or subject.pos_ == "NUM":
        return "person"
    return "it" if subject.lower_ == "date" else subject.lemma_.lower()  # "Date: May 2 The talks were halted"
