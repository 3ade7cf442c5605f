"""Whom "he", "they" and "the agency" stand for: one walk through the document, in reading order.

Everything that is named or meant leaves a trace that weighs by its place in the sentence and fades with every sentence that
the page tells after it, as in Lappin and Leass (1994, "An algorithm for pronominal anaphora resolution"); what agrees in sex,
number and kind and weighs most is meant. What stands in quotation marks hardly counts for the story around them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.cast import PRONOUNS, Cast, Figure, Sex, is_person, is_subject, sex_of, token_of
from rashomon.extract.clauses import VERBAL
from rashomon.extract.reading import Passage, Reading
from rashomon.model import Span
from rashomon.text.lexicon import lexicon

DECAY = 0.5  # what is left of a weight after a sentence; swept 0.5–0.7 on the labelled speakers, within two of 105 pronouns
REACH = 9  # sentences after which nothing is left of it
SPEECH = 40  # sentences, with those of a long quotation
OFTEN = 0.2  # how much being named again and again adds to being named once
RENOWN = 0.1  # for each e-fold of mentions on the page
HERE = 1.5  # for the subject of the very sentence
OPENS = 0.6  # at least, for a name that opens its sentence, whatever the parse makes of it
QUOTED = 0.25  # weight of what only a quotation names
PLACES = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "dobj": 0.5,
    "dative": 0.5,
    "attr": 0.4,
    "appos": 0.3,
    "poss": 0.45,
    "pobj": 0.35,
    "compound": 0.2,
}
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
IT = frozenset(["it", "its", "itself"])
MEANING = THEY | IT | frozenset(PRONOUNS)
SUBJECTS = ("nsubj", "nsubjpass")
TIMES = frozenset(["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"])


@dataclass(slots=True, eq=False)
class Thing:
    """Somebody or something that the page only describes: "a group of parents", "the report"; `first` leads it, if named."""

    word: str
    span: Span
    plural: bool
    sex: Sex | None = None
    first: Figure | None = None


Referent = Figure | Thing


@dataclass(frozen=True, slots=True)
class Trace:
    """Where somebody was named or meant: at which sentence, how much it weighs there."""

    who: Referent
    token: Token
    told: int
    sentence: int
    weight: float
    quoted: bool
    pronoun: bool


Describing = Callable[["Antecedents", Passage, Token], Referent | None]


@dataclass(slots=True)
class Antecedents:
    """`meant`: what each pronoun and description stands for, by the offset of its (head) word in the document's text."""

    reading: Reading
    cast: Cast
    described: Describing
    meant: dict[int, Referent] = field(default_factory=dict)
    traces: list[Trace] = field(default_factory=list)
    told: int = 0  # sentences that the page has told, quotations apart
    sentence: int = 0  # and with them
    things: dict[str, Thing] = field(default_factory=dict)  # by head word, the last one that was described
    strangers: set[str] = field(default_factory=set)  # head words of those who were brought in as "a …"

    def __post_init__(self) -> None:
        for passage in self.reading.speaking:
            quoted = [quote.span for quote in passage.quotes]
            for sentence in passage.parse.sents:
                whole = Span(sentence.start_char, max(sentence.end_char, sentence.start_char + 1))
                self.told += not any(span.contains(whole) for span in quoted)
                self.sentence += 1
                self._walk(passage, sentence, quoted)
                self.traces = [trace for trace in self.traces if self._reaches(trace)]

    def _reaches(self, trace: Trace) -> bool:
        return self.told - trace.told <= REACH and self.sentence - trace.sentence <= SPEECH

    def foremost(self, suits: Callable[[Referent], float], barred: Sequence[Referent] = ()) -> Referent | None:
        """Who weighs most by now, each trace multiplied by how well its bearer suits (0: not at all)."""
        best: dict[int, float] = {}
        often: dict[int, float] = {}
        bearers: dict[int, Referent] = {}
        fits: dict[int, float] = {id(other): 0.0 for other in barred}
        for trace in self.traces:
            key = id(trace.who)
            if (fit := fits.get(key)) is None:
                fit = fits[key] = suits(trace.who)
            if fit:
                bearers[key] = trace.who
                weight = trace.weight * DECAY ** (self.told - trace.told) * fit
                weight *= HERE if trace.sentence == self.sentence and is_subject(trace.token) else 1
                often[key] = often.get(key, 0.0) + weight * OFTEN
                best[key] = max(best.get(key, 0.0), weight)
        weights = {key: (best[key] + often[key]) * _renown(bearers[key]) for key in best}
        return bearers[max(reversed(weights), key=lambda key: weights[key])] if weights else None

    def _walk(self, passage: Passage, sentence: Tokens, quoted: Sequence[Span]) -> None:
        names, covered = _names(passage, sentence, self.cast)
        for at, token in enumerate(passage.tokens[sentence.start : sentence.end], sentence.start):
            inside = bool(quoted) and any(span.start <= token.idx < span.end for span in quoted)
            if at in names:
                self._leave(names[at], token, inside)
            elif token.lower_ in MEANING:
                who = self._pronoun(token)
                if who is not None:
                    self.meant[passage.span(token).start] = who
                    self._leave(who, token, inside, pronoun=True)
            elif at not in covered and token.pos_ in ("NOUN", "PROPN", "ADJ") and _is_head(token):
                described = self.described(self, passage, token)
                if described is not None:
                    self.meant[passage.span(token).start] = described
                self._leave(described or self._thing(passage, token), token, inside)
            if at in names or (token.pos_ in ("NOUN", "PROPN") and at not in covered):
                self._together(passage, token, names.get(at), inside)

    def _leave(self, who: Referent, token: Token, quoted: bool, *, pronoun: bool = False) -> None:
        weight = max(_weight(token), OPENS if isinstance(who, Figure) and token.is_sent_start else 0)
        self.traces.append(Trace(who, token, self.told, self.sentence, weight * (QUOTED if quoted else 1), quoted, pronoun))

    def _thing(self, passage: Passage, token: Token) -> Thing:
        word = token.lower_
        thing = Thing(word, _span(passage, token), token.tag_ in ("NNS", "NNPS"), sex_of(word) if is_person(word) else None)
        if not any(child.lower_ in ("our", "my", "your") for child in token.children):
            self.things[word] = thing
        if any(child.lower_ in ("a", "an") for child in token.children):
            self.strangers.add(word)
        return thing

    def _together(self, passage: Passage, token: Token, first: Figure | None, quoted: bool) -> None:
        """Two or more that do something together are many: "Obama and Clinton …. They …"."""
        if token.dep_ not in SUBJECTS:
            return
        others = [child for child in token.conjuncts if child.i > token.i]
        if others:
            thing = Thing("", Span(_span(passage, token).start, passage.span(others[-1]).end), True, first=first)
            self._leave(thing, token, quoted)

    def _pronoun(self, token: Token) -> Referent | None:
        word = token.lower_
        says = _says(token.head) and is_subject(token)
        barred = list(self._barred(token))
        if word in PRONOUNS:
            return self.foremost(lambda who: _suits_person(who, PRONOUNS[word]), barred)
        return self.foremost(_suits_many(says) if word in THEY else _suits_thing(says), barred)

    def _barred(self, pronoun: Token) -> Iterator[Referent]:
        """Who cannot be meant: what the same verb takes beside the pronoun, and whoever is named in what "he said"."""
        for trace in reversed(self.traces):
            other = trace.token
            if trace.sentence != self.sentence:
                break
            together = pronoun.dep_ != "poss" and _governor(other) is not None and _governor(other) == _governor(pronoun)
            if together or (not trace.pronoun and _of_own_saying(other, pronoun)):
                yield trace.who


