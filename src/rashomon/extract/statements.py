"""Who says what: quoted, reported, mixed, and the page's own voice."""

from collections.abc import Iterator, Sequence

from rashomon.extract.attributions import Attribution
from rashomon.extract.modes import mode_of
from rashomon.extract.reading import Passage, Reading
from rashomon.extract.stance import is_denied, is_hedged
from rashomon.extract.together import attributions_in
from rashomon.extract.voices import Speakers
from rashomon.model import Mention, Span, Statement, Voice
from rashomon.text.spans import SpanIndex, less, merged, tidy


def statements_in(reading: Reading, mentions: Sequence[Mention], *, nets: bool = True) -> tuple[list[Voice], list[Statement]]:
    """The voices of the document and every statement, in reading order of their content; without nets, by rules alone.

    Raises WeightsError if the net's weights are missing or altered.
    """
    attributions = attributions_in(reading, nets=nets)
    speakers = Speakers(reading, mentions)
    statements = _attributed(reading, speakers, attributions)
    telling = [one for one in attributions if one.tells]
    contents = SpanIndex((span, span) for one in telling for span in one.content)
    framing = SpanIndex((span, span) for one in telling for span in (*one.source, *one.cue))
    for passage in reading.speaking:
        statements += _own(reading, speakers.page(passage), passage, contents, framing)
    once = {statement.id: statement for statement in statements}
    used = {statement.voice_id for statement in once.values()}
    voices = [voice for voice in speakers.voices.values() if voice.id in used]
    return voices, sorted(once.values(), key=lambda statement: (statement.content[0], statement.id))


def _attributed(reading: Reading, speakers: Speakers, attributions: Sequence[Attribution]) -> list[Statement]:
    text = reading.document.text
    outer = enclosing(attributions)
    voices = voices_of(speakers, _passages(reading, attributions), attributions, outer)
    made: dict[int, Statement] = {}

    def statement_of(at: int) -> Statement:
        if at not in made:
            one, around = attributions[at], outer[at]
            made[at] = Statement.of(
                doc_id=reading.document.id,
                voice_id=voices[at].id,
                source=one.source,
                cue=one.cue,
                content=one.content,
                mode=mode_of(text, one.content, (*one.source, *one.cue)),
                denied=is_denied(text, one.cue, one.content, one.source),
                hedged=is_hedged(text, one.cue, one.content, one.source),
                nested_in=statement_of(around).id if around is not None else None,
                by=one.by,
                score=one.score,
            )
        return made[at]

    return [statement_of(at) for at in range(len(attributions))]


def voices_of(
    speakers: Speakers, passages: Sequence[Passage], attributions: Sequence[Attribution], outer: Sequence[int | None]
) -> list[Voice]:
    """The voice of each attribution, heard in reading order; whoever speaks around it (`outer`) is heard first."""
    voices: dict[int, Voice] = {}

    def voice_of(at: int) -> Voice:
        if at not in voices:
            around = outer[at]
            speaker = voice_of(around) if around is not None else None
            one, passage = attributions[at], passages[at]
            voices[at] = (
                speakers.of(passage, one.source, speaker) if one.source else speakers.unstated(passage, one.cue, one.content)
            )
        return voices[at]

    for at in sorted(range(len(attributions)), key=lambda at: _anchor(attributions[at])):
        voice_of(at)
    return [voices[at] for at in range(len(attributions))]


def _anchor(one: Attribution) -> Span:
    return (one.cue or one.source or one.content)[0]


def _size(one: Attribution) -> int:
    return sum(map(len, one.content))


def _passages(reading: Reading, attributions: Sequence[Attribution]) -> list[Passage]:
    where = SpanIndex((passage.block.span, passage) for passage in reading.passages)
    return [where.over((one.source or one.cue or one.content)[0])[0] for one in attributions]


def enclosing(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution, which one's content holds all of it, the closest around it."""
    contents = SpanIndex((span, at) for at, one in enumerate(attributions) for span in one.content)
    return [_around(attributions, contents, at) for at in range(len(attributions))]


def _around(attributions: Sequence[Attribution], contents: SpanIndex[int], at: int) -> int | None:
    one = attributions[at]
    words = [*one.source, *one.cue, *one.content]
    near = set(contents.over(words[0])) - {at}
    holders = [i for i in near if all(any(span.contains(word) for span in attributions[i].content) for word in words)]
    return min(holders, key=lambda i: (_size(attributions[i]), i), default=None)


def _own(
    reading: Reading, voice: Voice, passage: Passage, contents: SpanIndex[Span], framing: SpanIndex[Span]
) -> Iterator[Statement]:
    """What the page says itself: each sentence less what it ascribes to others."""
    text = reading.document.text
    for sentence in passage.parse.sents:
        whole = passage.span(sentence)
        rest = tidy(text, less([whole], contents.over(whole)))
        bare = tidy(text, less(rest, framing.over(whole)))
        if not rest or sum(len(span.of(text).split()) for span in bare) < 3:
            continue
        content = tuple(merged(text, rest))
        yield Statement.of(
            doc_id=reading.document.id,
            voice_id=voice.id,
            content=content,
            mode="asserted",
            denied=is_denied(text, (), content),
            hedged=is_hedged(text, (), content),
            by="own voice",
            score=0.9 if len(bare) == 1 and bare[0] == whole else 0.6,
        )
