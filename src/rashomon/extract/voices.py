"""Who speaks: from the words that name a source to the voice they stand for in this document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.clauses import SUBJECTS, child_of, phrase
from rashomon.extract.reading import Passage, Reading
from rashomon.model import Mention, Span, Voice
from rashomon.text.lexicon import lexicon

SINGULAR = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
THING = frozenset(["it", "its", "itself"])
SELF = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours"])
BREAK = re.compile(r"(?<=\w)(?:, | --? | [–—(] ?|; )")
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])


@dataclass(slots=True)
class Speakers:
    """The voices of one document, found in reading order, so that "he" can look back at who spoke or was named last."""

    reading: Reading
    mentions: Sequence[Mention]
    voices: dict[str, Voice] = field(default_factory=dict)
    last: Voice | None = None
    people: list[Mention] = field(init=False)

    def __post_init__(self) -> None:
        self.people = [mention for mention in self.mentions if mention.kind == "person"]

    def page(self, passage: Passage) -> Voice:
        """The voice of the page itself: a poster for a post, else the outlet, else the author."""
        document, block = self.reading.document, passage.block
        if block.post is not None:
            return self._kept(Voice.of(document.id, "poster", block.author or block.post))
        if document.outlet or not document.author:
            return self._kept(Voice.of(document.id, "outlet", document.outlet or document.name))
        return self._kept(Voice.of(document.id, "author", document.author))

    def of(self, passage: Passage, source: Sequence[Span], speaker: Voice | None) -> Voice:
        """The voice behind these words; `speaker` is who speaks around them (for "I" and "we")."""
        tokens = self._tokens(passage, source)
        if not tokens:
            return speaker or self.page(passage)
        voice = self._resolved(passage, tokens, source, speaker)
        if voice.kind in ("named", "unnamed"):
            self.last = voice
        return voice

    def _resolved(self, passage: Passage, tokens: list[Token], source: Sequence[Span], speaker: Voice | None) -> Voice:
        head = _head(tokens)
        word = head.lower_
        if word in RELATIVE and head.dep_ in ("nsubj", "nsubjpass", "poss") and (noun := _antecedent(head)) is not None:
            inner = [token for token in phrase(noun) if token.i < head.i]
            return self._resolved(passage, inner or [noun], [passage.span(noun)], speaker)
        if word in SELF:
            return speaker or self.page(passage)
        if word in SINGULAR | PLURAL | THING and len(tokens) <= 2:
            return self._antecedent_voice(passage, head) or self._unnamed(source)
        return self._by_name(passage, tokens, head) or self._described(passage, tokens, head) or self._unnamed(source)

    def _by_name(self, passage: Passage, tokens: list[Token], head: Token) -> Voice | None:
        start, end = passage.span(tokens[0]).start, passage.span(tokens[-1]).end
        within = [mention for mention in self.mentions if start <= mention.span.start and mention.span.end <= end]
        core = passage.span(head)
        for mention in within:
            if mention.span.contains(core) and mention.kind in ("person", "org", "place", "group"):
                return self._named(mention)
        titled = next((mention for mention in within if mention.kind == "person" and _bears(passage, head, mention)), None)
        if titled is not None:
            return self._named(titled)
        if head.pos_ == "PROPN" and head.text[0].isupper():
            span = passage.span(_proper(head))
            return self._kept(Voice.of(self.reading.document.id, "named", span.of(self.reading.document.text), span))
        return None

    def _named(self, mention: Mention) -> Voice:
        """One voice for all the mentions of a name in a document, standing at its fullest form."""
        text = self.reading.document.text
        full = self._fullest(mention) if mention.kind == "person" else self._first(mention)
        return self._kept(Voice.of(self.reading.document.id, "named", full.span.of(text), full.span))

    def _first(self, mention: Mention) -> Mention:
        name = mention.span.of(self.reading.document.text).lower()
        return next(m for m in self.mentions if m.kind == mention.kind and m.span.of(self.reading.document.text).lower() == name)

    def _fullest(self, mention: Mention) -> Mention:
        text = self.reading.document.text
        words = _words(mention.span.of(text))
        same = [other for other in self.people if _same_person(words, _words(other.span.of(text)))]
        return max(same, key=lambda other: (len(_words(other.span.of(text))), -other.span.start), default=mention)

    def _described(self, passage: Passage, tokens: list[Token], head: Token) -> Voice | None:
        """The president: whoever bears that title beside their name in this document, nearest before, else after."""
        text = self.reading.document.text
        title = head.lower_
        if title not in _offices() or not any(token.lower_ in ("the", "that", "this") for token in tokens):
            return None
        here = passage.span(head).start
        bearers = [
            person
            for person in self.people
            if title in text[max(0, person.span.start - 40) : person.span.start].lower().split()[-3:]
            and "former" not in text[max(0, person.span.start - 40) : person.span.start].lower().split()[-4:]
        ]
        before = [person for person in bearers if person.span.end <= here]
        return self._named((before or bearers)[-1 if before else 0]) if bearers else None

    def _antecedent_voice(self, passage: Passage, head: Token) -> Voice | None:
        here = passage.span(head).start
        if head.lower_ in SINGULAR:
            near = [person for person in self.people if here - 600 < person.span.start < here]
            if self.last is not None and self.last.kind == "named" and self.last.span is not None:
                return self.last
            return self._named(near[-1]) if near else None
        if head.lower_ in PLURAL:
            return self._many(passage, head) or self.last
        return self.last

    def _many(self, passage: Passage, pronoun: Token) -> Voice | None:
        """Those that "they" stands for: the nearest plural subject before it in the same passage, else whoever spoke last."""
        for token in reversed(passage.parse[: pronoun.i]):
            if token.tag_ in ("NNS", "NNPS") and token.dep_ in SUBJECTS and token.i != pronoun.i:
                start = passage.span(phrase(token)[0]).start
                return self._kept(_unnamed_at(self.reading, Span(start, passage.span(token).end)))
        return None

    def _unnamed(self, source: Sequence[Span]) -> Voice:
        return self._kept(_unnamed_at(self.reading, source[0]))

    def _tokens(self, passage: Passage, spans: Sequence[Span]) -> list[Token]:
        start = passage.block.span.start
        return [
            token
            for token in passage.parse
            if any(span.start <= start + token.idx < span.end for span in spans) and not token.is_space
        ]

    def _kept(self, voice: Voice) -> Voice:
        return self.voices.setdefault(voice.id, voice)


def _unnamed_at(reading: Reading, source: Span) -> Voice:
    span = _unbroken(reading.document.text, source)
    return Voice.of(reading.document.id, "unnamed", span.of(reading.document.text), span)


def _head(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), tokens[0])


def _bears(passage: Passage, title: Token, person: Mention) -> bool:
    """Whether the person bears the title that heads the phrase: "Ambassador to X William Y", "its leader, William Y", but
    not "a spokesman for William Y".
    """
    if any(child.dep_ == "appos" and person.span.contains(passage.span(child)) for child in title.children):
        return True
    place = person.span.start - passage.block.span.start
    before = next((token for token in reversed(list(passage.parse)) if token.idx < place and not token.is_space), None)
    return (
        before is not None
        and title.i <= before.i
        and title.lower_ in _offices()
        and before.pos_ not in ("ADP", "DET", "PRON", "PART", "CCONJ")
        and before.lower_ not in ("of", "for", "to", "'s", "’s", ",")
    )


def _proper(head: Token) -> Tokens:
    """The whole proper name under its last word: "Northern Coast Guard", "Ministry of the Interior"."""
    start, end = head.i, head.i + 1
    while start and head.doc[start - 1].head in (head, head.doc[start]) and head.doc[start - 1].text[0].isupper():
        start -= 1
    if start < head.i and head.doc[start].pos_ == "DET":
        start += 1
    of = next((child for child in head.children if child.lower_ == "of" and child.i == end), None)
    name = child_of(of, "pobj") if of is not None else None
    if name is not None and name.pos_ == "PROPN" and name.text[0].isupper():
        end = name.i + 1
    return head.doc[start:end]


def _unbroken(text: str, span: Span) -> Span:
    """The words up to a comma, dash or bracket: what comes behind it tells more of who speaks, but is not the name."""
    found = BREAK.search(span.of(text))
    return Span(span.start, span.start + found.start()) if found else span


def _antecedent(relative: Token) -> Token | None:
    verb = relative.head
    while verb.dep_ not in ("relcl", "acl") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def _words(name: str) -> list[str]:
    return [word.strip(".,’'\"“”").lower() for word in name.split()]


def _same_person(short: list[str], long: list[str]) -> bool:
    """Whether one name is a part of the other that ends alike: "Masaliev" in "Iskhakh Masaliev"."""
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)


def _offices() -> frozenset[str]:
    return frozenset(lexicon("titles")["offices"])
