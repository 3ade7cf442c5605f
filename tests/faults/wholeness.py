"""What must hold of a case folder whatever happened to whoever was writing it."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.pipeline.conftest import holdings

from rashomon.export.altered import altered_in_folder
from rashomon.model import Judgement
from rashomon.store.case import Case

TRANSIENT = ("cut short", "in no line")  # what the next run mends: a torn line, a file not logged yet


def told(path: Path) -> dict[str, Any]:
    """Every table on the shelf, less the moments at which things were done."""
    tables = holdings(path)
    judged = [replace(one, retracted_at=one.retracted_at and "then") for one in tables["judgements"]]
    return {**tables, "judgements": judged}


def originals(path: Path) -> dict[str, bytes]:
    """Every original with its bytes."""
    captures = Case(path).captures
    return {capture.sha256: captures.data(capture) for capture in captures.all()}


def words(path: Path) -> list[Judgement]:
    """People's word, as its file has it."""
    return Case(path).judgements.all()


def wrong_now(path: Path, before: Path, noted: set[str]) -> list[str]:
    """What is wrong with a case right after a fault; `before` is what it was, `noted` what was told to be safe since."""
    if not (path / "case.toml").exists():
        return ["the case is gone"] if (before / "case.toml").exists() or noted else []
    wrong = broken_databases(path)
    case = Case.open(path)
    wrong += [line for line in case.captures.verify() if not any(word in line for word in TRANSIENT)]
    if (before / "case.toml").exists():
        held = originals(path)
        wrong += [f"the original {digest} is lost" for digest, data in originals(before).items() if held.get(digest) != data]
        now = {one.id: one for one in words(path)}
        wrong += [f"the judgement {one.id} is lost" for one in words(before) if one.id not in now]
        lines = Case(before).captures.log.read_bytes()
        if not case.captures.log.read_bytes().startswith(lines):
            wrong.append("the custody log lost a line")
    said = {f"{one.relation} {one.user}" for one in words(path)}
    wrong += [f"a word is lost: {one}" for one in noted if one.endswith(" ben") and one not in said]
    if "retracted" in noted and not any(one.retracted_at for one in words(path)):
        wrong.append("a word was taken back, and holds again")
    if (path / "shelf.sqlite").exists():
        known = {capture.sha256 for capture in case.captures.all()}
        wrong += [f"{one.uri} is not in the custody log" for one in told(path)["captures"] if one.sha256 not in known]
    elif (before / "shelf.sqlite").exists() or "read" in noted:
        wrong.append("the shelf is gone")
    for part in path.glob("parts/*/*"):
        if not (part / "part.json").exists() or not json.loads((part / "part.json").read_text())["items"]:
            wrong.append(f"{part.name} is half a part")
    if (path / "out" / "manifest.json").exists():
        wrong += altered_in_folder(path / "out")
    return wrong


def wrong_at_last(path: Path, undisturbed: Path) -> list[str]:
    """What is wrong once the same was done again."""
    wrong = broken_databases(path)
    case = Case.open(path)
    wrong += case.captures.verify()
    mine, others = told(path), told(undisturbed)
    wrong += [f"the table {table} is another" for table in others if mine[table] != others[table]]
    wrong += ["the originals are others"] if originals(path) != originals(undisturbed) else []
    wrong += ["drafts are left"] if case.drafts.exists() else []
    wrong += [f"{left} is left of a killed export" for left in path.rglob(".rashomon-*")]
    if (path / "out").exists():
        wrong += altered_in_folder(path / "out")
    return wrong


def broken_databases(path: Path) -> list[str]:
    """What SQLite finds wrong."""
    wrong = []
    for file in path.glob("*.sqlite"):
        with closing(sqlite3.connect(file)) as db:
            wrong += [f"{file.name}: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return wrong
