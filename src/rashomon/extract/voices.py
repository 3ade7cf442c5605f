"""Who speaks: from the words that name a source to the voice they stand for in this document."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.antecedents import IT, THEY, Antecedents, Referent
from rashomon.extract.cast import PRONOUNS, Cast, Figure, cast_of, is_person, words_of
from rashomon.extract.clauses import child_of, phrase
from rashomon.extract.descriptions import described
from rashomon.extract.reading import Passage, Reading
from rashomon.inference.parse import parsed
from rashomon.model import Mention, Span, Voice
from rashomon.text.lexicon import lexicon

SELF = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"])
ANYBODY = frozenset(["you", "your", "yours", "one", "yourself", "oneself"])
BREAK = re.compile(r"(?<=\w)(?:, | --? | [–—(] ?|; )")
ARTICLES = frozenset(["the", "a", "an"])
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET")


@dataclass(slots=True)
class Speakers:
    """The voices of one document."""

    reading: Reading
    mentions: Sequence[Mention]
    voices: dict[str, Voice] = field(default_factory=dict)
    cast: Cast = field(init=False)
    meant: dict[int, Referent] = field(init=False)
    officials: Referent | None = field(init=False)  # for "officially"
    last: tuple[Passage, Voice] | None = None  # who spoke last, and where

    def __post_init__(self) -> None:
        self.cast = cast_of(self.reading, self.mentions)
        walk = Antecedents(self.reading, self.cast, described)
        self.meant = walk.meant
        self.officials = next((walk.things[word] for word in ("officials", "authorities") if word in walk.things), None)

    def page(self, passage: Passage) -> Voice:
        """The voice of the page itself: a poster for a post, else the outlet, else the author.

        What a post quotes from nobody knows whom is a poster's of its own: whoever quotes words has not said them.
        """
        document, block = self.reading.document, passage.block
        if block.kind == "quoted_post" and block.author is None:
            return self._kept(Voice.of(document.id, "poster", f"quoted in {block.post}" if block.post else "quoted"))
        if block.post is not None:
            return self._kept(Voice.of(document.id, "poster", block.author or block.post))
        if document.outlet or not document.author:
            return self._kept(Voice.of(document.id, "outlet", document.outlet or document.name))
        return self._kept(Voice.of(document.id, "author", document.author))

    def of(self, passage: Passage, source: Sequence[Span], speaker: Voice | None) -> Voice:
        """The voice behind these words; `speaker` is who speaks around them (for "I" and "we").

        Words that stand for nobody ("you", "easier") leave what is said to whoever speaks around them.
        """
        tokens = self._tokens(passage, source)
        if len(tokens) > 1 and tokens[0].pos_ == "ADP":
            tokens, source = tokens[1:], [Span(passage.span(tokens[1]).start, max(source[0].end, passage.span(tokens[1]).end))]
        noun = tokens[0].head if len(tokens) == 1 and tokens[0].lower_ in ARTICLES else None
        if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.i > tokens[0].i:  # cut short: the noun is meant
            tokens = list(noun.doc[tokens[0].i : noun.i + 1])
            source = [passage.span(noun.doc[tokens[0].i : noun.i + 1])]
        around = speaker or self.page(passage)
        if not tokens:
            return around
        if speaker is None and tokens[0].lower_ in SELF and (quoting := self._quoting(passage, tokens[0], source)) is not None:
            return quoting
        voice = self._resolved(passage, tokens, source, around)
        if voice.kind in ("named", "unnamed"):
            self.last = passage, voice
        return voice

    def unstated(self, passage: Passage, cue: Sequence[Span], content: Sequence[Span]) -> Voice:
        """The voice of words that are ascribed to nobody: whoever spoke right before, where a quotation goes on; else somebody
        unnamed, of whom the page has no more than that it is said ("reportedly", "is feared").
        """
        start = content[0].start - passage.block.span.start
        quoted = any(quote.span.start <= start < quote.span.end for quote in passage.quotes)
        return (self._before(passage) if quoted else None) or self._unnamed(cue or content)

    def _before(self, passage: Passage) -> Voice | None:
        """Whoever spoke last, in this passage or the one before."""
        if self.last is None:
            return None
        before, voice = self.last
        passages = self.reading.passages
        return voice if passages.index(passage) - passages.index(before) <= 1 else None

    def _quoting(self, passage: Passage, word: Token, source: Sequence[Span]) -> Voice | None:
        """Who says "I" in a quotation that nothing around it ascribes: whoever spoke last, right before; else nobody knows."""
        if not any(quote.span.start <= word.idx < quote.span.end for quote in passage.quotes):
            return None
        return self._before(passage) or self._unnamed(source)

    def _resolved(self, passage: Passage, tokens: list[Token], source: Sequence[Span], around: Voice) -> Voice:
        head = _head(tokens)
        word = head.lower_
        if word in RELATIVE and head.dep_ in ("nsubj", "nsubjpass", "poss", "dobj") and (noun := _antecedent(head)) is not None:
            inner = [token for token in phrase(noun) if token.i < head.i]
            return self._resolved(passage, inner or [noun], [passage.span(noun)], around)
        if word == "officially" and self.officials is not None:
            return self._voice(self.officials)
        if word in SELF or (word in ANYBODY and len(tokens) == 1):
            return around
        if len(tokens) <= 2 and (word in PRONOUNS or word in THEY | IT):
            return self._meant(passage, head) or self._unnamed(source)
        named = self._by_name(passage, tokens, head) or self._meant(passage, head)
        return named or (around if _is_nobody(head, tokens) else self._unnamed(source))

    def _by_name(self, passage: Passage, tokens: list[Token], head: Token) -> Voice | None:
        inside = Span(passage.span(tokens[0]).start, passage.span(tokens[-1]).end)
        within = [(mention, one) for mention, one in self.cast.within(inside) if mention.span.end <= inside.end]
        core = passage.span(head)
        at_head = next((one for mention, one in within if mention.span.contains(core)), None)
        if at_head is not None:
            return self._named(at_head)
        titled = next((one for mention, one in within if one.kind == "person" and _bears(passage, head, mention)), None)
        if titled is not None:
            return self._named(titled)
        begins = next((pair for pair in within if pair[0].span.start == inside.start), None)
        if begins is not None and _leads(passage, begins, tokens):
            return self._named(begins[1])
        of_kind = next((one for mention, one in within if one.kind == "org" and _is_kind_of(passage, head, mention)), None)
        if of_kind is not None:
            return self._named(of_kind)
        if head.text[0].isupper() and (known := self.cast.named(words_of(head.text))) is not None:
            return self._named(known)
        if head.pos_ == "PROPN" and _is_name(head, self.reading.document.text):
            span = passage.span(_proper(head))
            return self._kept(Voice.of(self.reading.document.id, "named", span.of(self.reading.document.text), span))
        return None

    def _named(self, figure: Figure) -> Voice:
        """One voice for all the mentions of a name in a document, standing at its fullest form."""
        span = figure.name.span
        return self._kept(Voice.of(self.reading.document.id, "named", span.of(self.reading.document.text), span))

    def _meant(self, passage: Passage, head: Token) -> Voice | None:
        """The voice of whoever a pronoun or a description stands for, where the page says so."""
        who = self.meant.get(passage.span(head).start)
        return self._voice(who) if who is not None else None

    def _voice(self, who: Referent) -> Voice:
        """The voice of a figure; of what is only described, the one that leads it or the description."""
        if isinstance(who, Figure):
            return self._named(who)
        return self._named(who.first) if who.first is not None else self._unnamed([who.span])

    def _unnamed(self, source: Sequence[Span]) -> Voice:
        text = self.reading.document.text
        span = _unbroken(text, source[0])
        return self._kept(Voice.of(self.reading.document.id, "unnamed", span.of(text), span))

    def _tokens(self, passage: Passage, spans: Sequence[Span]) -> list[Token]:
        parse, start = passage.parse, passage.block.span.start
        tokens: dict[int, Token] = {}
        for span in spans:
            first, last = (
                bisect_left(range(len(parse)), place - start, key=lambda at: parse[at].idx) for place in (span.start, span.end)
            )
            tokens |= {token.i: token for token in parse[first:last] if not token.is_space}
        return [tokens[at] for at in sorted(tokens)]

    def _kept(self, voice: Voice) -> Voice:
        return self.voices.setdefault(voice.id, voice)


def _head(tokens: list[Token]) -> Token:
    """The word that the others hang on: of "from the committee" the noun, of a phrase that the parse broke up the first noun."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head == token] or tokens[:1]
    head = next((token for token in heads if token.pos_ in NOMINAL), heads[0])
    while head.i + 2 in inside and head.doc[head.i + 1].text == "-" and head.doc[head.i + 2] in heads:
        head = head.doc[head.i + 2]  # "ex-wife" in parts
    if head.pos_ in ("ADP", "SCONJ") and (noun := child_of(head, "pobj")) is not None and noun.i in inside:
        return noun
    if head.pos_ in ("VERB", "AUX"):
        return next((token for token in tokens if token.pos_ in ("NOUN", "PROPN")), head)
    return head


