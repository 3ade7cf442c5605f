"""A model's answer, taken apart: what points at clauses and words that are there is a link; all else is refused and counted."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from rashomon.llm.prompts import MOST, PROMPT, RELATIONS
from rashomon.llm.questions import Clause, Question
from rashomon.model import Link, LinkRelation, Reason, Span
from rashomon.text.normal import folded

SCORE = 0.5  # of every link that a model proposes: it says how sure it is, if asked, but not truly
FORM = frozenset(("a", "b", "relation", "quote_a", "quote_b"))
FENCED = re.compile(r"\A\s*+```(?:json)?[^\S\n]*+\n(.*?)\n[^\S\n]*+```\s*+\Z", re.DOTALL)

BROKEN, HALF, UNWILLING = "no JSON of the form", "an answer that breaks off", "a refusal to answer"
OTHER_KIND = "two clauses that answer other kinds of question"
NO_ID, NO_RELATION, NO_QUOTE = "a clause that there is not", "a relation that there is not", "a quote that is not in the text"
ALIKE = "one answer told as two"
TWICE, TOO_MANY = "a pair that was told already", "more than was asked for"


def by(model: str) -> str:
    """What every result says of where it comes from."""
    return f"{model}, prompt {PROMPT}"


@dataclass(frozen=True, slots=True)
class Checked:
    """The links that an answer gave, and what was refused of it: why -> how often."""

    links: tuple[Link, ...] = ()
    refused: Mapping[str, int] = field(default_factory=dict)


def checked(question: Question, content: str, finish: str, model: str) -> Checked:
    """What an answer is worth. One that is broken off, refused or of another form gives nothing at all."""
    if finish not in ("stop", "length"):
        return Checked(refused={UNWILLING: 1})
    found = _parsed(content)
    if found is None:
        return Checked(refused={HALF if finish == "length" else BROKEN: 1})
    links: dict[frozenset[str], Link] = {}
    refused: Counter[str] = Counter()
    for place, proposal in enumerate(found):
        link = TOO_MANY if place >= MOST else _link(question, proposal, model)
        if isinstance(link, str):
            refused[link] += 1
        elif frozenset((link.left, link.right)) in links:
            refused[TWICE] += 1
        else:
            links[frozenset((link.left, link.right))] = link
    return Checked(tuple(links.values()), dict(refused))


def _parsed(content: str) -> list[Any] | None:
    """The list in the answer, which may stand in a Markdown fence; None where there is none."""
    inside = FENCED.match(content)
    try:
        whole = json.loads(inside.group(1) if inside else content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(whole, dict) or whole.keys() != {"relations"} or not isinstance(whole["relations"], list):
        return None
    return whole["relations"]


def _link(question: Question, proposal: Any, model: str) -> Link | str:
    """The link that is proposed, or why there is none."""
    if not isinstance(proposal, dict) or proposal.keys() != FORM or not all(isinstance(one, str) for one in proposal.values()):
        return BROKEN
    sides = [
        next((clause for clause in clauses if clause.label == proposal[side]), None)
        for side, clauses in (("a", question.others), ("b", question.own))
    ]
    if sides[0] is None or sides[1] is None:
        return NO_ID
    if sides[0].fact.kind != sides[1].fact.kind:
        return OTHER_KIND
    if proposal["relation"] not in RELATIONS:
        return NO_RELATION
    left, right = (_quoted(clause, proposal[name]) for clause, name in zip(sides, ("quote_a", "quote_b"), strict=True) if clause)
    if left is None or right is None:
        return NO_QUOTE
    if proposal["relation"] in ("conflict", "update") and _are_alike(sides[0], sides[1], proposal):
        return ALIKE
    reason = Reason(f"{by(model)} says so", SCORE, left, right)
    ends = sides[0].fact.id, sides[1].fact.id
    return Link.of(*ends, cast(LinkRelation, proposal["relation"]), by=by(model), score=SCORE, reasons=(reason,))


def _are_alike(one: Clause, other: Clause, proposal: Mapping[str, str]) -> bool:
    """Whether both sides say the same words, and neither denies them: whatever that is, it is no dispute."""
    return one.fact.polarity == other.fact.polarity and folded(proposal["quote_a"]) == folded(proposal["quote_b"])


def _quoted(clause: Clause, quote: str) -> Span | None:
    """Where the words stand in the document; None where they do not, letter for letter, or are no words."""
    at = clause.words.find(quote)
    if at < 0 or not any(letter.isalnum() for letter in quote):
        return None
    return Span(clause.fact.span.start + at, clause.fact.span.start + at + len(quote))


def reasons_of(refused: Mapping[str, int]) -> Iterator[str]:
    """What was refused, in words: "2 times a quote that is not in the text"."""
    for why, times in sorted(refused.items(), key=lambda item: (-item[1], item[0])):
        yield f"{times} × {why}"
