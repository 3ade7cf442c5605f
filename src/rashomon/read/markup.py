"""HTML of posts to passages: other than in articles (elements.py), line breaks, quotations and their authors count here."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring, fragment_fromstring

from rashomon.errors import UnreadableCapture
from rashomon.read.elements import refuse_crowded, without_pictures

UNSEEN = {"script", "style", "noscript", "template", "svg", "button", "textarea", "select", "option", "form", "iframe", "head"}
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
QUOTES = {"quote", "quotebox", "bbcode_quote", "bbcodequote", "bbcodeblock--quote", "ipsquote", "quotecontent", "mycode_quote"}
QUOTED_BY = ("data-quote", "data-author", "data-username", "data-ipsquote-username")  # attributes that name who is quoted
HEADS = {  # the lines of a quotation that say whose it is
    "bbcodeblock-title", "bbcodeblock-expandlink", "attribution", "quotetitle", "quoteheader", "bbcode_postedby",
    "ipsquote_citation", "title", "quote-controls", "quoteboxtitle",
}  # fmt: skip
_WROTE = re.compile(
    r"(?:originally posted by|zitat von|quote from:?|zitat:?)?\s{0,9}(?P<name>.{1,60}?)\s{0,9}"
    r"(?:wrote|said|schrieb|hat gesagt|a écrit|escribió|posted)?\.?\s{0,9}:?\s{0,9}[⬆↑→]?",
    re.IGNORECASE | re.DOTALL,
)
_LONE = re.compile("[\x00\ud800-\udfff]")
LARGEST = 24 * 2**20  # characters of markup that are parsed: a forum page of 8 MB takes 4 s


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as it is shown, where it stands, and whether it is quoted (and of whom, where that is said)."""

    text: str
    path: str
    quoted: bool = False
    author: str | None = None


