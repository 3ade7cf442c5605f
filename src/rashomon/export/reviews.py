"""What editors wrote into a format of ours elsewhere, as words that can be put down in the case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

from rashomon.errors import UsageError
from rashomon.model import Judgement, JudgementRelation, Voice
from rashomon.store.case import Case
from rashomon.store.judgements import LONGEST
from rashomon.store.shelf import Shelf

PAIRED = ("same", "different", "conflict", "no-conflict")
MEANT: dict[JudgementRelation, tuple[str, ...]] = {  # what each may be said of: the kinds of items, as their ids begin
    "same": ("pos", "poi", "fac", "ent", "men", "voi", "doc"),
    "different": ("pos", "poi", "fac", "ent", "men", "voi", "doc"),
    "conflict": ("pos", "fac"),
    "no-conflict": ("pos", "fac"),
    "accept": ("sta", "lin"),
    "wrong-speaker": ("sta",),
    "wrong-span": ("sta",),
    "reject": ("fac", "pos", "poi", "lin"),
    "note": ("pos", "poi", "fac", "ent", "men", "voi", "doc", "sta", "lin", "eve"),
}
NAMES = {
    "pos": "a position", "poi": "a point", "fac": "a fact", "ent": "an entity", "men": "a mention", "voi": "a voice",
    "doc": "a document", "sta": "a statement", "lin": "a copy", "eve": "an event",
}  # fmt: skip
FIRST_SHOWN = 12  # mistakes that one message lists


@dataclass(frozen=True, slots=True)
class Review:
    """One word of an editor as it was written; `place` says where ("points, row 7"), `at` is empty for now."""

    place: str
    left: str
    relation: str
    right: str
    text: str
    user: str
    at: str


def new_words(case: Case, reviews: Sequence[Review]) -> list[Judgement]:
    """The judgements to be put down, all of them or none: what the same person said of the same before is left out.

    Raises UsageError with every place that cannot be meant: nothing is put down then.
    """
    known = {_words(one) for one in case.judgements.all() if one.retracted_at is None}
    found: dict[tuple[str, ...], Judgement] = {}
    wrong: list[str] = []
    with Shelf(case.path) as shelf:
        for review in reviews:
            try:
                judgement = _judgement(shelf, review)
            except ValueError as error:
                wrong.append(f"{review.place}: {error}")
                continue
            if _words(judgement) not in known:
                found[_words(judgement)] = judgement
    if wrong:
        more = f"\nand {len(wrong) - FIRST_SHOWN} more" if len(wrong) > FIRST_SHOWN else ""
        shown = "\n".join(wrong[:FIRST_SHOWN])
        raise UsageError(f"nothing was put down, for {len(wrong)} of {len(reviews)} words cannot be meant:\n{shown}{more}")
    return list(found.values())


def put_down(case: Case, words: Iterable[Judgement]) -> None:
    """Adds the words to people.sqlite."""
    for one in words:
        case.judgements.add(one.left, one.relation, one.right, user=one.user, text=one.text, at=one.at)


def _words(judgement: Judgement) -> tuple[str, ...]:
    ends = sorted((judgement.left, judgement.right)) if judgement.relation in PAIRED else [judgement.left, judgement.right]
    return (*ends, judgement.relation, judgement.user, judgement.text)


def _judgement(shelf: Shelf, review: Review) -> Judgement:
    """The word as a judgement.

    Raises ValueError saying what is wrong.
    """
    relation: JudgementRelation | None = next((one for one in get_args(JudgementRelation) if one == review.relation), None)
    if relation is None:
        raise ValueError(f"{review.relation!r} is nothing that can be said; known: {', '.join(get_args(JudgementRelation))}")
    if review.left[:3] not in MEANT[relation]:
        known = ", ".join(NAMES[kind] for kind in MEANT[relation])
        raise ValueError(f"{relation!r} is not said of {NAMES.get(review.left[:3], repr(review.left))}, but of {known}")
    if not shelf.holds(review.left):
        raise ValueError(f"{review.left!r} is not in the case; it may have gone with a later reading: export anew")
    if relation == "note" and not review.text.strip():
        raise ValueError("a note needs words, in review_note")
    if len(review.text) > LONGEST:
        raise ValueError(f"a note has at most {LONGEST:,} characters, this one {len(review.text):,}")
    return Judgement(
        "", review.left, _right(shelf, relation, review), relation, review.user, _moment(review.at), None, review.text
    )


def _right(shelf: Shelf, relation: JudgementRelation, review: Review) -> str:
    """The other item: needed for what is said of two, the right voice for a wrong speaker, else none."""
    if relation == "wrong-speaker":
        return _voice(shelf, review)
    if relation not in PAIRED:
        if review.right:
            raise ValueError(f"{relation!r} is said of one item, but review_with names another: {review.right!r}")
        return ""
    if not review.right:
        raise ValueError(f"{relation!r} is said of two items: put the other one's id into review_with")
    if not shelf.holds(review.right) or review.right[:3] not in MEANT[relation] or review.right == review.left:
        raise ValueError(f"{review.right!r} in review_with is no other item of the case of which {relation!r} can be said")
    return review.right


def _voice(shelf: Shelf, review: Review) -> str:
    """The voice that speaks, by its id, or by its name in the statement's document; empty where the editor does not say."""
    if not review.right:
        return ""
    (doc_id,) = next(iter(shelf.cells("statements", "doc_id", id=review.left)))
    voices = shelf.where(Voice, "voices", doc_id=doc_id)
    meant = [voice.id for voice in voices if review.right in (voice.id, voice.name)]
    if not meant:
        known = sorted({voice.name for voice in voices if voice.name})
        raise ValueError(f"{review.right!r} in review_with is no voice of that document; its voices: {', '.join(known)}")
    return meant[0]


def _moment(written: str) -> str:
    """When it was said, as judgements have it: UTC, to the microsecond. Without a zone it is UTC; with nothing, it is now."""
    now = datetime.now(UTC)
    if not written:
        return now.isoformat(timespec="microseconds")
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise ValueError(f"{written!r} in reviewed_at is no moment; write it as 2031-05-02 or 2031-05-02T10:30") from None
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    if at > now:
        raise ValueError(f"{written!r} in reviewed_at is still to come; a word of tomorrow would outrank every one of today")
    return at.isoformat(timespec="microseconds")
