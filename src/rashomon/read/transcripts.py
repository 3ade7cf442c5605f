"""Transcripts with times (WebVTT, SRT): what is said, who says it where that is marked, and when in the recording.

A cue is what fits under a picture, and most break off in mid-sentence. Blocks are parsed alone, so a block is the cues up to the
end of a sentence; its path gives the time of every one of them (docs/decisions/0024).
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rashomon.errors import UnreadableCapture
from rashomon.model import Document
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.samples import Sample

_CLOCK = r"(?:\d{1,4}:)?[0-5]?\d:[0-5]?\d[.,]\d{1,3}"
_TIMES = re.compile(rf"^[ \t]*({_CLOCK})[ \t]*-->[ \t]*({_CLOCK})(?:[ \t].*)?$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[\w.-]++)?[ \t]+([^>\n]{1,120})>")
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>\n]{0,200}|\d[\d:.]{0,14})?>|\{\\[a-z0-9&]{1,20}\}")
_NAMED = re.compile(r"(?:>>[ ]?|-[ ]?)?([A-ZÀ-Þ][^\W\d_.:]*(?:[ ][A-ZÀ-Þ][\w'’.-]*){0,3}):[ ]+(?=\S)")  # "MAYOR BRANDT: We …"
_TURN = re.compile(r"(?:>>+|[-–—])[ ]?(?=\S)")
_SOUND = re.compile(r"[\[(♪♫#][^\])]*[\])♪♫#]?")  # "[applause]", "♪ …": nobody says it
_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
LONGEST = 2_000  # characters of a block: transcripts made by machine may have no full stop at all
LINE = 40  # words that may stand in two captions one after another
PAUSE = 5.0  # seconds of silence after which a sentence is not taken to go on


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said by one speaker from one time to another."""

    start: str  # 00:00:01.000
    end: str
    speaker: str | None
    text: str


def is_transcript(sample: Sample) -> bool:
    """Whether it is WebVTT by its first word, or has a line of times where SRT has its first."""
    if sample.head.startswith("WEBVTT"):
        return True
    head = _lines(sample.head)
    found = _TIMES.search(head)
    return found is not None and re.fullmatch(r"\s*(?:\d+[ \t]*)?\s*", head[: found.start()]) is not None


def read_transcript(sample: Sample) -> Iterator[Document]:
    """The transcript as one document: a post for what a named speaker says, a paragraph for what nobody is named for."""
    cues = _named(_new(_cues(_lines(sample.text))))
    pieces = [_piece(run, str(number)) for number, run in enumerate(_sentences(cues), 1)]
    if not pieces:
        raise UnreadableCapture(sample.uri, "a transcript in which nothing is said", "Export it again with its text.")
    yield assembled(sample.capture, sample.name, pieces, About(title=_title(sample.text)))


def _lines(text: str) -> str:
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _cues(text: str) -> Iterator[Cue]:
    """Each speaker's words of each cue, in order. A line with no time above it (a note, a style) is no cue."""
    times = list(_TIMES.finditer(text))
    for found, after in zip_longest(times, times[1:]):
        payload = text[found.end() : after.start() if after else len(text)].lstrip("\n")
        payload = re.split(r"\n[ \t]*\n", payload, maxsplit=1)[0]
        if after:
            payload = re.sub(r"\n[ \t]*\d+[ \t]*\n?$", "", payload)  # the next one's number, where no blank line parts them
        yield from _spoken(_clock(found.group(1)), _clock(found.group(2)), payload)


def _spoken(start: str, end: str, payload: str) -> Iterator[Cue]:
    parts = _VOICE.split(payload)  # words, name, words, name, words …
    yield from _turns(start, end, None, parts[0])
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        yield from _turns(start, end, " ".join(html.unescape(name).split()), words)


