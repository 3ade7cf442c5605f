"""DOCX: the paragraphs of the text as it now stands, insertions in it, deletions not; then the footnotes."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from rashomon.errors import UnreadableCapture
from rashomon.model import BlockKind
from rashomon.read.archives import RATIO, SMALL, UNPACKING, is_zip
from rashomon.read.dates import moment
from rashomon.read.debris import kinds_of
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.plain import told_by
from rashomon.read.samples import Outcome, Sample

TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
LARGEST = 64 * 2**20  # bytes of one part; the text of a book of 1,000 pages has 20 MB of markup
UNSEEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "sdtPr"})
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
KINDS: dict[str, BlockKind] = {"title": "title", "caption": "caption", "quote": "quote", "intense quote": "quote"}
AGAIN = "Copy it again, or save it as PDF and read that."


def is_docx(sample: Sample) -> bool:
    """Whether it is a ZIP that holds the text of a DOCX."""
    return is_zip(sample.data) and b"word/document.xml" in sample.data


def read_docx(sample: Sample) -> Iterator[Outcome]:
    """The text as one document."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(sample.data))
        names = set(archive.namelist())
        styles = _styles(_part(sample, archive, "word/styles.xml")) if "word/styles.xml" in names else {}
        told = _told(_part(sample, archive, "docProps/core.xml")) if "docProps/core.xml" in names else About()
        found = [
            (words, style, f"{name} {path}")
            for name in TEXTS
            if name in names
            for words, style, path in _paragraphs(_part(sample, archive, name), styles)
        ]
    except UNPACKING as error:
        raise UnreadableCapture(sample.uri, f"a damaged DOCX ({error})", AGAIN) from error
    if not found:
        raise UnreadableCapture(sample.uri, "a document without a text", "Leave it out, or read its pictures' text.")
    kinds = _kinds([(words, style) for words, style, _ in found])
    pieces = [Piece(words, kind, path) for (words, _, path), kind in zip(found, kinds, strict=True)]
    seen = told_by([(kind, words) for (words, _, _), kind in zip(found, kinds, strict=True)])
    about = About(
        title=seen.title or told.title,
        outlet=seen.outlet,
        author=seen.author or told.author,
        published_at=seen.published_at or told.published_at,
    )
    yield assembled(sample.capture, sample.name, pieces, about)


def _part(sample: Sample, archive: zipfile.ZipFile, name: str) -> etree._Element:
    entry = archive.getinfo(name)
    if entry.file_size > min(LARGEST, max(SMALL, RATIO * entry.compress_size)):
        raise UnreadableCapture(sample.uri, f"its {name} grows to {entry.file_size // 2**20} MB, as a bomb does", AGAIN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(archive.read(entry), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableCapture(sample.uri, f"its {name} is damaged ({error.msg})", AGAIN) from error


def _paragraphs(root: etree._Element, styles: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """The words, style and place of each paragraph that says something; those in text boxes and cells too."""
    for number, paragraph in enumerate(root.iter("{*}p"), 1):  # counted here: lxml counts siblings anew for each path
        if any(_name(outer) in UNSEEN for outer in paragraph.iterancestors()) or _name(paragraph) != "p":
            continue
        words = "".join(_words(paragraph)).strip()
        if words:
            yield words, styles.get(_style(paragraph), ""), f"(//w:p)[{number}]"


def _words(paragraph: etree._Element) -> Iterator[str]:
    """The strings of a paragraph, without those of paragraphs inside it."""
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        name = _name(element)
        if name == "t":
            yield element.text or ""
        elif name in BREAKS:
            yield BREAKS[name]
        elif name not in UNSEEN and name != "p":
            todo += reversed(element)


def _style(paragraph: etree._Element) -> str:
    return next((_value(style) for style in paragraph.iterfind("{*}pPr/{*}pStyle")), "")


def _styles(root: etree._Element) -> dict[str, str]:
    """The styles by their ids: the ids are in the writer's language, the names of the usual ones in English."""
    named: dict[str, str] = {}
    for style in root.iterfind("{*}style"):
        key = next((str(value) for name, value in style.attrib.items() if str(name).endswith("}styleId")), "")
        named[key] = next((_value(name).lower() for name in style.iterfind("{*}name")), "")
    return named


def _kinds(found: list[tuple[str, str]]) -> list[BlockKind]:
    """The kind that the style tells, else the one that the words tell; one title only."""
    told = ["heading" if style.startswith("heading") else KINDS.get(style) for _, style in found]
    seen = iter(kinds_of([words for (words, _), kind in zip(found, told, strict=True) if kind is None]))
    titled = "title" in told
    kinds: list[BlockKind] = []
    for styled in told:
        kind: BlockKind = next(seen) if styled is None else styled
        if kind == "title" and ("title" in kinds or (styled is None and titled)):
            kind = "heading" if styled else "para"
        kinds.append(kind)
    return kinds


def _told(root: etree._Element) -> About:
    """What its properties say: the author is who first typed it, the date when."""

    def field(name: str) -> str | None:
        return next(((element.text or "").strip() for element in root.iter(f"{{*}}{name}")), "") or None

    return About(title=field("title"), author=field("creator"), published_at=moment(field("created") or ""))


def _value(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}val")), "")


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
