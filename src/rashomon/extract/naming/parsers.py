"""The names that the parser finds, put right at their edges; and those of headlines, where it errs most."""

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.naming.governments import peoples
from rashomon.extract.naming.named import Name, is_title
from rashomon.extract.naming.occurrences import WORD
from rashomon.extract.naming.run_together import owns_rest, parts_of
from rashomon.extract.reading import Passage
from rashomon.model import MentionKind, Span

KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "org", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
EDGES = ("DET", "PUNCT", "SPACE", "PART", "ADP", "CCONJ")
HEADLINE = 20  # longer words: more with capitals are a list
LONGEST = 10  # tokens: more is a page's menu run together
FURNITURE = frozenset(
    "advertisement browsers caption category copyright credit credits episode file image images latest listen photo "
    "photos read related reuse share subscribe tags topics video videos watch".split()
)
ARTICLES = frozenset("Al El Ad An Ar As Ash At Az Deir Tel Tell Umm Abu Bab Beit Jabal Wadi Ain".split())
_LETTERS = re.compile(r"[^\W\d_]")


def parsers(passage: Passage) -> Iterator[Name]:
    """The parser's names, without what is none."""
    for name in passage.parse.ents:
        kind = KINDS.get(name.label_)
        for part in parts_of(_with_article(name)) if kind else ():
            bare = _bare(part, person=kind == "person")
            if kind and bare is not None and _is_name(bare, kind):
                yield _owner(bare, passage, kind) or Name(bare, passage.span(bare), kind, bare.text)


def _owner(name: Tokens, passage: Passage, kind: MentionKind) -> Name | None:
    """The country in "Syrias", which has lost an apostrophe; "the Americas" has not."""
    if not owns_rest(name.text) or (name.start and name.doc[name.start - 1].lower_ == "the"):
        return None
    return Name.at(passage, Span(name.start_char, name.end_char - 1), kind)


def _with_article(name: Tokens) -> Tokens:
    """The name with the word behind it where the parser took an Arabic article alone: "Ash" of "Ash Shairat"."""
    after = name.doc[name.end] if name.end < len(name.doc) else None
    if len(name) == 1 and name.text in ARTICLES and after is not None and after.text[:1].isupper():
        return name.doc[name.start : name.end + 1]
    return name


def _bare(name: Tokens, *, person: bool) -> Tokens | None:
    """The name without article, preposition or title before it, without possessive or number behind it, on one line."""
    start, end = name.start, name.end
    while start < end and (name.doc[start].pos_ in EDGES or (person and is_title(name.doc[start]))):
        start += 1
    line = next((token.i for token in name.doc[start:end] if "\n" in token.text), end)
    end = min(end, line)
    while start < end and _ends_after(name.doc[end - 1]):
        end -= 1
    return name.doc[start:end] if start < end else None


def _ends_after(last: Token) -> bool:
    return last.pos_ in EDGES or last.lower_ in ("'s", "’s", "'", "’") or (last.like_num and last.ent_type_ != "FAC")


def _is_name(name: Tokens, kind: MentionKind) -> bool:
    """Not so for page furniture ("File photo"), for common words that only begin a sentence, or for a menu run together."""
    if (
        len(name) > LONGEST
        or {name[0].lower_, name[-1].lower_} & FURNITURE
        or "@" in name.text
        or "://" in name.text
        or not any(_LETTERS.match(token.text[:1]) for token in name)
    ):
        return False
    if kind == "group" and (name.text in peoples() or all(token.pos_ in ("ADJ", "PROPN") for token in name)):
        return any(token.text[:1].isupper() or "-" in token.text for token in name)
    return any(token.pos_ == "PROPN" and token.text[:1].isupper() for token in name) or name.text.isupper()


def heads(passage: Passage) -> bool:
    """Whether it is written like a headline, each longer word with a capital: the parser then joins names to what they do."""
    longer = [word for word in WORD.findall(passage.text) if len(word) > 3 and word.isalpha()]
    return 3 <= len(longer) <= HEADLINE and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def in_headline(passage: Passage, known: Mapping[str, MentionKind], pattern: re.Pattern[str]) -> Iterator[Name]:
    """The names of a headline that the rest of the document knows; the parser's only where they touch none of these."""
    sure = [name for name in known_in(passage, known, pattern) if name.tokens[0].text[0].isupper()]
    yield from sure
    yield from (name for name in parsers(passage) if not any(name.span.overlaps(other.span) for other in sure))


def known_in(passage: Passage, known: Mapping[str, MentionKind], pattern: re.Pattern[str]) -> Iterator[Name]:
    """The names that the rest of the document knows, in a passage of capitals; the longest where two begin together."""
    text, end = passage.text.lower(), 0
    if not known:
        return
    for match in pattern.finditer(text):
        tokens = passage.parse.char_span(match.start(), match.end()) if len(text) == len(passage.text) else None
        if tokens is not None and match.start() >= end:
            end = match.end()
            yield Name(tokens, passage.span(tokens), known[match.group()], tokens.text)
