"""What pages say of themselves, in the many places where they say it."""

import pytest

from rashomon.read.elements import tree_of
from rashomon.read.pages import about_page, address, linked_data, published_at

OWN = "https://a.example/news/7"


def page(head: str, body: str = "<p>The ferry burned.</p>", before: str = "") -> str:
    return f"<!DOCTYPE html>{before}<html lang='en'><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2031-05-06T23:40:00+02:00">', "2031-05-06T23:40:00+02:00"),
        ('<meta name="DC.date.issued" content="2031-05-06">', "2031-05-06"),
        ('<meta itemprop="datePublished" content="6 May 2031">', "2031-05-06"),
        ('<meta name="date" content="2031-05-06 08:15:00">', "2031-05-06T08:15:00"),
        ('<meta name="date" content="2031-05-06"><meta name="pubdate" content="2031-05-06T08:15:00Z">', "2031-05-06T08:15:00Z"),
        ('<meta name="date" content="2031-05-06"><meta name="pubdate" content="2031-05-09T08:15:00Z">', "2031-05-06"),
        ('<meta name="date" content="0001-01-01T00:00:00">', None),
        ('<meta name="date" content="soon">', None),
        ('<meta property="article:modified_time" content="2031-05-06">', None),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2031-05-06T08:15Z"}]}</script>',
            "2031-05-06T08:15:00Z",
        ),
        (
            '<script type="application/ld+json">[{"@type": "WebSite", "datePublished": "2001-01-01"},'
            ' {"@type": ["NewsArticle"], "datePublished": "2031-05-06"}]</script>',
            "2031-05-06",
        ),
        ('<script type="application/ld+json">{"datePublished": "2031-05-06"</script>', None),
        ('<script type="application/ld+json">{"datePublished": 20310506}</script>', None),
    ],
)
def test_the_date_of_publication(head: str, published: str | None) -> None:
    assert published_at(tree_of(page(head), "page")) == published


def test_a_date_in_the_text_decides_where_the_metadata_says_nothing() -> None:
    made = about_page(
        tree_of(page("", '<time pubdate datetime="2031-05-06T08:15:00Z">Tuesday</time><p>The ferry burned.</p>'), "page")
    )
    assert made.published_at == "2031-05-06T08:15:00Z"
    assert about_page(tree_of(page(""), "page")).published_at is None


@pytest.mark.parametrize(
    ("head", "before", "uri"),
    [
        (f'<link rel="canonical" href="{OWN}">', "", OWN),
        (f'<link rel="canonical" href="https://a.example/"><meta property="og:url" content="{OWN}">', "", OWN),
        ('<link rel="canonical" href="/news/7"><base href="https://a.example/x/">', "", OWN),
        ('<link rel="canonical" href="/news/7">', "<!-- saved from url=(0026)https://a.example/x -->", OWN),
        ("", f"<!-- saved from url=(0026){OWN} -->", OWN),
        (f"<!--\n Page saved with SingleFile \n url: {OWN} \n saved date: Tue May 06 2031-->", "", OWN),
        ("<!-- Mirrored from a.example/news/7 by HTTrack Website Copier/3.x -->", "", "http://a.example/news/7"),
        ('<link rel="canonical" href="javascript:alert(1)">', "<!-- saved from url=(0014)about:internet -->", None),
        ('<link rel="canonical" href="//["><meta property="og:url" content="file:///home/a.html">', "", None),
        ('<link rel="stylesheet" href="https://a.example/x.css">', "", None),
    ],
)
def test_the_page_s_own_address(head: str, before: str, uri: str | None) -> None:
    assert address(tree_of(page(head, before=before), "page")) == uri


def test_the_outlet_is_the_site_or_else_its_address() -> None:
    assert about_page(tree_of(page('<meta property="og:site_name" content="Harbour Times">'), "page")).outlet == "Harbour Times"
    assert about_page(tree_of(page('<link rel="canonical" href="https://www.a.example/x">'), "page")).outlet == "a.example"
    assert about_page(tree_of(page(""), "page")).outlet is None


def test_authors_stand_in_a_row_and_an_outlet_is_no_author() -> None:
    site = '<meta property="og:site_name" content="Harbour Times">'
    both = '<meta name="author" content="Ines Calloway"><meta name="author" content="Tom Reed">'
    assert about_page(tree_of(page(both), "page")).author == "Ines Calloway, Tom Reed"
    assert about_page(tree_of(page(site + '<meta name="author" content="Harbour Times">'), "page")).author is None


def test_broken_linked_data_hides_no_other() -> None:
    scripts = "<script type='application/ld+json'>{</script><script type='application/ld+json'>{\"a\": [{\"b\": 1}]}</script>"
    assert list(linked_data(tree_of(page(scripts), "page"))) == [{"a": [{"b": 1}]}, {"b": 1}]
    assert list(linked_data(tree_of(page(f"<script type='application/ld+json'>{'[' * 50_000}</script>"), "page"))) == []
