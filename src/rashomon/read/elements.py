"""An HTML page as a tree, and the passages that stand in it: what a reader sees as one paragraph, heading, item or cell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from rashomon.errors import UnreadableCapture
from rashomon.text.normal import one_line

LARGEST = 12 * 2**20  # characters of markup, embedded pictures aside; 12 MB of paragraphs take 10 s and 0.6 GB
MOST = 200_000  # elements; a thread of 1,000 comments has 30,000, and 200,000 table cells take 30 s
ATTRIBUTES = 1_000  # of one element: libxml2 compares each with every other, and 100,000 take minutes
DEEPEST = 1_000  # elements in one another; browsers stop at 512
_EMBEDDED = re.compile(r"\bdata:[\w.+-]+/[\w.+-]+(?:;[\w.+=-]+)*,[\w%+/=.~-]{64,}")  # a picture or font inside the page
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[a-z][\w.-]*")  # names that a path can hold; `o:p` would need a namespace
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p pre search section summary "
    "table tbody td tfoot th thead tr ul xmp".split()
)
UNSEEN = frozenset(
    "applet area audio base button canvas datalist embed frame head iframe input link map math meta noembed noframes noscript "
    "object optgroup option output param picture progress script select source style svg template textarea title track "
    "video".split()
)
APART = frozenset({"br", "button", "iframe", "select", "textarea", "video"})  # what stands on either side is not one word


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text without a break in it: the whole of an element that holds no further block, or a part of one that does."""

    text: str  # on one line
    path: str  # an XPath from the root: of the element, or of the run of nodes
    tag: str
    element: html.HtmlElement  # the element, or the one around the run


def tree_of(text: str, uri: str) -> html.HtmlElement:
    """The page's root element. Nothing is fetched and no script runs.

    Raises UnreadableCapture where there is no markup, too much of it, too many elements, or elements nested too deeply: such
    pages would take minutes, and nobody reads them.
    """
    markup = _CONTROL.sub("\ufffd", without_pictures(text.lstrip("\ufeff")))
    if len(markup) > LARGEST:
        raise UnreadableCapture(
            uri,
            f"its HTML is {len(markup) // 2**20} MB, pictures aside; pages of up to {LARGEST // 2**20} MB are read",
            "Split it, or save the part that matters as a page, text or PDF and read that.",
        )
    refuse_crowded(markup, uri)
    # huge_tree: without it libxml2 drops what is nested deeper than 256 and says nothing
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableCapture(uri, "the page is empty", "Save it again when it has loaded.") from error
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > DEEPEST or count > MOST:
            what = f"nested more than {DEEPEST:,} deep" if depth > DEEPEST else f"more than {MOST:,}"
            raise UnreadableCapture(uri, f"its elements are {what}", "Save what it shows as text or PDF and read that.")
    return root


def refuse_crowded(markup: str, uri: str) -> None:
    """Raises UnreadableCapture where an element has more attributes than any page needs."""
    if any(len(_VALUE.sub(" ", tag[0]).split()) > ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        reason = f"one of its elements has more than {ATTRIBUTES:,} attributes"
        raise UnreadableCapture(uri, reason, "Save what it shows as text or PDF and read that.")


def without_pictures(markup: str) -> str:
    """The markup without the bytes of pictures and fonts that stand in it: pages saved as one file are mostly these."""
    return _EMBEDDED.sub("data:,", markup)


def passages(root: html.HtmlElement) -> Iterator[Passage]:
    """Every passage that the page can show, in reading order."""
    parted = _parted(root)
    todo: list[tuple[html.HtmlElement, str] | Passage] = [(root, f"/{root.tag}")]
    while todo:
        item = todo.pop()
        if isinstance(item, Passage):
            yield item
        elif item[0] in parted:
            todo += reversed(list(_parts(*item, parted)))
        elif text := text_of(item[0]):
            yield Passage(text, item[1], item[0].tag, item[0])


def text_of(element: html.HtmlElement) -> str:
    """The words that the element shows, on one line; a line break is a space, scripts and buttons say nothing."""
    return one_line("".join(_strings(element)))


def is_seen(element: html.HtmlElement) -> bool:
    """Whether an element can hold text that the page shows: no script, comment or button, and not marked as hidden."""
    return isinstance(element.tag, str) and element.tag not in UNSEEN and "hidden" not in element.attrib


def _strings(element: html.HtmlElement) -> Iterator[str]:
    """The strings of an element, in order. A loop: the depth of a page is not ours to choose."""
    yield element.text or ""
    todo = list(reversed(element))
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node
            continue
        if node.tail:
            todo.append(node.tail)
        yield " " if node.tag in APART or node.tag in BLOCKS else ""
        if not is_seen(node):
            continue
        yield node.text or ""
        todo += reversed(node)


def _parted(root: html.HtmlElement) -> set[html.HtmlElement]:
    """The elements that hold a block, or a paragraph break made of two `br`: what stands in them is more than one passage."""
    parted: set[html.HtmlElement] = set()
    for element in root.iter(*BLOCKS, "br"):
        if element.tag == "br" and not _is_break(element):
            continue
        for ancestor in element.iterancestors():
            if ancestor in parted:
                break
            parted.add(ancestor)
    return parted


def _is_break(element: html.HtmlElement) -> bool:
    """Whether a `br` and the one after it part paragraphs."""
    after = element.getnext()
    return element.tag == "br" and after is not None and after.tag == "br" and not (element.tail or "").strip()


def _parts(
    element: html.HtmlElement, path: str, parted: set[html.HtmlElement]
) -> Iterator[tuple[html.HtmlElement, str] | Passage]:
    """The children of a parted element that hold text, and the runs of text between them."""
    totals = Counter(child.tag for child in element)
    seen: dict[object, int] = defaultdict(int)
    run: list[tuple[int, str]] = [(1, element.text or "")]
    node = 1 if element.text else 0  # as XPath's node() counts: elements, texts, comments
    for child in element:
        node += 1
        seen[child.tag] += 1
        is_block = child.tag in BLOCKS or child in parted
        if is_block or _is_break(child):
            yield from _run(element, path, run)
            run = []
            if is_block and is_seen(child):
                yield child, f"{path}/{_step(child, seen[child.tag], totals[child.tag])}"
        elif child.tag in APART:
            run.append((node, " "))
        elif is_seen(child):
            run.append((node, "".join(_strings(child))))
        if child.tail:
            node += 1
            run.append((node, child.tail))
    yield from _run(element, path, run)


def _run(element: html.HtmlElement, path: str, run: list[tuple[int, str]]) -> Iterator[Passage]:
    """The passage that nodes side by side make, if they say anything."""
    nodes = [node for node, words in run if words.strip()]
    if nodes:
        first, last = nodes[0], nodes[-1]
        where = f"[{first}]" if first == last else f"[position() >= {first} and position() <= {last}]"
        yield Passage(one_line("".join(words for _, words in run)), f"{path}/node(){where}", element.tag, element)


def _step(element: html.HtmlElement, count: int, total: int) -> str:
    if not _NAME.fullmatch(element.tag):
        return f"*[{1 + sum(1 for _ in element.itersiblings('*', preceding=True))}]"
    return element.tag if total == 1 else f"{element.tag}[{count}]"