def _is_nobody(head: Token, tokens: Sequence[Token]) -> bool:
    """Whether the words stand for no speaker: an adjective or a verb by itself, that only the parse took for one.

    "Officially" does: for the officials.
    """
    if all(token.lower_ in ARTICLES for token in tokens):
        return True
    if head.lower_ == "officially" or any(token.pos_ in NOMINAL or token.lower_ in QUANTITIES for token in tokens):
        return head.pos_ == "PROPN" and len(tokens) == 1 and not _is_noun(head)
    return True


QUANTITIES = frozenset(["many", "several", "few", "some", "most", "more", "others", "all", "both", "each"])


def _is_noun(word: Token) -> bool:
    """Whether a capitalised word that opens a sentence is a noun in small letters too, in the parser's eyes."""
    if not word.is_sent_start or word.ent_type_:
        return True
    sentence = word.sent.text
    again = next(iter(parsed([sentence[:1].lower() + sentence[1:]])))
    return len(again) == 0 or again[0].pos_ in NOMINAL


def _is_name(head: Token, text: str) -> bool:
    """Whether a proper noun that no name was found in is one all the same: not "Article 4", nor a word that opens a sentence."""
    word = head.lower_
    if word in lexicon("referents")["texts"] and any(child.pos_ == "NUM" or child.lower_ == "of" for child in head.children):
        return False
    if head.text.isupper() and head.sent.text.isupper() and (is_person(word) or word in lexicon("referents")["bodies"]):
        return False
    alone = head.is_sent_start and not any(child.pos_ == "PROPN" for child in head.children)
    elsewhere = re.search(rf"(?<=[a-z,] ){re.escape(head.text)}\b", text) is not None
    return head.text[0].isupper() and (elsewhere or not alone or bool(head.ent_type_))


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


def _leads(passage: Passage, name: tuple[Mention, Figure], tokens: Sequence[Token]) -> bool:
    """Whether a person's name at the beginning names the speaker, where the parse hangs it on what follows: "Pell and his
    aides", "Jonas Pell head of the union" (a text that lost its commas).
    """
    behind = [token for token in tokens if passage.span(token).start >= name[0].span.end]
    if name[1].kind != "person" or not behind:
        return False
    title = list(takewhile(lambda token: token.pos_ in ("NOUN", "ADJ", "PROPN"), behind))
    more = behind[len(title) : len(title) + 1]
    told = len(name[1].words) > 1 and title and is_person(title[-1].lower_) and more and more[0].pos_ == "ADP"
    return bool(behind[0].pos_ == "CCONJ" or told)


def _is_kind_of(passage: Passage, head: Token, name: Mention) -> bool:
    """Whether the phrase only says what kind the named organisation is: "the Harbour Watch activist group"."""
    inside = [child for child in head.lefts if name.span.contains(passage.span(child))]
    return head.lower_ in lexicon("names")["kinds"] and any(child.dep_ in ("compound", "nmod", "amod") for child in inside)


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


def _offices() -> frozenset[str]:
    return frozenset(lexicon("titles")["offices"])
