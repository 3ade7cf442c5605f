"""The attributions of a document: the net's, and what only the rules see.

The net was taught by readers who put no attribution inside another, and by pages without headlines, threads or lost marks.
So the rules add a voice that speaks inside what another says, and whole quotations.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.extract.ascribed import by_net
from rashomon.extract.attributions import Attribution
from rashomon.extract.reading import Reading
from rashomon.extract.rules import by_rules
from rashomon.model import Span
from rashomon.text.spans import SpanIndex, common, less, merged, tidy

# Who says what inside another's words is told by plain words of saying only, and of a third person: with every verb that the
# rules know, one in three would be a turn of phrase ("I think", "we hope"), and content with source falls from 0.72 to 0.70.
PLAIN = frozenset("say tell claim report state announce write declare deny insist argue warn allege assert".split())
NO_OTHERS = frozenset("i we you it me us this that which who one people".split())
BY_THEMSELVES = ("quoted", "according", "officially", "headline")  # rules that are right where the net sees nothing
JOINING = re.compile(r"\W*\b(?:and|but|while|yet)\W*$")
LEAD = 12  # code points before a quotation in its content: "that “…"
OPENING = "\"'“‘„«"
MARKS = "\"'”’»“"
ENOUGH = 0.3  # of a quotation ascribed: then all of it is; swept 0.3–0.8 on dev, the same figure


def attributions_in(reading: Reading, *, nets: bool) -> list[Attribution]:
    """Every attribution of the document; without nets, those of the rules alone.

    Raises WeightsError if the net's weights are missing or altered.
    """
    ruled = by_rules(reading)
    if not nets:
        return ruled
    quotations = [quote.span.moved(passage.block.span.start) for passage in reading.speaking for quote in passage.quotes]
    return together(reading.document.text, by_net(reading), ruled, quotations)


def together(
    text: str, net: Sequence[Attribution], ruled: Sequence[Attribution], quotations: Sequence[Span]
) -> list[Attribution]:
    """What the net found, its quotations made whole, with what of the rules' findings goes beside, inside or instead of it."""
    heard = SpanIndex((span, at) for at, one in enumerate(net) for span in one.content)
    cues = SpanIndex((span, at) for at, one in enumerate(net) for span in one.cue)
    quotes = SpanIndex((quote, quote) for quote in quotations)
    found = {at: _closed(text, _with(text, net, at, _begun(one, quotes), heard), quotes) for at, one in enumerate(net)}
    more: list[Attribution] = []
    for one in ruled:
        same = next((at for span in one.cue for at in cues.over(span)), None)
        around = {at for span in one.content for at in heard.over(span)}
        within = [quote for span in one.content for quote in quotes.over(span) if span.contains(quote)]
        if same is not None:
            found[same] = _with_source(found[same], one.source)
            unheard = [quote for quote in within if not heard.over(quote)]
            found[same] = _with(text, found, same, unheard, heard)
        elif within and around and all(_is_answer(one, net[at], quotes) for at in around):
            for at in around:
                found[at] = _up_to(text, found[at], one, quotes)
            more.append(one)
        elif (begun := next((at for at in around if _goes_on(one, net[at])), None)) is not None:
            found[begun] = _up_to(text, found[begun], one, quotes)
            more.append(one)
        elif any(_is_inside(one, net[at]) for at in around):
            if _is_chain(text, one):
                more.append(one)
        elif not around and (one.by in BY_THEMSELVES or (one.by == "clause" and _is_chain(text, one))):
            more.append(one)
    kept = [one for one in found.values() if one.content]
    return sorted([*kept, *more], key=lambda one: (one.cue or one.source or one.content)[0])


def _with_source(one: Attribution, source: tuple[Span, ...]) -> Attribution:
    """What a rule found too, with the rule's source where the net has none."""
    framed = any(part.overlaps(span) for part in source for span in (*one.content, *one.cue))
    return replace(one, source=one.source or (() if framed else source), tells=True)


