"""A page as a browser saves it, with all that stands around an article, and what its blocks' paths lead to."""

from lxml import html

from rashomon.model import Document
from rashomon.read.elements import is_seen, text_of, without_pictures

PAGE = """<!DOCTYPE html>
<!-- saved from url=(0043)https://www.harbour-times.example/ferry-fire -->
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry burns off Port Ardell, nine missing | Harbour Times</title>
<link rel="canonical" href="https://www.harbour-times.example/news/ferry-fire?id=3">
<meta property="og:site_name" content="Harbour Times">
<meta property="og:title" content="Ferry burns off Port Ardell, nine missing">
<meta property="article:published_time" content="2031-05-06T23:40:00+02:00">
<meta name="author" content="Ines Calloway">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Ferry burns off Port Ardell, nine missing", "datePublished": "2031-05-06T23:40:00+02:00",
 "author": {"@type": "Person", "name": "Ines Calloway"}, "publisher": {"@type": "Organization", "name": "Harbour Times"}}</script>
<style>.x { color: red }</style></head>
<body>
<div class="cookie-banner" id="cookie-consent"><p>We and our partners use cookies to give you the best experience.</p>
 <button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
 <li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
 <h1>Ferry burns off Port Ardell, nine missing</h1>
 <div class="byline">By <a rel="author" href="/a/ines">Ines Calloway</a></div>
 <time class="published" datetime="2031-05-06T23:40:00+02:00">6 May 2031, 23:40</time>
 <div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet</a> <a href="#">Copy link</a></div>
 <figure><img src="data:image/png;base64,{picture}" alt=""><figcaption>The ferry Saint Brannoc burns two miles off the coast on
  Tuesday evening.</figcaption></figure>
 <p>A ferry with <b>212 people</b> on board caught fire off Port Ardell on Tuesday evening, and nine passengers are missing, the
 coast guard said.</p>
 <p>The fire broke out on the car deck shortly after seven o'clock, according to <a href="/op">the operator</a>, which runs four
 ships on the line.<!-- ad slot --> Most passengers were taken off by fishing boats before the first rescue ship arrived.</p>
 <h2>Locked doors</h2>
 <p>Two survivors told this paper that the doors to the upper deck had been locked. The operator denied it.</p>
 <blockquote><p>Nobody was locked in anywhere on this ship, and whoever says so was not on board that night.</p></blockquote>
 <p>“We broke the glass with our hands,” said Tomas Verrin, a lorry driver. “There was no one of the crew to be seen.”</p>
 <div class="related"><h3>Related articles</h3><ul><li><a href="/1">Ferry line was warned twice last year</a></li>
  <li><a href="/2">What we know about the Saint Brannoc</a></li></ul></div>
 <p>The ministry of transport has opened an inquiry.<br>It expects a first report within two weeks.</p>
 <p>A ferry with <b>212 people</b> on board caught fire off Port Ardell on Tuesday evening, and nine passengers are missing, the
 coast guard said.</p>
</article>
<section id="comments"><h3>2 comments</h3><ol class="comment-list">
 <li class="comment" id="comment-81"><article class="comment-body"><footer><b class="fn">harbourmaster</b>
  <time datetime="2031-05-07T06:02:00+00:00">7 May 2031 at 6:02</time></footer>
  <div class="comment-content"><p>I was on the pier. The rescue ship came after fifty minutes, not twenty.</p>
  <p>Someone should ask why.</p></div><div class="reply"><a href="#r">Reply</a></div></article>
  <ol class="children"><li class="comment" id="comment-82"><article class="comment-body"><footer><b class="fn">Dana R.</b>
   <time datetime="2031-05-07T07:15:00+00:00">7 May 2031 at 7:15</time></footer>
   <div class="comment-content"><blockquote>after fifty minutes, not twenty</blockquote>
   <p>That is what my brother says too.</p></div>
   <div class="reply"><a href="#r">Reply</a></div></article></li></ol></li>
</ol></section></main>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/3">Ten quiet beaches for the summer</a></li></ul></aside>
<footer><p>© 2031 Harbour Times. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>
<script>document.write("This text is never on the page.")</script>
</body></html>""".replace("{picture}", "iVBORw0KGgo" * 4000)


def resolved(page: str, path: str) -> str:
    """The words to which a block's path leads in the page, parsed afresh."""
    root = html.document_fromstring(without_pictures(page).encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    found = root.getroottree().xpath(path)
    assert found, path
    return "".join(node if isinstance(node, str) else text_of(node) if is_seen(node) else "" for node in found)


def leads_back(made: Document, page: str) -> None:
    """Every block's path leads to its words: white space aside, for a line break is a space in a block."""
    for block in made.blocks:
        assert "".join(block.span.of(made.text).split()) == "".join(resolved(page, block.path).split()), block.path
