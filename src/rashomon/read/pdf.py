"""PDF: its text layer, page by page."""

import re
import threading
from collections.abc import Iterator, Sequence
from statistics import median

import pypdfium2

from rashomon.errors import UnreadableCapture
from rashomon.model import BlockKind
from rashomon.read.dates import moment
from rashomon.read.debris import is_sentence, kinds_of
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.layout import HYPHEN, Line, Paragraph, paragraphs_of
from rashomon.read.plain import told_by
from rashomon.read.samples import Outcome, Sample
from rashomon.text.normal import folded

HEAD = 12  # paragraphs in which title, date and author stand
PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD
_ONE_AT_A_TIME = threading.Lock()  # PDFium keeps state of its own for the whole process
_LINE = re.compile(rf"[^\r\n{HYPHEN}]*[^\s{HYPHEN}][^\r\n{HYPHEN}]*[{HYPHEN}]?")
_NO_TITLE = re.compile(
    r"untitled|microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|odt|qxd|html?)|(?:document|title|layout|print)\s*\d*", re.IGNORECASE
)


def is_pdf(sample: Sample) -> bool:
    """Whether a PDF begins within the first kilobyte, as readers of PDF allow."""
    return b"%PDF-" in sample.data[:1024]


def read_pdf(sample: Sample) -> Iterator[Outcome]:
    """The text layer as one document."""
    if b"%%EOF" not in sample.data[-2048:]:
        raise UnreadableCapture(sample.uri, "the PDF is cut off: its end is missing", "Copy or download it again.")
    with _ONE_AT_A_TIME:
        pages, told = _opened(sample)
    if not any(pages):
        raise UnreadableCapture(
            sample.uri,
            "the PDF has no text layer, only pictures of pages",
            "Run text recognition (OCR) on it and read the result.",
        )
    paragraphs = paragraphs_of(pages)
    kinds = _kinds(paragraphs, told.get("Title", ""))
    words = [(kind, paragraph.text) for kind, paragraph in zip(kinds, paragraphs, strict=True)]
    pieces = [Piece(paragraph.text, kind, paragraph.place) for kind, paragraph in zip(kinds, paragraphs, strict=True)]
    yield assembled(sample.capture, sample.name, pieces, _about(told, told_by(words[:HEAD]), _letterhead(words)))


def _opened(sample: Sample) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each page, and the metadata; every handle is closed again."""
    try:
        pdf = pypdfium2.PdfDocument(sample.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower():
            raise UnreadableCapture(sample.uri, "the PDF is encrypted", "Save it without its password and read that.") from error
        raise UnreadableCapture(sample.uri, "the PDF is damaged", "Copy or download it again.") from error
    try:
        return [_lines(pdf, number) for number in range(len(pdf))], dict(pdf.get_metadata_dict())
    except pypdfium2.PdfiumError as error:
        raise UnreadableCapture(sample.uri, f"the PDF is damaged ({error})", "Copy or download it again.") from error
    finally:
        pdf.close()


def _lines(pdf: pypdfium2.PdfDocument, number: int) -> list[Line]:
    page = pdf[number]
    try:
        words = page.get_textpage()
        try:
            # asked one by one: the text as a whole may be shorter than PDFium's own count, by which boxes are asked
            codes = [pypdfium2.raw.FPDFText_GetUnicode(words, at) for at in range(words.count_chars())]
            text = "".join(map(chr, codes))
            lines = (_line(words, text, number + 1, *found.span()) for found in _LINE.finditer(text))
            return [line for line in lines if line.text.strip()]  # in a damaged font a line may be of zeros alone
        finally:
            words.close()
    finally:
        page.close()


def _line(words: pypdfium2.PdfTextPage, text: str, page: int, start: int, end: int) -> Line:
    line = text[start:end]
    first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    left, _, _, _ = words.get_charbox(first, loose=True)
    _, _, right, _ = words.get_charbox(last - 1, loose=True)
    middle = next((at for at in range((first + last) // 2, last) if not text[at].isspace()), first)
    _, bottom, _, top = words.get_charbox(middle, loose=True)  # the first may be a bullet, the last a footnote's number
    shown = text[first:last].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Line(shown.replace("\x00", ""), page, first, last, left, right, bottom, top)


def _kinds(paragraphs: Sequence[Paragraph], title: str) -> list[BlockKind]:
    """What each paragraph is: told by its words, the title also by the metadata and by its size."""
    told = iter(kinds_of([paragraph.text for paragraph in paragraphs if not paragraph.is_running]))
    kinds: list[BlockKind] = ["boilerplate" if paragraph.is_running else next(told) for paragraph in paragraphs]
    known = _title(paragraphs, title)
    if known is None:
        return kinds
    for n, paragraph in enumerate(paragraphs):
        if n == known:
            kinds[n] = "title"
        elif n < known and kinds[n] in ("para", "title", "heading") and not is_sentence(paragraph.text):
            kinds[n] = "boilerplate"  # a letterhead, or the name of a series
        elif kinds[n] == "title":
            kinds[n] = "para"
    return kinds


def _title(paragraphs: Sequence[Paragraph], title: str) -> int | None:
    """Which paragraph is the title: what the metadata call so, else the largest at the head of the first page."""
    if title and not _NO_TITLE.fullmatch(title):
        known = next((n for n, paragraph in enumerate(paragraphs) if folded(paragraph.text) == folded(title)), None)
        if known is not None:
            return known
    usual = median(paragraph.size for paragraph in paragraphs)
    head = [
        (paragraph.size, -n)
        for n, paragraph in enumerate(paragraphs[:HEAD])
        if paragraph.place.startswith("page 1,")
        and not paragraph.is_running
        and 3 <= len(paragraph.text.split()) <= 30
        and paragraph.size > 1.2 * usual
    ]
    return -max(head)[1] if head else None


def _letterhead(words: Sequence[tuple[BlockKind, str]]) -> str | None:
    """Who publishes it: a short line above the title, letters not figures, whose words the text says again."""
    title = next((n for n, (kind, _) in enumerate(words) if kind == "title"), 0)
    after = folded(" ".join(text for _, text in words[title:]))
    above = [text for kind, text in words[:title] if kind == "boilerplate" and 1 < len(text.split()) <= 6]
    return next((text for text in above if folded(text) in after and not re.search(r"\d", text)), None)


def _about(told: dict[str, str], seen: About, letterhead: str | None) -> About:
    """What the head of the text says, else the metadata: those often name a template, a program or the day of saving."""
    title, author = told.get("Title", "").strip(), told.get("Author", "").strip()
    return About(
        title=title if title and not _NO_TITLE.fullmatch(title) else seen.title,
        outlet=seen.outlet or letterhead,
        author=seen.author or author or None,
        published_at=seen.published_at or _created(told.get("CreationDate", "")),
    )


def _created(stamp: str) -> str | None:
    """PDF's own "D:20310507103000+02'00'" as ISO 8601 in UTC."""
    found = re.match(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?", stamp)
    if not found:
        return None
    year, month, day, hour, minute, second, zulu, hours, minutes = found.groups()
    if hour is None:
        return moment(f"{year}-{month}-{day}")
    zone = "Z" if zulu else f"{hours}:{minutes or '00'}" if hours else ""
    return moment(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}")