def _is_answer(one: Attribution, before: Attribution, quotes: SpanIndex[Span]) -> bool:
    """Whether the page lets another quotation follow, with a cue of its own, on the one that the net's find begins with:
    "The guards said, “Go home,” to which the drivers replied, “This is our home.”".
    """
    if one.by != "quoted" or any(quotes.over(span) for span in one.cue):
        return False
    own = [quote for span in before.content for quote in quotes.over(span)]
    return any(quote.end <= min(*one.cue, *one.content).start for quote in own)


def _goes_on(one: Attribution, before: Attribution) -> bool:
    """Whether the same speaker is said to say something else there, which the net took for more of the first: "said the road
    was open but denied that …".
    """
    same = any(part.overlaps(span) for part in one.source for span in before.source)
    return same and one.by == "clause" and one.verb == "deny" and all(_holds(before.content, span) for span in one.cue)


def _begun(one: Attribution, quotes: SpanIndex[Span]) -> list[Span]:
    """The quotations that the attribution has a good part of."""
    near = dict.fromkeys(quote for span in one.content for quote in quotes.over(span))
    return [quote for quote in near if _shared(one.content, quote) >= ENOUGH * len(quote)]


def _closed(text: str, one: Attribution, quotes: SpanIndex[Span]) -> Attribution:
    """The attribution without a sentence of the page's own that follows where its quotation has ended with a sentence."""
    ends: list[int] = []
    for span in one.content:
        within = [quote for quote in quotes.over(span) if quote.start - span.start <= LEAD and quote.end < span.end]
        last = within[-1].end if within else span.end
        said, after = text[span.start : last].rstrip(MARKS), text[last : span.end]
        fresh = said[-1:] in tuple(".!?…") and after[:1].isspace() and after.strip()[:1].isupper()
        ends.append(last if fresh and not any(quote.start >= last for quote in quotes.over(span)) else span.end)
    return replace(one, content=tuple(Span(span.start, end) for span, end in zip(one.content, ends, strict=True)))


def _with(
    text: str,
    found: Sequence[Attribution] | dict[int, Attribution],
    at: int,
    quotations: Sequence[Span],
    heard: SpanIndex[int],
) -> Attribution:
    """The attribution with those quotations in its content, as far as no other has them and they are not its own framing."""
    one = found[at]
    if not quotations:
        return one
    taken = [span for quote in quotations for other in heard.over(quote) if other != at for span in found[other].content]
    more = tidy(text, less(quotations, [*taken, *one.source, *one.cue]))
    return replace(one, content=tuple(merged(text, [*one.content, *more], lines=False)), tells=True)


def _up_to(text: str, one: Attribution, answer: Attribution, quotes: SpanIndex[Span]) -> Attribution:
    """The attribution without what another answers: up to its own last quotation, where it has one before that."""
    spans = [*answer.cue, *answer.content]
    if not any(part.overlaps(span) for part in answer.source for span in one.source):
        spans += answer.source
    hole = Span(min(spans).start, max(span.end for span in spans))
    left: list[Span] = []
    for span in less(one.content, [hole]):
        own = [quote.end for quote in quotes.over(span) if span.contains(quote)]
        cut = span.end == hole.start or not text[span.end : hole.start].strip()
        end = own[-1] if own else span.start + len(JOINING.sub("", span.of(text)))
        left.append(Span(span.start, end) if cut and end > span.start else span)
    return replace(one, content=tuple(tidy(text, left)))


def _shared(content: Iterable[Span], quote: Span) -> int:
    return sum(len(part) for span in content if (part := common(span, quote)) is not None)


def _holds(content: Iterable[Span], quote: Span) -> bool:
    return any(span.contains(quote) for span in content)


def _is_inside(one: Attribution, other: Attribution) -> bool:
    return all(_holds(other.content, span) for span in (*one.source, *one.cue, *one.content))


def _is_chain(text: str, one: Attribution) -> bool:
    """Whether it is said plainly that a third person said something; "it was telling that" is nobody's word but the page's."""
    source = one.source[0].of(text).split()[0].lower() if one.source else "i"
    start = one.content[0].start
    quoted = one.by == "quoted" or any(sign in OPENING for sign in text[max(start - 1, 0) : start + 1])
    plain = one.by == "according" or ((one.by == "clause" or quoted) and one.verb in PLAIN)
    return source not in NO_OTHERS and plain
