"""Whether a clause says that something is so, or that it is not."""

import re
from collections.abc import Callable

from spacy.tokens import Doc, Token

from rashomon.extract.clauses import VERBAL

MODAL = frozenset(["would", "could", "may", "might", "should", "must", "can", "will", "shall", "’ll", "'ll", "wo", "’d"])
NOT = frozenset(["not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "hardly", "without"])
REFUSING = frozenset("deny refute reject dismiss dispute rebut disavow disprove debunk refuse fail".split())
PARTLY = frozenset("usually always necessarily typically normally generally often exclusively solely".split())
LIGHT_ON_NONE = frozenset("have be see make leave show".split())  # "had no doubt", "makes no difference": nothing is denied
SEEMING = frozenset("appear seem believe think expect".split())  # "did not appear to attack": what seems not to be so is denied
CLAIMS = frozenset(
    "claim report allegation accusation rumour rumor suggestion assertion charge notion evidence proof sign indication".split()
)
LIES = frozenset("lie falsehood fabrication slander".split())  # claims that are called false by their name
FALSE = frozenset("false untrue baseless unfounded groundless fabricated fake".split())
TRUE = frozenset("true correct accurate right".split())
_REFUTED = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?|charges?|notion|idea|story|stories) "
    r"(?P<clause>(?:that|of|about|by)\b[^.;:!?]{3,160}?),? "
    r"(?:is|are|was|were|remains?)(?: (?:simply|utterly|totally|completely|entirely|all|also|both))? "
    r"(?:(?:false|untrue|baseless|unfounded|groundless|fabricated|fake|nonsense|lies|an? lie|an? invention|not true)\b"
    r"|without (?:any )?(?:foundation|basis|merit|substance|evidence)\b)",
    re.IGNORECASE,
)


def refuted_in(parse: Doc, text: str) -> dict[int, Token]:
    """The words of every claim that the parsed text calls false, each with the last word of the refusal.

    Told by the words, not by the parse, which takes "claims of a grenade having caused" for what the claims caused.
    """
    found = {}
    for match in _REFUTED.finditer(text):
        clause, whole = parse.char_span(*match.span("clause"), alignment_mode="expand"), parse.char_span(*match.span())
        if clause is not None and whole is not None:
            found.update({token.i: whole[-1] for token in clause})
    return found


def is_negated(word: Token, said: Callable[[Token], bool]) -> bool:
    """Whether the clause denies the act: "did not", "no attack", "without firing", "failed to", "no evidence of".

    Words that are not `said` together with it deny nothing: where B denies that X was done, A, whom B cites, still says so.
    """
    return _negated(word, said) or any(said(noun) and _is_refuted(noun) for noun in _claims_above(word))


def _claims_above(word: Token) -> list[Token]:
    """The claim that the act is told in: "reports of an attack", "the allegation that it was bombed"."""
    that = word.dep_ == "relcl" and any(
        child.lower_ == "that" and child.i < word.i for child in word.children
    )  # taken for "which"
    above = [word.head, word.head.head] if that or word.dep_ in ("pobj", "acl", "ccomp", "pcomp") else []
    return [noun for noun in above if noun.lemma_.lower() in CLAIMS | LIES]


def _is_refuted(noun: Token) -> bool:
    if noun.lemma_.lower() in LIES and noun.pos_ == "NOUN":
        return True
    words = {child.lower_ for child in noun.children}
    beside = {child.lower_ for child in noun.head.children} if noun.dep_ in ("nsubj", "nsubjpass", "attr") else set()
    untrue = beside & TRUE and any(child.dep_ == "neg" for child in noun.head.children)  # "reports that … are not true"
    return bool(words & (NOT | FALSE) or beside & ({"nor"} | FALSE) or untrue) or (
        noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in REFUSING
    )


def _negated(word: Token, said: Callable[[Token], bool]) -> bool:
    denying = [child for child in word.children if child.lower_ in NOT and child.dep_ in ("neg", "det", "preconj")]
    if denying and any(child.lower_ in PARTLY for child in word.children):  # "does not usually pay" says that some are paid
        return False
    if denying:
        return not any(after.lower_ in ("only", "just") for child in denying for after in child.doc[child.i + 1 : child.i + 2])
    head = word.head
    if not said(head):
        head = word
    if (
        head != word
        and word.dep_ in ("xcomp", "ccomp")
        and head.lemma_.lower() in SEEMING
        and any(child.dep_ == "neg" for child in head.children)
    ):
        return True
    if (
        head != word
        and word.dep_ in ("xcomp", "pcomp", "ccomp", "dobj")
        and (head.lemma_.lower() in REFUSING or head.lower_ == "without")
    ):
        return not _is_withheld(word, head)
    if _is_done_to_none(word) or _is_done_by_none(word):
        return True
    subject = next((child for child in word.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None:
        return (
            subject.lower_ in NOT
            or any(child.lower_ in ("no", "neither") for child in subject.children)
            or _is_not_one(subject.left_edge)
        )
    joined = word.dep_ == "conj" and head != word and head.pos_ in VERBAL
    return joined and any(c.dep_ == "neg" or c.lower_ == "neither" for c in head.children)


def is_of_none(noun: Token) -> bool:
    """As in "no strikes", "no evidence"."""
    return any(child.lower_ == "no" for child in noun.children)


def _is_done_to_none(verb: Token) -> bool:
    """As in "collected no rent", "carried out no raid"; not "had no doubt", "no fewer than ten"."""
    done_to = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if done_to is None or verb.lemma_.lower() in LIGHT_ON_NONE:
        return False
    return any(child.lower_ == "no" and child.dep_ == "det" for child in done_to.children)


def _is_done_by_none(verb: Token) -> bool:
    """As in "no aircraft operated there", where the parse takes the verb for what describes the aircraft."""
    taken_for_a_noun = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ in ("ROOT", "ccomp")
    return taken_for_a_noun and is_of_none(verb.head)


def _is_withheld(word: Token, verb: Token) -> bool:
    """As in "denied them protection": not given, and no denial that there was any."""
    return word.dep_ == "dobj" and any(
        child.dep_ == "dative" or (child.dep_ == "dobj" and child.i < word.i) for child in verb.children
    )


def _is_not_one(first: Token) -> bool:
    """As in "not one shot was fired", "not a single"."""
    return first.lower_ == "not" and first.i + 1 < len(first.doc) and first.nbor().lower_ in ("one", "a", "an")


def counts_none(verb: Token) -> bool:
    """Whether the clause only says that nobody was befallen: "no soldiers died" counts, and denies no death."""
    parties = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    return any(party.lower_ in NOT or is_of_none(party) for party in parties)


def is_real(verb: Token) -> bool:
    """Whether the verb says that something is so: not "would", "if", "to", nor a question."""
    unreal = any(child.dep_ == "aux" and (child.lower_ in MODAL or child.tag_ == "TO") for child in verb.children)
    return not unreal and not is_supposed(verb)


def is_supposed(verb: Token) -> bool:
    """Whether it is told of a condition or a question only: "if it was right", and also "if we think that it was right"."""
    while not any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children):
        if verb.dep_ not in ("ccomp", "xcomp", "pcomp"):
            return False
        verb = verb.head
    return True
