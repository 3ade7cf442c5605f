"""The passages of a page as the net reads them: one text, in which a paragraph is a line; and the way back from there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from spacy.tokens import Token

from rashomon.extract.reading import Passage
from rashomon.model import Span
from rashomon.text.spans import common


class Joined:
    """`text`: the passages, each a line. Spans that go in and come out count in it, save where a method says otherwise."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        lines = [passage.text.replace("\n", " ") for passage in passages]
        self.text = "\n".join(lines)
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._places = cache(lambda at: [token.idx for token in passages[at].tokens])

    def placed(self, spans: Iterable[Span]) -> list[Span]:
        """The spans in the document, a part in each passage: other things may stand between two of them."""
        return [part.moved(self._passages[at].block.span.start) for span in spans for at, part in self._parts(span)]

    def beside(self, cue: Sequence[Span], span: Span) -> Iterator[Span]:
        """What of the span is near its cue: in its own passage or right on from there, in the same post; of a post, whose writers
        mark little, only the cue's own sentence.
        """
        home = [at for part in cue for at, _ in self._parts(part)]
        for at, part in self._parts(span):
            block = self._passages[at].block
            if at in home and block.post is not None:
                yield from (one.moved(self._starts[at]) for one in self._in_sentence(at, part, cue))
            elif at in home:
                yield part.moved(self._starts[at])
            elif at - 1 in home and block.post == self._passages[at - 1].block.post and not self._before(at, part):
                home.append(at)
                yield part.moved(self._starts[at])

    def _before(self, at: int, part: Span) -> str:
        return self._passages[at].text[: part.start].strip()

    def _in_sentence(self, at: int, part: Span, cue: Sequence[Span]) -> Iterator[Span]:
        begins = {span.start - self._starts[at] for span in cue}
        quoted = [quote.span for quote in self._passages[at].quotes]
        own = [
            Span(one.start_char, one.end_char)
            for one in self._passages[at].parse.sents
            if any(one.start_char <= begin < one.end_char for begin in begins)
        ]
        return (both for span in [*own, *(quote for quote in quoted if part.overlaps(quote))] if (both := common(part, span)))

    def words(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens of the spans."""
        return [token for span in spans for _, tokens in self.tokens(span) for token in tokens]

    def tokens(self, span: Span) -> Iterator[tuple[int, Sequence[Token]]]:
        """For each passage that the span runs over, where it begins in the joined text, and the tokens there."""
        for at, part in self._parts(span):
            places = self._places(at)
            yield (
                self._starts[at],
                self._passages[at].tokens[bisect_right(places, part.start) - 1 : bisect_left(places, part.end)],
            )

    def _parts(self, span: Span) -> Iterator[tuple[int, Span]]:
        at = bisect_right(self._starts, span.start) - 1
        while at < len(self._passages) and self._starts[at] < span.end:
            start, end = max(span.start - self._starts[at], 0), min(span.end, self._starts[at + 1] - 1) - self._starts[at]
            if start < end:
                yield at, Span(start, end)
            at += 1
