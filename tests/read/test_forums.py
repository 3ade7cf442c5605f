"""Saved forum pages: whatever software wrote them, the same thread is read."""

import pytest
from tests.read.capturing import block_of, document, lawful, posts, words

from rashomon.read.sniff import sniff

HEAD = """<html lang="en"><head><meta property="og:site_name" content="Mill Board"><title>x</title></head><body>
<h1>What happened?</h1>"""
STAMP = "2031-05-07T09:05:00+0200"

XENFORO = f"""{HEAD.replace("<h1>", '<h1 class="p-title-value">')}
<article class="message message--post js-post" data-author="Ada" data-content="post-11" id="js-post-11"><div class="message-cell">
<h4 class="message-name"><a class="username">Ada</a></h4><h5>Member</h5></div><header class="message-attribution"><time
class="u-dt"
datetime="{STAMP}">7 May</time></header><article class="message-body"><div class="bbWrapper">The silo is gone.<br><br>I saw
it.</div>
<div class="js-selectToQuoteEnd">&nbsp;</div></article><aside class="message-signature">Buy my book!</aside></article>
<article class="message message--post js-post" data-author="Bo" data-content="post-12"><header class="message-attribution"><time
datetime="{STAMP}"></time></header><article class="message-body"><div class="bbWrapper"><blockquote data-quote="Ada"
data-source="post: 11" class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-title"><a>Ada said:</a></div><div
class="bbCodeBlock-content"><div class="bbCodeBlock-expandContent">I saw it.</div><div class="bbCodeBlock-expandLink"><a>Click to
expand...</a></div></div></blockquote>From where?</div></article></article>
<article class="message message--post message--deleted" data-author="Cy" data-content="post-13"><div class="message-body"><div
class="bbWrapper">Nobody may read this.</div></div></article></body></html>"""

PHPBB = f"""{HEAD.replace("<h1>", '<h1><a href="/">Board</a></h1><h2 class="topic-title">').replace("</h1></body>", "")}</h2>
<div id="p11" class="post has-profile bg2"><dl class="postprofile"><dt><a class="username">Ada</a></dt></dl><div class="postbody">
<h3><a>What happened?</a></h3><p class="author">by <a class="username">Ada</a> » <time datetime="{STAMP}">7 May</time></p>
<div class="content">The silo is gone.<br><br>I saw it.</div><div class="signature">Buy my book!</div></div></div>
<div id="p12" class="post bg1"><div class="postbody"><p class="author">by <strong><span
class="username-coloured">Bo</span></strong>
» Wed May 07, 2031 9:05 am</p><div class="content"><blockquote><div><cite>Ada wrote: <a>↑</a></cite>I saw
it.</div></blockquote>From
where?</div></div></div></body></html>"""

VBULLETIN = f"""{HEAD}<ol id="posts"><li class="postbitlegacy postbit" id="post_11"><span
class="date">05-07-2031,&nbsp;09:05 AM</span>
<div class="userinfo"><a class="username"><strong>Ada</strong></a></div><div class="postbody"><div class="content"><div
id="post_message_11"><blockquote class="postcontent restore">The silo is gone.<br><br>I saw
it.</blockquote></div></div></div></li>
<li class="postbitlegacy" id="post_12"><span class="date">07.05.2031</span><a class="username"><strong>Bo</strong></a><div
class="content"><blockquote class="postcontent"><div class="bbcode_container"><div class="bbcode_quote"><div
class="quote_container">
<div class="bbcode_postedby">Originally Posted by <strong>Ada</strong></div><div class="message">I saw
it.</div></div></div></div>From
where?</blockquote></div></li></ol></body></html>"""

DISCOURSE = f"""{HEAD}<article id="post_1" data-post-id="11"><div class="names"><span class="username"><a
data-user-card="Ada">Ada</a>
</span></div><a class="post-date"><span class="relative-date" data-time="1935990300000">1d</span></a><div
class="cooked"><p>The silo is
gone.</p><p>I saw it.</p></div></article><article id="post_2" data-post-id="12"><div class="names"><a
data-user-card="Bo">Bo</a></div>
<span class="relative-date" data-time="1935990300000"></span><div class="cooked"><aside class="quote" data-username="Ada"
data-post="1">
<div class="title">Ada:</div><blockquote><p>I saw it.</p></blockquote></aside><p>From where?</p></div></article></body></html>"""

