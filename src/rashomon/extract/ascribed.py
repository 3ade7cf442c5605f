"""Who ascribes what to whom as the trained net reads it, in the document's own code points."""

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.attributions import Attribution
from rashomon.extract.clauses import VERBAL, child_of, phrase, runs, subject_of
from rashomon.extract.joined import Joined
from rashomon.extract.reading import Reading
from rashomon.inference.ascriptions import Ascription
from rashomon.inference.attributor import ascriptions_in
from rashomon.model import Span
from rashomon.text.lexicon import lexicon
from rashomon.text.spans import SpanIndex, less, merged, tidy

BY = "net"
LEADING = ("DET", "ADJ", "NUM", "ADP", "PART", "AUX")  # words after which more must come
REACH = 6  # tokens within which it comes
NOBODY = frozenset(["no", "nobody", "none", "neither"])
EMPTY = frozenset(["it", "there"])
RELATIVE = frozenset(["who", "which", "that"])


def by_net(reading: Reading) -> list[Attribution]:
    """Every attribution that the net finds, in reading order.

    Raises WeightsError if its weights are missing or altered.
    """
    joined = Joined(reading.speaking)
    found = ascriptions_in(joined.text)
    taken = SpanIndex((span, one) for one in found for span in (*one.source, *one.cue, *one.content))
    text = reading.document.text
    return [made for one in found if (made := _attribution(text, joined, one, taken)) is not None]


def _attribution(text: str, joined: Joined, one: Ascription, taken: SpanIndex[Ascription]) -> Attribution | None:
    """The net's find in the document; None where no word of content is left, or where it is said that nobody says so."""
    near = merged(joined.text, (part for span in one.content for part in joined.beside(one.cue, span)), lines=False)
    whole = [_finished(joined, span, taken) for span in near]
    tells = _has_verb(joined, whole) and _says(joined, one)
    speaker = [_finished(joined, span, taken) for span in one.source] or _subject(joined, one.cue, taken)
    source = joined.placed(_begun(joined, span, taken) for span in speaker)
    cue = less(joined.placed(one.cue), source)
    content = tidy(text, less(joined.placed(whole), [*source, *cue]))
    if not content or (source and source[0].of(text).split()[0].lower() in NOBODY) or _is_judged(joined, one):
        return None
    return Attribution(tuple(source), tuple(cue), tuple(content), BY, one.score, tells=tells)


def _is_judged(joined: Joined, one: Ascription) -> bool:
    """Whether the page itself judges: "it was telling that …", "it is clear that …", where "it" is nobody."""
    if [span.of(joined.text).lower() for span in one.source] not in ([], ["it"]):
        return False
    cue = joined.words(one.cue)
    named = "it" in [token.lower_ for token in cue] or bool(one.source)
    return named and any(token.lemma_ == "be" for token in cue) and not any(token.tag_ == "VBN" for token in cue)


def _has_verb(joined: Joined, spans: Iterable[Span]) -> bool:
    return any(token.pos_ in VERBAL for token in joined.words(spans))


def _says(joined: Joined, one: Ascription) -> bool:
    """Whether the cue holds a word that ascribes something in some construction ("explore" and "pass" tell an act), or, where no
    source is named, one that does so by a clause: "it is feared that", not "claims of" nor "is expected to".
    """
    lemmas = {token.lemma_.lower() for token in joined.words(one.cue)}
    known = _sayings() if one.source else frozenset(lexicon("cues")["clause"])
    return not lemmas.isdisjoint(known) and (bool(one.source) or _has_verb(joined, one.cue))


@cache
def _sayings() -> frozenset[str]:
    return frozenset(["accord", "according", *(word for words in lexicon("cues").values() for word in words)])


def _subject(joined: Joined, cue: Sequence[Span], taken: SpanIndex[Ascription]) -> list[Span]:
    """Who does what the cue says, where the net found no source and the parse knows: "…, adding that". A passive has none."""
    for start, tokens in (part for span in cue for part in joined.tokens(span)):
        verb = next((token for token in tokens if token.pos_ == "VERB"), None)
        if verb is None or child_of(verb, "auxpass") is not None or (verb.tag_ == "VBN" and child_of(verb, "agent") is None):
            continue
        subject = subject_of(verb)
        if subject is not None and subject.dep_ != "expl" and subject.lower_ not in EMPTY:
            first = runs(phrase(subject, without=[verb] if subject.is_ancestor(verb) else []))[:1]
            spans = [Span(start + run[0].idx, start + run[-1].idx + len(run[-1])) for run in first]
            return [span for span in spans if not taken.over(span)]
    return []


def _begun(joined: Joined, span: Span, taken: SpanIndex[Ascription]) -> Span:
    """A source with the noun that a clause in it tells of: "[people] who were there"."""
    start, tokens = next(iter(joined.tokens(span)), (0, []))
    if len(tokens) < 2 or tokens[0].lower_ not in RELATIVE or tokens[0].head.dep_ != "relcl":
        return span
    begin = start + tokens[0].head.head.left_edge.idx
    return Span(begin, span.end) if begin < span.start and not taken.over(Span(begin, span.start)) else span


def _finished(joined: Joined, span: Span, taken: SpanIndex[Ascription]) -> Span:
    """The span with the end of a phrase that it breaks off, where nothing else has that: "the [raid]", "to [leave]"."""
    start, tokens = next(iter(reversed(list(joined.tokens(span)))), (0, []))
    last = tokens[-1] if len(tokens) else None
    while last is not None and (more := _must_follow(last)) is not None and more.i - last.i <= REACH:
        last = more
    end = start + last.idx + len(last) if last is not None else span.end
    return Span(span.start, end) if end > span.end and not taken.over(Span(span.end, end)) else span


def _must_follow(word: Token) -> Token | None:
    """The word to the right without which the phrase is not whole."""
    if word.pos_ == "ADP":
        return next((child for child in word.children if child.i > word.i), None)
    leads = word.pos_ in LEADING or word.dep_ in ("compound", "poss", "amod", "nmod")
    return word.head if leads and word.head.i > word.i else None
