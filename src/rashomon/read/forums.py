"""Saved pages of forums and of Mastodon: what each kind of forum software writes into its pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from rashomon.read.dates import date_in, from_timestamp, moment
from rashomon.read.drafts import About
from rashomon.read.markup import Passage, classes, first, headline, passages, path_of, shown
from rashomon.read.samples import Outcome, Sample
from rashomon.read.threads import Posting, thread


def _has(*names: str) -> str:
    """An XPath condition: the element has one of these classes."""
    return "(" + " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in names) + ")"


@dataclass(frozen=True, slots=True)
class Software:
    """Where a forum's posts stand, and in each its text, its author and its time (XPaths, the last three from the post)."""

    name: str
    mark: str  # stands in every page of it: looked for before the page is parsed
    post: str
    text: str
    author: str
    time: str
    title: str = "//h1"


SOFTWARE = (
    Software(
        "XenForo 2",
        "message--post",
        f"//article[{_has('message--post')} and not({_has('message--deleted')})]",
        f".//*[{_has('message-body')}]//*[{_has('bbWrapper')}]",
        f"string((./@data-author | .//*[{_has('message-name')}]//*[{_has('username')}])[1])",
        f".//*[{_has('message-attribution', 'message-attribution-main')}]//time",
        f"//h1[{_has('p-title-value')}]",
    ),
    Software(
        "XenForo 1",
        "messageText",
        "//li[starts-with(@id, 'post-') and @data-author]",
        f".//blockquote[{_has('messageText')}]",
        "string(./@data-author)",
        f".//*[{_has('DateTime')}]",
    ),
    Software(
        "vBulletin 5",
        "js-post__content-text",
        f"//li[{_has('b-post')} and @data-node-id]",
        f".//*[{_has('js-post__content-text')}]",
        f"string(.//*[{_has('author')}]//a | .//*[{_has('author')}]//*[@itemprop='name'])",
        ".//time",
    ),
    Software(
        "vBulletin 4",
        "postcontent",
        f"//li[starts-with(@id, 'post_') and {_has('postbit', 'postbitlegacy', 'postbitim', 'postcontainer')}]",
        f".//blockquote[{_has('postcontent')}]",
        f"string((.//*[{_has('username')}])[1])",
        f".//*[{_has('date')}]",
        f"//*[{_has('threadtitle')}] | //h1",
    ),
    Software(
        "vBulletin 3",
        "post_message_",
        "//table[starts-with(@id, 'post')][.//*[starts-with(@id, 'post_message_')]]",
        ".//*[starts-with(@id, 'post_message_')]",
        f"string((.//*[{_has('bigusername')}])[1])",
        f"(.//td[{_has('thead')}])[1]",
        f"//td[{_has('navbar')}]//strong | //h1",
    ),
    Software(
        "phpBB 3",
        "postbody",
        f"//div[{_has('post')} and starts-with(@id, 'p') and number(substring(@id, 2)) > 0]",
        f".//*[{_has('postbody')}]//*[{_has('content')}]",
        f"string((.//*[{_has('author', 'postprofile')}]//*[{_has('username', 'username-coloured')}])[1])",
        f"(.//*[{_has('author')}]//time | .//*[{_has('author')}])[last()]",
        f"//*[{_has('topic-title')}] | //h2[1]",
    ),
    Software(
        "Discourse",
        "data-post-id",
        "//article[@data-post-id]",
        f".//*[{_has('cooked')}]",
        f"string((.//*[{_has('names')}]//a/@data-user-card | .//*[{_has('names')}]//a | .//*[{_has('username')}]//a)[1])",
        f".//*[{_has('relative-date')}]",
    ),
    Software(
        "Discourse, as it is shown to search engines",
        "crawler-post",
        f"//div[{_has('crawler-post')}]",
        f".//div[{_has('post')}]",
        f"string((.//*[{_has('creator')}]//*[@itemprop='name'])[1])",
        ".//time[@datetime]",
    ),
    Software(
        "Mastodon",
        "status__content",
        f"//div[{_has('detailed-status')} or ({_has('status')} and .//*[{_has('status__content')}])]",
        f".//*[{_has('status__content')}]",
        f"string((.//*[{_has('display-name__account')}])[1])",
        f".//time | .//*[{_has('detailed-status__datetime')}]",
        "//h1[not(ancestor::*[@hidden])]",
    ),
    Software(
        "WoltLab",
        "messageText",
        f"//article[{_has('wbbPost')}]",
        f".//*[{_has('messageText')}]",
        f"string((.//*[{_has('username')}])[1])",
        ".//time",
        f"//h1[{_has('contentTitle')}]",
    ),
    Software(
        "Invision",
        "ipsComment",
        "//article[starts-with(@id, 'elComment_')]",
        ".//*[@data-role='commentContent']",
        f"string((.//*[{_has('ipsComment_author', 'cAuthorPane_author')}]//a)[1])",
        ".//time",
        f"//h1[{_has('ipsType_pageTitle')}]",
    ),
    Software(
        "MyBB",
        "post_body",
        f"//div[{_has('post')} and starts-with(@id, 'post_')]",
        f".//*[{_has('post_body')}]",
        f"string((.//*[{_has('author_information')}]//a)[1])",
        f".//*[{_has('post_date')}]",
    ),
    Software(
        "SMF",
        "post_wrapper",
        f"//div[{_has('post_wrapper')}]",
        ".//*[starts-with(@id, 'msg_') and not(contains(@id, 'subject'))]",
        f"string((.//*[{_has('poster')}]//h4//a)[1])",
        f".//*[{_has('keyinfo')}]//*[{_has('smalltext')}] | .//*[{_has('keyinfo')}]//*[{_has('postinfo')}]",
    ),
)
_HIDDEN = {
    "signature",
    "post-signature",
    "message-signature",
    "lastedited",
    "message-lastedit",
    "js-selecttoquoteend",
    "invisible",
}
_ID = re.compile(r"(\d+)(?!.*\d)")


