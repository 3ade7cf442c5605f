"""The workbook has a sheet for each table, runs nothing, and holds what no cell could hold as well as it can."""

from openpyxl import load_workbook
from tests.cases import HOSTILE, Story, told
from tests.export.writing import kept, write

from rashomon.export.cells import LONGEST


def test_a_sheet_for_each_table_with_its_rows(tmp_path):
    tables = told(HOSTILE)
    book = load_workbook(write("xlsx", kept(tables, tmp_path / "case"), tmp_path / "case.xlsx"))
    assert book.sheetnames[0] == "points"
    counts = {sheet.title: sheet.max_row - 1 for sheet in book}
    assert counts["points"] == len(tables["answers"])
    for name in ("documents", "statements", "facts", "entities", "events", "judgements", "failures"):
        assert counts[name] == len(tables[name])
    head = [each.value for each in book["documents"][1]]
    texts = [row[head.index("text")].value for row in book["documents"].iter_rows(min_row=2)]
    assert texts == [document.text for document in tables["documents"]]


def test_nothing_is_a_formula_and_nothing_breaks_the_file(tmp_path):
    story = Story()
    page = story.account('[=HYPERLINK("http://evil.example") \x00\x0b dead]content', name="+page", outlet="@outlet")
    long = story.account("[two dead]content " + "\U0001f525 long " * LONGEST, name="long")
    said = story.says(story.voice(page, "outlet", "-voice"), page, "content", "asserted")
    also = story.says(story.voice(long, "outlet", "x"), long, "content", "asserted")
    story.point("=1+1", "quantity", "agree", [story.fact(said, page, "dead"), story.fact(also, long, "two")])
    book = load_workbook(write("xlsx", kept(story.tables, tmp_path / "case"), tmp_path / "case.xlsx"))
    cells = [each for sheet in book for row in sheet.iter_rows(min_row=2) for each in row if each.value is not None]
    assert {each.data_type for each in cells} <= {"s", "n", "b"}
    assert not [each.value for each in cells if isinstance(each.value, str) and each.value.startswith(("=", "+", "-", "@"))]
    assert any(each.value == "'=1+1" for each in cells)
    longest = max((each.value for each in cells if isinstance(each.value, str)), key=len)
    assert longest.endswith("characters in all]")
    assert len(longest.encode("utf-16-le")) // 2 <= LONGEST
