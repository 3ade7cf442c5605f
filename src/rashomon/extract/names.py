"""Names of persons, organisations, groups and places: the parser's, put right where it errs in general ways."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.reading import Passage
from rashomon.model import MentionKind, Span
from rashomon.text.lexicon import lexicon

KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "org", "NORP": "group", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
EDGES = ("DET", "PUNCT", "SPACE", "PART", "ADP", "CCONJ")
SHOUT = 4  # tokens: fewer in capitals are an acronym or a label
HEADLINE = 20  # longer words: more with capitals are a list
LONGEST = 10  # tokens: more is a page's menu run together
FURNITURE = frozenset(
    "advertisement browsers caption category copyright credit credits episode file image images latest listen photo "
    "photos read related reuse share subscribe tags topics video videos watch".split()
)
ORGANISED = frozenset(
    "agency alliance army association brigade brigades bureau coalition commission committee company congress corporation "
    "council department directorate federation force forces foundation front inc institute league ministry movement observatory "
    "office organisation organization parliament party police senate society union university".split()
)
KIN = frozenset("brother daughter father husband mother sister son widow wife".split())
PLATFORMS = frozenset("facebook google instagram reddit telegram tiktok twitter whatsapp youtube".split())
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a passage, as tokens and as a span of the document."""

    tokens: Tokens
    span: Span
    kind: MentionKind

    @property
    def key(self) -> str:
        """What two mentions of one spelling share."""
        return " ".join(token.lower_ for token in self.tokens)


def names_in(passages: Sequence[Passage]) -> list[Name]:
    """Every name in the passages, in reading order, with one kind for each spelling throughout."""
    names = [name for passage in passages if not _shouts(passage) and not _heads(passage) for name in _found(passage)]
    known = {name.key: name.kind for name in names}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?!\w)")
    for passage in passages:
        if _shouts(passage):
            names += _known(passage, known, pattern)
        elif _heads(passage):
            names += _in_headline(passage, known, pattern)
    names += _missed(passages, names)
    names.sort(key=lambda name: name.span)
    votes: dict[str, Counter[MentionKind]] = {}
    for name in names:
        votes.setdefault(name.key, Counter())[name.kind] += 1
    kinds = {key: cast.most_common(1)[0][0] for key, cast in votes.items()}
    kinds |= {name.key: "person" for name in names if kinds[name.key] in ("org", "place") and _is_given(name)}
    full = [name for name in names if len(name.tokens) > 1 and kinds[name.key] == "person"]
    short = {name.tokens[-1].lower_ for name in full} | {name.tokens[0].lower_ for name in full} & _given() - _lived_in(names)
    return [replace(name, kind=_kind(name, kinds[name.key], short)) for name in names]


def _lived_in(names: Sequence[Name]) -> set[str]:
    """The names that the text puts "in" before: Charlotte is a city there, whoever else is called so."""
    return {
        name.key for name in names if name.tokens.start and name.tokens.doc[name.tokens.start - 1].lower_ in ("in", "near", "at")
    }


def _shouts(passage: Passage) -> bool:
    """Whether it is written in capitals alone, as headlines are: the parser then takes any word for a name."""
    return passage.parse.text.isupper() and len(passage.parse) >= SHOUT


def _heads(passage: Passage) -> bool:
    """Whether it is written like a headline, each longer word with a capital: the parser then joins names to what they do."""
    longer = [token for token in passage.parse if token.is_alpha and len(token) > 3]
    return 3 <= len(longer) <= HEADLINE and sum(token.text[0].isupper() for token in longer) >= 0.8 * len(longer)


def _in_headline(passage: Passage, known: Mapping[str, MentionKind], pattern: re.Pattern[str]) -> Iterator[Name]:
    """The names of a headline that the rest of the document knows; the parser's only where they touch none of these."""
    sure = [name for name in _known(passage, known, pattern) if name.tokens[0].text[0].isupper()]
    yield from sure
    yield from (name for name in _found(passage) if not any(name.span.overlaps(other.span) for other in sure))


def _missed(passages: Sequence[Passage], names: Sequence[Name]) -> Iterator[Name]:
    """A person's name in short wherever it stands: who knows "Ilka Brandt" knows "Brandt" a line later; the parser may not."""
    taken = sorted(name.span for name in names)
    persons = [name for name in names if name.kind == "person"]
    full = {token.lower_ for name in persons if len(name.tokens) > 1 for token in (name.tokens[0], name.tokens[-1])}
    full = {word for word in full if word in _given()} | {name.tokens[-1].lower_ for name in persons if len(name.tokens) > 1}
    lone = {name.key for name in persons} - {token.lower_ for name in names if name.kind != "person" for token in name.tokens}
    known = {word for word in full | lone if word.isalpha() and len(word) > 1}
    plain = {token.text for passage in passages for token in passage.parse if token.text in known}  # words of the language too
    for passage in passages:
        for token in passage.parse:
            noun = token.pos_ in ("PROPN", "NOUN") or token.lower_ not in plain
            if token.lower_ in known and noun and token.text[0].isupper():
                start = token.i
                while start and token.doc[start - 1].lower_ in _given() and token.doc[start - 1].text[0].isupper():
                    start -= 1
                bare = token.doc[start : token.i + 1]
                span = passage.span(bare)
                at = bisect_left(taken, span)
                if not any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1]):
                    yield Name(bare, span, "person")


