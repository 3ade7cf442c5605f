"""The spreadsheet has a row for each place where an answer is held, and runs nothing that was captured."""

import csv

from tests.cases import Story, case_of, told
from tests.export.writing import write

from rashomon.export.sheets import HEAD, REVIEW
from rashomon.model import Judgement


def sheet(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_row_for_each_mention_in_its_exact_words(tmp_path):
    tables = told()
    write("csv", case_of(tables, tmp_path / "case"), tmp_path / "points.csv")
    head, *rows = sheet(tmp_path / "points.csv")
    assert tuple(head) == (*HEAD, *REVIEW)
    assert len(rows) == len(tables["answers"])
    texts = {document.name: document.text for document in tables["documents"]}
    for row in (dict(zip(head, cells, strict=True)) for cells in rows):
        assert row["quote"] in texts[row["document"]]
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_captured_text_is_no_formula(tmp_path):
    story = Story()
    page = story.account('[=HYPERLINK("http://evil.example") dead]content', name="+page", outlet="@outlet")
    voice = story.voice(page, "outlet", "-voice")
    said = story.says(voice, page, "content", "asserted")
    story.point("=1+1", "quantity", "agree", [story.fact(said, page, "dead")])
    write("csv", case_of(story.tables, tmp_path / "case"), tmp_path / "points.csv")
    cells = [cell for row in sheet(tmp_path / "points.csv")[1:] for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=1+1" in cells


def test_a_row_says_what_people_said_of_its_point(tmp_path):
    tables = told()
    point = tables["points"][0].id
    tables["judgements"] = [Judgement("jud1", point, "", "note", "=Ann", "2031-05-02T10:00", "2031-05-03", "why", "Bo")]
    write("csv", case_of(tables, tmp_path / "case"), tmp_path / "points.csv")
    head, *rows = sheet(tmp_path / "points.csv")
    said = {(row[head.index("point")], row[head.index("judged")]) for row in rows}
    assert (point, "note (=Ann, 2031-05-02, taken back)") in said
    assert {judged for other, judged in said if other != point} == {""}
