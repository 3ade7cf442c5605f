"""What an assistant is given of a case: rows that are short enough to be read by one, with exact words and where they stand."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rashomon.errors import UsageError
from rashomon.store.case import Case
from rashomon.views.exported import Row
from rashomon.views.listings import Listing, hit_row, listing, row
from rashomon.views.records import Records
from rashomon.views.search import KINDS, Sought, search

MOST = 50  # rows of one answer
EACH = 12  # places where one answer to a point is given, shown at most
PIECE = 20_000  # characters of a document's text in one answer, at most


class Excerpts:
    """The case as it lies on its shelf now: a `rashomon read` meanwhile is seen at the next question."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._stamp: tuple[int, int] | None = None
        self._records = self._now()

    def points(self, chosen: Mapping[str, str], limit: int, after: str | None) -> Row:
        """The questions at issue, the sharpest first: each answer in one line."""
        found = self._page("points", chosen, limit, after)
        return _some([_brief(each) for each in found.rows], found)

    def point(self, key: str) -> Row:
        """One question with every answer: who gives it, in which words, and where these stand.

        Raises UsageError where there is none of that id.
        """
        point = self._row("points", key)
        positions = [
            {
                **each,
                "mentions": [self._placed(one) for one in each["mentions"][:EACH]],
                "more": max(0, len(each["mentions"]) - EACH),
            }
            for each in point["positions"]
        ]
        return {**point, "positions": positions, "reasons": sorted({each["feature"] for each in point["reasons"]})}

    def statements(self, chosen: Mapping[str, str], limit: int, after: str | None) -> Row:
        """Who says what, in the exact words."""
        found = self._page("statements", chosen, limit, after)
        return _some([self._said(each) for each in found.rows], found)

    def documents(self, chosen: Mapping[str, str], limit: int, after: str | None) -> Row:
        """The accounts, without their texts."""
        found = self._page("documents", chosen, limit, after)
        rows = [
            {
                **{name: each[name] for name in ("id", "name", "title", "outlet", "author", "date", "lang")},
                "length": len(each["text"]),
            }
            for each in found.rows
        ]
        return _some(rows, found)

    def text(self, key: str, start: int, length: int) -> Row:
        """A piece of one account's text, and where it stands in it.

        Raises UsageError where there is none of that id.
        """
        document = self._row("documents", key)
        text = document.pop("text")
        start = min(max(0, start), len(text))
        end = min(len(text), start + min(max(1, length), PIECE))
        return {**document, "start": start, "end": end, "length": len(text), "text": text[start:end]}

    def search(self, asked: Mapping[str, str], page: int) -> Row:
        """Exact words that hold what is sought, the best first.

        Raises UsageError for a kind or a date that there is not.
        """
        sought = Sought.of(asked)
        for name in ("kind", "since", "until"):
            if asked.get(name) and name not in sought.asked:
                allowed = ", ".join(KINDS) if name == "kind" else "a year, a month or a day, as 2017-04-04"
                raise UsageError(f"{name} is {asked[name][:80]!r}; known: {allowed}")
        view = search(self._now(), sought, page)
        return {
            "understood": view.query.understood,
            "total": view.total,
            "pages": view.pages,
            "found": [hit_row(each) for each in view.found],
        }

    def _page(self, table: str, chosen: Mapping[str, str], limit: int, after: str | None) -> Listing:
        return listing(self._now(), table, chosen, after=after, limit=min(max(1, limit), MOST))

    def _row(self, table: str, key: str) -> Row:
        found = row(self._now(), table, key)
        if found is None:
            raise UsageError(f"{table} has no {key[:80]!r}; ask for the {table} first, and take an id from there")
        return found

    def _said(self, statement: Row) -> Row:
        at = {"start": statement["content"][0][0], "end": statement["content"][-1][1]}
        kept = ("id", "doc", "voice", "mode", "denied", "hedged", "nested_in", "quote")
        return self._placed({**{name: statement[name] for name in kept if name in statement}, **at})

    def _placed(self, one: Row) -> Row:
        """With the outlet and the date, for whoever reads must say where it stands."""
        witness = self._records.witnesses[one["doc"]]
        return {**one, "outlet": witness.outlet, "date": witness.published_at}

    def _now(self) -> Records:
        shelf = Case.open(self._case)
        found = (shelf.path / "shelf.sqlite").stat() if (shelf.path / "shelf.sqlite").exists() else None
        stamp = None if found is None else (found.st_mtime_ns, found.st_ino)
        if self._stamp is None or stamp != self._stamp:
            self._records, self._stamp = Records(shelf.shelf, self._case.resolve().name), stamp
        return self._records


def _brief(point: Row) -> Row:
    answers = [
        {
            "value": each["value"],
            "independent": each["independent"],
            "first_at": each["first_at"],
            "voices": sorted({one["voice"] for one in each["mentions"]})[:EACH],
            "documents": len({one["doc"] for one in each["mentions"]}),
        }
        for each in point["positions"]
    ]
    return {**{name: point[name] for name in ("id", "question", "type", "relation", "subtype")}, "answers": answers}


def _some(rows: list[Row], found: Listing) -> dict[str, Any]:
    return {"rows": rows, "next": found.next}
