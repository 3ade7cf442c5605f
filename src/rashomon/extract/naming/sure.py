"""Names that are known for sure, set among the parser's: what it ran together with them is taken apart."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens

from rashomon.extract.naming.governments import countries, peoples
from rashomon.extract.naming.named import ORGANISED, Name
from rashomon.extract.naming.run_together import without
from rashomon.model import MentionKind, Span
from rashomon.text.normal import folded

ROW = 5  # tokens: more is no row of places
FULL_NAME = 15  # code points: no acronym, no single word


def cut_apart(names: Sequence[Name]) -> list[Name]:
    """The names with those cut that stand once and are made of the document's other names: places in a row ("Aleppo Homs"),
    or a word that begins the sentence before a name that is known without it ("Helping Ilka Brandt").
    """
    kinds = {name.key: name.kind for name in names}
    counts = Counter(name.key for name in names)
    found = []
    for name in names:
        if counts[name.key] > 1 or not 2 <= len(name.tokens) <= ROW or len(name.words) != len(name.tokens.text):
            found.append(name)
        elif parts := _places(name.tokens, kinds):
            found += [_part(name, part, "place") for part in parts]
        elif name.tokens[0].is_sent_start and name.tokens[0].pos_ != "PROPN" and counts[_key(name.tokens[1:])] > 1:
            found.append(_part(name, name.tokens[1:], kinds[_key(name.tokens[1:])]))
        else:
            found.append(name)
    return found


def _places(tokens: Tokens, kinds: Mapping[str, MentionKind]) -> list[Tokens]:
    """The tokens as the names of places that they are made of; none if they are not, or are one such name."""
    for end in range(len(tokens) - 1, 0, -1):
        if kinds.get(_key(tokens[:end])) == "place":
            rest = tokens[end:]
            if kinds.get(_key(rest)) == "place":
                return [tokens[:end], rest]
            if more := _places(rest, kinds):
                return [tokens[:end], *more]
    return []


def _part(name: Name, tokens: Tokens, kind: MentionKind) -> Name:
    start = name.span.start + tokens.start_char - name.tokens.start_char
    return Name(tokens, Span(start, start + len(tokens.text)), kind, tokens.text)


def _key(tokens: Tokens) -> str:
    return " ".join(tokens.text.lower().split())


def with_sure(names: Sequence[Name], sure: Sequence[Name]) -> list[Name]:
    """The names with those that are sure: they replace the parser's, save where a longer name of the parser's holds them
    and what it has more is no name by itself.
    """
    keys = {name.key for name in names}
    kept, taken = [], set[Span]()
    held: dict[int, list[Name]] = defaultdict(list)  # the parser's names, by where they stand -> the sure ones there
    order = sorted(names, key=lambda name: name.span)
    starts = [name.span.start for name in order]
    for one in sure:
        at = bisect_left(starts, one.span.end) - 1
        while at >= 0 and order[at].span.overlaps(one.span):
            held[at].append(one)
            at -= 1
    for at, name in enumerate(order):
        inside = [one.span for one in held.get(at, ())]
        if not inside:
            kept.append(name)
            continue
        rest = without(name.span, name.words, inside)
        whole = all(name.span.contains(span) for span in inside) and name.span not in inside
        if whole and not all(_stands_alone(words, span, keys, inside) for span, words in rest):
            kept.append(name)
            taken.update(inside)
        elif whole:
            kept += [replace(name, span=span, words=words, kind=_kind_of(names, words)) for span, words in rest]
    return kept + [one for one in sure if one.span not in taken]


def _stands_alone(words: str, span: Span, keys: Collection[str], inside: Sequence[Span]) -> bool:
    """Whether these words of a longer name are a name by themselves; not so the country before "Foreign Ministry"."""
    if span < min(inside) and (words in peoples() or folded(words) in countries()):
        return False
    return " ".join(words.lower().split()) in keys or _is_beside(words, inside)


def _is_beside(words: str, inside: Sequence[Span]) -> bool:
    """Whether they are a person's two or three words beside an organisation that is named in full."""
    held = words.lower().split()
    return max(map(len, inside)) >= FULL_NAME and len(held) in (2, 3) and words.istitle() and not set(held) & ORGANISED


def _kind_of(names: Sequence[Name], words: str) -> MentionKind:
    return next((name.kind for name in names if name.words == words), "person")
