"""Who is meant by "he said", "the president" or "Clinton", against speakers labelled by hand (eval/README.md).

The annotated sources of a text go into `Speakers` one after the other, as they stand, so that finding the statements is no
part of the figure. A speaker is right where the voice bears the name that was labelled, or where resolving the one document
leads the voice to an entity of that name. An unnamed speaker is right where the voice is unnamed and keeps the words that
describe it; the page's own words, where the voice is the page's.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.extract.attributions import Attribution
from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import Passage, Reading, read_closely
from rashomon.extract.statements import enclosing, voices_of
from rashomon.extract.voices import Speakers
from rashomon.measure.texts import documents_in
from rashomon.model import Document, Entity, Member, Mention, Span, Voice
from rashomon.resolve.case import resolve
from rashomon.text.lexicon import lexicon

LABELS = Path(__file__).parents[3] / "eval" / "speakers.jsonl"  # of the checkout: names and places only, the texts are data
PAGE = ("author", "outlet", "poster")

Row = dict[str, Any]


def score(data: Path, labels: Path = LABELS) -> dict[str, Any]:
    """`accuracy` over all labelled speakers of the annotated texts in `data`, and `by kind` of source; what is `wrong`.

    Raises UsageError where there are no labels, or none for these texts.
    """
    if not labels.exists():
        raise UsageError(f"{labels} does not exist; speakers are measured in a checkout, whose eval/ holds the labels")
    wanted: dict[str, list[Row]] = {}
    for label in _rows(labels):
        wanted.setdefault(label["doc"], []).append(label)
    texts = {row["id"]: row for row in _rows(data) if row.get("id") in wanted}
    if not texts:
        raise UsageError(f"no text of {data} is labelled in {labels}; give the annotated texts that its ids name")
    right, asked, wrong = Counter[str](), Counter[str](), list[str]()
    for document in documents_in(str(data), data.read_bytes()):
        if document.name in texts:
            voices, names = heard(document, texts[document.name]["attributions"])
            for label in wanted[document.name]:
                voice = voices.get(label["attribution"])
                fits = voice is not None and is_right(label, voice, names.get(voice.id))
                asked[label["kind"]] += 1
                right[label["kind"]] += fits
                if not fits:
                    wrong.append(f"{document.name} {label['attribution']}: {_told(voice)}, not {_meant(label)}")
    return {
        "accuracy": round(right.total() / max(1, asked.total()), 4),
        "by kind": {kind: round(right[kind] / asked[kind], 4) for kind in sorted(asked)},
        "speakers": {**asked, "all": asked.total()},
        "wrong": wrong,
    }


def heard(document: Document, attributions: Sequence[Row]) -> tuple[dict[str, Voice], dict[str, str]]:
    """The voice of each annotated attribution by its id, and the name of the entity that each voice leads to."""
    reading = read_closely(document)
    mentions = mentions_in(reading)
    speakers = Speakers(reading, mentions)
    placed = [(row, passage) for row in attributions if (passage := _passage(reading, row)) is not None]
    spanned = [_attribution(row) for row, _ in placed]
    voices = voices_of(speakers, [passage for _, passage in placed], spanned, enclosing(spanned))
    by_id = {row["id"]: voice for (row, _), voice in zip(placed, voices, strict=True)}
    return by_id, _entities(document, mentions, list(speakers.voices.values()))


def is_right(label: Row, voice: Voice, entity: str | None) -> bool:
    """Whether the voice, or the entity it leads to, is who was meant."""
    meant = {_plain(name) for name in (label["who"], *label["also"]) if name}
    if label.get("page"):
        return voice.kind in PAGE
    if label.get("unnamed"):
        return voice.kind == "unnamed" and any(words in _plain(voice.name) for words in meant)
    return bool(meant & {_plain(voice.name), _plain(entity or "")})


def _entities(document: Document, mentions: Sequence[Mention], voices: Sequence[Voice]) -> dict[str, str]:
    tables = {"documents": [document], "mentions": mentions, "voices": voices, "judgements": []}
    found = list(resolve(tables))
    names = {one.id: one.name for one in found if isinstance(one, Entity)}
    members = [one for one in found if isinstance(one, Member)]
    return {one.item_id: names[one.group_id] for one in members if one.group_id in names}


def _attribution(row: Row) -> Attribution:
    source, cue, content = (tuple(Span(*span) for span in row[role]) for role in ("source", "cue", "content"))
    return Attribution(source, cue, content, "annotators", 1.0)


def _passage(reading: Reading, row: Row) -> Passage | None:
    """The passage that the source stands in; none where there is no source, or where it stands in a heading or menu."""
    spans = [Span(*span) for span in row["source"][:1]]
    return next((passage for passage in reading.passages for span in spans if passage.block.span.overlaps(span)), None)


def _plain(name: str) -> str:
    """Casefolded, with blanks and apostrophes of one kind, without article, titles before it and possessive behind it."""
    words = name.casefold().replace("’", "'").split()
    while len(words) > 1 and words[0].strip(".") in _before_names():
        del words[0]
    return " ".join(words).strip(" .,\"'“”").removesuffix("'s")


def _before_names() -> frozenset[str]:
    titles: Mapping[str, Sequence[str]] = lexicon("titles")
    return frozenset(["the", "a", "an", *(word for kind in ("offices", "ranks", "courtesies") for word in titles[kind])])


def _told(voice: Voice | None) -> str:
    return f"{voice.kind} {voice.name!r}" if voice else "nobody"


def _meant(label: Row) -> str:
    return label["who"] or ("the page" if label.get("page") else f"unnamed {label['also']}")


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
