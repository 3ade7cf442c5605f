"""Posts that contradict the post they answer: "Things aren't as clear-cut as you say", "Nope", "You're wrong".

They name no act. What they deny is what the other one tells, so that post's opening words are the other answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model import Block, Document, Fact, Span, Statement

TELLING = "telling"  # the first word of what both are about; then the post
OPENING = 2  # sentences of a post in which it says that it disagrees
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+|\n+")
_YOURS = re.compile(
    r"\b(?:as|what|the way|how|than|like) you(?:['’]ve| have)? (?:\w+ )?(?:say|said|claim(?:ed)?|describe[d]?|put|frame[d]?|"
    r"write|wrote|think|suggest(?:ed)?|imply|portray|paint|make)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"n['’]t\b|\b(?:not|no|never|hardly|wrong|false|untrue|far from|misleading|nonsense|inaccurate|incorrect|contrary)\b",
    re.IGNORECASE,
)
_FALSE = "wrong|false|untrue|incorrect|nonsense|rubbish|bullshit"
_NO = re.compile(
    rf"^\W*(?:(?:no|nope|nah|{_FALSE})\b(?=[\s,.!;:—–-]*(?:$|[.,!;:—–-]|that|this|it|feels?|you|they|he))|"
    r"not (?:true|really|quite|at all|so|exactly|correct|accurate)\b|"
    rf"(?:that|this|it)(?:['’]s| is)(?: \w+)?(?: not|n['’]t)? (?:\w+ )?(?:true|so|correct|accurate|{_FALSE}|misleading|a lie)\b|"
    r"you(?:['’]re| are) (?:\w+ )?(?:wrong|mistaken|misinformed|lying|misled|confused)\b|"
    r"i (?:strongly |completely |totally |respectfully )?disagree\b|"
    r"i (?:do not|don['’]t) (?:think so|agree|believe (?:that|this|it|you))\b|"
    r"i beg to differ\b)",
    re.IGNORECASE,
)
_TRUE = re.compile(r"^\W*(?:that|this|it)(?:['’]s| is)(?: (?!not\b)\w+)? (?:true|so|correct|accurate)\b", re.IGNORECASE)


def rebuttals(document: Document, statements: Sequence[Statement]) -> Iterator[Fact]:
    """What a post denies as a whole, and the opening words of the post that it answers."""
    posts = _posts(document.blocks)
    said = {post: _said(blocks, statements) for post, blocks in posts.items()}
    before: str | None = None
    for post, blocks in posts.items():
        answered = blocks[0].reply_to or before
        before = post
        told = said.get(answered or "", [])
        denial = next((found for told_here in said[post] if (found := _rebuttal(document.text, blocks[0], told_here))), None)
        if denial is None or not told:
            continue
        about = f"{TELLING} {answered}"
        statement, span = denial
        yield side(document.text, statement, about, span, denied=True)
        first = told[0]
        yield side(document.text, first, about, first_sentence(document.text, first.content[0]), denied=False)


def _posts(blocks: Sequence[Block]) -> dict[str, list[Block]]:
    """The blocks of each post, in reading order."""
    found: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind == "post" and block.post is not None:
            found[block.post].append(block)
    return found


def _said(blocks: Sequence[Block], statements: Sequence[Statement]) -> list[Statement]:
    """What the poster says in a post, in reading order."""
    within = [one for one in statements if any(block.span.contains(one.content[0]) for block in blocks)]
    own = {one.voice_id for one in within if one.mode == "asserted"} or {one.voice_id for one in within}
    return sorted((one for one in within if one.voice_id in own), key=lambda one: (one.content[0], one.id))


def _rebuttal(text: str, block: Block, statement: Statement) -> tuple[Statement, Span] | None:
    """The words with which the statement says, at the top of the post, that it is not so."""
    content = statement.content[0]
    if not block.span.contains(content) or len(_END.findall(text[block.span.start : content.start])) >= OPENING:
        return None
    begins = _begins(text, content.start, block.span.start)
    whole = first_sentence(text, Span(begins, block.span.end))
    words, end = whole.of(text), min(content.end, whole.end)
    denies = begins == block.span.start and _NO.search(words) and not _TRUE.search(words)
    if end <= content.start or not (denies or (_YOURS.search(words) and _NOT_SO.search(words))):
        return None
    return statement, Span(content.start, end)


def _begins(text: str, at: int, least: int) -> int:
    """Where the sentence begins in which something stands."""
    ends = [match.end() for match in _END.finditer(text, least, at)]
    return ends[-1] if ends else least


def first_sentence(text: str, span: Span) -> Span:
    """The first sentence of it."""
    words = span.of(text)
    end = _END.search(words)
    return Span(span.start, span.start + len(words[: end.start()].rstrip())) if end and end.start() else span


def side(text: str, statement: Statement, about: str, span: Span, *, denied: bool, scope: str | None = None) -> Fact:
    """The words of the statement as one side of whether it is so."""
    return Fact.of(
        doc_id=statement.doc_id, statement_id=statement.id, kind="happened", about=about, value=span.of(text), span=span,
        polarity="denied" if denied else "affirmed", scope=scope,
    )  # fmt: skip
