"""By what the rows of each table may be chosen: one list, for Python, the API and its description alike."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Any, get_args

from rashomon.errors import UsageError
from rashomon.model import EntityKind, FactKind, JudgementRelation, MentionKind, Mode, Polarity, Relation
from rashomon.model.rows import Cell
from rashomon.views.records import Records
from rashomon.views.search import voices_called

DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
COPY_KINDS = ("same-text", "same-agency", "same-quote", "forwarded", "printed-twice")
LONGEST = 1_000  # characters of a value
LISTED = "(SELECT value FROM json_each(?))"  # one value however many there are: SQLite binds no more than 32,766
Bound = Callable[[Records, str], Sequence[Cell]]


def _itself(_: Records, value: str) -> Sequence[Cell]:
    return (value,)


def _twice(_: Records, value: str) -> Sequence[Cell]:
    return (value, value)


def _voices(records: Records, value: str) -> Sequence[Cell]:
    return (dumps(voices_called(records, value)),)


def _length(_: Records, value: str) -> Sequence[Cell]:
    return (len(value), value)


@dataclass(frozen=True, slots=True)
class Filter:
    """`sql` is about the table's columns, `bound` gives the values for its marks. A value is one of `known`, or matches `form`,
    where there is one. `says` is what whoever reads the reference is told.
    """

    sql: str
    says: str
    known: tuple[str, ...] = ()
    form: re.Pattern[str] | None = None
    bound: Bound = _itself

    def condition(self, records: Records, name: str, value: str) -> tuple[str, Sequence[Cell]]:
        """The filter set to a value.

        Raises UsageError for a value that it cannot take.
        """
        if self.known and value not in self.known:
            raise UsageError(f"{name} is {value[:80]!r}; known: {', '.join(self.known)}")
        if self.form is not None and not self.form.fullmatch(value):
            raise UsageError(f"{name} is {value[:80]!r}; give a year, a month or a day: 2017, 2017-04, 2017-04-04")
        if len(value) > LONGEST:
            raise UsageError(f"{name} has {len(value):,} characters; give {LONGEST:,} at most")
        return self.sql, self.bound(records, value)


def _one_of(column: str, known: tuple[Any, ...], says: str) -> Filter:
    return Filter(f"{column} = ?", says, known)


def _flag(column: str, says: str) -> Filter:
    return Filter(f"{column} = (? = 'true')", says, ("true", "false"))


DOC = Filter("doc_id = ?", "The id of the document in which they stand.")
VOICE = "Whose words: part of a name, or the id of a voice or an entity."
ANSWERED = (
    "id IN (SELECT p.point_id FROM positions p JOIN answers a ON a.group_id = p.id JOIN facts f ON f.id = a.item_id "
    "JOIN statements s ON s.id = f.statement_id WHERE {})"
)

FILTERS: Mapping[str, Mapping[str, Filter]] = {
    "documents": {
        "name": Filter("name = ?", "The document's name, exactly."),
        "outlet": Filter("outlet = ?", "The outlet's name, exactly."),
        "lang": Filter("language = ?", "The language, in ISO 639-1."),
        "since": Filter("published_at >= ?", "Published on this day, month or year, or later.", form=DAY),
        "until": Filter(
            "substr(published_at, 1, ?) <= ?", "Published on this day, month or year, or before.", form=DAY, bound=_length
        ),
    },
    "statements": {
        "doc": DOC,
        "voice": Filter(f"voice_id IN {LISTED}", VOICE, bound=_voices),
        "mode": _one_of("mode", get_args(Mode), "How the words are given."),
        "denied": _flag("denied", "Whether the voice says that it is not so."),
        "hedged": _flag("hedged", "Whether it is given as unsure."),
    },
    "mentions": {"doc": DOC, "kind": _one_of("kind", get_args(MentionKind), "What is mentioned.")},
    "facts": {
        "doc": DOC,
        "statement": Filter("statement_id = ?", "The id of the statement in which they stand."),
        "kind": _one_of("kind", get_args(FactKind), "What they answer."),
        "about": Filter("about = ?", "What they are about, exactly."),
        "polarity": _one_of("polarity", get_args(Polarity), "Whether it is said to be so."),
    },
    "entities": {
        "kind": _one_of("kind", get_args(EntityKind), "What it is."),
        "name": Filter(
            "name = ? OR EXISTS (SELECT 1 FROM json_each(aliases) WHERE value = ?)", "One of its names, exactly.", bound=_twice
        ),
    },
    "events": {"parent": Filter("parent = ?", "The id of the happening of which they are part.")},
    "points": {
        "relation": _one_of("relation", get_args(Relation), "How the answers stand to each other."),
        "type": _one_of("kind", get_args(FactKind), "What is asked."),
        "doc": Filter(ANSWERED.format("f.doc_id = ?"), "The id of a document that answers."),
        "voice": Filter(ANSWERED.format(f"s.voice_id IN {LISTED}"), VOICE, bound=_voices),
    },
    "copies": {
        "doc": Filter('"left" = ? OR "right" = ?', "The id of a document that copies or is copied.", bound=_twice),
        "kind": _one_of("subtype", COPY_KINDS, "What is shared."),
    },
    "judgements": {
        "about": Filter('"left" = ? OR "right" = ?', "The id of an item that was judged.", bound=_twice),
        "relation": _one_of("relation", get_args(JudgementRelation), "What was said."),
        "user": Filter("user = ?", "Who said it, exactly."),
    },
    "failures": {"stage": Filter("stage = ?", "Where it failed: find, read, extract, resolve, link or weigh.")},
}  # fmt: skip


def conditions_of(records: Records, table: str, chosen: Mapping[str, str]) -> dict[str, Sequence[Cell]]:
    """The filters of a table, set to these values, as SQL with what is bound to its marks.

    Raises UsageError for a filter that the table does not have, or a value that it cannot take.
    """
    known = FILTERS[table]
    for name in chosen:
        if name not in known:
            raise UsageError(f"{table} cannot be chosen by {name[:80]!r}; known: {', '.join(known)}")
    return dict(known[name].condition(records, name, value) for name, value in chosen.items())
