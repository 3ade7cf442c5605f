"""What is put to a person: two items (or one) with their exact words, what may be said of them, and what was said already."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.model import Entity, Judgement, JudgementRelation, Link, Point, Reason
from rashomon.model.rows import Cell
from rashomon.views.doubts import Doubt, DoubtKind
from rashomon.views.excerpts import Excerpt, told_excerpt, words_around
from rashomon.views.excerpts import excerpt as fact_excerpt
from rashomon.views.judged import Word, named, words_of
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import Speaker, Telling, speaker, telling, witness

SETTLES = ("same", "different", "conflict", "no-conflict", "accept", "reject", "wrong-speaker", "wrong-span")
MANY = 400  # names or points among which one is chosen
MOST = 15  # pairs, statements or places of one item that are put on its page
PLACES = 3  # places of either item that are shown


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may be said, by one key."""

    key: str
    relation: JudgementRelation
    words: str


ASKS: dict[DoubtKind, str] = {
    "answers": "Do these two answers exclude each other?",
    "statement": "Is this who says it, and are these the words?",
    "member": "Is the same meant in both places?",
    "names": "Are these two names of one?",
    "copy": "Do these two accounts have their words from one source?",
    "questions": "Do these two ask the same?",
}
CHOICES: dict[DoubtKind, tuple[Choice, ...]] = {
    "answers": (
        Choice("c", "conflict", "Conflict"),
        Choice("n", "no-conflict", "Not a conflict"),
        Choice("s", "same", "The same answer"),
        Choice("d", "different", "Two questions"),
    ),
    "statement": (
        Choice("y", "accept", "Yes, so it is"),
        Choice("w", "wrong-speaker", "Wrong speaker"),
        Choice("p", "wrong-span", "Wrong words"),
    ),
    "member": (Choice("s", "same", "The same"), Choice("x", "different", "Split off")),
    "names": (Choice("m", "same", "Merge"), Choice("v", "different", "Never merge")),
    "copy": (Choice("s", "same", "One source"), Choice("d", "different", "Not the same source")),
    "questions": (Choice("m", "same", "One question"), Choice("d", "different", "Two questions")),
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Exact words in their sentence, with the account that has them and who says them there."""

    witness: Witness
    excerpt: Excerpt
    speaker: Speaker | None
    telling: Telling | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the items, by its own words; `more` says in how many other places it stands."""

    id: str
    name: str
    about: str
    quoted: tuple[Quoted, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt as it is put. `seen` are the words that this page shows, for whoever answers without having seen a later one."""

    doubt: Doubt
    asks: str
    heading: str
    left: Side
    right: Side | None
    choices: tuple[Choice, ...]
    reasons: tuple[Reason, ...]
    voices: tuple[tuple[str, str], ...]  # of a statement's document: id and name, for whoever names the right speaker
    history: tuple[Word, ...]  # the latest first

    @property
    def seen(self) -> str:
        """The ids of the words in the history."""
        return " ".join(word.id for word in self.history)


def waiting(found: Sequence[Doubt], active: Sequence[Judgement]) -> list[Doubt]:
    """The doubts that nobody has settled yet."""
    settled = {frozenset((one.left, one.right)) for one in active if one.relation in SETTLES}
    spoken = {one.left for one in active if one.relation == "wrong-speaker"}
    judged = spoken.union(*settled)
    return [
        one
        for one in found
        if one.left not in judged or (frozenset((one.left, one.right)) not in settled and one.left not in spoken)
    ]


def question(records: Records, doubt: Doubt, judged: Sequence[Judgement], active: Sequence[Judgement]) -> Question:
    """A doubt with all that a person needs to settle it."""
    left, right = side(records, doubt.left), side(records, doubt.right) if doubt.right else None
    if doubt.kind == "copy" and right is not None:
        left, right = _with_runs(records, left, right)
    pair = {doubt.left, doubt.right}
    on_it = [one for one in judged if one.left in pair and (one.right in pair or (one.left == doubt.left and not doubt.right))]
    return Question(
        doubt,
        ASKS[doubt.kind],
        _heading(records, doubt),
        left,
        right,
        CHOICES[doubt.kind],
        _reasons(records, doubt),
        _speakers(records, doubt.left) if doubt.kind == "statement" else (),
        words_of(records, on_it, [one.id for one in active])[::-1],
    )


def asked_about(records: Records, item: str) -> Doubt | None:
    """What an address asks for: one item, or two with a wave between them; None where it is not in the case."""
    left, _, right = item.partition("~")
    kinds = {left[:3], right[:3]} if right else {left[:3]}
    if any(not records.shelf.holds(each) for each in (left, right) if each) or not left:
        return None
    known: dict[frozenset[str], DoubtKind] = {
        frozenset(("pos",)): "answers",
        frozenset(("men",)): "member",
        frozenset(("ent",)): "names",
        frozenset(("doc",)): "copy",
        frozenset(("poi",)): "questions",
    }
    kind = known.get(frozenset(kinds)) if right else "statement" if kinds == {"sta"} else None
    if kind is None or left == right:
        return None
    about = records.positions[left].point_id if kind == "answers" else ""
    return Doubt(kind, left, right, about, 1.0, 0.5)


def side(records: Records, item: str) -> Side:
    """An item by its own words and the places where it stands."""
    kind = item[:3]
    if kind == "pos":
        facts = records.facts_of[item]
        quoted = [_of_fact(records, fact.id) for fact in facts[:PLACES]]
        return Side(item, records.positions[item].value, "answer", tuple(quoted), len(facts) - len(quoted))
    if kind == "sta":
        statement = records.statements[item]
        document = records.documents[statement.doc_id]
        quoted = [
            Quoted(witness(records, document), told_excerpt(document, statement), speaker(records, statement), telling(statement))
        ]
        return Side(item, quoted[0].speaker.name if quoted[0].speaker else "", "speaks", tuple(quoted), 0)
    if kind == "poi":
        facts = [fact for position in records.positions_of[item] for fact in records.facts_of[position.id][:1]]
        quoted = [_of_fact(records, fact.id) for fact in facts[:PLACES]]
        return Side(item, records.points[item].question, "question", tuple(quoted), len(facts) - len(quoted))
    if kind == "doc":
        document = records.documents[item]
        return Side(item, document.outlet or document.name, "account", (), 0)
    members = [item] if kind == "men" else [m.item_id for m in records.members_of[item] if m.item_id in records.mentions]
    quoted = [_of_mention(records, each) for each in members[:PLACES]]
    return Side(item, named(records, item), "name", tuple(quoted), len(members) - len(quoted))


def _with_runs(records: Records, left: Side, right: Side) -> tuple[Side, Side]:
    """Two accounts with the longest runs of words that they share."""
    link = next((one for one in records.copies if {one.left, one.right} == {left.id, right.id}), None)
    if link is None:
        return left, right
    runs = sorted((reason for reason in link.reasons if reason.left and reason.right), key=_length)[:PLACES]
    spans = {link.left: [run.left for run in runs], link.right: [run.right for run in runs]}
    shown = []
    for one in (left, right):
        document = records.documents[one.id]
        quoted = [Quoted(witness(records, document), words_around(document, span), None, None) for span in spans[one.id] if span]
        shown.append(replace(one, quoted=tuple(quoted), more=len(link.reasons) - len(quoted)))
    return shown[0], shown[1]


def _of_fact(records: Records, fact_id: str) -> Quoted:
    fact = records.facts[fact_id]
    document, statement = records.documents[fact.doc_id], records.statements[fact.statement_id]
    return Quoted(witness(records, document), fact_excerpt(document, fact), speaker(records, statement), telling(statement))


def _of_mention(records: Records, mention_id: str) -> Quoted:
    mention = records.mentions[mention_id]
    document = records.documents[mention.doc_id]
    return Quoted(witness(records, document), words_around(document, mention.span), None, None)


def _length(reason: Reason) -> int:
    return 0 if reason.left is None else -len(reason.left)


def _heading(records: Records, doubt: Doubt) -> str:
    if doubt.kind in ("answers", "statement") and doubt.about in records.points:
        return records.points[doubt.about].question
    if doubt.kind == "member" and doubt.about in records.entities:
        return records.entities[doubt.about].name
    return ""


def _reasons(records: Records, doubt: Doubt) -> tuple[Reason, ...]:
    """Why the program says what it says: of the link between them, or of the membership."""
    if doubt.kind == "answers":
        ends = [{fact.id for fact in records.facts_of[item]} for item in (doubt.left, doubt.right)]
        links = [link for fact in ends[0] | ends[1] for link in records.shelf.where(Link, "links", left=fact)]
        return tuple(
            reason
            for link in links
            for side in (0, 1)
            if link.left in ends[side] and link.right in ends[1 - side]
            for reason in link.reasons
        )[:4]
    if doubt.kind == "member":
        return tuple(
            reason for member in records.members_of[doubt.about] if member.item_id == doubt.left for reason in member.reasons
        )[:4]
    if doubt.kind == "copy":
        link = next((one for one in records.copies if {one.left, one.right} == {doubt.left, doubt.right}), None)
        return () if link is None else link.reasons[:4]
    return ()


def _speakers(records: Records, statement_id: str) -> tuple[tuple[str, str], ...]:
    doc_id = records.statements[statement_id].doc_id
    present = records.statements[statement_id].voice_id
    names: dict[str, str] = {}
    for key, name in records.shelf.cells("voices", "id", "name", doc_id=doc_id):
        if key != present and name and name not in names.values():
            names[key] = name
    return tuple(sorted(names.items(), key=lambda each: each[1]))


def about(records: Records, item: str) -> tuple[Doubt, ...] | None:
    """What may be said of a point (its answers, the statements that give them), a name (its uses, the least sure first), or an
    account (whom it shares words with); None where the case has no such item.
    """
    if point := records.points.get(item):
        positions = [position.id for position in records.positions_of[item]]
        pairs = [Doubt("answers", left, right, item, point.sharpness, 0.5) for left, right in combinations(sorted(positions), 2)]
        facts = [fact for position in positions for fact in records.facts_of[position]]
        told = dict.fromkeys(fact.statement_id for fact in facts)
        return (*pairs[:MOST], *(Doubt("statement", key, "", item, point.sharpness, 0.5) for key in list(told)[:MOST]))
    if item in records.entities:
        members = [one for one in records.members_of[item] if one.item_id in records.mentions]
        surest = max(members, key=lambda one: (one.score, one.item_id), default=None)
        others = sorted((one for one in members if one is not surest), key=lambda one: (one.score, one.item_id))[:MOST]
        return tuple(Doubt("member", one.item_id, surest.item_id, item, 1.0, one.score) for one in others if surest)
    if item in records.heads:
        links = [one for one in records.copies if item in (one.left, one.right)]
        return tuple(Doubt("copy", one.left, one.right, "", 1.0, one.score) for one in links[:MOST])
    return None


def others(records: Records, item: str) -> tuple[tuple[str, str], ...]:
    """What an item could be one with: the other points, or names, of its kind, by id and words; in the order of the words."""
    kind = next(iter(records.shelf.cells("points" if item.startswith("poi") else "entities", "kind", id=item)), None)
    such: dict[str, Sequence[Cell]] = {"kind = ?": kind, "id <> ?": (item,)} if kind else {}
    if not such:
        return ()
    if item.startswith("poi"):
        points = records.shelf.some(Point, "points", such, order="question COLLATE NOCASE, id", limit=MANY)
        return tuple((point.id, point.question) for point in points)
    entities = records.shelf.some(Entity, "entities", such, order="name COLLATE NOCASE, id", limit=MANY)
    return tuple((entity.id, entity.name) for entity in entities)