def _renown(who: Referent) -> float:
    """Whom the whole page is about is meant a little more easily."""
    return 1 + RENOWN * log(len(who.mentions)) if isinstance(who, Figure) else 1.0


def _names(passage: Passage, sentence: Tokens, cast: Cast) -> tuple[dict[int, Figure], set[int]]:
    """The names of a sentence by the head word of each; and every word that is part of one."""
    names: dict[int, Figure] = {}
    covered: set[int] = set()
    for mention, one in cast.within(passage.span(sentence)):
        tokens = token_of(passage, mention)
        if tokens is not None:
            names[tokens.root.i] = one
            covered |= {token.i for token in tokens}
    return names, covered


def _is_head(token: Token) -> bool:
    """Whether a noun heads its phrase and is no time or amount; "the wounded", "the 54-year-old" too."""
    if token.ent_type_ in TIMES and not token.lower_.endswith("old"):
        return False
    if token.pos_ == "ADJ":
        return is_subject(token) and any(child.dep_ == "det" for child in token.children)
    return token.dep_ not in ("compound", "amod", "nmod", "npadvmod")


def _weight(token: Token) -> float:
    """By its place in the sentence; what stands in a clause of its own, or beside another name, weighs less."""
    place = token
    while place.dep_ in ("conj", "appos") and place.head != place:
        place = place.head
    weight = PLACES.get(place.dep_, 0.3) * (0.8 if place is not token else 1.0)
    verb = place.head
    if place.dep_ in ("nsubj", "nsubjpass") and _says(verb):
        weight *= 1.3  # who speaks is most often meant next
    return weight * (0.8 if verb.dep_ in ("relcl", "advcl", "acl", "ccomp", "pcomp") else 1.0)