def _turns(start: str, end: str, speaker: str | None, payload: str) -> Iterator[Cue]:
    """The turns of one cue: lines that begin with a dash, or with ">>", are each another's; so are those with a name."""
    lines = [" ".join(html.unescape(_TAG.sub("", line)).split()) for line in payload.splitlines()]
    lines = [line for line in lines if line]
    dashed = sum(bool(_TURN.match(line)) for line in lines) > 1
    turns: list[list[str]] = []
    for line in lines:
        is_turn = _NAMED.match(line) or line.startswith(">>") or (dashed and _TURN.match(line)) or _SOUND.fullmatch(line)
        if is_turn or not turns:
            turns.append([])
        turns[-1].append(line)
    for words in turns:
        yield Cue(start, end, speaker, " ".join(words))


def _named(cues: Iterable[Cue]) -> list[Cue]:
    """The cues with the speakers that stand before their words ("BRANDT: We …"): each speaks on until another does.

    A word with a colon is a name if it is in capitals or begins two cues: "Update: …" is none.
    """
    found = list(cues)
    labels = Counter(label.group(1) for cue in found if not cue.speaker and (label := _NAMED.match(cue.text)))
    made: list[Cue] = []
    speaker: str | None = None
    for cue in found:
        label, turn = _NAMED.match(cue.text), _TURN.match(cue.text)
        if cue.speaker or _SOUND.fullmatch(cue.text):
            made.append(cue)
        elif label and (label.group(1).isupper() or labels[label.group(1)] > 1):
            speaker = label.group(1)
            made.append(Cue(cue.start, cue.end, speaker, cue.text[label.end() :]))
        else:
            speaker = None if turn else speaker
            made.append(Cue(cue.start, cue.end, speaker, cue.text[turn.end() :] if turn else cue.text))
    return made


def _new(cues: Iterator[Cue]) -> Iterator[Cue]:
    """The cues without what stood in the one before: captions that roll up show each line twice or three times."""
    shown: list[str] = []
    for cue in cues:
        words = cue.text.split()
        overlap = next((n for n in range(min(len(words), len(shown), LINE), 0, -1) if shown[-n:] == words[:n]), 0)
        shown = words
        if overlap < 3 and overlap < len(words):  # two words may well be said twice
            yield cue
        elif overlap < len(words):
            yield Cue(cue.start, cue.end, cue.speaker, " ".join(words[overlap:]))


def _sentences(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    """The cues in runs, each up to the end of a sentence, of a turn, or to a pause."""
    run: list[Cue] = []
    for cue in cues:
        if run and (
            cue.speaker != run[-1].speaker
            or _SOUND.fullmatch(cue.text)
            or _SOUND.fullmatch(run[-1].text)
            or _END.search(run[-1].text)
            or sum(len(one.text) for one in run) > LONGEST
            or _seconds(cue.start) - _seconds(run[-1].end) > PAUSE
        ):
            yield run
            run = []
        run.append(cue)
    if run:
        yield run


def _piece(run: Sequence[Cue], post: str) -> Piece:
    """The block of a run: its path gives each cue's times, and from the second on where in the block its words begin."""
    at, places = 0, []
    for cue in run:
        places.append(f"{cue.start} --> {cue.end}" + (f" (from {at})" if at else ""))
        at += len(cue.text) + 1
    text, path, speaker = " ".join(cue.text for cue in run), ", ".join(places), run[0].speaker
    if _SOUND.fullmatch(text):
        return Piece(text, "boilerplate", path)
    return Piece(text, "post", path, speaker, None, post) if speaker else Piece(text, "para", path)


def _title(text: str) -> str | None:
    """What stands behind WEBVTT in its first line."""
    found = re.match(r"\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?(\S[^\r\n]{0,200})", text)
    return found.group(1).strip() if found else None


def _clock(time: str) -> str:
    """00:00:01.000, whichever way it is written."""
    *hours, minutes, rest = time.replace(",", ".").split(":")
    seconds, _, parts = rest.partition(".")
    return f"{int(hours[0]) if hours else 0:02d}:{int(minutes):02d}:{int(seconds):02d}.{parts:0<3}"


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
