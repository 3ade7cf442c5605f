"""PDF: the text layer's lines become paragraphs; running heads and page numbers become boilerplate."""

import threading

import pytest
from tests.fuzz.run import spoilt_bytes
from tests.read.capturing import block_of, document, failure, lawful, outcomes, words

from rashomon.demo import accounts
from rashomon.model import Document
from rashomon.read.layout import Line, paragraphs_of

BODY = (
    "The fire broke out shortly before midnight and spread to the",
    "neighbouring store within minutes, the fire brigade of the dis-",
    "trict said on Monday morning.",
    "Three people died in the flames, among them a watchman who had",
    "tried to open the gates. Eleven more were taken to hospital.",
)


def pdf(*pages: list[tuple[float, float, int, str]], **info: str) -> bytes:
    """A PDF of pages, each a list of lines: distance from the left and from below, size, words."""
    told = " ".join(f"/{key} ({value})" for key, value in info.items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {told} >>".encode(),
    ]
    kids = []
    for lines in pages:
        shown = "\n".join(f"BT /F1 {size} Tf {left} {below} Td ({text}) Tj ET" for left, below, size, text in lines).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
    return out + b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)


def lines(*texts: str, top: float = 700, size: int = 11, step: float = 14) -> list[tuple[float, float, int, str]]:
    return [(72, top - step * n, size, text) for n, text in enumerate(texts)]


def page(number: int, *texts: str) -> list[tuple[float, float, int, str]]:
    return [(72, 800, 9, "The Mill Courier, May 2031"), *lines(*texts), (290, 30, 9, str(number))]


def test_lines_become_paragraphs_and_parted_words_whole():
    made = document(pdf(lines(*BODY)), "a.pdf")
    lawful(made)
    assert words(made) == [
        "The fire broke out shortly before midnight and spread to the neighbouring store within minutes, the fire brigade of the "
        "district said on Monday morning.",
        "Three people died in the flames, among them a watchman who had tried to open the gates. Eleven more were taken "
        "to hospital.",
    ]


def test_paths_name_the_page_and_the_characters():
    made = document(pdf(lines(*BODY), lines("A second page says something more about it.")), "a.pdf")
    assert made.blocks[0].path.startswith("page 1, chars 0-")
    assert block_of(made, "second page").path == "page 2, chars 0-43"


def test_running_heads_and_page_numbers_are_no_text():
    made = document(pdf(page(1, *BODY), page(2, *BODY[3:]), page(3, "Nothing more is known.")), "a.pdf")
    assert words(made, "boilerplate") == [
        "The Mill Courier, May 2031", "1", "The Mill Courier, May 2031", "2", "The Mill Courier, May 2031", "3",
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_the_page():
    made = document(pdf(page(1, *BODY[:2]), page(2, *BODY[2:])), "a.pdf")
    block = block_of(made, "fire brigade")
    assert block.span.of(made.text).endswith("district said on Monday morning.")
    assert block.path.startswith("page 1, chars")
    assert "; page 2, chars" in block.path


def test_a_large_line_at_the_head_is_a_paragraph_of_its_own():
    head = [(72, 760, 22, "Three die in the fire at the mill"), (72, 735, 11, "By Ada Moss"), (72, 721, 11, "7 May 2031")]
    made = document(pdf([*head, *lines(*BODY)]), "a.pdf")
    assert (made.title, made.author, made.published_at) == ("Three die in the fire at the mill", "Ada Moss", "2031-05-07")


def test_the_largest_line_at_the_head_is_the_title_whatever_stands_above_it():
    head = [
        (72, 800, 11, "City of Port Hadrin"),
        (72, 780, 11, "Office of the Mayor"),
        (72, 740, 20, "fire at the old mill: what we know"),
    ]
    made = document(pdf([*head, *lines(*BODY, "For the office of the mayor, Bo Lind")]), "a.pdf")
    assert (made.title, made.outlet) == ("fire at the old mill: what we know", "Office of the Mayor")
    assert words(made, "boilerplate") == ["City of Port Hadrin", "Office of the Mayor"]


def test_a_date_deep_in_the_text_is_not_the_documents():
    deep = [
        lines(*BODY),
        *[lines(f"Page {n} says something more about it.", "Nobody knows.") for n in range(9)],
        lines("3 May 2008"),
    ]
    assert document(pdf(*deep), "a.pdf").published_at is None


def test_columns_are_read_one_after_the_other():
    left = ["The fire broke out shortly before", "midnight and spread to the store", "within minutes, and the roof of the"]
    right = ["mill fell in before anybody came.", "Three people died in the flames,", "among them a watchman of the mill."]
    columns = [(start, 700 - 14 * n, 10, text) for start, texts in ((72, left), (320, right)) for n, text in enumerate(texts)]
    assert words(document(pdf(columns), "a.pdf")) == [" ".join([*left, *right])]


def test_what_the_metadata_say_fills_the_gaps():
    made = document(
        pdf(lines(*BODY), Title="Fire at the mill", Author="A. Moss", CreationDate="D:20310507103000+02'00'"), "a.pdf"
    )
    assert (made.title, made.author, made.published_at) == ("Fire at the mill", "A. Moss", "2031-05-07T10:30:00+02:00")


@pytest.mark.parametrize("title", ["Microsoft Word - draft2.doc", "untitled", "layout 1", "fire.indd"])
def test_a_title_that_a_program_made_is_none(title):
    assert document(pdf(lines(*BODY), Title=title), "a.pdf").title is None


def test_pictures_of_pages():
    message = failure(pdf([]), "scan.pdf").message
    assert "no text layer" in message
    assert "OCR" in message


def test_an_encrypted_pdf():
    key = "<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"
    data = pdf(lines(*BODY)).replace(b"trailer << ", b"trailer << /ID [<00><00>] /Encrypt " + key.encode() + b" ")
    assert "encrypted" in failure(data, "a.pdf").message


def test_the_bundled_statement():
    path = next(path for path in accounts() if path.suffix == ".pdf")
    made = document(path.read_bytes(), path.name)
    lawful(made)
    assert made.title == "Statement on the events at the Northern Grain Terminal"
    assert made.published_at == "2031-05-07"
    assert words(made, "title") == [made.title]


def test_threads_may_read_at_the_same_time():
    data, made = pdf(*[lines(*BODY)] * 5), []
    readers = [threading.Thread(target=lambda: made.append(document(data, "a.pdf"))) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(made) == 8
    assert len({one.id for one in made}) == 1


@pytest.mark.parametrize(
    "edits", [[("repeat", 0.1171875, b"." * 20)], [("repeat", 0.5, b"."), ("repeat", 0.08140157614956546, b".")]]
)
def test_a_damaged_font_whose_lines_are_of_zeros_alone(edits):
    """Found by the fuzzer: such a line has no first word."""
    whole = next(path for path in accounts() if path.suffix == ".pdf").read_bytes()
    for made in outcomes(spoilt_bytes(whole, edits), "a.pdf"):
        assert isinstance(made, Document) or made.error == "UnreadableCapture"


def test_a_page_of_twenty_thousand_lines():
    """Found by the fuzzer: the column of each line was looked for among all."""
    lines = [
        Line(f"Line {n} says that.", 1, n * 20, n * 20 + 16, 50.0 + n % 7, 300.0, 700.0 - n, 710.0 - n) for n in range(20_000)
    ]
    assert sum(len(paragraph.text.split("Line ")) - 1 for paragraph in paragraphs_of([lines])) == 20_000
