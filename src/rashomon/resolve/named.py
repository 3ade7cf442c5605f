"""Groups to Entity and Member records: the name to show, the other spellings, and why each mention belongs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model import Entity, EntityKind, Member, Mention, Reason, Voice
from rashomon.pairs.scorer import Scored
from rashomon.resolve.entities import CERTAIN, SAME_LETTERS, Group
from rashomon.resolve.features import compare
from rashomon.resolve.judged import entity_id
from rashomon.resolve.kinds import NAMED
from rashomon.resolve.known import country_of, heads, is_people
from rashomon.resolve.spelling import Spelling, is_lone

BY = "names"
FULL = 4.0  # words after which a name is no fuller
TWO = 2.0  # the same of a person's name: what stands before a given and a family name is often a title or an adjective
SHOUTED = 5  # letters: USA and UNHCR are written so anywhere
WORD = Scored(1.0, (Reason("a person's word", 1.0),))


def entity_records(
    groups: Iterable[Group],
    spellings: Iterable[Spelling],
    mentions: Mapping[str, Mention],
    voices: Iterable[Voice],
) -> Iterator[Entity | Member]:
    """The entity of each group that names something, or that a person made of voices, and its members."""
    spelled = {spelling.id: spelling for spelling in spellings}
    spoken = {voice.id: voice for voice in voices}
    for group in groups:
        names = [spelled[item] for item in group.items if item in spelled]
        heard = [spoken[item] for item in group.items if item in spoken]
        if names and not all(_only_describes(spelling) for spelling in names):
            yield from _named(group, names, heard, mentions)
        elif len(heard) > 1:
            yield from _voiced(heard)


def _named(
    group: Group, names: Sequence[Spelling], voices: Sequence[Voice], mentions: Mapping[str, Mention]
) -> Iterator[Entity | Member]:
    kind, head = _kind(names), _head(names)
    key = entity_id(kind, [mention for spelling in names for mention in spelling.mentions])
    written = Counter({spelling.written: 0 for spelling in names})
    for spelling in names:
        written[spelling.written] += spelling.count
    own = {spelling.written for spelling in names if not _only_describes(spelling)}
    others = sorted(own - {head.written}, key=lambda words: (-written[words], words))
    yield Entity(key, kind, head.written, tuple(others))
    shown = mentions[head.mentions[0]].span
    ties: dict[str, list[Scored]] = defaultdict(list)
    for tie in group.ties:
        for end in (tie.left, tie.right):
            ties[end].append(tie.scored)
    for spelling in names:
        scored = _why(spelling, head, ties[spelling.id])
        for mention in spelling.mentions:
            reasons = tuple(Reason(one.feature, one.score, mentions[mention].span, shown) for one in scored.reasons)
            yield Member(key, mention, round(scored.score, 4), reasons, BY)
    for voice in voices:
        yield Member(key, voice.id, CERTAIN, (Reason("the voice bears this name", 1.0, voice.span, shown),), "voices")


def _only_describes(spelling: Spelling) -> bool:
    """Whether it is a common noun ("the coalition"), which is nobody's name: who it stands for is named elsewhere or unknown."""
    word = spelling.written
    return spelling.name.kind == "org" and word.islower() and (word in heads() or word.removesuffix("s") in heads())


def _voiced(voices: Sequence[Voice]) -> Iterator[Entity | Member]:
    """Voices without a name ("officials", "the ministry's men") that a person called one."""
    key = entity_id("group", [voice.id for voice in voices])
    names = Counter(voice.name for voice in voices)
    name = min(names, key=lambda words: (-names[words], words))
    yield Entity(key, "group", name, tuple(sorted(names.keys() - {name})))
    for voice in voices:
        yield Member(key, voice.id, WORD.score, WORD.reasons, "judgement")


def _kind(names: Iterable[Spelling]) -> EntityKind:
    if any(spelling.name.kind == "place" and country_of(spelling.written) for spelling in names):
        return "place"  # a state, however often it is named by its capital
    votes: Counter[EntityKind] = Counter()
    for spelling in names:
        votes[spelling.name.kind] += spelling.count
    return max(NAMED, key=lambda kind: (votes[kind], -NAMED.index(kind)))


def _head(names: Sequence[Spelling]) -> Spelling:
    """The spelling to show: of those that name it in full, the one with most mentions times words, but no headline's capitals."""
    counts: dict[str, int] = defaultdict(int)
    for spelling in names:
        counts[spelling.written] += spelling.count
    return min(
        names,
        key=lambda spelling: (
            is_people(spelling.written) or spelling.written.islower(),
            is_lone(spelling) or spelling.name.acronym is not None or bool(spelling.name.seat),
            spelling.written.isupper() and len(spelling.written) > SHOUTED,
            -counts[spelling.written] * min(TWO if spelling.name.kind == "person" else FULL, spelling.name.weight),
            -spelling.name.weight,
            spelling.written,
            spelling.id,
        ),
    )


def _why(spelling: Spelling, head: Spelling, ties: Sequence[Scored]) -> Scored:
    """Why it belongs: its likeness to the name that is shown, or its surest tie inside the group; without any a person's word."""
    if spelling.written == head.written:
        return SAME_LETTERS
    surest = max(ties, key=lambda scored: scored.score, default=WORD)
    if surest.score >= 1:
        return surest
    shown = compare(spelling, head)
    return surest if surest.score > shown.score else shown