def parsed_page(text: str, uri: str) -> HtmlElement | None:
    """The root element of a page, or None where there is no element; raises UnreadableCapture where it nests too deeply."""
    text = without_pictures(text)
    if len(text) > LARGEST:
        reason = f"its HTML is {len(text) // 2**20} MB; threads of up to {LARGEST // 2**20} MB are read"
        raise UnreadableCapture(uri, reason, "Save the thread in parts, or as plain text.")
    refuse_crowded(text, uri)
    parser = HTMLParser(huge_tree=True, encoding="utf-8")
    try:
        root = document_fromstring(_bytes(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing but comments or white space
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log.filter_from_fatals()):
        # libxml2 keeps 2,048 levels whatever it is told, and silently drops what is deeper
        raise UnreadableCapture(
            uri, "its HTML is nested more than 2,048 levels deep", "Save the page as plain text and read that."
        )
    return root


def parsed_fragment(text: str) -> HtmlElement:
    """A piece of HTML, as JSON exports hold it, as the content of one `div`."""
    parser = HTMLParser(huge_tree=True, encoding="utf-8")
    return fragment_fromstring(b"<div>" + _bytes(text) + b"</div>", create_parent="div", parser=parser)


def classes(element: HtmlElement) -> set[str]:
    """The element's classes, in lower case."""
    return set((element.get("class") or "").lower().split())


def path_of(element: HtmlElement) -> str:
    """Where the element stands: `/html/body/div[2]/p[3]`."""
    return str(element.getroottree().getpath(element))


def passages(root: HtmlElement, dropped: Callable[[HtmlElement], bool] = lambda _: False, where: str = "") -> list[Passage]:
    """The paragraphs shown in `root`, without those parts that are never seen or are `dropped`.

    `where` stands for the path of every passage, for pieces of HTML that lie inside JSON. Nothing recurses: threads nest
    each reply into the one that it answers, and may be hundreds deep.
    """
    gathered = _Gathering(root, where)
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start" and element is not root and (element.tag in UNSEEN or dropped(element) or gathered.heads(element)):
            walker.skip_subtree()
            gathered.skipped = element
        elif event == "start":
            gathered.opened(element)
        elif event == "end" and element is gathered.skipped:
            gathered.skipped = None
            gathered.ended(element)
        elif event == "end":
            gathered.closed(element)
        elif element is not root:
            gathered.add(element.tail)
    gathered.flush()
    return gathered.found


def shown(element: HtmlElement) -> str:
    """All that the element shows, on one line."""
    return " ".join(passage.text.replace("\n", " ") for passage in passages(element))


def headline(element: HtmlElement | None) -> Passage | None:
    """The element as a title: what it shows and where it stands; None where it shows nothing."""
    words = shown(element) if element is not None else ""
    return Passage(words, path_of(element)) if words else None


def first(root: HtmlElement, xpath: str) -> HtmlElement | None:
    """The first element under `root` that the XPath finds."""
    found = root.xpath(xpath)
    return found[0] if found else None


class _Paths:
    """Where elements stand under `root`, as `path_of` has it. Each parent's children are counted once: counted anew for every
    one of them, a page of 100,000 paragraphs took 80 seconds.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._known: dict[HtmlElement, str] = {}
        self._steps: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        if not self._known:
            self._known[self._root] = path_of(self._root)
        new: list[HtmlElement] = []
        at = element
        while at not in self._known:
            new.append(at)
            at = at.getparent()
        path = self._known[at]
        for one in reversed(new):
            path = self._known[one] = f"{path}/{self._step(one)}"
        return path

    def _step(self, element: HtmlElement) -> str:
        if element not in self._steps:
            children = [child for child in element.getparent() if isinstance(child.tag, str)]
            all_of, so_far = Counter(child.tag for child in children), Counter[str]()
            for child in children:
                so_far[child.tag] += 1
                self._steps[child] = f"{child.tag}[{so_far[child.tag]}]" if all_of[child.tag] > 1 else child.tag
        return self._steps[element]


@dataclass(slots=True)
class _Gathering:
    """The passages found so far, and the one that is being gathered."""

    root: HtmlElement
    where: str
    found: list[Passage] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    owner: HtmlElement | None = None  # the block in which the passage began
    blocks: list[HtmlElement] = field(default_factory=list)
    quotes: list[tuple[HtmlElement, str | None]] = field(default_factory=list)
    skipped: HtmlElement | None = None
    paths: _Paths = field(init=False)

    def __post_init__(self) -> None:
        self.paths = _Paths(self.root)

    def opened(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS or element is self.root or _is_quote(element):
            self.flush()
            self.blocks.append(element)
            if element is not self.root and _is_quote(element):
                around = self.quotes[-1][1] if self.quotes else None  # an unnamed quotation in a named one is its inner half
                self.quotes.append((element, _quoted_by(element) or around))
        if element.tag == "br":
            self.words.append("\n")
        self.add(_whole_address(element) or element.text)

    def closed(self, element: HtmlElement) -> None:
        if self.blocks and self.blocks[-1] is element:
            self.flush()
            self.blocks.pop()
            if self.quotes and self.quotes[-1][0] is element:
                self.quotes.pop()
        self.ended(element)

    def ended(self, element: HtmlElement) -> None:
        if element is not self.root:
            self.add(element.tail)

    def heads(self, element: HtmlElement) -> bool:
        """Whether the element is the head of a quotation ("X wrote:"), not its text."""
        return bool(self.quotes) and (element.tag == "cite" or bool(classes(element) & HEADS))

    def add(self, text: str | None) -> None:
        if text and (text.strip() or self.words):
            if self.owner is None and text.strip():
                self.owner = self.blocks[-1]
            is_code = any(block.tag == "pre" for block in self.blocks[-2:])
            self.words.append(text if is_code else text.replace("\n", " "))

    def flush(self) -> None:
        if not self.words:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self.words).split("\n"))
        path = self.where or (self.paths.of(self.owner) if self.owner is not None else "")
        author = self.quotes[-1][1] if self.quotes else None
        for part in re.split(r"\n{2,}", text):
            if part.strip():
                self.found.append(Passage(part.strip(), path, bool(self.quotes), author))
        self.words.clear()
        self.owner = None


def _is_quote(element: HtmlElement) -> bool:
    return element.tag == "blockquote" or bool(classes(element) & QUOTES)


def _quoted_by(element: HtmlElement) -> str | None:
    """Who is quoted, where the quotation's attributes or its head say so."""
    for name in QUOTED_BY:
        if element.get(name):
            return str(element.get(name)).split(", post:")[0].strip() or None
    heads = (inner for inner in _few(element) if inner.tag == "cite" or classes(inner) & HEADS)
    head = next(heads, None)
    words = " ".join(head.itertext()).split() if head is not None else []
    found = _WROTE.fullmatch(" ".join(words))
    return found["name"] if found else None


def _few(element: HtmlElement) -> Iterator[HtmlElement]:
    """The first elements inside: a quotation's head stands at its top."""
    for count, inner in enumerate(element.iterdescendants(etree.Element)):
        if count > 12:
            return
        yield inner


def _whole_address(element: HtmlElement) -> str | None:
    """The address of a link that is shown cut off ("https://www.example.org/some/lo...")."""
    text, address = (element.text or "").strip(), element.get("href") or ""
    if element.tag == "a" and len(element) == 0 and text.endswith(("...", "…")) and len(text) > 12:
        start = text.rstrip(".…")
        return address if address.startswith(start) else None
    return None


def _bytes(text: str) -> bytes:
    """The text for lxml, which reads no further than a zero byte and refuses halves of surrogate pairs."""
    return _LONE.sub("�", text).encode("utf-8")
