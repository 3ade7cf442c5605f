"""The words of a parse, each with what the rules ask of it again and again written down beside it.

spaCy puts a word's form, class, head and children together anew whenever they are asked for: an eighth of the rules' time.
"""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Sentence

WRITTEN: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]


class Word(Token):
    """A token like any other, equal to spaCy's own at its place; what is not written down is asked of spaCy."""

    __slots__ = ("children", "dep_", "ent_type_", "head", "lemma_", "lower_", "pos_", "sent", "tag_", "text")

    head: "Word"
    children: "tuple[Word, ...]"  # type: ignore[assignment]  # spaCy's can be walked through only once
    text: str
    lower_: str
    sent: Sentence

    @property
    def subtree(self) -> "list[Word]":  # type: ignore[override]
        """The word with all that hangs on it, in the order of the text."""
        found: list[Word] = []
        todo = [(self, False)]  # no recursion: a list of names may hang on each other by the hundred
        while todo:
            word, ready = todo.pop()
            if ready or not word.children:
                found.append(word)
                continue
            later = [(child, False) for child in reversed(word.children) if child.i > word.i]
            todo += [*later, (word, True), *((child, False) for child in reversed(word.children) if child.i < word.i)]
        return found


def words_of(parse: Doc) -> tuple[Word, ...]:
    """The words of the parse, in order."""
    words = tuple(Word(parse.vocab, parse, at) for at in range(len(parse)))
    below: list[list[Word]] = [[] for _ in words]
    rows = parse.to_array(WRITTEN).tolist()
    steps = parse.to_array("HEAD").astype("int64").tolist()  # from each word to its head
    strings = {number: parse.vocab.strings[number] for row in rows for number in row}
    for at, (word, row, step) in enumerate(zip(words, rows, steps, strict=True)):
        word.text, word.lower_, word.lemma_, word.pos_, word.tag_, word.dep_, word.ent_type_ = (strings[each] for each in row)
        word.head = words[at + step]
        if step:
            below[at + step].append(word)
    for word, children in zip(words, below, strict=True):
        word.children = tuple(children)
    for sentence in parse.sents:
        for word in words[sentence.start : sentence.end]:
            word.sent = sentence
    return words
