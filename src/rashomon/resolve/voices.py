"""Voices to the names that they stand at: a voice goes where its name goes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model import Document, Mention, Span, Voice
from rashomon.resolve.kinds import NAMED
from rashomon.resolve.known import country_of, latin_words, plain
from rashomon.text.lexicon import lexicon

AROUND = 45  # code points before or behind a name in which its office stands
_DEFINITE = frozenset(["the", "this", "that", "our", "their", "its", "his", "her", "country"])
_PAST = frozenset(["former", "ex", "late", "ousted", "then", "first"])
_APPOSED = re.compile(r"\s*[,(–—-]+\s*(?:who is |who was )?(?:the|a|an)\s+([^,.;)]{3,40})", re.IGNORECASE)
_HOUSE = re.compile(r"['’]s? (?:office|press service|administration)$")  # what comes from there is said in that person's name


def names_of(voices: Iterable[Voice], mentions: Iterable[Mention], documents: Mapping[str, Document]) -> dict[str, str]:
    """Voice id -> the mention whose name it bears; a voice that is nobody's name ("officials") is left out.

    A named voice stands at a mention. "The president" is whoever the same page calls so. An outlet, author or poster is
    the one that a page of the case names in the same words.
    """
    by_doc: dict[str, list[Mention]] = defaultdict(list)
    by_name: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.doc_id, mention.span, mention.id)):
        if mention.kind in NAMED:
            by_doc[mention.doc_id].append(mention)
            by_name.setdefault(plain(mention.span.of(documents[mention.doc_id].text)), mention.id)
    found = {}
    for voice in voices:
        if voice.span is None:
            named = by_name.get(plain(voice.name))
        elif voice.kind == "named":
            named = _standing_at(voice.span, by_doc[voice.doc_id])
        else:
            named = _described(voice.span, by_doc[voice.doc_id], documents[voice.doc_id].text)
        if named:
            found[voice.id] = named
    return found


def _standing_at(span: Span, mentions: Sequence[Mention]) -> str | None:
    """The mention that stands there, else the longest that shares a word with it."""
    near = [mention for mention in mentions if mention.span.overlaps(span)]
    best = min(near, key=lambda mention: (mention.span != span, -len(mention.span), mention.span), default=None)
    return best.id if best else None


def _described(span: Span, mentions: Sequence[Mention], text: str) -> str | None:
    """Who "the president" or "Ortega's office" is on this page: the nearest before who is called so, else the first after."""
    if _HOUSE.search(span.of(text)):
        return next((mention.id for mention in mentions if mention.span.start <= span.start < mention.span.end), None)
    words = latin_words(span.of(text))
    office = _office(words)
    if not office or not _DEFINITE & set(words) or _PAST & set(words):
        return None
    land = _land(words)
    bearers = [mention for mention in mentions if _bears(mention, text, office, land)]
    before = [mention for mention in bearers if mention.span.end <= span.start]
    return before[-1].id if before else bearers[0].id if bearers else None


def _bears(mention: Mention, text: str, office: str, land: str | None) -> bool:
    """Whether the office stands beside the name, and no other country's: "President Ortega", "Ortega, the president"."""
    for words in _beside(mention.span, text):
        theirs = _land(words)
        if _office(words) == office and not _PAST & set(words) and (not land or not theirs or land == theirs):
            return True
    return False


def _beside(span: Span, text: str) -> Iterator[list[str]]:
    before = re.split(r"[\n.,;:!?()\"“”]", text[max(0, span.start - AROUND) : span.start])[-1]
    yield latin_words(before)[-4:]
    if match := _APPOSED.match(text, span.end, span.end + AROUND):
        words = latin_words(match[1])
        yield words[: words.index("of")] if "of" in words else words


def _office(words: Sequence[str]) -> str | None:
    """The office that the words end with, the longest that fits."""
    return next(
        (" ".join(words[-size:]) for size in (3, 2, 1) if len(words) >= size and " ".join(words[-size:]) in _offices()), None
    )


def _land(words: Sequence[str]) -> str | None:
    return next(
        (code for size in (2, 1) for at in range(len(words)) if (code := country_of(" ".join(words[at : at + size])))), None
    )


def _offices() -> frozenset[str]:
    return frozenset(lexicon("titles")["offices"])
