"""Direct speech: which quotation belongs to which words of saying beside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from rashomon.extract.clauses import phrase, subject_of, verb_group
from rashomon.extract.quotes import Quote

STOP = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bCol)(?<!\bMrs)(?<!\bRev)[.!?]{1,40}(?=\s|$)|\n"
)
LOOSE = re.compile(r"^[\s,;–—-]*+(?:(?:and|or|but|then|that|:)[\s,]*+)?$", re.IGNORECASE)  # ++: never looked at twice
REACH = 12  # tokens between a word of saying and its quotation; swept 6–20 on the training texts


@dataclass(slots=True)
class Spoken:
    """Quotations that hang together, and the words that ascribe them."""

    anchor: Token
    source: list[Token]
    cue: list[Token]
    quotes: list[Quote] = field(default_factory=list)


def spoken(parse: Doc, text: str, quotes: Sequence[Quote], cues: Mapping[str, float]) -> list[Spoken]:
    """Quotations with the words of saying beside them.

    Beside means: in the same sentence after it ("…," said X), or before it (X said: "…"). A sentence in quotation marks
    that follows such a pair in the same block is more of the same speech.
    """
    found: dict[int, Spoken] = {}
    last: Spoken | None = None
    for at, quote in enumerate(quotes):
        before = quotes[at - 1].span.end if at else 0, quote.span.start
        after = quote.span.end, quotes[at + 1].span.start if at + 1 < len(quotes) else len(text)
        anchor = _cue_before(parse, text, before, cues) or _cue_after(parse, text, quote, after, cues)
        if anchor is not None:
            last = found.setdefault(anchor.i, Spoken(anchor, *_roles(anchor, quotes)))
            last.quotes.append(quote)
        elif last is not None and (
            LOOSE.match(text[last.quotes[-1].span.end : quote.span.start])
            or (last.quotes[-1] is quotes[at - 1] and _is_sentence(text, quote, before))
        ):
            last.quotes.append(quote)
    return list(found.values())


def _is_sentence(text: str, quote: Quote, before: tuple[int, int]) -> bool:
    """Whether a quotation is a sentence by itself: nothing before it in its sentence, and an end of its own."""
    lead = text[before[0] : before[1]].rstrip()
    tail = text[quote.inner.start : quote.inner.end].rstrip()
    return (not lead or lead[-1] in '.!?:”"') and quote.words(text) >= 3 and (tail[-1:] in ".!?…," or quote.left_open)


def _cue_after(parse: Doc, text: str, quote: Quote, after: tuple[int, int], cues: Mapping[str, float]) -> Token | None:
    """The word of saying in what follows within the sentence: "…," the president told Kazakhs."""
    tail, closed = quote.inner.of(text).rstrip(), text[after[0] : after[0] + 2].strip()
    if tail[-1:] in ".…" and not closed.startswith(",") and tail[-3:] != "...":
        return None
    piece = text[after[0] : after[1]]
    stop = STOP.search(piece)
    tokens = _tokens(parse, after[0], after[0] + (stop.start() if stop else len(piece)))
    if not tokens or (tail[-1:] not in ",?!…-—" and not closed.startswith(",") and not _names_a_speaker(tokens, cues)):
        return None
    for token in tokens[:REACH]:
        if _says(token, cues) and _subject_within(token, tokens):
            return token
        if token.text in (";", ":") or token.lower_ in ("that", "because", "while"):
            return None
    return None


def _names_a_speaker(tokens: list[Token], cues: Mapping[str, float]) -> bool:
    """A text that lost its commas: "…" the source said. The very next words must be the speaker and the word of saying."""
    says = next((token for token in tokens[:8] if _says(token, cues)), None)
    if says is None:
        return False
    subject = subject_of(says)
    return subject is not None and tokens[0].i in {token.i for token in phrase(subject)} | {says.i}


def _cue_before(parse: Doc, text: str, before: tuple[int, int], cues: Mapping[str, float]) -> Token | None:
    """The word of saying in what leads up to the quotation: Courtney wrote on Twitter that "…"."""
    piece = text[before[0] : before[1]]
    stops = list(STOP.finditer(piece.rstrip()))
    start = stops[-1].end() if stops else 0
    tokens = _tokens(parse, before[0] + start, before[1])
    if not tokens:
        return None
    led = piece.rstrip()[-1:] in ",:" or tokens[-1].lower_ in ("that", "saying") or _says(tokens[-1], cues)
    if not led:
        return None
    for token in reversed(tokens[-REACH:]):
        if _says(token, cues):
            return token
    return None


def _tokens(parse: Doc, start: int, end: int) -> list[Token]:
    span = parse.char_span(start, end, alignment_mode="contract") if start < end else None
    return [token for token in span if (not token.is_space and not token.is_punct) or token.text in ",;:"] if span else []


def _says(token: Token, cues: Mapping[str, float]) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in cues


def _subject_within(verb: Token, tokens: list[Token]) -> bool:
    subject = subject_of(verb)
    return subject is None or any(token.i == subject.i for token in tokens)


def _roles(anchor: Token, quotes: Sequence[Quote]) -> tuple[list[Token], list[Token]]:
    """Source and cue of a word of saying, without a word of the quotations around it."""
    outside = [q.span for q in quotes if not q.span.start <= anchor.idx < q.span.end]

    def kept(tokens: list[Token]) -> list[Token]:
        return [token for token in tokens if not any(span.start <= token.idx < span.end for span in outside)]

    subject = subject_of(anchor)
    source = kept(phrase(subject, without=[anchor] if subject.is_ancestor(anchor) else [])) if subject is not None else []
    return source, verb_group(anchor)
