"""What a case is called, in the words of one of its pages."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Document, Mention, Span
from rashomon.text.normal import folded, words

LONG = 160  # code points of a sentence that can serve as a name
ENDLESS = 1000  # code points that no sentence has
FIRST = 3  # sentences of an account from which its name may come; further down stands what led to it
NAMES = ("person", "org", "group", "place")
_END = re.compile(r"[.!?][\"”’')\]]*(?=\s)|\n")
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.,’' ]{1,40}\((?:[A-Z][\w.]*,? ?){1,3}\)|[A-Z]{2}[A-Z .,]{1,40}) ?[-–—]+\s+"
)  # "ORLA (Wire) - "


def headline(accounts: Sequence[Document], mentions: Mapping[str, Sequence[Mention]]) -> str:
    """The headline of an article that has most words in common with the others.

    Where no article has one, of their first sentences that which tells most of what the other accounts tell of. A thread
    names a case only where there is nothing else: its first post is somebody's aside.
    """
    articles = [document for document in accounts if not _is_thread(document)]
    for told in filter(None, (articles, accounts)):
        if titles := [title for document in told if (title := _title(document))]:
            return _central(titles)
        if told is articles and (sentence := _shared(articles, accounts, mentions)):
            return sentence
    return _central([_opening(document) for document in accounts])


def sentence_at(text: str, span: Span) -> str:
    """The exact words of the sentence, cut after a word where it is long."""
    return _cut(sentence_span(text, span).of(text))


def sentence_span(text: str, span: Span) -> Span:
    """From the stop before to the stop after."""
    starts = [match.end() for match in _END.finditer(text, max(0, span.start - 1000), span.start)]
    end = _END.search(text, span.end)
    return Span(starts[-1] if starts else max(0, span.start - 1000), end.start() + 1 if end else len(text))


def sentences_in(text: str) -> list[Span]:
    """All of a text in sentences, from stop to stop; what goes on without one is cut between words."""
    found, start = list[Span](), 0
    for stop in [*(match.end() for match in _END.finditer(text)), len(text)]:
        while stop - start > ENDLESS:
            cut = text.rfind(" ", start + 1, start + ENDLESS)
            found.append(Span(start, cut if cut > 0 else start + ENDLESS))
            start = found[-1].end
        if text[start:stop].strip():
            found.append(Span(start, stop))
            start = stop
    return found


def _central(heads: Sequence[str]) -> str:
    bags = [frozenset(words(head)) for head in heads]
    spread = Counter(word for bag in bags for word in bag)
    central = [sum(spread[word] - 1 for word in bag) / max(1, len(bag)) for bag in bags]
    return heads[min(range(len(heads)), key=lambda at: (-central[at], at))]


def _shared(articles: Sequence[Document], accounts: Sequence[Document], mentions: Mapping[str, Sequence[Mention]]) -> str | None:
    """The early sentence whose names and acts most other accounts have too, the first of equals."""
    has = {document.id: {key for one in mentions.get(document.id, ()) if (key := _key(one, document))} for document in accounts}
    spread = Counter(key for keys in has.values() for key in keys)
    best, most = None, (False, -1, False)
    for document in articles:
        for span in _early(document):
            inside = (one for one in mentions.get(document.id, ()) if span.start <= one.span.start and one.span.end <= span.end)
            name = _DATELINE.sub("", span.of(document.text), count=1).strip()
            ended = _END.search(f"{name} ") is not None  # a line without a stop is a teaser or a list
            share = sum(spread[key] - 1 for key in {_key(one, document) for one in inside} if key)
            if (place := (ended, share, len(name) <= LONG)) > most:
                best, most = _cut(name), place
    return best


def _early(document: Document) -> Iterator[Span]:
    """The first sentences of the account's paragraphs."""
    left = FIRST
    for block in document.blocks:
        at = block.span.start
        while block.kind == "para" and left and at < block.span.end:
            end = _END.search(document.text, at, block.span.end)
            stop = end.end() if end else block.span.end
            if len(words(document.text[at:stop])) > 2:  # "Breaking News" and an initial are no sentences
                yield Span(at, stop)
                left -= 1
            at = stop


def _key(mention: Mention, document: Document) -> str | None:
    if mention.kind == "happening":
        return mention.norm
    return folded(mention.span.of(document.text)) if mention.kind in NAMES else None


def _is_thread(document: Document) -> bool:
    return any(block.kind == "post" for block in document.blocks)


def _title(document: Document) -> str | None:
    """The title, if it stands in the text."""
    if document.title and document.title in document.text:
        return document.title
    return next((block.span.of(document.text).strip() for block in document.blocks if block.kind == "title"), None)


def _opening(document: Document) -> str:
    """The first sentence; of a page that says nothing, its name."""
    for kinds in (("para", "post"), ("quote", "caption")):
        if first := next((block.span for block in document.blocks if block.kind in kinds), None):
            return sentence_at(document.text, Span(first.start, first.start + 1))
    return document.title or document.name


def _cut(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence if len(sentence) <= LONG else sentence[:LONG].rpartition(" ")[0]
