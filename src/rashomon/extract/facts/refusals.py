"""Denials of a whole report: "denied the reports", "the situation you mentioned does not exist".

They name no act. What they deny is what the account tells most of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.extract.facts.nations import nation
from rashomon.model import Fact, Span, Statement
from rashomon.text.lexicon import lexicon

TOLD = 2  # facts of one act in an account from which it is what the account is about
SHORT = 8  # words of a content that is nothing but the report that is denied
_REPORT = r"(?:reports?|allegations?|accusations?|charges|claims?|suggestions?|rumou?rs?|assertions?|stor(?:y|ies)|account)"
_DENIED = re.compile(rf"^\W*(?:(?:the|these|those|such|all|any|media|press|that)\s+)*(?:\w+\s+)?{_REPORT}\b", re.IGNORECASE)
_DIED = re.compile(r"\bd(?:ied?|ies|ying|eath|eaths)\b", re.IGNORECASE)  # what happens to all, and is no charge against anybody
_FALSE = re.compile(
    rf"\b(?:situation|information|{_REPORT})\b[^.;]{{0,80}}?\b(?:"
    r"do(?:es)?(?: not|n['’]t) (?:exist|accord|correspond)|non-?existent|"
    r"(?:is|are|was|were)(?: not|n['’]t) (?:true|correct|accurate)|"
    r"(?:is|are|was|were) (?:\w+ ){0,2}(?:false|untrue|baseless|unfounded|groundless|fabricated|fake|lies|a lie))",
    re.IGNORECASE,
)


def refusals(facts: Sequence[Fact], statements: Iterable[Statement], text: str) -> Iterator[Fact]:
    """The act that the account tells most of, as denied by each statement that refuses the report of it."""
    about = _main_act(facts)
    if about is None:
        return
    for statement in statements:
        span = _refused(statement, text)
        if span is not None:
            yield Fact.of(
                doc_id=statement.doc_id,
                statement_id=statement.id,
                kind="happened",
                about=about,
                value=span.of(text),
                span=span,
                polarity="denied",
                scope=nation([source.of(text) for source in statement.source]),  # who denies it, denies it of himself
            )


def _main_act(facts: Sequence[Fact]) -> str | None:
    """The act that most facts are about, the one told first among equals."""
    acts = Counter(
        fact.about
        for fact in facts
        if fact.about in lexicon("acts") and fact.polarity == "affirmed" and not _DIED.search(fact.value)
    )
    most = max(acts, key=acts.__getitem__, default=None)
    return most if most is not None and acts[most] >= TOLD else None


def _refused(statement: Statement, text: str) -> Span | None:
    """The words that refuse a report as a whole."""
    for content in statement.content:
        words = content.of(text)
        if statement.denied and len(words.split()) <= SHORT and (found := _DENIED.search(words)):
            return Span(content.start + found.start(), content.end)
        if statement.mode != "asserted" and (found := _FALSE.search(words)):
            return Span(content.start + found.start(), content.start + found.end())
    return None