def is_forum(sample: Sample) -> bool:
    """Whether posts stand in it as some forum software writes them."""
    return _software(sample) is not None


def read_forum(sample: Sample) -> Iterator[Outcome]:
    """The posts of the page as one document."""
    software, page = _software(sample), sample.page
    assert software is not None  # noqa: S101
    assert page is not None  # noqa: S101
    title = headline(first(page, software.title)) or _meta(page, "og:title")
    if software.name == "Mastodon":
        title = None  # there a post has no title, and the page's names only its author
    about = About(title=title.text if title else None, outlet=_outlet(page), language=_language(page), uri=_address(page))
    yield thread(sample, sample.name, _postings(page, software, title), about)


def _software(sample: Sample) -> Software | None:
    if not sample.head.startswith("<"):
        return None
    for software in SOFTWARE:
        if software.mark in sample.text and sample.page is not None:
            post = first(sample.page, software.post)
            if post is not None and post.xpath(software.text):
                return software
    return None


def _postings(page: HtmlElement, software: Software, title: Passage | None) -> Iterator[Posting]:
    seen: dict[str, str] = {}  # handle -> that person's last post, for posts that open by naming whom they answer
    keys: dict[str, None] = {}  # in their order
    server = urlsplit(_address(page) or "").hostname if software.name == "Mastodon" else None
    for post in page.xpath(software.post):
        texts = post.xpath(software.text)
        found = tuple(passage for text in texts for passage in passages(text, lambda inner: bool(classes(inner) & _HIDDEN)))
        author = " ".join(post.xpath(software.author).split()) or None
        if server and author and author.count("@") == 1:
            author = f"{author}@{server}"  # people of the page's own server are shown without it
        is_first = not keys
        answers = _answered(texts, found, seen, keys)
        if keys and "status--first-in-thread" in classes(post):
            answers = next(iter(keys))
        key = _key(post, keys)
        keys[key] = None
        posted_at = (_published(page) if is_first else None) or _time(post, software)
        yield Posting(key, found, author, posted_at, answers, title if is_first else None)
        if author:
            seen[_handle(author)] = key


def _key(post: HtmlElement, taken: Mapping[str, None]) -> str:
    """The post's own number, where the page gives one that is not taken."""
    for name in ("data-post-id", "data-node-id", "data-content", "data-object-id", "data-id", "id"):
        found = _ID.search(post.get(name) or "")
        if found and found.group(1) not in taken:
            return found.group(1)
    inner = first(post, ".//*[starts-with(@id, 'msg_') or starts-with(@id, 'post')] | .//a[contains(@class, 'datetime')][@href]")
    found = _ID.search(inner.get("id") or inner.get("href") or "") if inner is not None else None
    return found.group(1) if found and found.group(1) not in taken else f"post-{len(taken) + 1}"


def _answered(
    texts: Sequence[HtmlElement], found: Sequence[Passage], seen: Mapping[str, str], keys: Mapping[str, None]
) -> str | None:
    """The post that this one answers: it quotes it by number, or names its author, in the quotation or as "@name"."""
    for text in texts:
        for quote in text.xpath(".//*[@data-source or @data-ipsquote-contentcommentid]"):
            number = _ID.search(quote.get("data-source") or quote.get("data-ipsquote-contentcommentid") or "")
            if number and number.group(1) in keys:
                return number.group(1)
    quoted = next((passage.author for passage in found if passage.quoted and passage.author), None)
    mention = re.match(r"@([\w.\-]+(?:@[\w.\-]+)?)", found[0].text) if found and quoted is None else None
    name = quoted or (mention.group(1) if mention else None)
    return seen.get(_handle(name)) if name else None


def _handle(name: str) -> str:
    """The name for comparing; a Mastodon account without its server, which replies leave out."""
    return name.strip().lstrip("@").split("@")[0].casefold()


def _time(post: HtmlElement, software: Software) -> str | None:
    """When it was posted, from an exact time if the page holds one, else the day that it shows."""
    for element in post.xpath(software.time):
        exact = moment(element.get("datetime") or element.get("title") or "")
        if exact:
            return exact
        stamp = element.get("data-timestamp") or element.get("data-time") or ""
        if stamp.isdigit():
            return from_timestamp(int(stamp) / 1000 if len(stamp) > 11 else stamp)
    days = (date_in(element.get("title") or "") or date_in(shown(element)) for element in post.xpath(software.time))
    return next((day for day in days if day), None)


def _published(page: HtmlElement) -> str | None:
    noted = _meta(page, "og:published_time") or _meta(page, "article:published_time")
    return moment(noted.text) if noted else None


def _outlet(page: HtmlElement) -> str | None:
    name = _meta(page, "og:site_name")
    return name.text if name else None


def _address(page: HtmlElement) -> str | None:
    link = first(page, "//link[@rel='canonical'][starts-with(@href, 'http')]")
    if link is not None:
        return str(link.get("href"))
    noted = _meta(page, "og:url")
    return noted.text if noted else None


def _language(page: HtmlElement) -> str | None:
    found = re.match(r"[a-z]{2}(?=$|[-_])", (page.get("lang") or "").lower())
    return found.group() if found else None


def _meta(page: HtmlElement, name: str) -> Passage | None:
    meta = first(page, f"//meta[@property='{name}'][normalize-space(@content)]")
    return Passage(" ".join(meta.get("content").split()), path_of(meta)) if meta is not None else None
