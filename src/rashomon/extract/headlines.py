"""Who is cited in a headline: "Minister: no troops sent", "No troops sent: minister", "Bridge safe – police"."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.extract.attributions import Attribution
from rashomon.extract.cast import is_person
from rashomon.extract.reading import Passage
from rashomon.model import Span
from rashomon.text.lexicon import lexicon

LONGEST, SPEAKER, LEAST = 20, 5, 3  # words of a headline, of who is cited, of what is cited at least
COLON, DASH = re.compile(r"(?<=\w): +(?=\S)"), re.compile(r"(?<=\S) [–—-] (?=\S)")
MANY = frozenset("experts men officials police residents troops witnesses women".split())


def cited_in(passage: Passage) -> Attribution | None:
    """The attribution that a headline's colon or dash makes, where one side of it is plainly somebody who speaks."""
    text = passage.text.rstrip()
    if len(text.split()) > LONGEST or text[-1:] in ".?!…" or "\n" in text:
        return None
    for mark, leads in ((COLON, True), (COLON, False), (DASH, False)):
        cut = list(mark.finditer(text))
        if len(cut) != 1:
            continue
        sides = Span(0, cut[0].start()), Span(cut[0].end(), len(text))
        speaker, words = sides if leads else sides[::-1]
        if len(words.of(text).split()) >= LEAST and _speaks(_tokens(passage, speaker)):
            start, sign = passage.block.span.start, cut[0].group()
            cue = Span(cut[0].start(), cut[0].end())
            cue = Span(cue.start + len(sign) - len(sign.lstrip()), cue.end - len(sign) + len(sign.rstrip()))
            return Attribution((speaker.moved(start),), (cue.moved(start),), (words.moved(start),), "headline", 0.8)
    return None


def _tokens(passage: Passage, span: Span) -> Sequence[Token]:
    return [token for token in passage.tokens if span.start <= token.idx < span.end and not token.is_space]


def _speaks(words: Sequence[Token]) -> bool:
    """Whether a side of the mark is a person, a body or an office, and nothing more."""
    if not words or len(words) > SPEAKER or any(word.pos_ in ("VERB", "AUX") for word in words):
        return False
    last = words[-1].lower_
    single = last.removesuffix("s")
    if is_person(last) or is_person(single) or last in MANY or {last, single} & {*lexicon("referents")["bodies"]}:
        return True
    return all(word.ent_type_ == "PERSON" for word in words)
