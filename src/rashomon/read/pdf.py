"""PDF: its text layer, page by page, the lines joined into paragraphs."""

import itertools
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2

from rashomon.errors import UnreadableCapture
from rashomon.model import BlockKind
from rashomon.read.dates import to_utc
from rashomon.read.debris import is_sentence, kinds_of
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.plain import told_by
from rashomon.read.samples import Outcome, Sample
from rashomon.text.normal import folded

PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD
_ONE_AT_A_TIME = threading.Lock()  # PDFium keeps state of its own for the whole process
_HYPHEN = "\x02\ufffe"  # what PDFium gives for a hyphen and the line's end after it
_LINE = re.compile(rf"[^\r\n{_HYPHEN}]*[^\s{_HYPHEN}][^\r\n{_HYPHEN}]*[{_HYPHEN}]?")
_NUMBER = re.compile(r"(?:(?:page|seite|p\.|s\.)\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/|von)\s*\d{1,4})?", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"”’»)\]]*$")
_OPENS = re.compile(r"(?:[-*•–▪]|\(?\d{1,3}[.)]|\([a-z]\))\s")
_NO_TITLE = re.compile(
    r"untitled|microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|odt|qxd|html?)|(?:document|title|layout|print)\s*\d*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as PDFium gives it: its words, the page, its range of characters there, and its box in points from below."""

    text: str
    page: int
    start: int
    end: int
    left: float
    right: float
    bottom: float
    top: float


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
    paragraphs = _paragraphs(pages)
    kinds = _kinds(paragraphs, told.get("Title", ""))
    words = [(kind, text) for kind, (text, _, _) in zip(kinds, paragraphs, strict=True)]
    pieces = [Piece(text, kind, path) for kind, (text, path, _) in zip(kinds, paragraphs, strict=True)]
    yield assembled(sample.capture, sample.name, pieces, _about(told, told_by(words), _letterhead(words)))


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
            return [_line(words, text, number + 1, *found.span()) for found in _LINE.finditer(text)]
        finally:
            words.close()
    finally:
        page.close()


def _line(words: pypdfium2.PdfTextPage, text: str, page: int, start: int, end: int) -> Line:
    line = text[start:end]
    first, last = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
    left, bottom, _, top = words.get_charbox(first, loose=True)
    _, _, right, _ = words.get_charbox(last - 1, loose=True)
    shown = text[first:last].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Line(shown.replace("\x00", ""), page, first, last, left, right, bottom, top)


def _paragraphs(pages: Sequence[Sequence[Line]]) -> list[tuple[str, str, bool]]:
    """Each paragraph's text, its place ("page 2, chars 10-80"), and whether it is a running head or a page number."""
    running = _running(pages)
    made: list[tuple[list[Line], bool]] = []
    for lines in pages:
        body = [line for line in lines if line not in running]
        runs = _runs(body)
        head = [line for line in lines if line in running and (not body or line.start < body[0].start)]
        foot = [line for line in lines if line in running and line not in head]
        made += [([line], True) for line in head]
        last = next((lines for lines, is_running in reversed(made) if not is_running), None)
        if last and runs and not _ENDS.search(last[-1].text) and runs[0][0].text[0].islower():
            last += runs.pop(0)  # a paragraph that goes on over the page
        made += [(run, False) for run in runs] + [([line], True) for line in foot]
    known = frozenset(word for lines in pages for line in lines for word in re.findall(r"\w+-\w+", line.text.casefold()))
    return [(_joined(lines, known), _place(lines), is_running) for lines, is_running in made]


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of one page cut into paragraphs, by the space between them and by how the last one ends."""
    if not lines:
        return []
    steps = [above.bottom - below.bottom for above, below in itertools.pairwise(lines) if above.bottom > below.bottom]
    usual = median(steps) if steps else 0.0
    width = max(line.right for line in lines) - min(line.left for line in lines)
    runs = [[lines[0]]]
    for above, below in itertools.pairwise(lines):
        step, size = above.bottom - below.bottom, (above.top - above.bottom) / max(below.top - below.bottom, 0.1)
        is_apart = step > 1.35 * usual or not 0.8 < size < 1.25 or (step < -2 * usual and bool(_ENDS.search(above.text)))
        is_done = bool(_ENDS.search(above.text)) and (above.right - above.left < 0.75 * width or below.left > above.left + 8)
        word = (below.right - below.left) * len(below.text.split()[0]) / len(below.text)
        is_short = above.right - above.left + word < 0.65 * width  # the next word would have fitted: the break is meant
        if is_apart or is_done or is_short or _OPENS.match(below.text):
            runs.append([below])
        else:
            runs[-1].append(below)
    return runs


def _running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Page numbers, and lines at the edge of a page that stand at the edge of most others, figures aside."""
    edges = [[*lines[:2], *lines[2:][-2:]] for lines in pages]
    seen = Counter(key for lines in edges for key in {_unnumbered(line) for line in lines})
    often = {key for key, count in seen.items() if count >= max(2, 0.5 * len(pages)) and len(pages) > 1}
    numbers = {line for lines in pages for line in (*lines[:1], *lines[1:][-1:]) if _NUMBER.fullmatch(line.text)}
    return numbers | {line for lines in edges for line in lines if _unnumbered(line) in often}


def _unnumbered(line: Line) -> tuple[str, int]:
    """The line's words without figures, and its height on the page: both recur where a head runs."""
    return re.sub(r"\d+", "#", folded(line.text)), round(line.bottom / 6)


def _joined(lines: Sequence[Line], known: frozenset[str]) -> str:
    """The lines as one text: a word parted at a line's end is whole again, a line end is a space.

    A hyphen stays where `known`, the document's words, hold the compound with it ("anti-government").
    """
    text = lines[0].text
    for line in lines[1:]:
        parted = re.search(rf"(\w+)[-\u00ad{_HYPHEN}]$", text)
        if parted and line.text[:1].islower():
            after = re.match(r"\w+", line.text)
            compound = f"{parted.group(1)}-{after.group() if after else ''}".casefold()
            text = text[:-1] + ("-" if compound in known else "") + line.text
        else:
            text = f"{text} {line.text}"
    return re.sub(r"\s+", " ", text.replace("\u00ad", "").translate(dict.fromkeys(map(ord, _HYPHEN), "-")))


def _place(lines: Sequence[Line]) -> str:
    parts = [list(run) for _, run in itertools.groupby(lines, key=lambda line: line.page)]
    return "; ".join(f"page {part[0].page}, chars {part[0].start}-{part[-1].end}" for part in parts)


def _kinds(paragraphs: Sequence[tuple[str, str, bool]], title: str) -> list[BlockKind]:
    """What each paragraph is; the one that says what the metadata call the title is the title, whatever it looks like."""
    body = [text for text, _, is_running in paragraphs if not is_running]
    told = iter(kinds_of(body))
    kinds: list[BlockKind] = ["boilerplate" if is_running else next(told) for _, _, is_running in paragraphs]
    if title and not _NO_TITLE.fullmatch(title):
        known = next((n for n, (text, _, _) in enumerate(paragraphs) if folded(text) == folded(title)), None)
        if known is not None:
            kinds = ["para" if kind == "title" else kind for kind in kinds]
            head = [
                kind == "para" and not is_sentence(text) for kind, (text, _, _) in zip(kinds[:known], paragraphs, strict=False)
            ]
            kinds[:known] = ["boilerplate" if is_head else kind for is_head, kind in zip(head, kinds[:known], strict=True)]
            kinds[known] = "title"
    return kinds


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
        return to_utc(f"{year}-{month}-{day}")
    zone = "Z" if zulu else f"{hours}:{minutes or '00'}" if hours else ""
    return to_utc(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}")
