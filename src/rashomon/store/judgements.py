"""People's word: appended, retracted, never deleted, and never made anew from anything else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rashomon.errors import CannotWrite, UsageError
from rashomon.model import Judgement, JudgementRelation
from rashomon.model.ids import make_id
from rashomon.model.rows import columns, from_row, to_row

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS judgements ({", ".join(f'"{name}" TEXT' for name in columns(Judgement))}, PRIMARY KEY (id));
CREATE TRIGGER IF NOT EXISTS kept BEFORE DELETE ON judgements
  BEGIN SELECT RAISE(ABORT, 'a judgement is retracted, never deleted'); END;
CREATE TRIGGER IF NOT EXISTS fixed BEFORE UPDATE ON judgements
  WHEN OLD.retracted_at IS NOT NULL OR NEW.retracted_at IS NULL OR {
    " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns(Judgement) if name != "retracted_at")
}
  BEGIN SELECT RAISE(ABORT, 'a judgement may only be retracted, once'); END;
"""


class Judgements:
    """The judgements of a case; the file is made with the first of them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, left: str, relation: JudgementRelation, right: str, *, user: str) -> Judgement:
        """A person's word on two items, or on one (`right` empty)."""
        at = datetime.now(UTC).isoformat()
        judgement = Judgement(make_id("jud", left, right, relation, user, at), left, right, relation, user, at, None)
        with self._writing() as db:
            row = to_row(judgement)
            db.execute(f"INSERT INTO judgements VALUES ({', '.join('?' for _ in row)})", tuple(row.values()))  # noqa: S608
        return judgement

    def retract(self, left: str, relation: JudgementRelation, right: str) -> list[Judgement]:
        """Takes back what holds of this kind on these two items, and says what that was.

        Raises UsageError when nothing holds.
        """
        held = [one for one in self.active() if one.relation == relation and _about(one) == frozenset((left, right))]
        if not held:
            raise UsageError(f"nobody judged {left!r} {relation} {right!r}, or it is retracted already; nothing to take back")
        with self._writing() as db:
            at = datetime.now(UTC).isoformat()
            db.executemany("UPDATE judgements SET retracted_at = ? WHERE id = ?", [(at, one.id) for one in held])
        return held

    def all(self) -> list[Judgement]:
        """Every judgement ever made, the oldest first, retracted ones too."""
        if not self.path.exists():
            return []
        with closing(sqlite3.connect(self.path)) as db:
            db.row_factory = sqlite3.Row
            rows = db.execute("SELECT * FROM judgements ORDER BY at, id").fetchall()
        return [from_row(Judgement, dict(row)) for row in rows]

    def active(self) -> list[Judgement]:
        """What holds: not retracted, and the last word on each pair where several were said."""
        last = {(_about(one), one.relation in ("same", "different")): one for one in self.all() if one.retracted_at is None}
        return list(last.values())

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path)) as db, db:
                db.execute("PRAGMA journal_mode=WAL")
                db.executescript(SCHEMA)
                yield db
        except sqlite3.OperationalError as error:
            raise CannotWrite(f"{self.path} could not be written: {error}. Make room, then judge again.") from error


def _about(judgement: Judgement) -> frozenset[str]:
    return frozenset((judgement.left, judgement.right))
