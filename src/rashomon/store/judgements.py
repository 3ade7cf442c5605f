"""People's word: appended, retracted, never deleted, and never made anew from anything else."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from rashomon.errors import CannotWrite, Overtaken, UsageError
from rashomon.model import Judgement, JudgementRelation
from rashomon.model.ids import make_id
from rashomon.model.rows import columns, from_row, to_row

ONE_WORD = ("same", "different", "conflict", "no-conflict")  # of two items one of these holds: the last that was said
LATER = ("retracted_at", "retracted_by")  # all else is fixed once it is said
LONGEST = 4000  # characters of a note

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS judgements ({", ".join(f'"{name}" TEXT' for name in columns(Judgement))}, PRIMARY KEY (id));
CREATE TRIGGER IF NOT EXISTS kept BEFORE DELETE ON judgements
  BEGIN SELECT RAISE(ABORT, 'a judgement is retracted, never deleted'); END;
CREATE TRIGGER IF NOT EXISTS fixed BEFORE UPDATE ON judgements
  WHEN OLD.retracted_at IS NOT NULL OR NEW.retracted_at IS NULL OR {
    " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns(Judgement) if name not in LATER)
}
  BEGIN SELECT RAISE(ABORT, 'a judgement may only be retracted, once'); END;
"""


