"""Whom and what a page names: each person, organisation, group and place once, with all that it tells of them."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.naming.heads import is_description
from rashomon.extract.reading import Passage, Reading
from rashomon.model import Mention, MentionKind, Span
from rashomon.text.lexicon import lexicon

Sex = Literal["m", "f"]
NAMED = ("person", "org", "group", "place")
BEFORE = 9  # words before a name in which its titles stand: "Republican vice-presidential nominee Gov. Mike Pence"
AGE_BEHIND = re.compile(r"\s*,\s*(\d{1,3})\s*(?:[,.;)]|$|who\b|of\b)")
AGE_BEFORE = re.compile(r"(\d{1,3})[- ]year[- ]old\W+(?:[\w.]+\W+){0,5}$")
QUOTES = frozenset('“”„«»"') | {"''", "``"}
GIVEN_ALONE = -0.3  # to the weight of a surname, for each time that the given name stands alone: the bare surname is another's
PAST = frozenset(["former", "ex", "late", "ousted", "then", "onetime"])
PRONOUNS: dict[str, Sex] = {
    "he": "m",
    "his": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}


@dataclass(frozen=True, slots=True)
class Calling:
    """A word that the page puts beside a name ("governor"), and the words that go with it ("former", "Indiana")."""

    word: str
    beside: frozenset[str]

    def says(self, word: str) -> bool:
        """Whether it calls somebody this, in this word or in one that says the same."""
        return self.word == word or word in _called().get(self.word, ())


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that the page names; `name` is the mention that names it most fully."""

    kind: MentionKind
    name: Mention
    words: frozenset[str]  # of the fullest name, lower case
    mentions: list[Mention] = field(default_factory=list)
    callings: list[Calling] = field(default_factory=list)
    ages: set[int] = field(default_factory=set)
    weight: float = 0.0  # how often the page names a person in full or by surname
    sex: Sex | None = None

    def is_called(self, word: str) -> bool:
        """Whether the page calls it so, or by a word that says the same of it."""
        return any(calling.says(word) for calling in self.callings)


