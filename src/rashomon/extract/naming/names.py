"""Names of persons, organisations, groups and places: the parser's, put right where it errs in general ways."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.naming.again import again, in_short
from rashomon.extract.naming.governments import acts_for_state, is_seat, peoples, seats_in
from rashomon.extract.naming.heads import heads_in, is_firm, led_in
from rashomon.extract.naming.listed import is_listed, listed_in
from rashomon.extract.naming.mapped import mapped_in, on_the_map
from rashomon.extract.naming.named import ORGANISED, Name, free, given, is_title, shouts
from rashomon.extract.naming.parsers import heads, in_headline, known_in, parsers
from rashomon.extract.naming.sure import cut_apart, with_sure
from rashomon.extract.reading import Passage
from rashomon.model import MentionKind
from rashomon.text.lexicon import lexicon

KIN = frozenset("brother daughter father husband mother sister son widow wife".split())
WHERE = ("in", "near", "outside", "around", "into", "northeast", "northwest", "southeast", "southwest")
PLATFORMS = frozenset("facebook google instagram reddit telegram tiktok twitter whatsapp youtube".split())


def names_in(passages: Sequence[Passage]) -> list[Name]:
    """Every name in the passages, in reading order, with one kind for each spelling throughout."""
    names = [name for passage in passages if not shouts(passage) and not heads(passage) for name in parsers(passage)]
    known = {name.key: name.kind for name in names}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})(?!\w)")
    for passage in passages:
        if shouts(passage):
            names += known_in(passage, known, pattern)
        elif heads(passage):
            names += in_headline(passage, known, pattern)
    names += again(passages, names)  # first, so that no listed name is found inside a longer one that the page gives elsewhere
    names = with_sure(names, [found for passage, span in listed_in(passages) if (found := Name.at(passage, span, "org"))])
    names = with_sure(names, [found for passage, span in led_in(passages) if (found := Name.at(passage, span, "org"))])
    names = cut_apart(names)
    names += in_short(passages, names)
    names += again(passages, names)
    firms = [name.words.split() for name in names if name.kind == "org"]
    names += free((Name.at(passage, span, "org") for passage, span in heads_in(passages, firms)), names)
    names += mapped_in(passages, names)
    names.sort(key=lambda name: name.span)
    votes: dict[str, Counter[MentionKind]] = {}
    for name in names:
        votes.setdefault(name.key, Counter())[name.kind] += 1
    kinds = {key: cast.most_common(1)[0][0] for key, cast in votes.items()}
    kinds |= {key: "place" for key in _stayed_in(names) if kinds[key] == "org"}
    kinds |= {name.key: "person" for name in names if kinds[name.key] in ("org", "place") and _is_given(name)}
    kinds |= dict.fromkeys(on_the_map(names), "place")
    full = [name for name in names if len(name.tokens) > 1 and kinds[name.key] == "person"]
    short = {name.tokens[-1].lower_ for name in full} | {name.tokens[0].lower_ for name in full} & given() - _lived_in(names)
    seats = seats_in(passage.text for passage in passages) if any(is_seat(name.words) for name in names) else frozenset()
    return [replace(name, kind=_here(name, _kind(name, kinds[name.key], short), seats, firms)) for name in names]


def _lived_in(names: Sequence[Name]) -> set[str]:
    """The names that the text puts "in" before: Charlotte is a city there, whoever else is called so."""
    return {
        name.key for name in names if name.tokens.start and name.tokens.doc[name.tokens.start - 1].lower_ in ("in", "near", "at")
    }


def _stayed_in(names: Sequence[Name]) -> set[str]:
    """The names that the text mostly puts "in" or "near" before, as it does with places and not with bodies."""
    every = Counter(name.key for name in names)
    within = Counter(
        name.key
        for name in names
        if name.tokens.start
        and name.tokens.doc[name.tokens.start - 1].lower_ in WHERE
        and not (name.words.isupper() or is_listed(name.words) or {token.lower_ for token in name.tokens} & ORGANISED)
    )
    return {key for key, count in within.items() if count >= 2 and 3 * count >= every[key]}


def _is_given(name: Name) -> bool:
    """Whether it begins with a person's given name, or follows a title or a word of kin: "Keith Marlow", "Deputy Oto Lind" and
    "his wife Ilka" are persons.
    """
    words = [token.lower_ for token in name.tokens]
    if words[-1] in lexicon("names")["terrain"]:
        return False
    kin = name.tokens.doc[name.tokens.start - 1].lower_ if name.tokens.start else ""
    if len(words) == 1 and words[0] in given() and kin in KIN:
        return True
    if len(words) in (2, 3) and _has_title(name) and not set(words) & ORGANISED:
        return True
    return len(words) in (2, 3) and words[0] in given() and name.tokens[-1].is_alpha and not set(words) & ORGANISED


def _has_title(name: Name) -> bool:
    before = name.tokens.doc[name.tokens.start - 1] if name.tokens.start else None
    return before is not None and before.text[0].isupper() and is_title(before)


def _here(name: Name, kind: MentionKind, seats: frozenset[str], firms: Sequence[Sequence[str]]) -> MentionKind:
    """The kind of what the name stands for in this place: "Moscow" for a government, "American" for an airline."""
    if kind in ("place", "org") and acts_for_state(name.words, name.tokens, seats):
        return "org"
    return "org" if kind == "group" and is_firm(name.tokens, firms) else kind


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
