"""HTML pages: the article with its parts, the comments under it, and pages that mean harm."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.calls import calls
from tests.read.capturing import block_of, document, failure, lawful, outcomes, words
from tests.read.pages_of import PAGE, leads_back

from rashomon.model import Document
from rashomon.read import elements
from rashomon.read.sniff import sniff

URI = "https://www.harbour-times.example/news/ferry-fire?id=3"


@pytest.fixture(scope="module")
def ferry() -> Document:
    return document(PAGE, "ferry.html")


def test_the_page_tells_what_it_is(ferry: Document) -> None:
    assert (ferry.title, ferry.outlet, ferry.author) == (
        "Ferry burns off Port Ardell, nine missing",
        "Harbour Times",
        "Ines Calloway",
    )
    assert (ferry.published_at, ferry.language, ferry.uri) == ("2031-05-06T23:40:00+02:00", "en", URI)


def test_the_article_keeps_its_parts(ferry: Document) -> None:
    lawful(ferry)
    assert words(ferry, "title") == ["Ferry burns off Port Ardell, nine missing"]
    assert words(ferry, "byline") == ["By Ines Calloway", "6 May 2031, 23:40"]
    assert words(ferry, "heading") == ["Locked doors"]
    assert words(ferry, "caption") == ["The ferry Saint Brannoc burns two miles off the coast on Tuesday evening."]
    assert words(ferry, "quote") == [
        "Nobody was locked in anywhere on this ship, and whoever says so was not on board that night."
    ]
    assert [line[:12] for line in words(ferry, "para")] == [
        "A ferry with",
        "The fire bro",
        "Two survivor",
        "“We broke th",
        "The ministry",
    ]
    assert words(ferry, "para")[-1].endswith("opened an inquiry. It expects a first report within two weeks.")
    assert words(ferry, "repeat") == [words(ferry, "para")[0]]


def test_a_comment_inside_a_paragraph_cuts_nothing_off(ferry: Document) -> None:
    assert block_of(ferry, "four ships on the line").span.of(ferry.text).endswith("before the first rescue ship arrived.")


def test_debris_says_nothing(ferry: Document) -> None:
    speaking = " ".join(words(ferry, "para", "quote", "title", "heading", "caption", "post", "quoted_post"))
    for debris in ("cookies", "Share", "Related", "warned twice", "quiet beaches", "All rights", "Privacy", "Accept", "never on"):
        assert debris not in speaking
    assert "cookies" not in ferry.text
    assert "quiet beaches" not in ferry.text


def test_comments_are_posts_with_their_authors_and_times(ferry: Document) -> None:
    posts = [block for block in ferry.blocks if block.post]
    assert [(block.kind, block.author, block.posted_at, block.post, block.reply_to) for block in posts] == [
        ("post", "harbourmaster", "2031-05-07T06:02:00Z", "comment-1", None),
        ("post", "harbourmaster", "2031-05-07T06:02:00Z", "comment-1", None),
        ("quoted_post", None, None, "comment-2", "comment-1"),
        ("post", "Dana R.", "2031-05-07T07:15:00Z", "comment-2", "comment-1"),
    ]
    assert posts[1].span.of(ferry.text) == "Someone should ask why."
    assert posts[3].span.of(ferry.text) == "That is what my brother says too."


def test_every_path_leads_back_to_the_words(ferry: Document) -> None:
    leads_back(ferry, PAGE)
    assert block_of(ferry, "Two survivors").path == "/html/body/main/article/p[3]"


def test_paragraphs_made_of_line_breaks() -> None:
    page = "<body><div>The first said <i>this</i>.<br><br>The second<br>said that.<br> <br>The third says no.</div></body>"
    made = document(page)
    leads_back(made, page)
    assert words(made, "para") == ["The first said this.", "The second said that.", "The third says no."]
    assert made.blocks[1].path.startswith("/html/body/div/node()[position() >= ")


def test_words_are_parted_by_buttons_and_not_by_comments() -> None:
    first = "<p>Some 5<!-- -->0 people fled.<button>Play</button>Nine are <b>miss</b>ing.</p>"
    page = f"<body>{first}Others<video></video>stayed.<p>x</p>"
    made = document(page)
    leads_back(made, page)
    assert made.text.split("\n\n")[:2] == ["Some 50 people fled. Nine are missing.", "Others stayed."]


def test_elements_whose_names_no_path_can_hold() -> None:
    page = "<body><div>" + "<o:box><p>One man said so.</p></o:box>" + "<o:box><p>Another denied it.</p></o:box>" + "</div></body>"
    made = document(page)
    leads_back(made, page)
    assert len(words(made, "para")) == 2


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        "\ufeff" + PAGE,
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Three people died.</p></body></html>',
        "  \n<!-- a note --><HTML><BODY>Three people died.</BODY></HTML>",
        "<p>Three people died.</p>",
        "<div class=x><h2>Fire</h2><p>Three people died.</p></div>\n",
        "<html><body><p>cut off in the middle of",
    ],
)
def test_html_is_told_by_its_content(page: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        assert sniff(page.encode(encoding), "capture.txt") == "text/html"


@pytest.mark.parametrize(
    "text",
    [
        "Use the <p> tag to open a paragraph, he said.",
        "<p> is a tag that opens a paragraph, she said.\n\nIt needs no end.",
        "<b>Bold</b> is what the mayor called the plan, and then he left the room.",
        "<grin> that is what I thought as well <grin>",
        "a < b and c > d",
        "<dara_k> did you see it\n<moss> no, who was there?",
    ],
)
def test_a_text_that_mentions_a_tag_is_no_page(text: str) -> None:
    assert sniff(text.encode(), "capture.txt") == "text/plain"


def test_a_name_decides_where_the_content_does_not() -> None:
    assert sniff(b"Three people <b>died</b> on the ferry", "a.html") == "text/html"
    assert sniff(b"Three people <b>died</b> on the ferry", "a.txt") == "text/plain"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><head><title>Nothing here</title></head></html>",
        "<html><body></body></html>",
        "<html><body>  &nbsp; <br><br></body></html>",
        "<!DOCTYPE html>",
        "<!DOCTYPE html><!-- nothing -->",
        "<html><body><script>document.write('Three people died on the ferry.')</script></body></html>",
        "<html><body><noscript>Please enable JavaScript.</noscript></body></html>",
        "<frameset><frame src='https://a.example/'></frameset>",
        "<html><body><nav><a href=a>Home of the news</a> <a href=b>Sports</a></nav></body></html>",
    ],
)
def test_a_page_without_text_is_a_failure_with_a_remedy(page: str) -> None:
    made = failure(page, "page.html")
    assert made.error == "UnreadableCapture"
    assert "Save it again" in made.message


def test_fifty_megabytes_of_html_are_refused_before_a_tree_is_made_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements.html, "HTMLParser", lambda **_: pytest.fail("it was parsed"))
    made = failure("<html><body>" + "<p>The ferry burned, people said.</p>" * (50 * 2**20 // 38), "big.html")
    assert "its HTML is 48 MB" in made.message
    assert "up to 12 MB are read" in made.message


def test_pictures_inside_a_page_do_not_count() -> None:
    picture = "QUJD" * (5 * 2**20)
    made = document(f'<html><body><p>The ferry burned.</p><img src="data:image/jpeg;base64,{picture}"><p>Nine are missing.</p>')
    assert words(made, "para") == ["The ferry burned.", "Nine are missing."]


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table><tr><td"])
def test_deep_nesting_is_refused_and_never_cut_off(tag: str) -> None:
    assert "nested more than 1,000 deep" in failure("<body><p>Up here.</p>" + f"<{tag}>" * 100_000 + "Down here.").message


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li"])
def test_what_is_nested_less_deeply_is_read_to_the_ground(tag: str) -> None:
    made = document("<body><p>One man said so up here.</p>" + f"<{tag}>" * 300 + "Another one said so down here.")
    assert "down here" in made.text


def test_too_many_elements_are_refused() -> None:
    assert "elements are more than 200,000" in failure("<body><p>" + "<b>so</b> " * 250_000).message


def test_broken_markup_entities_and_a_base() -> None:
    page = (
        '<html><head><base href="javascript:alert(1)"><link rel=canonical href="//["></head>'
        "<body><p>Caf&eacute; &amp; bar &lt;b&gt; &#x80; &#0; &bogus; &#xD800;"
        "<p>It burned <i>down</b> <div>on Friday</span>, they said"
    )
    made = document(page)
    lawful(made)
    assert "Café & bar <b> €" in made.text
    assert made.uri == "capture"


def test_zero_bytes_in_a_page_stand_as_replacement_characters() -> None:
    made = document("<html><body><p>The ferry\x00 burned, they said.</p></body></html>".encode("utf-16"))
    assert made.text == "The ferry� burned, they said."


@pytest.mark.parametrize(
    ("declared", "encoding"), [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("koi8-r", "utf-8"), ("windows-1251", "cp1251")]
)
def test_a_wrong_declaration_does_not_garble_the_text(declared: str, encoding: str) -> None:
    said = "Власти сообщили о погибших." if encoding == "cp1251" else "Il y a trois blessés à Genève, a dit le préfet."
    page = f'<html><head><meta charset="{declared}"></head><body><p>{said}</p></body></html>'
    assert document(page.encode(encoding)).text == said


def test_a_comment_section_that_holds_no_comment_is_none() -> None:
    made = document("<body><article><p>The ferry burned, they said on Friday.</p></article><div class=comment>Powered by X</div>")
    assert not words(made, "post")


def test_trafilatura_loads_only_for_a_page() -> None:
    code = "import sys, rashomon.read.captures; sys.exit('trafilatura' in sys.modules or 'htmldate' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_page_of_four_times_the_length_takes_hardly_more_than_four_times_as_long() -> None:
    def work(count: int) -> int:
        lines = [f"<p>Witness number {n} said that the ship had turned {n % 7} times before it burned.</p>" for n in range(count)]
        page = PAGE.replace("<h2>Locked", "".join(lines) + "<h2>Locked")
        return calls(lambda: document(page))

    work(10)
    assert work(2000) < 5 * work(500)  # with the square it would be 16


TAGS = [
    "p",
    "div",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "h2",
    "blockquote",
    "article",
    "section",
    "nav",
    "span",
    "o:p",
]
TAGS += ["figure", "figcaption", "form", "aside", "time", "center", "pre", "button", "script", "details"]
WORDS = st.sampled_from(
    [
        "The ferry burned.",
        "Nine people are missing, the coast guard said.",
        "Reply",
        "x",
        " ",
        "&amp;",
        "6 May 2031",
        "\x00",
        "é",
        "<",
    ]
)
CLASSES = st.sampled_from(
    ["", ' class="comment"', ' class="author"', ' id="comment-12"', " hidden", ' class="byline"', ' itemprop="x"']
)
TREES = st.recursive(
    st.one_of(WORDS, st.sampled_from(["<br>", "<br><br>", "<!-- c -->", "<img>", "<hr>", "</p>", "<?pi ?>"])),
    lambda inner: st.builds(
        lambda tag, named, parts: f"<{tag}{named}>{''.join(parts)}</{tag}>",
        st.sampled_from(TAGS),
        CLASSES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=6))
def test_any_small_page_gives_a_lawful_document_or_says_why_not(parts: list[str]) -> None:
    page = f"<html><body>{''.join(parts).replace(chr(0), '')}</body></html>"
    for made in outcomes(page, "page.html"):
        if isinstance(made, Document):
            lawful(made)
            leads_back(made, page)
        else:
            assert made.error == "UnreadableCapture", made
