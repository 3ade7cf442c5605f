"""Denials of a whole report: "denied the reports", "denied this, saying …", "the situation you mentioned does not exist".

They name no act. What they deny is what somebody was said to say just before, else what the account tells most of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rashomon.extract.facts.rebuttals import TELLING, first_sentence, side
from rashomon.model import Fact, Span, Statement
from rashomon.text.lexicon import lexicon
from rashomon.text.nations import nation

LAWFUL = ("arrest", "charge", "release", "convict", "sentence")  # which nobody who rejects a charge denies
OUTCOMES = ("kill", "injure", "casualty")  # of an attack: that is what is charged and denied
TOLD = 2  # facts of one act in an account from which it is what the account is about
NEAR = 400  # code points from what is denied to the denial, at most
SHORT = 8  # words of a content that is nothing but the report that is denied
_REPORT = (
    r"(?:reports?|allegations?|accusations?|charges|claims?|suggestions?|rumou?rs?|assertions?|stor(?:y|ies)|account|arguments?|"
    r"criticisms?|characteri[sz]ations?|findings?|conclusions?|version|notion|narrative)"
)
_UNTRUE = r"(?:\w+ )?(?:false|untrue|baseless|unfounded|groundless|fabricated|fake|lies|a lie|fiction|nonsense|propaganda)"
_DENIED = re.compile(  # the report and no more: "claims that it asked to leave" and "the burial accusations" say what is denied
    r"^\W*(?:(?:the|these|those|such|all|any|media|press|news|recent|earlier|latest|new|false|that)\s+)*(?:(?-i:[A-Z])\w+\s+)?"
    rf"{_REPORT}\b"
    rf"(?! (?:that|of|about|as (?!{_UNTRUE}))\b)",
    re.IGNORECASE,
)
_REPORTED = re.compile(rf"\b{_REPORT} (?:that|of|about)\b", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:this|it|that)\W*", re.IGNORECASE)
DANGLING = frozenset("a an the with of and to by in on for that as".split())  # last where the words were cut
_DENYING = re.compile(  # between who speaks and what is then said instead
    r"\b(?:den(?:ied|ies|ying)|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|rebutted|refuted) "
    rf"(?:this|it|that|(?:the|those|these|such) {_REPORT}),? "
    r"(?:saying|telling|insisting|arguing|stating|adding|claiming|and (?:said|insisted|says|told)|but said)\b",
    re.IGNORECASE,
)
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
    most = _main_act(facts)
    told = sorted(statements, key=lambda one: (one.content[0], one.id))
    for at, statement in enumerate(told):
        answer = _answer(statement, text)
        span = answer or _refused(statement, text)
        if span is None:
            continue
        before = _said_before(told[:at], statement, text)
        about = most if answer is None else None if before is None else _done(before, facts)
        whose = nation([source.of(text) for source in statement.source])  # who denies it, denies it of himself
        if about is not None:
            yield side(text, statement, about, span, denied=True, scope=whose)
        elif before is not None:
            told_there = first_sentence(text, before.content[0])
            yield side(text, before, f"{TELLING} {before.id}", told_there, denied=False)
            yield side(text, statement, f"{TELLING} {before.id}", span, denied=True)


def _said_before(before: Sequence[Statement], denial: Statement, text: str) -> Statement | None:
    """What somebody else was said to have said in the words just before the denial."""
    for statement in reversed(before):
        if denial.content[0].start - statement.content[-1].end > NEAR:
            return None
        between = text[statement.content[-1].end : denial.content[0].start]
        if _REPORTED.search(between):  # that is what is denied
            return None
        is_named_since = any(source.start >= statement.content[-1].end for source in denial.source)  # else the same one goes on
        if statement.mode != "asserted" and statement.voice_id != denial.voice_id and is_named_since:
            return statement
    return None


def _done(said: Statement, facts: Sequence[Fact]) -> str | None:
    """What was done, as a statement says."""
    done = [fact for fact in facts if fact.statement_id == said.id and fact.kind == "happened" and fact.polarity == "affirmed"]
    return next((fact.about for fact in done if fact.about in lexicon("acts")), done[0].about if done else None)


def _main_act(facts: Sequence[Fact]) -> str | None:
    """The act that most facts are about, the one told first among equals: what was done, before whom it befell."""
    acts = Counter(
        fact.about
        for fact in facts
        if fact.about in lexicon("acts")
        and fact.about not in LAWFUL
        and fact.polarity == "affirmed"
        and not _DIED.search(fact.value)
    )
    often = [act for act in acts if acts[act] >= TOLD]
    return max(often, key=lambda act: (act not in OUTCOMES, acts[act]), default=None)


def _answer(statement: Statement, text: str) -> Span | None:
    """The words that deny what was said just before: "denied it", or what is said instead after "denied this, saying"."""
    first = statement.content[0]
    if statement.denied and _BARE.fullmatch(first.of(text)):
        return first
    source = max((span.end for span in statement.source if span.end <= first.start), default=first.start)
    return first if _DENYING.search(text, source, first.start) else None


def _refused(statement: Statement, text: str) -> Span | None:
    """The words that refuse a report as a whole."""
    for content in statement.content:
        words = content.of(text)
        if statement.denied and len(words.split()) <= SHORT and (found := _DENIED.search(words)):
            return Span(content.start + found.start(), content.start + len(_finished(words)))
        if statement.mode != "asserted" and (found := _FALSE.search(words)):
            return Span(content.start + found.start(), content.start + found.end())
    return None


def _finished(words: str) -> str:
    """The words up to the last that does not ask for another one."""
    while (last := words.rsplit(None, 1))[-1].casefold() in DANGLING and len(last) > 1:
        words = last[0]
    return words