def _is_given(name: Name) -> bool:
    """Whether it begins with a person's given name, or follows a title or a word of kin: "Keith Marlow", "Deputy Oto Lind" and
    "his wife Ilka" are persons.
    """
    words = [token.lower_ for token in name.tokens]
    if words[-1] in lexicon("names")["terrain"]:
        return False
    kin = name.tokens.doc[name.tokens.start - 1].lower_ if name.tokens.start else ""
    if len(words) == 1 and words[0] in _given() and kin in KIN:
        return True
    if len(words) in (2, 3) and _has_title(name) and not set(words) & ORGANISED:
        return True
    return len(words) in (2, 3) and words[0] in _given() and name.tokens[-1].is_alpha and not set(words) & ORGANISED


def _has_title(name: Name) -> bool:
    before = name.tokens.doc[name.tokens.start - 1] if name.tokens.start else None
    return before is not None and before.text[0].isupper() and _is_title(before)


@cache
def _given() -> frozenset[str]:
    given = lexicon("referents")["given"]
    return frozenset([*given["m"], *given["f"]])


def _known(passage: Passage, known: Mapping[str, MentionKind], pattern: re.Pattern[str]) -> Iterator[Name]:
    """The names that the rest of the document knows, in a passage of capitals; the longest where two begin together."""
    text, end = passage.parse.text.lower(), 0
    if not known:
        return
    for match in pattern.finditer(text):
        tokens = passage.parse.char_span(match.start(), match.end()) if len(text) == len(passage.parse.text) else None
        if tokens is not None and match.start() >= end:
            end = match.end()
            yield Name(tokens, passage.span(tokens), known[match.group()])


def _found(passage: Passage) -> Iterator[Name]:
    for name in passage.parse.ents:
        kind = KINDS.get(name.label_)
        bare = _bare(name, person=kind == "person") if kind else None
        if kind and bare is not None and _is_name(bare, kind):
            yield Name(bare, passage.span(bare), kind)


def _bare(name: Tokens, *, person: bool) -> Tokens | None:
    """The name without article, preposition or title before it, without possessive or number behind it, on one line."""
    start, end = name.start, name.end
    while start < end and (name.doc[start].pos_ in EDGES or (person and _is_title(name.doc[start]))):
        start += 1
    line = next((token.i for token in name.doc[start:end] if "\n" in token.text), end)
    end = min(end, line)
    while start < end and _ends_after(name.doc[end - 1]):
        end -= 1
    return name.doc[start:end] if start < end else None


def _is_title(word: Token) -> bool:
    """Whether it is a title, not a given name that is spelled like one ("Don", "Dean")."""
    return word.lower_.strip(".") in titles() and word.lower_ not in _given()


def _ends_after(last: Token) -> bool:
    return last.pos_ in EDGES or last.lower_ in ("'s", "’s", "'", "’") or (last.like_num and last.ent_type_ != "FAC")


def _is_name(name: Tokens, kind: MentionKind) -> bool:
    """Not so for page furniture ("File photo"), for common words that only begin a sentence, or for a menu run together."""
    if (
        len(name) > LONGEST
        or {name[0].lower_, name[-1].lower_} & FURNITURE
        or not any(_LETTERS.match(token.text[:1]) for token in name)
    ):
        return False
    if kind == "group" and (name.text in peoples() or all(token.pos_ in ("ADJ", "PROPN") for token in name)):
        return any(token.text[:1].isupper() or "-" in token.text for token in name)
    return any(token.pos_ == "PROPN" and token.text[:1].isupper() for token in name) or name.text.isupper()


def _kind(name: Name, voted: MentionKind, short: set[str]) -> MentionKind:
    """The kind that most mentions of the spelling have, save where the word itself says what it names."""
    words = {token.lower_ for token in name.tokens}
    if name.tokens.text in peoples():
        return "group"
    if words & ORGANISED or (len(words) == 1 and words & PLATFORMS):
        return "org"
    if voted == "person" and len(words) > 1 and name.tokens[-1].lower_ in lexicon("names")["terrain"]:
        return "place"
    return "person" if len(name.tokens) == 1 and name.key in short else voted


@cache
def peoples() -> frozenset[str]:
    """The words for the people of a country: "Kazakhs", "Kazakh"."""
    return frozenset(word for country in lexicon("countries").values() for word in country["people"])


@cache
def titles() -> frozenset[str]:
    """The single words that go before a person's name and are no part of it."""
    listed = lexicon("titles")
    return frozenset(word for kind in ("offices", "ranks", "courtesies") for word in listed[kind] if " " not in word)
