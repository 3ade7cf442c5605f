"""What makes the shelf readable for whoever opens it with other tools (`datasette shelf.sqlite`): which column names a row of
which table, and views in words. Nothing of ours reads it.
"""

import sqlite3

NAMES = {  # a column -> the table whose row it names
    "capture_id": "captures",
    "doc_id": "documents",
    "voice_id": "voices",
    "statement_id": "statements",
    "nested_in": "statements",
    "event_id": "events",
    "parent": "events",
    "point_id": "points",
    "position_id": "positions",
    "members.group_id": "entities",
    "tellings.group_id": "events",
    "tellings.item_id": "mentions",
    "links.left": "facts",
    "links.right": "facts",
    "copies.left": "documents",
    "copies.right": "documents",
    "answers.group_id": "positions",
    "answers.item_id": "facts",
}

VIEWS = """
CREATE VIEW who_says_what AS
  SELECT v.name AS voice, (SELECT e.name FROM members m JOIN entities e ON e.id = m.group_id WHERE m.item_id = v.id) AS known_as,
    p.words, s.mode, s.denied, s.hedged, coalesce(d.outlet, d.name) AS outlet, d.published_at AS date, d.name AS document,
    v.kind AS voice_kind, p."from" AS start, p."to" AS "end", s.id AS statement_id, s.doc_id
  FROM passages p JOIN statements s ON s.id = p.statement_id JOIN voices v ON v.id = s.voice_id
    JOIN documents d ON d.id = s.doc_id;
CREATE VIEW points_at_issue AS
  SELECT p.question, p.relation, p.kind, (SELECT count(*) FROM positions q WHERE q.point_id = p.id) AS positions,
    (SELECT group_concat(q.value, ' | ') FROM positions q WHERE q.point_id = p.id) AS answers,
    round(p.sharpness, 3) AS sharpness, p.id AS point_id
  FROM points p ORDER BY p.sharpness DESC, p.id;
CREATE VIEW who_answers_what AS
  SELECT p.question, p.relation, q.value AS answer, v.name AS voice, substr(d.text, f.start + 1, f."end" - f.start) AS words,
    s.mode, n.independent_low, n.independent_high, coalesce(d.outlet, d.name) AS outlet, d.published_at AS date,
    d.name AS document, p.id AS point_id, q.id AS position_id, s.id AS statement_id, f.doc_id, f.start, f."end"
  FROM points p JOIN positions q ON q.point_id = p.id JOIN standings n ON n.position_id = q.id JOIN answers a ON a.group_id = q.id
    JOIN (SELECT id, statement_id, doc_id, json_extract(span, '$[0]') AS start, json_extract(span, '$[1]') AS "end" FROM facts) f
      ON f.id = a.item_id
    JOIN statements s ON s.id = f.statement_id JOIN voices v ON v.id = s.voice_id JOIN documents d ON d.id = f.doc_id
  ORDER BY p.sharpness DESC, p.id;
CREATE VIEW who_repeats_whom AS
  SELECT l.name AS one, r.name AS other, k.subtype AS kind,
    CASE k.origin WHEN k."left" THEN l.name WHEN k."right" THEN r.name ELSE coalesce(k.origin, 'unknown') END AS origin,
    round(k.score, 3) AS score, k."left" AS one_id, k."right" AS other_id
  FROM copies k JOIN documents l ON l.id = k."left" JOIN documents r ON r.id = k."right";
CREATE VIEW names_used AS
  SELECT e.name, e.kind, count(*) AS mentions, count(DISTINCT m.doc_id) AS documents, e.aliases, e.id AS entity_id
  FROM entities e JOIN members g ON g.group_id = e.id JOIN mentions m ON m.id = g.item_id GROUP BY e.id ORDER BY mentions DESC;
"""


def told_of(table: str, column: str) -> str:
    """What is declared of a column beside its type. An id names one record: a second one with it is left out.

    Nothing checks the references: the records are there before their tables are, and a check would cost a third of the build.
    """
    if column == "id":
        return " PRIMARY KEY ON CONFLICT IGNORE"
    named = NAMES.get(f"{table}.{column}") or NAMES.get(column)
    return f' REFERENCES "{named}" ("id")' if named else ""


def make_views(db: sqlite3.Connection) -> None:
    """Puts the views on the shelf; they hold nothing, and are worked out when somebody looks."""
    db.executescript(VIEWS)
