"""A passage as every kind of fact looks at it: its acts, who says each word, when and where each clause says it is."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Doc, Token

from rashomon.extract.acts import Act
from rashomon.extract.clauses import CLIMB, VERBAL, governor
from rashomon.extract.facts.datelines import is_of_the_page
from rashomon.extract.facts.denials import is_negated, refuted_in
from rashomon.extract.reading import Passage, Reading
from rashomon.extract.stance import is_denied
from rashomon.model import Fact, FactKind, Mention, Polarity, Span, Statement
from rashomon.text.spans import SpanIndex
from rashomon.text.times.isotimes import begins_after, when

ELSEWHERE = frozenset("by against for with about than like including".split())  # whoever stands after these was not there
PARTS_IN = {
    "in": frozenset("part role hand involvement participation complicity involve".split()),
    "behind": frozenset(["be"]),
    "with": frozenset("do involvement connection link".split()),
    "to": frozenset("relation link connection".split()),
    "for": frozenset("responsibility responsible blame".split()),
}  # "involved in", "anything to do with", "responsible for"
PLACES = ("GPE", "LOC", "FAC")
WHOLE = 24  # tokens of a clause that is shown whole; of a longer one, what lies around the answer
AROUND = 7  # tokens kept on either side of it then
FEW = 12  # times or places in a passage up to which a sentence's only one is sought for all its clauses
_FROM_NOW = re.compile(
    r"\b(?:to(?:day|night|morrow)|yesterday|last night|now|this (?:morning|afternoon|evening|week))\b", re.IGNORECASE
)
_POST = re.compile(r"\bt\.co/|\bpic\.twitter\.com/")


@dataclass(slots=True)
class Scene:
    """One passage: `held` says for each token in which statement it is said, and within which span of its content."""

    reading: Reading
    passage: Passage
    held: list[tuple[Statement, Span] | None]
    named: Sequence[Mention]  # the times in it
    crowd: bool  # the document tells of people on the streets: an unnamed "terrorist" is then one of them
    act: dict[int, str] = field(init=False)
    times: dict[int, Mention] = field(init=False)
    dated: dict[int, str] = field(init=False)  # of the times, when those were that are over: the date, month or year
    when: dict[int, str] = field(init=False)  # governing word -> the time that hangs on it
    where: dict[int, str] = field(init=False)
    refuted: dict[int, Token] = field(init=False)  # words of a claim that is called false -> the word that does so

    def __post_init__(self) -> None:
        self.act = {act.word.i: act.of for act in self.acts}
        self.times = self._times()
        self.refuted = refuted_in(self.parse, self.passage.text)
        self.when, self.where = {}, {}
        written = self.passage.block.posted_at or self.reading.document.published_at
        self.dated = {
            i: day
            for i, time in self.times.items()
            if (day := when(time.norm)) and not begins_after(time.norm, written) and not self._counted_from_then(time)
        }
        for i, day in self.dated.items():
            _hang(self.when, self.tokens[i], day)
        for name in self.parse.ents:
            if name.label_ in PLACES and name.root.pos_ == "PROPN" and _is_where(name.root):
                _hang(self.where, name.root, name.text)

    @property
    def parse(self) -> Doc:
        """The parse of the passage."""
        return self.passage.parse

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the passage, in order."""
        return self.passage.tokens

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts told in it, in order."""
        return self.passage.acts

    def _times(self) -> dict[int, Mention]:
        """The times of the passage by the token that heads them, less the date on which the page says that it came out."""
        found = {}
        move = self.passage.block.span.start
        for mention in self.named:
            piece = self.parse.char_span(mention.span.start - move, mention.span.end - move, alignment_mode="expand")
            if piece is not None and not is_of_the_page(piece, mention.span, self.passage.text):
                found[piece.root.i] = mention
        return found

    def _counted_from_then(self, time: Mention) -> bool:
        """Whether it counts from the day on which somebody said it, which need not be that of the page: “We struck today”, or
        a post that the page shows.
        """
        at = time.span.start - self.passage.block.span.start
        elsewhere = _POST.search(self.passage.text) or any(
            quote.inner.start <= at < quote.inner.end for quote in self.passage.quotes
        )
        return bool(elsewhere and _FROM_NOW.search(time.span.of(self.reading.document.text)))

    def fact(
        self,
        kind: FactKind,
        about: str,
        value: Sequence[Token],
        word: Token | None = None,
        *,
        denied: bool = False,
        low: float | None = None,
        high: float | None = None,
        unit: str | None = None,
        scope: str | None = None,
        part_of: float | None = None,
        rising: bool = False,
        when: str | None = None,
        where: str | None = None,
        timed: bool = True,
    ) -> Fact | None:
        """The fact whose answer is `value`, told by `word`; None where the answer does not stand in one statement.

        Not `timed`: the clause's time is not that of what the fact is about ("planted on Monday", when did it blow up?).
        """
        value = _trimmed(value)
        if not value or (home := self.held[value[0].i]) is None:
            return None
        statement, content = home
        words = Span(self.passage.span(value[0]).start, self.passage.span(value[-1]).end)
        if not content.contains(words):
            return None
        word = word if word is not None else value[0]
        return Fact.of(
            doc_id=statement.doc_id,
            statement_id=statement.id,
            kind=kind,
            about=about,
            value=words.of(self.reading.document.text),
            span=self._clause(value, word, content),
            low=low,
            high=high,
            unit=unit,
            scope=scope,
            part_of=part_of,
            rising=rising,
            polarity=self.polarity(value[0], denied),
            when=when or (self.said_of(self.when, word) if timed else None),
            where=where or self.said_of(self.where, word),
        )

    def polarity(self, token: Token, denied: bool) -> Polarity:
        """Denied where the clause itself denies it or its statement does."""
        home = self.held[token.i]
        denied = denied or (token.i in self.refuted and self._said_with(token, self.refuted[token.i]))
        disclaimed = home is not None and home[0].denied and _by_voice(home[0], self.reading.document.text)
        return "denied" if denied or (disclaimed and not self._is_presupposed(token)) else "affirmed"

    def _is_presupposed(self, token: Token) -> bool:
        """Whether it only says which things are meant, inside what is denied: "they were not among those killed in the attack"
        denies no attack and no killing; nor does "any role in the attack" deny the attack.
        """
        home = self.held[token.i]
        return any(
            (word.dep_ in ("acl", "relcl") and word.head.i < word.i and self.held[word.head.i] == home)
            or _is_matter_of_part(word)
            for word in (token, *token.ancestors)
            if self.held[word.i] == home
        )

    def negated(self, word: Token) -> bool:
        """Whether the words of the same statement deny what this word tells."""
        return is_negated(word, lambda other: self._said_with(word, other))

    def _said_with(self, word: Token, other: Token) -> bool:
        """Whether the other word stands in the content in which this one is said."""
        home = self.held[word.i]
        return home is None or home[1].contains(self.passage.span(other))

    def said_of(self, told: dict[int, str], word: Token) -> str | None:
        """The time or place that the clause of `word` gives."""
        verb = governor(word)
        for at in (word, verb, *(other for other in verb.conjuncts if other.sent.start == verb.sent.start)):
            if at.i in told:
                return told[at.i]
        if len(told) >= FEW:
            return None
        sentence, home = word.sent, self.held[word.i]  # where and when it was said is not where and when it was
        alone = {value for i, value in told.items() if sentence.start <= i < sentence.end and self.held[i] == home}
        return alone.pop() if len(alone) == 1 else None

    def _clause(self, value: Sequence[Token], word: Token, content: Span) -> Span:
        """What an editor must read: the clause of `word`, or if that is long what lies around the answer."""
        first, last = self._window(value, word)
        start, end = self.passage.span(self.tokens[first]).start, self.passage.span(self.tokens[last]).end
        return Span(max(start, content.start), min(end, content.end))

    def _window(self, value: Sequence[Token], word: Token) -> tuple[int, int]:
        home = self.held[value[0].i]
        near = word if word.sent.start == value[0].sent.start and self.held[word.i] == home else value[0]
        low, high = min(value[0].i, near.i), max(value[-1].i, near.i)
        verb = governor(near)
        left, right = min(verb.left_edge.i, low), max(_end(verb, high), high)
        sentence = value[0].sent
        left, right = max(left, sentence.start), min(right, sentence.end - 1)
        if right - left + 1 > WHOLE:
            left, right = max(left, low - AROUND), min(right, high + AROUND)
        while left < low and (
            self.tokens[left].is_punct or self.tokens[left].is_space or self.tokens[left].dep_ in ("cc", "mark")
        ):
            left += 1
        while right > high and (self.tokens[right].is_punct or self.tokens[right].is_space):
            right -= 1
        return left, right


def _is_matter_of_part(word: Token) -> bool:
    """Whether it leads to the act that somebody has a part in: "any role in the attack", "was behind the attack"."""
    return word.dep_ == "prep" and word.head.lemma_.lower() in PARTS_IN.get(word.lower_, ())


def scenes_of(reading: Reading, mentions: Sequence[Mention], statements: Sequence[Statement], crowd: bool) -> Iterator[Scene]:
    """Every passage as a scene, in reading order."""
    told = SpanIndex((span, span) for statement in statements if statement.mode == "asserted" for span in statement.content)
    contents = sorted(
        (
            (span, statement)
            for statement in statements
            for span in statement.content
            if not _is_only_named(statement, span, told)
        ),
        key=lambda pair: (-len(pair[0]), pair[1].id),
    )
    inside: dict[int, list[tuple[Span, Statement]]] = defaultdict(list)
    starts = [passage.block.span.start for passage in reading.passages]
    for span, statement in contents:
        inside[_before(starts, span.start)].append((span, statement))
    named: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "time":
            named[_before(starts, mention.span.start)].append(mention)
    for at, passage in enumerate(reading.passages):
        yield Scene(reading, passage, _held(passage, inside[at]), named[at], crowd)


def _is_only_named(statement: Statement, span: Span, told: SpanIndex[Span]) -> bool:
    """Whether the page itself tells the sentence that the words stand in: then they are a thing that somebody is for, against,
    afraid of or said to deny, and no answer of theirs.
    """
    return statement.mode != "asserted" and any(whole.contains(span) for whole in told.over(span))


def _held(passage: Passage, contents: Iterable[tuple[Span, Statement]]) -> list[tuple[Statement, Span] | None]:
    """For each token the closest statement around it: longer contents first, shorter ones over them."""
    held: list[tuple[Statement, Span] | None] = [None] * len(passage.parse)
    move = passage.block.span.start
    for span, statement in contents:
        piece = passage.parse.char_span(span.start - move, span.end - move, alignment_mode="contract")
        if piece is not None:
            held[piece.start : piece.end] = [(statement, span)] * len(piece)
    return held


def _before(starts: Sequence[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _end(verb: Token, least: int) -> int:
    """The last word of the verb's clause, before the clauses that are joined to it beyond `least`."""
    joined = [child.left_edge.i for child in verb.children if child.dep_ in ("conj", "parataxis") and child.left_edge.i > least]
    joined += [child.i for child in verb.children if child.dep_ == "cc" and child.i > least]
    return min(joined) - 1 if joined else verb.right_edge.i


def _is_where(name: Token) -> bool:
    """Whether it says where something was; not "by Norland", "a man from Norland", "40 miles south of Orla"."""
    if name.dep_ != "pobj" or name.head.lower_ in ELSEWHERE:
        return False
    if name.head.lower_ == "from" and name.head.head.pos_ not in VERBAL:
        return False
    near = takewhile(lambda word: word.pos_ not in VERBAL, name.ancestors)
    return not any(child.dep_ == "npadvmod" for word in near for child in word.children)


def _hang(told: dict[int, str], token: Token, value: str) -> None:
    """Notes a time or place at the words that it hangs on, up to the first verb."""
    for _ in range(CLIMB):
        if token.head == token:
            return
        token = token.head
        told.setdefault(token.i, value)
        if token.pos_ in VERBAL:
            return


def _by_voice(statement: Statement, text: str) -> bool:
    return bool(statement.cue) and is_denied(text, statement.cue, ())


def _trimmed(tokens: Sequence[Token]) -> list[Token]:
    kept = [token for token in tokens if not token.is_space]
    while kept and (kept[0].is_punct and kept[0].text not in "$€£~#"):
        kept.pop(0)
    while kept and kept[-1].is_punct and kept[-1].text not in ")%":
        kept.pop()
    return kept