def _suits_person(who: Referent, sex: Sex) -> float:
    if isinstance(who, Thing):
        return 0.0 if who.plural or not is_person(who.word) or who.sex not in (sex, None) else 0.3
    return 0.0 if who.kind != "person" or who.sex not in (sex, None) else 1.0 if who.sex else 0.8


def _suits_many(says: bool) -> Callable[[Referent], float]:
    def suits(who: Referent) -> float:
        if isinstance(who, Figure):
            return {"group": 1.0, "org": 0.5}.get(who.kind, 0.0)
        if not who.plural:
            return 0.0
        return 1.0 if not says or not who.word or is_person(who.word.removesuffix("s")) else 0.8

    return suits


def _suits_thing(says: bool) -> Callable[[Referent], float]:
    texts, bodies = lexicon("referents")["texts"], lexicon("referents")["bodies"]

    def suits(who: Referent) -> float:
        if isinstance(who, Figure):
            return {"org": 1.0, "place": 0.8}.get(who.kind, 0.0)
        if who.plural or is_person(who.word):
            return 0.0
        return 1.0 if who.word in texts or who.word in bodies else 0.35 if says else 0.6

    return suits


def _governor(token: Token) -> Token | None:
    """The verb that the token is an argument of, by itself or through a preposition."""
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "dative", "attr"):
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent", "dative") and token.head.head.pos_ in VERBAL:
        return token.head.head
    return None


def _of_own_saying(name: Token, pronoun: Token) -> bool:
    """Whether the name stands in the clause or quotation that the pronoun's own verb gives as said."""
    verb, step = pronoun.head, name
    if not is_subject(pronoun):
        return False
    while step.head != step and step.head != verb:
        step = step.head
    return step.head == verb and step != pronoun and step.dep_ in ("ccomp", "dep") and name.i < pronoun.i and not _says(step)


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon("cues")["clause"]


def _span(passage: Passage, head: Token) -> Span:
    """A noun with what stands before it in its phrase; behind it only "of …" where it merely counts others."""
    start = head
    for child in sorted(head.lefts, key=lambda child: -child.i):
        if child.dep_ not in ("det", "amod", "compound", "nummod", "poss", "quantmod", "nmod", "predet", "advmod"):
            break
        start = child.left_edge
    end = head
    if head.lower_ in lexicon("referents")["counting"]:
        end = next((child.right_edge for child in head.children if child.lower_ == "of"), head)
    return Span(passage.span(start).start, passage.span(end).end)
