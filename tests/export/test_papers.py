"""The case to be read, in Markdown and as a Word document: the exact words, whose they are, and nothing that runs."""

from docx import Document
from markdown_it import MarkdownIt
from tests.cases import HOSTILE, case_of, told
from tests.export.writing import kept, write

from rashomon.export.markdowns import escaped


def rendered(path):
    return MarkdownIt("commonmark").enable("table").render(path.read_text("utf-8"))


def told_in(path):
    """Every paragraph of a Word document, with its style."""
    return [(one.style.name, one.text) for one in Document(path).paragraphs]


def test_both_tell_every_point_with_its_answers_and_their_exact_words(tmp_path):
    case = kept(told(), tmp_path / "case")
    html = rendered(write("markdown", case, tmp_path / "case.md"))
    leaves = told_in(write("docx", case, tmp_path / "case.docx"))
    heads = [text for style, text in leaves if style == "Heading 2"]
    assert heads == ["1. How many people died in the fire?", "2. Was it set?"]
    assert html.count("<h3>") == 2
    quotes = [text for style, text in leaves if style == "Quote"]
    assert (
        "Thirty-one people died in the blaze, a nurse told us. — a nurse, in the page’s wording, given as unsure, other.txt [C]"
        in (quotes[2].split(", 3 March")[0])
    )
    answers = [text for style, text in leaves if style == "List Bullet"]
    assert answers[0] == "“at least twelve people” — 1–2 independent voices in 2 accounts"
    for exact in (
        "Thirty-one people died in the blaze",
        "“at least twelve people died” in the fire",
        "Dozens died and nobody says so",
    ):
        assert f"<strong>{exact}</strong>" in html
        assert any(exact in quote for quote in quotes)
    bold = {
        run.text
        for one in Document(tmp_path / "case.docx").paragraphs
        if one.style.name == "Quote"
        for run in one.runs
        if run.bold
    }
    assert "Thirty-one people died in the blaze" in bold


def test_the_word_document_has_the_accounts_and_the_originals_in_tables(tmp_path):
    tables = told()
    accounts, originals = Document(write("docx", kept(tables, tmp_path / "case"), tmp_path / "case.docx")).tables
    assert [row.cells[0].text for row in accounts.rows] == ["", "A", "B", "C", "D"]
    assert len(originals.rows) == 5
    assert all(len(row.cells[2].text.replace("\u200b", "")) == 64 for row in originals.rows[1:])


def test_no_captured_word_makes_a_tag_a_link_or_a_heading(tmp_path):
    evil = f"# head * item <http://evil.example> <b>b</b> `c` | d {HOSTILE}\x00\x1b"
    case = case_of(told(evil), tmp_path / "case")
    html = rendered(write("markdown", case, tmp_path / "case.md"))
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "<a " not in html
    assert "<code>" not in html
    assert html.count("<h1>") == 1
    assert "&lt;script&gt;" in html
    text = " ".join(text for _, text in told_in(write("docx", case, tmp_path / "case.docx")))
    assert "<script>" in text
    assert "\x1b" not in text


def test_what_is_escaped_reads_as_it_was():
    for words in (
        "1. one",
        "- two",
        "*three* _four_",
        "a|b",
        "<i>&amp;",
        "# five",
        "=1+1",
        "[x](javascript:1)",
        "![y](p.png)",
        "C:\\x",
        "100 %",
    ):
        shown = MarkdownIt("commonmark").render(escaped(words))
        assert shown == MarkdownIt("commonmark").render("x").replace(
            "x", words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        )


def test_what_looks_like_something_else_than_it_is_says_so(tmp_path):
    case = kept(told("H\u043elt \u202e4 died"), tmp_path / "case")
    leaves = " ".join(text for _, text in told_in(write("docx", case, tmp_path / "case.docx")))
    for words in (write("markdown", case, tmp_path / "case.md").read_text("utf-8"), leaves):
        assert "H\u043elt ⟨two alphabets⟩ ⟨RLO⟩4 died" in words
        assert "\u202e" not in words
