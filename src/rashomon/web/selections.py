"""What a report holds. Of a big case it is the sharpest points with the accounts that answer them, the rest in a line each or
not at all, and it says so: all 5,000 points and 2,000 accounts made a file of 174 MB that no browser opens with pleasure.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.views.copies import Copy
from rashomon.views.entities import EntityLine
from rashomon.views.points import PointLine, PointView
from rashomon.views.voices import VoiceView
from rashomon.web.addresses import Addresses
from rashomon.web.edition import Edition
from rashomon.web.render import SAYINGS

ISSUES, AGREED, LINES = 150, 50, 500  # points at issue and agreed in full, and points in a line each
ACCOUNTS, VOICES, NAMES, PAIRS = 100, 150, 500, 100


@dataclass(frozen=True, slots=True)
class Selection:
    """What stands in the file. `told` says what was left out: empty where nothing was."""

    points: tuple[PointView, ...]
    lines: tuple[PointLine, ...]
    documents: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    entities: tuple[EntityLine, ...]
    pairs: tuple[tuple[Copy, ...], ...]
    at: Addresses
    told: tuple[str, ...]


def everything(edition: Edition) -> Selection:
    """The whole case, however big."""
    return Selection(
        _points(edition, edition.order),
        (),
        tuple(edition.records.heads),
        _voices(edition, len(edition.voices)),
        edition.entities,
        edition.copied_pairs,
        Addresses(frozen=True),
        (),
    )


def selected(edition: Edition) -> Selection:
    """The whole of a case of some hundred accounts; of a bigger one what is sharpest."""
    agreed = set(edition.points("agree", None))
    issues = [key for key in edition.order if key not in agreed]
    full = [*issues[:ISSUES], *[key for key in edition.order if key in agreed][:AGREED]]
    rest = [key for key in edition.order if key not in set(full)]
    sizes = (
        (len(edition.order), len(full), "points"),
        (len(edition.records.heads), ACCOUNTS, "accounts with their text, those that answer most of these points"),
        (len(edition.voices), VOICES, "voices"),
        (len(edition.entities), NAMES, "names"),
        (len(edition.copied_pairs), PAIRS, "pairs of accounts with words in common"),
    )
    if all(there <= room for there, room, _ in sizes):
        return everything(edition)
    points, lines = _points(edition, full), edition.lines(rest[:LINES])
    documents, voices, entities = _answering(edition, points), _voices(edition, VOICES), edition.entities[:NAMES]
    at = Addresses(frozen=True, present=frozenset(_anchors(points, lines, documents, voices, entities)))
    return Selection(points, lines, documents, voices, entities, edition.copied_pairs[:PAIRS], at, _told(sizes, len(lines)))


def _points(edition: Edition, keys: Iterable[str]) -> tuple[PointView, ...]:
    return tuple(point for key in keys if (point := edition.point(key)))


def _voices(edition: Edition, most: int) -> tuple[VoiceView, ...]:
    return tuple(voice for line in edition.voices[:most] if (voice := edition.voice(line.id, slice(0))))


def _answering(edition: Edition, points: Iterable[PointView]) -> tuple[str, ...]:
    """The accounts that answer most of these points, in the order in which they appeared."""
    answered = Counter[str]()
    for point in points:
        answered.update({witness.doc_id for answer in point.answers for witness in answer.witnesses})
    chosen = {key for key, _ in answered.most_common(ACCOUNTS)} or set(list(edition.records.heads)[:ACCOUNTS])
    return tuple(key for key in edition.records.heads if key in chosen)


def _anchors(
    points: Iterable[PointView],
    lines: Iterable[PointLine],
    documents: Iterable[str],
    voices: Iterable[VoiceView],
    entities: Iterable[EntityLine],
) -> Iterable[str]:
    """The places in the file to which a link may lead; every account has one, in full or as a line."""
    for point in points:
        yield point.id
        for answer in point.answers:
            for saying in answer.sayings[:SAYINGS]:
                yield Addresses.saying_anchor(point.id, saying.fact_id)
    yield from (line.id for line in lines)
    yield from documents
    yield from (Addresses.voice_anchor(voice.id) for voice in voices)
    yield from (Addresses.entity_anchor(entity.id) for entity in entities)


def _told(sizes: Sequence[tuple[int, int, str]], lines: int) -> tuple[str, ...]:
    """Of what there is more than the file holds, how much it holds."""
    (points, full, _), *others = sizes
    told = [f"{full:,} of {points:,} points in full, the sharpest first, and {lines:,} in a line each"] if points > full else []
    return (*told, *(f"{room:,} of {there:,} {nouns}" for there, room, nouns in others if there > room))
