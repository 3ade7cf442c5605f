"""Which answers each speaker gives, put down with the shelf: the page of somebody who is quoted two thousand times asks for them
at once, where four tables were asked for each of the facts.
"""

import sqlite3

# `speaker` is the entity that the voice is, or the voice itself where none is known.
GIVEN = """
CREATE TABLE answers_given (
  speaker TEXT, point_id TEXT, position_id TEXT, fact_id TEXT, doc_id TEXT,
  PRIMARY KEY (speaker, point_id, position_id, fact_id)
) WITHOUT ROWID;
INSERT OR IGNORE INTO answers_given
  SELECT coalesce(e.id, s.voice_id) AS speaker, p.point_id, a.group_id, a.item_id, s.doc_id
  FROM answers a JOIN positions p ON p.id = a.group_id JOIN facts f ON f.id = a.item_id JOIN statements s ON s.id = f.statement_id
  LEFT JOIN members m ON m.item_id = s.voice_id LEFT JOIN entities e ON e.id = m.group_id ORDER BY 1, 2, 3, 4;
"""


def put_down_answers(db: sqlite3.Connection) -> None:
    """Gives a shelf the table of who answers what."""
    db.executescript(GIVEN)


def answers_of_speakers(db: sqlite3.Connection) -> dict[str, int]:
    """How many answers to points each speaker gives. Counted there: as records all facts of a big case would be 1 GB here."""
    return dict(db.execute("SELECT speaker, count(*) FROM answers_given GROUP BY speaker").fetchall())
