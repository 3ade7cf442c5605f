"""Facts to links, documents to copies: the two doors of this room."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rashomon.link.agreements import agreements_in
from rashomon.link.answers import answers_of
from rashomon.link.breakdowns import breakdowns_in
from rashomon.link.candidates import questions_of
from rashomon.link.comparisons import Comparisons
from rashomon.link.conflicts import compared
from rashomon.link.copies import copies_and_comparisons
from rashomon.link.judged import as_people_say
from rashomon.link.tellings import Answer, Telling, tellings_of
from rashomon.link.verdicts import Verdict
from rashomon.model import Link, Reason

BY = "typed comparison 1"


def link(tables: Mapping[str, Sequence[Any]]) -> Iterator[Link]:
    """How the facts of the case stand to each other."""
    tellings = tellings_of(tables)
    for question in questions_of(tellings):
        answers = answers_of(question)
        for group in [answers] if len(answers) > 1 else ([part] for part in agreements_in(answers[0])):
            yield from _linked(group)
    for left, right, found in breakdowns_in(tellings):
        yield _link(left, right, found)


def copies(tables: Mapping[str, Sequence[Any]]) -> Iterator[Link | bytes]:
    """Which documents carry each other's words, as far as no person says otherwise; and what to keep for the next run."""
    before = Comparisons.from_bytes(tables.get("kept", ()))
    told = tables["documents"], tables["statements"], tables["voices"], tables["mentions"]
    found, known = copies_and_comparisons(*told, before)
    yield from as_people_say(found, tables["documents"], tables["judgements"])
    yield from known.to_bytes()


def _linked(answers: list[Answer]) -> Iterator[Link]:
    """Every telling of an answer tied to its first, and the answers to each other: as many links as facts, not as pairs."""
    for first, *others in answers:
        for other in others:
            yield _link(
                first, other, Verdict("same", 1.0, None, (Reason("the same answer", 1.0, first.fact.span, other.fact.span),))
            )
    for left, right in combinations(answers, 2):
        yield _link(left[0], right[0], compared(left, right))


def _link(left: Telling, right: Telling, found: Verdict) -> Link:
    return Link.of(
        left.fact.id,
        right.fact.id,
        found.relation,
        by=BY,
        score=found.score,
        subtype=found.subtype,
        reasons=found.reasons,
    )