WOLTLAB = f"""{HEAD.replace("<h1>", '<h1 class="contentTitle">')}<article class="wbbPost message" data-object-id="11"><a
class="username">Ada</a><time class="datetime" datetime="{STAMP}">7. Mai</time><div class="messageBody"><div
class="messageText"><p>The
silo is gone.</p><p>I saw it.</p></div></div></article><article class="wbbPost message" data-object-id="12"><a
class="username">Bo</a>
<time datetime="{STAMP}"></time><div class="messageText"><blockquote class="quoteBox" data-author="Ada"><div
class="quoteBoxTitle">Zitat
von Ada</div><div class="quoteBoxContent"><p>I saw it.</p></div></blockquote><p>From where?</p></div></article></body></html>"""

PAGES = {"XenForo": XENFORO, "phpBB": PHPBB, "vBulletin": VBULLETIN, "Discourse": DISCOURSE, "WoltLab": WOLTLAB}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_each_software_tells_the_same_thread(page):
    made = document(page, "thread.html")
    lawful(made)
    assert (made.title, made.outlet, made.author) == ("What happened?", "Mill Board", "Ada")
    assert posts(made) == [("Ada", None, "The silo is gone."), ("Ada", None, "I saw it."), ("Bo", "11", "From where?")]
    assert words(made, "repeat", "quoted_post") == ["I saw it."]
    assert {block.post for block in made.blocks} == {"11", "12"}
    assert (made.published_at or "2031-05-07, or 5 July: nobody can tell").startswith("2031-05-0")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_quotation_is_its_authors_word(page):
    made = document(page, "thread.html")
    [quoted] = [block for block in made.blocks if block.kind in ("repeat", "quoted_post")]
    assert (quoted.author, quoted.post) == ("Ada", "12")


def test_exact_times_keep_their_zone():
    assert document(XENFORO).blocks[0].posted_at == "2031-05-07T09:05:00+02:00"
    assert document(DISCOURSE).blocks[0].posted_at == "2031-05-08T07:05:00Z"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><article class='post' id='post-12'><h1>Three die</h1><p>The mayor said so.</p></article></body></html>",
        "<html><body><div id='post-5' class='post'><div class='postbody'><p>Three people died.</p></div></div></body></html>",
        "<html><body><p>On Mastodon, status__content and messageText are classes.</p></body></html>",
    ],
)
def test_a_news_page_or_a_blog_is_no_thread(page):
    assert sniff(page.encode(), "a.html") != "text/html; profile=forum"


def test_no_saved_news_page_is_taken_for_a_thread(shared):
    import gzip

    for path in (shared / "data" / "pages" / "html").glob("*.gz"):
        assert "profile" not in sniff(gzip.decompress(path.read_bytes()), path.stem)


def test_the_samples(shared):
    read = {}
    for path in (shared / "data" / "threads").glob("*.html"):
        if "profile" in sniff(path.read_bytes(), path.name):
            read[path.name.split(".")[0]] = made = document(path.read_bytes(), path.name)
            lawful(made)
            assert all(
                block.author and block.posted_at for block in made.blocks if block.kind == "post" and "reddit" not in path.name
            )
    assert {"katzen-forum", "comments--mastodon", "comments--news", "comments--old", "reddit"} <= read.keys()
    assert not {"anglerboard", "juraforum"} & read.keys(), "an article on a forum's site is no thread"
    assert len({block.post for block in read["katzen-forum"].blocks}) == 18


def test_mastodon_accounts_carry_their_server(shared):
    [path] = (shared / "data" / "threads").glob("*mastodon*")
    made = document(path.read_bytes(), path.name)
    assert {block.author for block in made.blocks} >= {"@alice@mastodon.example", "@bob@other.social"}
    assert block_of(made, "really cool").reply_to == "12345678"
    assert made.title is None
