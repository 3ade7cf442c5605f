"""Features of two persons' names: what keeps the members of a family, and all who share one name, apart."""

from rashomon.resolve.letters import alike
from rashomon.resolve.spelling import Spelling, by_length, is_lone, pairing, shared

SOUNDS = 0.85  # likeness of words that only differ in how they are spelled, or of an initial
_COURTESY = {"mr": "m", "sir": "m", "herr": "m", "king": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f"}


def given_name_alone(left: Spelling, right: Spelling) -> float:
    """That only one word is shared and it is not the other's last: many are called Michael. On one page the first will do."""
    short, long = by_length(left.name, right.name)
    names = [word for word in long.words if word.kind == "name"]
    if len([word for word in short.words if word.kind == "name"]) != 1 or len(names) < 2:
        return 0.0
    both = shared(left, right, names[-1])
    if left.docs & right.docs and names[0] in both:
        return 0.0
    return -0.2 if names[-1] in both else -1.0


def two_on_page(left: Spelling, right: Spelling) -> float:
    """That one page has both as full names that are alike but do not sound the same: Ivana and Ivanka are two of a family."""
    if {left.name.kind, right.name.kind} != {"person"} or not left.docs & right.docs or is_lone(left) or is_lone(right):
        return 0.0
    return -float(any(likeness < SOUNDS for _, _, likeness in pairing(left, right).pairs))


def courtesies(left: Spelling, right: Spelling) -> float:
    """That one is called Mr and the other Mrs."""
    one, other = ({_COURTESY[title] for title in side.name.titles if title in _COURTESY} for side in (left, right))
    return -float(bool(one and other and not one & other))


def father_and_son(left: Spelling, right: Spelling) -> float:
    """That one is called the son of whom the other calls the father: Omar bin Hassan is not Hassan bin Omar."""
    one, other = left.name.descent, right.name.descent
    return -float(bool(one and other and one != other and alike(one[0], other[1]) >= 0.9 and alike(one[1], other[0]) >= 0.9))


def two_generations(left: Spelling, right: Spelling) -> float:
    """That one is Jr. and the other Sr., or that a page that writes "Ann Kray Jr." writes "Ann Kray" too."""
    one, other = left.name.generation, right.name.generation
    return -float(one != other and bool((one and other) or (left.docs & right.docs and not is_lone(left) and not is_lone(right))))


def family_and_member(left: Spelling, right: Spelling) -> float:
    """That one is a family and the other is not."""
    return -float(left.family != right.family)


def two_persons(left: Spelling, right: Spelling) -> bool:
    """Whether their titles, descent or generation say that they are two."""
    return any(apart(left, right) for apart in (courtesies, father_and_son, two_generations, two_on_page))
