"""Names that a document has given once, wherever else they stand, whole or in short: the parser sees them only here and there."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from rashomon.extract.naming.named import SHOUT, Name, free, given, is_taken, shouts
from rashomon.extract.naming.occurrences import WORD, Known
from rashomon.extract.reading import Passage
from rashomon.model import MentionKind, Span

SEEN = 3  # of so many places where a word stands the parser must take one for a name


def again(passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """The document's names wherever else they stand: the parser knows "Qamishli" in one sentence and not in the next.

    Left out is a single word that the parser mostly takes for no name, or that the text has without a capital too.
    """
    named = Counter(name.words for name in names)
    votes = Counter((name.words, name.kind) for name in names if name.words[:1].isupper())
    kinds: dict[str, MentionKind] = {words: kind for (words, kind), _ in reversed(votes.most_common())}
    known = Known.of(kinds)
    places = [(passage, *place) for passage in passages for place in known.within(passage.text)]
    stands = Counter(words for _, _, _, words in places)
    plain = {word for passage in passages for word in WORD.findall(passage.text) if word.islower()}
    sure = {words for words in kinds if " " in words or (words.lower() not in plain and SEEN * named[words] >= stands[words])}
    found = (
        Name.at(passage, Span(start, end), kinds[words])
        for passage, start, end, words in places
        if words in sure and not shouts(passage)
    )
    return free(found, names)


def in_short(passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """A person's name in short wherever it stands: who knows "Ilka Brandt" knows "Brandt" a line later; the parser may not."""
    taken = sorted(name.span for name in names)
    persons = [name for name in names if name.kind == "person"]
    full = {token.lower_ for name in persons if len(name.tokens) > 1 for token in (name.tokens[0], name.tokens[-1])}
    full = {word for word in full if word in given()} | {name.tokens[-1].lower_ for name in persons if len(name.tokens) > 1}
    lone = {name.key for name in persons} - {token.lower_ for name in names if name.kind != "person" for token in name.tokens}
    known = {word for word in full | lone if word.isalpha() and len(word) > 1}
    plain = {word for passage in passages for word in WORD.findall(passage.text) if word in known}  # of the language too
    for passage in passages:
        for token in _capitals(passage, known):
            if token.lower_ not in known:
                owner = Name.at(passage, Span(token.idx, token.idx + len(token) - 1), "person")  # "Assads" for "Assad's"
                if owner and len(token) > SHOUT and not is_taken(owner.span, taken):
                    yield owner
            elif token.pos_ in ("PROPN", "NOUN") or token.lower_ not in plain:
                start = token.i
                while start and token.doc[start - 1].lower_ in given() and token.doc[start - 1].text[0].isupper():
                    start -= 1
                bare = token.doc[start : token.i + 1]
                span = passage.span(bare)
                if not is_taken(span, taken):
                    yield Name(bare, span, "person", bare.text)


def _capitals(passage: Passage, known: Collection[str]) -> Iterator[Token]:
    """The words with a capital that are known, or are with the "s" of a lost possessive left off."""
    for match in WORD.finditer(passage.text):
        word = match.group().lower()
        if match.group()[0].isupper() and (word in known or (word[-1] == "s" and word[:-1] in known)):
            tokens = passage.parse.char_span(*match.span())
            if tokens is not None and len(tokens) == 1:
                yield tokens[0]