@dataclass(slots=True)
class Cast:
    """All that a document names; `placed` are the names where they stand, in reading order."""

    figures: list[Figure]
    placed: list[tuple[Mention, Figure]] = field(init=False)
    starts: list[int] = field(init=False)
    called: dict[str, list[Figure]] = field(default_factory=dict)  # persons by what the page calls them, in other words too

    def __post_init__(self) -> None:
        pairs = {mention.id: (mention, one) for one in self.figures for mention in one.mentions}
        self.placed = sorted(pairs.values(), key=lambda pair: pair[0].span)
        self.starts = [mention.span.start for mention, _ in self.placed]

    def within(self, span: Span) -> list[tuple[Mention, Figure]]:
        """The names that begin within a span, with whom they name."""
        return self.placed[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def named(self, words: Sequence[str]) -> Figure | None:
        """The person whom these words name, in full or in short."""
        fits = [
            one for one in self.figures if one.kind == "person" and words and words[-1] in one.words and set(words) <= one.words
        ]
        return max(fits, key=lambda one: (one.weight, -one.name.span.start), default=None)


def cast_of(reading: Reading, mentions: Sequence[Mention]) -> Cast:
    """Who is named in a document. A bare surname is whoever bears it most on the page, and agrees with "Mr." or "Mrs."."""
    text = reading.document.text
    named = [one for one in mentions if one.kind in NAMED and not is_description(one.span.of(reading.document.text))]
    figures = [*_persons([one for one in named if one.kind == "person"], text), *_others(named, text)]
    cast = Cast(figures)
    for passage in reading.passages:
        _describe(passage, cast, text)
    for one in figures:
        if one.kind == "person":
            one.sex = _sex(one, text)
            words = {calling.word for calling in one.callings}
            for word in words.union(*(_called().get(word, ()) for word in words)):
                cast.called.setdefault(word, []).append(one)
    _listen(reading, cast)
    return cast


def words_of(name: str) -> list[str]:
    """The words of a name, lower case, without full stops, quotation marks and a possessive."""
    return [word for each in name.split() if (word := re.sub(r"['’]s?$", "", each.strip(".,’'\"“”()").lower()))]


def token_of(passage: Passage, mention: Mention) -> Tokens | None:
    """The tokens of a mention in the passage that it stands in."""
    start = passage.block.span.start
    return passage.parse.char_span(mention.span.start - start, mention.span.end - start, alignment_mode="expand")


def is_person(word: str) -> bool:
    """Whether the word stands for one person."""
    return word in persons() or (word.endswith(("man", "woman")) and len(word) > 5)


@cache
def persons() -> frozenset[str]:
    """Words for one person: offices, ranks, callings, kin."""
    titles, listed = lexicon("titles"), lexicon("referents")
    words = [*titles["offices"], *titles["ranks"], *listed["persons"], *listed["sex"]["m"], *listed["sex"]["f"]]
    return frozenset(word for word in words if " " not in word)


def sex_of(word: str) -> Sex | None:
    """What a word for a person says of the sex."""
    listed = lexicon("referents")["sex"]
    if word in listed["f"] or (word.endswith("woman") and word != "woman"):
        return "f"
    return "m" if word in listed["m"] or (word.endswith("man") and word != "human" and is_person(word)) else None


@cache
def _called() -> dict[str, frozenset[str]]:
    return {word: frozenset(others) for word, others in lexicon("referents")["called"].items()}


def _persons(mentions: Sequence[Mention], text: str) -> list[Figure]:
    """Persons by their full names; then each shorter name goes to the one bearer whom it suits best."""
    names = [(mention, words_of(mention.span.of(text))) for mention in mentions]
    full, bearers = list[Figure](), defaultdict[str, list[Figure]](list)
    for mention, words in sorted(names, key=lambda pair: (-len(pair[1]), pair[0].span)):
        if len(words) > 1:
            known = next((one for one in bearers[words[-1]] if set(words) <= one.words), None)
            if known is None:
                known = Figure("person", mention, frozenset(words))
                full.append(known)
                for word in {words[-1], words[0]}:
                    bearers[word].append(known)
            known.mentions.append(mention)
    lone: dict[str, Figure] = {}
    for one in full:
        one.weight = len(one.mentions)
    short = [(mention, words[0], _courtesy(mention, text)) for mention, words in names if len(words) == 1]
    order = {word: 0 for one in full for word in words_of(one.name.span.of(text))[:1]}  # given names, then "Mr. X", then "X"
    for mention, word, sex in sorted(short, key=lambda each: (order.get(each[1], 1), each[2] is None, each[0].span)):
        bearer = _bearer(bearers.get(word, ()), sex, text)
        if bearer is None or (word in lone and lone[word].weight > bearer.weight):
            bearer = lone.setdefault(word, Figure("person", mention, frozenset([word])))
        bearer.mentions.append(mention)
        bearer.weight += 1 if _is_surname(word, bearer, text) else GIVEN_ALONE
    return [*full, *lone.values()]


def _is_surname(word: str, one: Figure, text: str) -> bool:
    return words_of(one.name.span.of(text))[-1] == word


def _courtesy(mention: Mention, text: str) -> Sex | None:
    """What "Mr." or "Mrs." before a name says."""
    title = text[max(0, mention.span.start - 8) : mention.span.start].split()[-1:]
    return sex_of(title[0].strip(".").lower()) if title else None


def _bearer(bearers: Sequence[Figure], sex: Sex | None, text: str) -> Figure | None:
    """Who is meant by a surname, or by a given name alone: whoever is named in full most often, and first among equals."""
    suits = [one for one in bearers if sex is None or _given_sex(one, text) in (sex, None)]
    return max(suits, key=lambda one: (one.weight, -one.name.span.start), default=None)


def _others(mentions: Sequence[Mention], text: str) -> Iterator[Figure]:
    """Organisations, groups and places by their words; an acronym is the one name before it whose letters it has."""
    found: dict[tuple[str, str], Figure] = {}
    for mention in mentions:
        if mention.kind == "person":
            continue
        words = words_of(mention.span.of(text))
        key = " ".join(words)
        if (mention.kind, key) not in found:
            spelled = _spelled(mention.span.of(text), found.values(), text)
            found[mention.kind, key] = spelled or Figure(mention.kind, mention, frozenset(words))
        found[mention.kind, key].mentions.append(mention)
    return iter(dict.fromkeys(found.values()))


def _spelled(name: str, known: Iterable[Figure], text: str) -> Figure | None:
    letters = name.replace(".", "")
    if not (2 <= len(letters) <= 6 and letters.isupper()):
        return None
    return next((one for one in known if one.kind == "org" and _initials(one.name.span.of(text)) == letters), None)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def _describe(passage: Passage, cast: Cast, text: str) -> None:
    """Notes what stands beside each name of the passage: titles before it, an apposition, "who is a …", an age."""
    for mention, one in cast.within(passage.block.span):
        tokens = token_of(passage, mention)
        if tokens is not None:
            one.callings += _callings(tokens)
            one.ages |= _ages(text, mention)


def _callings(name: Tokens) -> Iterator[Calling]:
    before = _titles_before(name)
    for word in before:
        if is_person(word) or word in lexicon("referents")["bodies"]:
            yield Calling(word, frozenset(before) - {word})
    root = name.root
    nouns = [child for child in root.children if child.dep_ == "appos" and child.i >= name.end]
    if root.dep_ == "appos" and root.head.i < name.start:
        nouns.append(root.head)
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ == "be":
        nouns += [child for child in root.head.children if child.dep_ == "attr"]
    for noun in nouns:
        if noun.pos_ in ("NOUN", "PROPN") and noun.i not in range(name.start, name.end) and not _are_apart(name, noun):
            yield Calling(noun.lower_.strip("."), frozenset(token.lower_ for token in noun.subtree if token.i < noun.i))


def _are_apart(name: Tokens, noun: Token) -> bool:
    """Whether a quotation ends or begins between the two: then the parser read two speakers as one."""
    between = name.doc[min(name.start, noun.i) : max(name.end, noun.i)]
    return any(token.text in QUOTES for token in between)


def _titles_before(name: Tokens) -> list[str]:
    """The run of nouns and adjectives right before a name: "New York attorney general" before it, nothing over a comma."""
    found: list[str] = []
    for token in reversed(list(name.doc[max(0, name.start - BEFORE) : name.start])):
        if token.is_space or (token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.text not in (".", "-", "/")):
            break
        found.insert(0, token.lower_.strip("."))
    return [word for word in found if word.strip("-/")]


def _ages(text: str, mention: Mention) -> set[int]:
    behind = AGE_BEHIND.match(text, mention.span.end, mention.span.end + 12)
    before = AGE_BEFORE.search(text[max(0, mention.span.start - 50) : mention.span.start])
    return {int(match[1]) for match in (behind, before) if match}


def _sex(one: Figure, text: str) -> Sex | None:
    """By the words beside the name ("Mrs.", "congresswoman"), else by the given name."""
    told = Counter(sex for calling in one.callings if (sex := sex_of(calling.word)))
    told.update(sex for mention in one.mentions if (sex := _courtesy(mention, text)))
    return told.most_common(1)[0][0] if told else _given_sex(one, text)


def _given_sex(one: Figure, text: str) -> Sex | None:
    given = lexicon("referents")["given"]
    first = next(iter(words_of(one.name.span.of(text))), "") if len(one.words) > 1 else next(iter(one.words), "")
    return "f" if first in given["f"] else "m" if first in given["m"] else None


def _listen(reading: Reading, cast: Cast) -> None:
    """The sex of whoever has a name that tells none, by the pronouns after it where nobody else is named in the sentence."""
    votes: dict[int, Counter[Sex]] = {}
    for passage in reading.passages:
        for sentence in passage.parse.sents:
            here = [(mention, one) for mention, one in cast.within(passage.span(sentence)) if one.kind == "person"]
            if len({id(one) for _, one in here}) == 1:
                name = token_of(passage, here[0][0])
                if name is not None and is_subject(name.root):
                    votes.setdefault(id(here[0][1]), Counter()).update(_heard(name, sentence))
    for one in cast.figures:
        if one.sex is None and votes.get(id(one)):
            one.sex = votes[id(one)].most_common(1)[0][0]


def _heard(name: Tokens, sentence: Tokens) -> Iterator[Sex]:
    return (PRONOUNS[token.lower_] for token in sentence if token.i >= name.end and token.lower_ in PRONOUNS)


def is_subject(token: Token) -> bool:
    """Whether the token, or what it is coordinated with, does what a verb says."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")
