"""News items in ninjs, the JSON of the press council (IPTC): version 3, and the older ones with `headline` and `body_html`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.model import BlockKind
from rashomon.read.dates import moment
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.elements import passages, tree_of
from rashomon.read.plain import pieces_of
from rashomon.read.samples import Outcome, Sample

Item = Mapping[str, Any]
TAGS: Mapping[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
OLD_BODIES = (("body_html", True), ("body_xhtml", True), ("body_text", False))  # in the order of how much they say
MAIN = ("main", "headline", "hl", "")  # the roles of the headline that stands over the text


def is_ninjs(sample: Sample) -> bool:
    """Whether it is one item, or a list that begins with items."""
    items = sample.json if isinstance(sample.json, list) else [sample.json]
    return bool(items) and all(_is_item(item) for item in items[:5])


def read_ninjs(sample: Sample) -> Iterator[Outcome]:
    """A document for each item; one without a text, such as a picture's, is a failure of that item alone."""
    if isinstance(sample.json, dict):
        yield _document(sample, "", sample.name, sample.json)
        return
    for number, item in enumerate(sample.json):
        yield _document(sample, f"[{number}].", f"{sample.name}:{number}", item)


def _document(sample: Sample, where: str, name: str, item: Any) -> Outcome:
    place = f"{sample.uri}:{where.rstrip('.')}" if where else sample.uri
    try:
        body = list(_body(item, where, place)) if isinstance(item, dict) else []
    except UnreadableCapture as error:
        return error
    if not body:
        return UnreadableCapture(place, "the item has no text", "Leave it out, or ask for the item with its body.")
    title, path = _headline(item)
    pieces = [Piece(title, "title", f"{where}{path}")] if title else []
    byline = _text(item, "byline") or _text(item, "by")
    pieces += [Piece(byline, "byline", f"{where}{'byline' if _text(item, 'byline') else 'by'}")] if byline else []
    language, uri = _text(item, "language"), _text(item, "uri")
    about = About(
        title=title,
        outlet=_outlet(item),
        author=_writer(byline),
        published_at=next((at for key in ("versionCreated", "versioncreated", "firstCreated", "firstcreated")
                           if (at := moment(_text(item, key) or ""))), None),
        language=language[:2].lower() if language else None,
        uri=uri if uri and uri.startswith(("http://", "https://")) else None,
    )  # fmt: skip
    return assembled(sample.capture, name, pieces + body, about)


def _body(item: Item, where: str, place: str) -> Iterator[Piece]:
    """The pieces of the body: of the main one as HTML where there is such, else as text."""
    bodies = [(body, n) for n, body in enumerate(_list(item, "bodies")) if isinstance(body, dict) and _text(body, "value")]
    if bodies:
        body, number = min(bodies, key=lambda pair: ((pair[0].get("role") or "main") != "main", not _is_html(pair[0]), pair[1]))
        yield from _pieces(body["value"], _is_html(body), f"{where}bodies[{number}].value", place)
        return
    for key, is_html in OLD_BODIES:
        if text := _text(item, key):
            yield from _pieces(text, is_html, f"{where}{key}", place)
            return


def _pieces(text: str, is_html: bool, path: str, place: str) -> Iterator[Piece]:
    if not is_html:
        yield from pieces_of(text, f"{path}, ")
        return
    for passage in passages(tree_of(text, place)):
        quoted = any(outer.tag == "blockquote" for outer in passage.element.iterancestors())
        yield Piece(passage.text, "quote" if quoted else TAGS.get(passage.tag, "para"), f"{path} {passage.path}")


def _headline(item: Item) -> tuple[str | None, str]:
    found = [(one, n) for n, one in enumerate(_list(item, "headlines")) if isinstance(one, dict) and _text(one, "value")]
    if found:
        one, number = min(found, key=lambda pair: (str(pair[0].get("role") or "") not in MAIN, pair[1]))
        return _text(one, "value"), f"headlines[{number}].value"
    return _text(item, "headline"), "headline"


def _outlet(item: Item) -> str | None:
    """Who sends it: the organisation that it says provides it, or holds the rights."""
    for one in (item.get("provider"), *_list(item, "infoSources"), *_list(item, "infosources"), *_list(item, "organisations")):
        role = str(one.get("rel") or one.get("role") or "provider") if isinstance(one, dict) else ""
        if role in ("provider", "originator", "publisher", "isource", "origcont") and (name := _text(one, "name")):
            return name
    return _text(item, "copyrightHolder") or _text(item, "copyrightholder") or _text(item, "source")


def _writer(byline: str | None) -> str | None:
    words = (byline or "").strip()
    return (words[3:].strip() if words[:3].lower() == "by " else words) or None


def _is_html(body: Item) -> bool:
    return "html" in str(body.get("contentType") or body.get("contenttype") or "").lower()


def _is_item(item: Any) -> bool:
    """A `uri`, the one field that must stand, and one of those that only ninjs has; `type` is absent in some versions."""
    if not isinstance(item, dict) or not isinstance(item.get("uri"), str):
        return False
    old = any(key in item for key, _ in OLD_BODIES) and ("headline" in item or "versioncreated" in item)
    return old or isinstance(item.get("bodies"), list) or isinstance(item.get("headlines"), list) or _is_bare(item)


def _is_bare(item: Item) -> bool:
    """An item of a kind without a text: a picture, a video."""
    return isinstance(item.get("type"), str) and bool({"versioncreated", "versionCreated"} & item.keys())


def _list(item: Item, key: str) -> Sequence[Any]:
    value = item.get(key)
    return value if isinstance(value, list) else []


def _text(item: Item, key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None
