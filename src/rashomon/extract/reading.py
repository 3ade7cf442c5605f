"""A document parsed once, for every extractor to look at."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from rashomon.extract.acts import Act, acts_in
from rashomon.extract.portions import portions
from rashomon.extract.quotes import Quote, quotes_in
from rashomon.extract.words import words_of
from rashomon.inference.parse import parsed
from rashomon.model import Block, Document, Span

NAMING = ("title", "para", "quote", "caption", "post", "quoted_post")  # blocks that are parsed, for the names in them
SPEAKING = tuple(kind for kind in NAMING if kind != "caption")  # blocks from which statements come


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that speaks (or a portion of a very long one), with its parse, whose offsets count from the block's start."""

    block: Block
    parse: Doc
    text: str  # of the parse, which would put it together anew each time it is asked
    quotes: tuple[Quote, ...]  # the outermost in it
    tokens: tuple[Token, ...] = field(init=False)  # of the parse, with what is often asked of them written down
    acts: tuple[Act, ...] = field(init=False)  # told in it, in reading order

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", words_of(self.parse))
        object.__setattr__(self, "acts", tuple(acts_in(self.tokens)))

    def span(self, tokens: Tokens | Token) -> Span:
        """Where these tokens stand in `Document.text`."""
        start = self.block.span.start
        if isinstance(tokens, Token):
            return Span(start + tokens.idx, start + tokens.idx + len(tokens))
        return Span(start + tokens.start_char, start + tokens.end_char)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and the parses of its blocks, in reading order."""

    document: Document
    passages: tuple[Passage, ...]

    @property
    def speaking(self) -> tuple[Passage, ...]:
        """The passages that say something; a caption only names what is seen, often in a picture of another day."""
        return tuple(passage for passage in self.passages if passage.block.kind in SPEAKING)


def read_closely(document: Document) -> Reading:
    """Parses each block of text on its own, so that no sentence runs across two of them; a very long one in portions."""
    blocks = [
        replace(block, span=portion)
        for block in document.blocks
        if block.kind in NAMING
        for portion in portions(document.text, block.span)
    ]
    texts = [block.span.of(document.text) for block in blocks]
    quotes = (tuple(quotes_in(text)) for text in texts)
    return Reading(document, tuple(map(Passage, blocks, parsed(texts), texts, quotes)))