class Judgements:
    """The judgements of a case; the file is made with the first of them. Several people may write at once: each only adds."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(
        self,
        left: str,
        relation: JudgementRelation,
        right: str,
        *,
        user: str,
        text: str = "",
        seen: Collection[str] | None = None,
        at: str | None = None,
    ) -> Judgement:
        """A person's word on two items, or on one (`right` empty), said now; or `at` a moment (UTC), if it was written elsewhere.

        `seen` are the judgements on them that the person had before their eyes. Raises Overtaken if somebody else has said
        something since, for it may change their mind; UsageError for a note without words or with too many.
        """
        if len(text) > LONGEST or (relation == "note" and not text.strip()):
            raise UsageError(f"a note has 1 to {LONGEST:,} characters, this one {len(text.strip()):,}")
        with self._writing() as db:
            moment = at or _now_after(db)
            judgement = Judgement(
                make_id("jud", left, right, relation, user, moment), left, right, relation, user, moment, None, text
            )
            missed = [] if seen is None else [one for one in _all(db) if _answers(one, judgement) and one.id not in seen]
            if missed:
                raise Overtaken(f"{missed[-1].user} has said {missed[-1].relation!r} of this meanwhile; look at it, then judge")
            row = to_row(judgement)
            db.execute(f"INSERT INTO judgements VALUES ({', '.join('?' for _ in row)})", tuple(row.values()))  # noqa: S608
        return judgement

    def retract(self, left: str, relation: JudgementRelation, right: str, *, user: str) -> list[Judgement]:
        """Takes back what holds of this kind on these two items, and says what that was.

        Raises UsageError when nothing holds.
        """
        held = [one for one in self.active() if one.relation == relation and _about(one) == frozenset((left, right))]
        if not held:
            raise UsageError(f"nobody judged {left!r} {relation} {right!r}, or it is retracted already; nothing to take back")
        self._take_back(held, user)
        return held

    def undo(self, judgement_id: str, *, user: str) -> Judgement:
        """Takes back one judgement of one's own; what held on the items before holds again.

        Raises UsageError where there is none of that id, or it is another's: against theirs one says the contrary.
        """
        found = next((one for one in self.all() if one.id == judgement_id), None)
        if found is None or found.retracted_at is not None:
            raise UsageError("that judgement is not there, or it is taken back already; nothing to undo")
        if found.user != user:
            raise UsageError(f"that is the word of {found.user}, and only {found.user} takes it back; say the contrary instead")
        self._take_back([found], user)
        return found

    def all(self) -> list[Judgement]:
        """Every judgement ever made, the oldest first, retracted ones too."""
        if not self.path.exists():
            return []
        try:
            with closing(sqlite3.connect(self.path)) as db:
                return _all(db)
        except sqlite3.OperationalError:  # even to read, SQLite makes a file beside it: on a full or read-only disk it cannot
            return self._all_of_a_copy()

    def active(self) -> list[Judgement]:
        """What holds now."""
        return in_force(self.all())

    def _all_of_a_copy(self) -> list[Judgement]:
        try:
            with TemporaryDirectory() as elsewhere:
                for file in self.path.parent.glob(f"{self.path.name}*"):  # what was said last may stand in the -wal alone
                    if not file.name.endswith("-shm"):
                        copyfile(file, Path(elsewhere) / file.name)
                with closing(sqlite3.connect(Path(elsewhere) / self.path.name)) as db:
                    return _all(db)
        except (OSError, sqlite3.OperationalError) as error:
            raise CannotWrite(f"{self.path} could not be read: {error}. Make room, then run the same command again.") from error

    def _take_back(self, held: Iterable[Judgement], user: str) -> None:
        with self._writing() as db:
            at = datetime.now(UTC).isoformat(timespec="microseconds")
            taking = "UPDATE judgements SET retracted_at = ?, retracted_by = ? WHERE id = ? AND retracted_at IS NULL"
            db.executemany(taking, [(at, user, one.id) for one in held])

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path)) as db, db:
                db.execute("PRAGMA journal_mode=WAL")
                db.executescript(SCHEMA)
                db.execute("BEGIN IMMEDIATE")  # what is read inside is what holds when it is written
                yield db
        except sqlite3.OperationalError as error:
            raise CannotWrite(f"{self.path} could not be written: {error}. Make room, then judge again.") from error


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """What holds: not retracted, and the last word on each pair where several were said. Notes stand side by side."""
    return list({_slot(one): one for one in judgements if one.retracted_at is None}.values())


def add_columns(path: Path) -> None:
    """Gives a file of format 1 what format 2 has: the words beside a judgement, and who took it back."""
    if not path.exists():
        return
    with closing(sqlite3.connect(path)) as db, db:
        known = {row[1] for row in db.execute("PRAGMA table_info(judgements)")}
        for name, default in (("text", "''"), ("retracted_by", "NULL")):
            if known and name not in known:
                db.execute(f"ALTER TABLE judgements ADD COLUMN {name} TEXT DEFAULT {default}")
        db.execute("DROP TRIGGER IF EXISTS fixed")
        db.executescript(SCHEMA)


def _now_after(db: sqlite3.Connection) -> str:
    """Now, or just after what was said last where the clock was set back: else an older word would outrank the newer one."""
    now = datetime.now(UTC)
    last = db.execute("SELECT max(at) FROM judgements").fetchone()[0]
    with suppress(TypeError, ValueError, OverflowError):  # nobody has said anything yet, or the file was meddled with
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


def _all(db: sqlite3.Connection) -> list[Judgement]:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'judgements'").fetchone():
        return []  # somebody says the first word at this moment
    db.row_factory = sqlite3.Row
    rows = db.execute("SELECT * FROM judgements ORDER BY at, id").fetchall()
    return [from_row(Judgement, dict(row)) for row in rows]


def _about(judgement: Judgement) -> frozenset[str]:
    return frozenset((judgement.left, judgement.right))


def _slot(judgement: Judgement) -> tuple[frozenset[str], str]:
    """What the judgement answers: of all that answer one question the last holds."""
    if judgement.relation in ONE_WORD:
        return _about(judgement), "together"
    if judgement.relation == "wrong-speaker":
        return frozenset((judgement.left,)), "speaker"  # whoever is named as the right one
    if judgement.relation == "note":
        return frozenset((judgement.id,)), "note"
    return _about(judgement), "span" if judgement.relation == "wrong-span" else "standing"


def _answers(one: Judgement, other: Judgement) -> bool:
    """Whether another person's standing word answers the same question."""
    return one.retracted_at is None and one.user != other.user and _slot(one) == _slot(other)
