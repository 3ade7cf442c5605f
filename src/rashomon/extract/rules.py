"""Who ascribes what to whom by rules: what the parse and the quotation marks say about each word of saying."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from rashomon.extract.attributions import Attribution
from rashomon.extract.clauses import VERBAL, runs
from rashomon.extract.direct import Spoken, spoken
from rashomon.extract.headlines import cited_in
from rashomon.extract.quotes import Quote
from rashomon.extract.reading import Passage, Reading
from rashomon.extract.reported import Found, constructions
from rashomon.model import Span
from rashomon.text.lexicon import lexicon
from rashomon.text.spans import common, less, merged, tidy

STANDINS = frozenset("what which who whom that this it so them him her these those something anything nothing".split())


def by_rules(reading: Reading) -> list[Attribution]:
    """Every attribution that the rules find, in reading order."""
    found: list[Attribution] = []
    earlier: Sequence[Quote] = ()
    for passage in reading.speaking:
        quotes = passage.quotes
        here = list(_in_passage(passage, quotes))
        if not here and (cited := cited_in(passage)) is not None:
            here = [cited]
        if earlier and earlier[-1].left_open and quotes and not passage.text[: quotes[0].span.start].strip():
            found, here = _carried_on(found, here, quotes[0].span.moved(passage.block.span.start))
        found += here
        earlier = quotes
    return found


def _carried_on(before: list[Attribution], here: list[Attribution], rest: Span) -> tuple[list[Attribution], list[Attribution]]:
    """A quotation left open at the end of a paragraph goes on in the next one: same speaker, same statement."""
    if not before or any(span.overlaps(rest) for a in here for span in a.content):
        return before, here
    last = before[-1]
    return [*before[:-1], replace(last, content=(*last.content, rest))], here


def _in_passage(passage: Passage, quotes: Sequence[Quote]) -> Iterator[Attribution]:
    cues = lexicon("cues")
    said = {one.anchor.i: one for one in spoken(passage.parse, passage.text, quotes, cues["quoted"])}
    best: dict[int, tuple[float, Found]] = {}
    for found in constructions(passage.tokens):
        score = 0.0 if _is_deed(found) else _score(found, cues)
        if score and score > best.get(found.anchor.i, (0.0, None))[0]:
            best[found.anchor.i] = score, found
    for anchor in sorted({*best, *said}):
        reply = next((one.anchor for i, one in said.items() if i > anchor), None)
        attribution = _joined(passage, quotes, best.get(anchor), said.get(anchor), reply, cues)
        if attribution is not None:
            yield attribution


def _is_deed(found: Found) -> bool:
    """To claim a deed, or responsibility for one, is to say who did it: what the page tells, not words of whoever claims it."""
    verb = found.anchor.lemma_.lower()
    thing = found.rule == "object" and not any(token.pos_ in VERBAL or token.is_quote for token in found.content)
    return (verb == "claim" and thing) or (
        verb in ("claim", "deny") and any(token.lower_ == "responsibility" for token in found.content[:4])
    )


def _score(found: Found, cues: dict[str, dict[str, float]]) -> float:
    if found.rule in ("according", "officially"):
        return 0.9
    return cues.get(found.rule, {}).get(found.anchor.lemma_.lower(), 0.0)


def _joined(
    passage: Passage,
    quotes: Sequence[Quote],
    reported: tuple[float, Found] | None,
    said: Spoken | None,
    reply: Token | None,
    cues: dict[str, dict[str, float]],
) -> Attribution | None:
    """One attribution of what the parse and the quotation marks say about one word of saying."""
    text = passage.text
    source = said.source if said and said.source else reported[1].source if reported else []
    cue = said.cue if said else reported[1].cue if reported else []
    anchor = said.anchor if said else reported[1].anchor  # type: ignore[index]
    content = _spans(reported[1].content) if reported else []
    within = next((quote.inner for quote in quotes if quote.inner.start <= anchor.idx < quote.inner.end), None)
    if within is not None:
        content = [clipped for span in content if (clipped := common(span, within))]
    else:
        content += [quote.span for quote in quotes if any(quote.span.overlaps(span) for span in content)]
        content += [quote.span for quote in (said.quotes if said else [])]
        if said and reply is not None:
            content = _up_to(content, _last_before(said.quotes, reply.idx))
    source = _without_quotation(source, [quote for quote in quotes if quote.inner != within])
    taken = [*_spans(source), *_spans(cue)]
    content = _telling(text, tidy(text, less(merged(text, content), taken)))
    if not content or not source or _nobody(source):
        return None
    move = passage.block.span.start
    rule, score = ("quoted", cues["quoted"].get(anchor.lemma_.lower(), 0.8)) if said else (reported[1].rule, reported[0])  # type: ignore[index]
    return Attribution(
        tuple(span.moved(move) for span in _spans(source)),
        tuple(span.moved(move) for span in less(_spans(cue), _spans(source))),
        tuple(span.moved(move) for span in content),
        rule,
        score,
        anchor.lemma_.lower(),
    )


def _last_before(quotes: Sequence[Quote], place: int) -> int | None:
    """Where the last of these quotations ends before `place`."""
    return max((quote.span.end for quote in quotes if quote.span.end <= place), default=None)


def _up_to(content: list[Span], end: int | None) -> list[Span]:
    """What was said up to the end of a quotation that somebody else answers in the same sentence."""
    return content if end is None else [Span(span.start, min(span.end, end)) for span in content if span.start < end]


def _without_quotation(source: list[Token], quotes: Sequence[Quote]) -> list[Token]:
    """The source up to a quotation that the parse ran into it: nobody's name is one, save for a nickname inside it."""
    for place, token in enumerate(source):
        if place and any(quote.span.start <= token.idx < quote.span.end for quote in quotes):
            tail = source[place:]
            if any(later.pos_ == "PROPN" and later.idx > quote.span.end for quote in quotes for later in tail):
                return source
            return source[: place - 1] if source[place - 1].pos_ == "DET" and place > 1 else source[:place]
    return source


def _telling(text: str, content: list[Span]) -> list[Span]:
    """The content without pieces that only stand for it ("what they call …"); nothing where all of it does."""
    return [span for span in content if span.of(text).lower() not in STANDINS]


def _nobody(source: Sequence[Token]) -> bool:
    return source[0].lower_ in ("no", "nobody", "none", "neither")


def _spans(tokens: Iterable[Token]) -> list[Span]:
    return [Span(run[0].idx, run[-1].idx + len(run[-1])) for run in runs(tokens)]
