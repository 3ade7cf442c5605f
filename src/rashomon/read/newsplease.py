"""Articles as news-please writes them: one JSON object each, or a list of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.read.dates import moment
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.plain import pieces_of
from rashomon.read.samples import Outcome, Sample

SIGNS = {"date_download", "source_domain", "url"}  # and the article, under one of two names
TEXTS = ("maintext", "text")  # the second in its first versions


def is_newsplease(sample: Sample) -> bool:
    """Whether it is one such article, or a list that begins with them."""
    articles = sample.json if isinstance(sample.json, list) else [sample.json]
    return bool(articles) and all(_is_article(article) for article in articles[:5])


def read_newsplease(sample: Sample) -> Iterator[Outcome]:
    """A document for each article: its title, its text, and what the crawler knows of it."""
    if isinstance(sample.json, dict):
        yield _document(sample, "", sample.name, sample.json)
        return
    for number, article in enumerate(sample.json):
        yield _document(sample, f"[{number}].", f"{sample.name}:{number}", article)


def _document(sample: Sample, where: str, name: str, article: Any) -> Outcome:
    key = next((key for key in TEXTS if isinstance(article, dict) and _text(article, key)), None)
    if key is None:
        place = f"{sample.uri}:{where.rstrip('.')}" if where else sample.uri
        return UnreadableCapture(place, "the article has no text: the crawler found none on its page", "Capture the page itself.")
    title = next((found for field in ("title", "title_page", "title_rss") if (found := _text(article, field))), None)
    pieces = [Piece(title, "title", f"{where}title")] if title else []
    pieces += pieces_of(article[key], f"{where}{key}, ")
    authors = article.get("authors")
    names = [author.strip() for author in authors if isinstance(author, str)] if isinstance(authors, list) else []
    about = About(
        title=title,
        outlet=_text(article, "source_domain"),
        author=", ".join(filter(None, names)) or None,
        published_at=moment(_text(article, "date_publish") or ""),
        language=(_text(article, "language") or "")[:2].lower() or None,
        uri=_text(article, "url"),
    )
    return assembled(sample.capture, name, pieces, about)


def _is_article(article: Any) -> bool:
    return isinstance(article, dict) and article.keys() >= SIGNS and any(key in article for key in TEXTS)


def _text(article: Mapping[str, Any], key: str) -> str | None:
    value = article.get(key)
    return value.strip() or None if isinstance(value, str) and value.strip() != "None" else None
