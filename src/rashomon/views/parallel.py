"""Two to four accounts side by side: statements about the same thing level with each other, so that a gap can be seen."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model import Document, Link, Relation, Span, Statement
from rashomon.text.normal import folded
from rashomon.views.excerpts import value_span
from rashomon.views.points import PointLine, open_ids, point_line
from rashomon.views.records import Records
from rashomon.views.speakers import Speaker, Telling, Witness, speaker, telling, witness

MOST = 4  # accounts beside each other: more have no room to be read


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement as its account has it: `text[span]` are its words, `answers` the words in it that answer the row's question."""

    statement_id: str
    speaker: Speaker
    telling: Telling
    text: str
    span: Span
    content: tuple[Span, ...]
    answers: tuple[Span, ...]
    fact_id: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """What the accounts say of one thing, a cell an account; an empty cell is a gap. `points` are the questions answered."""

    points: tuple[PointLine, ...]
    relation: Relation | None
    cells: tuple[tuple[Passage, ...], ...]

    @property
    def gaps(self) -> int:
        """How many of the accounts say nothing of it."""
        return sum(not cell for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ParallelView:
    """The accounts, the rows in the order of the first account, and how many statements each has to itself."""

    witnesses: tuple[Witness, ...]
    shared: tuple[Row, ...]  # of which at least two accounts speak
    alone: tuple[tuple[Passage, ...], ...]  # what one account alone says, an account each


def parallel(records: Records, doc_ids: Sequence[str]) -> ParallelView:
    """These accounts side by side."""
    documents = [records.documents[doc_id] for doc_id in doc_ids]
    said = [_statements(records, document) for document in documents]
    topics = _topics(records, documents, said)
    shared, alone = [], [list[Passage]() for _ in documents]
    for topic in topics:
        row = _row(records, documents, topic)
        filled = [place for place, cell in enumerate(row.cells) if cell]
        if len(filled) > 1:
            shared.append(row)
        else:
            alone[filled[0]] += row.cells[filled[0]]
    for passages in alone:
        passages.sort(key=lambda passage: passage.span)
    return ParallelView(
        tuple(witness(records, document) for document in documents), tuple(shared), tuple(tuple(passages) for passages in alone)
    )


def beside(records: Records, doc_id: str | None = None) -> tuple[str, ...]:
    """The accounts that are worth a look side by side: those that have most to say to the sharpest questions, or that share
    most questions with the one given.
    """
    points = Counter[str]()
    if doc_id is None:
        for key in open_ids(records)[:40] or list(records.points)[:40]:
            points.update(_answering(records, key))
        chosen = [key for key, _ in points.most_common(3)] or list(records.heads)[:2]
        return tuple(sorted(chosen, key=records.places.__getitem__))
    shared = {
        records.positions[member.group_id].point_id
        for statement in records.statements_of[doc_id]
        for fact in records.facts_in[statement.id]
        for member in records.answered_by[fact.id]
    }
    for key in sorted(shared)[:40]:
        points.update(_answering(records, key))
    del points[doc_id]
    return tuple(key for key, _ in points.most_common(8))


def _answering(records: Records, point_id: str) -> set[str]:
    return {fact.doc_id for position in records.positions_of[point_id] for fact in records.facts_of[position.id]}


@dataclass(slots=True)
class _Topic:
    """Statements that are about the same thing."""

    statements: list[tuple[int, Statement]]  # the account's place, and what it says
    points: dict[str, None]


def _statements(records: Records, document: Document) -> list[Statement]:
    """What the account says, in its order; what is told inside another statement only if it answers a question itself."""
    found = sorted(records.statements_of[document.id], key=lambda statement: statement.content[0])
    return [
        statement
        for statement in found
        if not statement.nested_in or any(records.answered_by[fact.id] for fact in records.facts_in[statement.id])
    ]


def _topics(records: Records, documents: Sequence[Document], said: Sequence[Sequence[Statement]]) -> list[_Topic]:
    """Statements are about the same thing if they answer one question, or if their words are the same.

    A statement that answers several questions stands with the sharpest that another of the accounts answers too, and
    statements are never tied through a third: a row that held half of both accounts would show nothing.
    """
    answers: list[dict[str, list[str]]] = [defaultdict(list) for _ in documents]
    for place, statements in enumerate(said):
        for statement in statements:
            for fact in records.facts_in[statement.id]:
                for member in records.answered_by[fact.id]:
                    answers[place][records.positions[member.group_id].point_id].append(statement.id)
    accounts = Counter(point for each in answers for point in each)
    rank = {point: place for place, point in enumerate(sorted(accounts, key=lambda key: (-records.points[key].sharpness, key)))}
    asked: dict[str, set[str]] = defaultdict(set)
    for each in answers:
        for point, statement_ids in each.items():
            for statement_id in statement_ids:
                asked[statement_id].add(point)
    copies = _copied(records, documents, said)
    topics: dict[str, _Topic] = {}
    for place, statements in enumerate(said):
        for statement in statements:
            common = sorted((point for point in asked[statement.id] if accounts[point] > 1), key=rank.__getitem__)
            key = common[0] if common else copies.get(statement.id, statement.id)
            topic = topics.setdefault(key, _Topic([], {}))
            topic.statements.append((place, statement))
            if common:
                topic.points[common[0]] = None
    return list(topics.values())


def _copied(records: Records, documents: Sequence[Document], said: Sequence[Sequence[Statement]]) -> dict[str, str]:
    """One key for statements that say the same in the same words, by statement: where they are alike, or inside a shared run."""
    keys: dict[str, str] = {}
    texts = {document.id: document.text for document in documents}
    for statements in said:
        for statement in statements:
            words = " ".join(folded(span.of(texts[statement.doc_id])) for span in statement.content)
            keys[statement.id] = f"words {words}"
    shown = {document.id: place for place, document in enumerate(documents)}
    for document in documents:
        for link in records.copies_of[document.id]:
            if link.left == document.id and link.right in shown:
                _tie(keys, link, said[shown[link.left]], said[shown[link.right]])
    return keys


def _tie(keys: dict[str, str], link: Link, left: Sequence[Statement], right: Sequence[Statement]) -> None:
    """Gives statements that begin at the same place of a shared run one key."""
    for reason in link.reasons:
        ours, theirs = reason.left, reason.right
        if ours is None or theirs is None:
            continue
        inside = [(_share(each, theirs), each) for each in right if theirs.overlaps(each.content[0])]
        for one in left:
            if inside and ours.overlaps(one.content[0]):
                place = _share(one, ours)
                keys[min(inside, key=lambda other: abs(other[0] - place))[1].id] = keys[one.id]


def _share(statement: Statement, run: Span) -> float:
    """How far into the run a statement begins, as a share of its length."""
    return (statement.content[0].start - run.start) / len(run)


def _row(records: Records, documents: Sequence[Document], topic: _Topic) -> Row:
    cells: list[list[Passage]] = [[] for _ in documents]
    for place, statement in topic.statements:
        cells[place].append(_passage(records, documents[place], statement, topic.points))
    points = tuple(point_line(records, records.points[key]) for key in topic.points)
    return Row(points, points[0].relation if points else None, tuple(tuple(cell) for cell in cells))


def _passage(records: Records, document: Document, statement: Statement, points: Iterable[str]) -> Passage:
    wanted = set(points)
    facts = [
        fact
        for fact in records.facts_in[statement.id]
        if any(records.positions[member.group_id].point_id in wanted for member in records.answered_by[fact.id])
    ]
    return Passage(
        statement.id,
        speaker(records, statement),
        telling(statement),
        document.text,
        Span(statement.content[0].start, statement.content[-1].end),
        statement.content,
        tuple(sorted(value_span(document.text, fact) for fact in facts)),
        facts[0].id if facts else None,
    )
