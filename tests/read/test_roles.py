"""What the passages of an article's page are."""

import pytest
from tests.read.capturing import document, words

FIRST = "A ferry with 212 people on board caught fire off Port Ardell on Tuesday evening, the coast guard said."
NEXT = "Nine passengers are missing, and the search goes on through the night, a spokesman for the port said."
LAST = "The operator, which runs four ships on the line, denied that doors to the upper deck had been locked."
TITLE = "Ferry burns off Port Ardell"


def page(inside: str, head: str = f"<title>{TITLE} | Harbour Times</title>", around: str = "") -> str:
    return f"<html><head>{head}</head><body>{around}<article>{inside}</article></body></html>"


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_the_title_is_the_heading_that_the_page_names(tag: str) -> None:
    made = document(page(f"<{tag}>{TITLE}</{tag}><p>{FIRST}</p><h2>The search goes on</h2><p>{NEXT}</p>"))
    assert (made.title, words(made, "title"), words(made, "heading")) == (TITLE, [TITLE], ["The search goes on"])


def test_a_page_without_a_heading_has_the_title_that_it_names() -> None:
    made = document(page(f"<p>{FIRST}</p><p>{NEXT}</p>"))
    assert words(made, "title") == []
    assert made.title == TITLE


def test_the_site_s_name_in_a_heading_is_no_title() -> None:
    made = document(page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{NEXT}</p>", around="<div class=top><h1>Harbour Times</h1></div>"))
    assert words(made, "title") == [TITLE]
    assert "Harbour Times" not in made.text


def test_the_sentence_under_the_title_is_part_of_the_account() -> None:
    told = "The operator had been warned twice about its doors last year."
    made = document(page(f"<header><h1>{TITLE}</h1><p class=dek>{told}</p></header><div><p>{FIRST}</p><p>{NEXT}</p></div>"))
    assert words(made, "para") == [told, FIRST, NEXT]


@pytest.mark.parametrize(
    "line",
    [
        "<p class='x'>By Ines Calloway</p>",
        "<p>6 May 2031</p>",
        "<div class='article-byline'>Ines Calloway, Port Ardell</div>",
        "<span class='author'>Ines Calloway</span>",
        "<div><time datetime='2031-05-06'>Published 6 May 2031, 23:40</time></div>",
    ],
)
def test_bylines(line: str) -> None:
    made = document(page(f"<h1>{TITLE}</h1>{line}<p>{FIRST}</p><p>{NEXT}</p>"))
    assert len(words(made, "byline")) == 1
    assert words(made, "para") == [FIRST, NEXT]


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src=a><figcaption>Smoke over the ferry on Tuesday night.</figcaption></figure>",
        "<div><img src=a><span>Smoke over the ferry on Tuesday night.</span></div>",
        "<div class='wp-caption-text'>Smoke over the ferry on Tuesday night.</div>",
    ],
)
def test_captions(picture: str) -> None:
    made = document(page(f"<h1>{TITLE}</h1><p>{FIRST}</p>{picture}<p>{NEXT}</p><p>{LAST}</p>"))
    assert words(made, "caption") + words(made, "para") == ["Smoke over the ferry on Tuesday night.", FIRST, NEXT, LAST]


def test_what_stands_between_paragraphs_and_is_none_says_nothing() -> None:
    debris = "<div class='share'><a href=x>Share on Facebook</a></div><p>Advertisement</p>"
    debris += "<p><a href=y>Ferry line was warned twice last year</a></p>"
    made = document(page(f"<h1>{TITLE}</h1><p>{FIRST}</p>{debris}<p>{NEXT}</p>"))
    assert words(made, "title", "para", "heading", "quote", "caption") == [TITLE, FIRST, NEXT]


def test_texts_of_other_articles_below_are_left_out() -> None:
    other = "".join(
        f"<div class=card><h3><a href={n}>Town {n} opens a bridge</a></h3><p>The mayor cut a ribbon.</p></div>" for n in "abc"
    )
    made = document(page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{NEXT}</p>") + f"<div class=more>{other}</div>")
    assert "bridge" not in made.text
    assert words(made, "para") == [FIRST, NEXT]
