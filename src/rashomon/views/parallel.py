"""Two to four accounts side by side: statements about the same thing level with each other, so that a gap can be seen."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model import Document, Fact, Link, Point, Span, Statement
from rashomon.text.normal import folded
from rashomon.views.excerpts import value_span
from rashomon.views.points import open_ids
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import Speaker, Telling, speaker, telling, witness

MOST = 4  # accounts beside each other: more have no room to be read


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an account: the clause that answers the row's question, or all that a statement says. `answer` is the answer."""

    statement_id: str
    speaker: Speaker
    telling: Telling
    text: str
    span: Span
    answer: Span | None
    fact_id: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """What the accounts say of one thing, a cell an account; an empty cell is a gap. Without a point it is the same words."""

    point: Point | None
    cells: tuple[tuple[Passage, ...], ...]

    @property
    def filled(self) -> int:
        """How many of the accounts say something of it."""
        return sum(map(bool, self.cells))


@dataclass(frozen=True, slots=True)
class ParallelView:
    """The accounts and what they say, in the order of the first account, then of the next."""

    witnesses: tuple[Witness, ...]
    shared: tuple[Row, ...]  # of which at least two accounts speak
    left_out: tuple[Row, ...]  # questions that one of them answers, and the others pass over
    alone: tuple[tuple[Passage, ...], ...]  # what else each says

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self.shared + self.left_out


def parallel(records: Records, doc_ids: Sequence[str]) -> ParallelView:
    """These accounts side by side."""
    documents = records.documents.bring(doc_ids)
    statements = records.statements_of.bring(doc_ids)
    records.bring_told(statements)
    records.bring_answered(statements)
    said = [_statements(records, document) for document in documents]
    answers = [_answers(records, statements) for statements in said]
    points = dict.fromkeys(point for each in answers for point in each)
    asked = [_answered(records, documents, answers, point) for point in points]
    answering = {fact.statement_id for each in answers for facts in each.values() for fact in facts}
    rest = [[statement for statement in statements if statement.id not in answering] for statements in said]
    same = _same_words(records, documents, rest)
    tied = {passage.statement_id for row in same for cell in row.cells for passage in cell}
    alone = [
        tuple(_whole(records, document, statement) for statement in statements if statement.id not in tied)
        for document, statements in zip(documents, rest, strict=True)
    ]
    return ParallelView(
        tuple(witness(records, document) for document in documents),
        tuple(row for row in asked if row.filled > 1) + tuple(same),
        tuple(row for row in asked if row.filled == 1),
        tuple(alone),
    )


def beside(records: Records, doc_id: str | None = None) -> tuple[str, ...]:
    """The accounts that are worth a look side by side: those that have most to say to the sharpest questions, or that share
    most questions with the one given.
    """
    points = Counter[str]()
    if doc_id is None:
        points.update(records.answering.bring(open_ids(records)[:40] or list(records.points)[:40]))
        chosen = [key for key, _ in points.most_common(3)] or list(records.heads)[:2]
        return tuple(sorted(chosen, key=records.places.__getitem__))
    records.bring_answered(records.statements_of[doc_id])
    shared = {
        position.point_id
        for statement in records.statements_of[doc_id]
        for fact in records.facts_in[statement.id]
        for position in records.answered_by[fact.id]
    }
    points.update(records.answering.bring(sorted(shared)[:40]))
    del points[doc_id]
    return tuple(key for key, _ in points.most_common(8))


def _statements(records: Records, document: Document) -> list[Statement]:
    """What the account says, in its order; what is told inside another statement only if it answers a question itself."""
    found = sorted(records.statements_of[document.id], key=lambda statement: statement.content[0])
    return [
        statement
        for statement in found
        if not statement.nested_in or any(records.answered_by[fact.id] for fact in records.facts_in[statement.id])
    ]


def _answers(records: Records, statements: Iterable[Statement]) -> dict[str, list[Fact]]:
    """The facts of an account by the question that they answer, each clause once."""
    found: dict[str, dict[tuple[str, Span], Fact]] = defaultdict(dict)
    for statement in statements:
        for fact in records.facts_in[statement.id]:
            for position in records.answered_by[fact.id]:
                point_id = position.point_id
                found[point_id].setdefault((fact.statement_id, fact.span), fact)
    return {point_id: list(facts.values()) for point_id, facts in found.items()}


def _answered(records: Records, documents: Sequence[Document], answers: Sequence[dict[str, list[Fact]]], point_id: str) -> Row:
    cells = (
        tuple(_clause(records, document, fact) for fact in each.get(point_id, ()))
        for document, each in zip(documents, answers, strict=True)
    )
    return Row(records.points[point_id], tuple(cells))


def _same_words(records: Records, documents: Sequence[Document], said: Sequence[Sequence[Statement]]) -> list[Row]:
    """Statements that answer no question but stand in several of the accounts, in the same words or inside a shared run."""
    keys = _copied(records, documents, said)
    cells: dict[str, list[list[Passage]]] = {}
    for place, (document, statements) in enumerate(zip(documents, said, strict=True)):
        for statement in statements:
            row = cells.setdefault(keys[statement.id], [[] for _ in documents])
            row[place].append(_whole(records, document, statement))
    rows = (Row(None, tuple(map(tuple, row))) for row in cells.values())
    return [row for row in rows if row.filled > 1]


def _copied(records: Records, documents: Sequence[Document], said: Sequence[Sequence[Statement]]) -> dict[str, str]:
    """One key for statements that say the same in the same words, by statement: where they are alike, or inside a shared run."""
    keys: dict[str, str] = {}
    for document, statements in zip(documents, said, strict=True):
        for statement in statements:
            keys[statement.id] = " ".join(folded(span.of(document.text)) for span in statement.content)
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


def _clause(records: Records, document: Document, fact: Fact) -> Passage:
    statement = records.statements[fact.statement_id]
    value = value_span(document.text, fact)
    return Passage(
        statement.id, speaker(records, statement), telling(statement), document.text, fact.span, value, fact.id
    )  # fmt: skip


def _whole(records: Records, document: Document, statement: Statement) -> Passage:
    span = Span(statement.content[0].start, statement.content[-1].end)
    return Passage(statement.id, speaker(records, statement), telling(statement), document.text, span, None, None)
