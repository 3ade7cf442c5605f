"""Pieces of a parsed sentence: the subject of a verb, the whole phrase of a noun, the words of a verb group."""

from collections.abc import Iterable

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
VERBAL = ("VERB", "AUX")


def subject_of(verb: Token) -> Token | None:
    """The head of the phrase that does what `verb` says: its own subject, or the one it takes over from its governor.

    "Masaliev rose and said …", "… told them, adding that …", "a man claiming that …".
    """
    seen = 0
    while seen < 6:  # parses may chain conjuncts and participles, but hardly deeper
        for word in (verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))):  # a parse may hang it there
            for child in word.children:
                if child.dep_ in SUBJECTS:
                    return child
        if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBG":
            return verb.head
        if verb.tag_ == "VBN" and (by := child_of(verb, "agent")) is not None:
            return child_of(by, "pobj")
        if verb.dep_ not in ("conj", "xcomp", "advcl", "dep", "pcomp", "prep") or verb.head == verb:
            return None
        verb, seen = verb.head, seen + 1
    return None


def phrase(head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """The tokens of the phrase under `head`, in text order, less the subtrees of `without`."""
    barred = {token.i for root in without for token in root.subtree}
    return [token for token in head.subtree if token.i not in barred]


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs between: "has repeatedly said", "called out"."""
    group = {verb.i}
    loose = {child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg", "advmod", "prt")}
    left = verb.i - 1
    while left in loose:
        group.add(left)
        left -= 1
    right = verb.i + 1
    while right in loose and verb.doc[right].dep_ == "prt":
        group.add(right)
        right += 1
    return [verb.doc[i] for i in sorted(group)]


def child_of(token: Token, *labels: str) -> Token | None:
    """The first child that hangs on `token` by one of these labels."""
    for child in token.children:  # asked so often that a generator is felt
        if child.dep_ in labels:
            return child
    return None


def runs(tokens: Iterable[Token]) -> list[list[Token]]:
    """The tokens as contiguous runs, in text order, each once, without blanks or stray punctuation at its ends."""
    found: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda token: token.i):
        if found and token.i == found[-1][-1].i + 1:
            found[-1].append(token)
        else:
            found.append([token])
    return [run for run in map(trimmed, found) if run]


def trimmed(run: list[Token]) -> list[Token]:
    """A run without commas, dashes, blanks and a last "and" (quotation marks and full stops inside them stay)."""
    start, end = 0, len(run)
    while start < end and (run[start].is_space or run[start].text in EDGE):
        start += 1
    while end > start and (
        run[end - 1].is_space or run[end - 1].text in EDGE or run[end - 1].text == "." or run[end - 1].pos_ == "CCONJ"
    ):
        end -= 1
    return run[start:end]


EDGE = frozenset(",;:-–—") | {"--"}


CLIMB = 12  # steps up a parse before a word counts as hanging on nothing


def governor(token: Token) -> Token:
    """The verb whose clause this word stands in; the sentence's root where there is none."""
    for _ in range(CLIMB):
        if token.pos_ in VERBAL or token.head == token:
            return token
        token = token.head
    return token


def _joins(token: Token) -> bool:
    """Whether it is a hyphen inside a word: "Norland-led"."""
    return token.text == "-" and not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_


def noun_phrase(head: Token, most: int = 14) -> list[Token]:
    """The words of a noun's phrase in one run: its modifiers, without clauses that hang on it, at most `most` words."""
    barred = {
        t.i
        for child in head.children
        if child.dep_ in ("relcl", "acl", "appos", "conj", "cc", "advcl", "parataxis")
        for t in child.subtree
    }
    kept = [token for token in head.subtree if token.i not in barred and not token.is_space]
    at = kept.index(head)
    first = last = at
    while first > 0 and kept[first - 1].i == kept[first].i - 1 and (not kept[first - 1].is_punct or _joins(kept[first - 1])):
        first -= 1
    while (
        last + 1 < len(kept)
        and kept[last + 1].i == kept[last].i + 1
        and kept[last + 1].text not in (",", ";", ":", "--", "–", "—")
    ):
        last += 1
    run = kept[first : last + 1]
    return run if len(run) <= most else run[max(0, at - first - 5) :][:most]
