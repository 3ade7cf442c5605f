"""Reddit in its four forms: one document a thread, each comment its author's."""

import pytest
from tests.read.capturing import as_json, document, failure, lawful, outcomes, posts, words

from rashomon.read.sniff import sniff


def listing(*things):
    return {"kind": "Listing", "data": {"children": list(things)}}


def comment(key, body, *replies, author=None, parent="t3_p"):
    inner = listing(*replies) if replies else ""
    data = {"id": key, "author": author or f"user_{key}", "created_utc": 1_935_905_460.0, "body": body, "parent_id": parent}
    return {"kind": "t1", "data": {**data, "replies": inner}}


POST = {
    "kind": "t3",
    "data": {
        "id": "p", "author": "ada", "created_utc": 1_935_903_900.0, "title": "What happened at the mill &amp; why?",
        "selftext": "I live **next to** it.\n\nSee [the map](https://maps.example/(mill)).", "parent_id": None,
        "permalink": "/r/Mills/comments/p/what/", "subreddit": "Mills",
    },
}  # fmt: skip
THREAD = [
    listing(POST),
    listing(
        comment("a", "It was dust.", comment("b", "&gt; It was dust.\n\nIt was not.\n\n&gt;50 people say so.", parent="t1_a")),
        comment("c", "[removed]", comment("d", "Who removed that?", parent="t1_c"), author="[deleted]"),
        comment("e", "I deleted my account, not my words.", author="[deleted]"),
        {"kind": "more", "data": {"count": 9, "children": ["x", "y"]}},
    ),
]

OLD = """<html><head><title>Mill : Mills</title><link rel="canonical" href="https://www.reddit.com/r/Mills/comments/p/what/"></head>
<body><div class="content" role="main"><div class="sitetable linklisting">
<div class="thing id-t3_p link self" data-fullname="t3_p"
data-author="ada"><div class="entry unvoted">
<p class="title"><a class="title may-blank" href="/r/Mills/comments/p/what/">What happened?</a>
<span class="domain">(self.Mills)</span></p><p class="tagline"><time datetime="2031-05-07T07:05:00+02:00">1 day ago</time> by
<a class="author">ada</a></p>
<div class="expando"><form class="usertext">
<div class="usertext-body"><div class="md"><p>I live next to it.</p></div></div></form></div>
</div></div></div>
<div class="commentarea"><div class="sitetable nestedlisting">%s</div></div></div></body></html>"""


def thing(key, text, inner="", author="bo"):
    return f"""<div class="thing id-t1_{key} noncollapsed comment" data-fullname="t1_{key}" data-author="{author}">
    <div class="entry unvoted">
    <p class="tagline"><a class="author">{author}</a><time datetime="2031-05-07T08:00:00+00:00">1 day ago</time></p>
    <div class="usertext-body"><div class="md"><p>{text}</p></div></div>
    <ul class="flat-list buttons"><li>permalink</li></ul></div>
    <div class="child"><div class="sitetable listing">{inner}</div></div></div>"""


def test_a_thread_becomes_one_document():
    made = document(as_json(THREAD), "thread.json")
    lawful(made)
    assert (made.title, made.outlet, made.author) == ("What happened at the mill & why?", "r/Mills", "ada")
    assert made.uri == "https://www.reddit.com/r/Mills/comments/p/what/"
    assert posts(made) == [
        ("ada", None, "I live next to it."),
        ("ada", None, "See the map."),
        ("user_a", "p", "It was dust."),
        ("user_b", "a", "It was not."),
        ("user_b", "a", ">50 people say so."),
        ("user_d", None, "Who removed that?"),
        (None, "p", "I deleted my account, not my words."),
    ]


def test_a_quotation_of_the_post_above_is_known_as_its_authors():
    made = document(as_json(THREAD))
    [block] = [block for block in made.blocks if block.kind == "repeat"]
    assert (block.author, block.post, block.span.of(made.text)) == ("user_a", "b", "It was dust.")


def test_paths_lead_back_into_the_json():
    made = document(as_json(THREAD))
    assert made.blocks[-1].path == "[1].data.children[2].data.body"


def test_a_list_of_posts_is_a_document_each():
    other = {"kind": "t3", "data": {**POST["data"], "id": "q", "title": "Another mill", "selftext": "Another text."}}
    made = outcomes(as_json(listing(POST, other)), "r.json")
    assert [one.name for one in made] == ["r.json:p", "r.json:q"]


def test_a_thread_may_nest_a_thousand_deep():
    opening = "".join(
        f'{{"kind": "t1", "data": {{"id": "k{n}", "author": "u{n}", "created_utc": {n}, '
        f'"parent_id": "t1_k{n - 1}", "body": "Word {n}.", '
        '"replies": {"kind": "Listing", "data": {"children": ['
        for n in range(1, 1_001)
    )
    made = document('{"kind": "Listing", "data": {"children": [' + opening + "]}}}}" * 1_000 + "]}}")
    lawful(made)
    assert len(made.blocks) == 1_000
    assert made.blocks[-1].reply_to == "k999"


def test_the_old_design():
    rows = (
        thing("a", "It was dust.", thing("b", "It was not.", author="cy"))
        + thing("c", "[deleted]", author="[deleted]")
        + thing("d", "Ada?")
    )
    made = document(OLD % rows, "old.html")
    lawful(made)
    assert (made.title, made.outlet) == ("What happened?", "r/Mills")
    assert made.published_at == "2031-05-07T07:05:00+02:00"
    assert posts(made) == [
        ("ada", None, "I live next to it."),
        ("bo", "p", "It was dust."),
        ("cy", "a", "It was not."),
        ("bo", "p", "Ada?"),
    ]


def test_the_old_design_nested_five_hundred_deep():
    inner = ""
    for n in range(500, 0, -1):
        inner = thing(f"k{n}", f"Word {n}.", inner)
    made = document(OLD % inner)
    lawful(made)
    assert words(made)[-1] == "Word 500."
    assert made.blocks[-1].reply_to == "k499"


def test_the_middle_design():
    state = {"posts": {"models": {"t3_p": {"author": "ada", "created": 1935903900000}}}, "comments": {"models": {}}}
    state["comments"]["models"] = {f"t1_{key}": {"author": by, "created": 1935905460} for key, by in (("a", "bo"), ("b", "cy"))}
    comments = "".join(
        f'<div id="t1_{key}" style="padding-left:{pad}px"><span>level</span>'
        f'<div data-test-id="comment"><div class="RichTextJSON-root"><p>{text}</p></div></div></div>'
        for key, pad, text in (("a", 16, "It was dust."), ("b", 37, "It was not."), ("c", 16, "Who knows?"))
    )
    page = f"""<html><head><title>Mill : Mills</title></head><body><a id="PostTopMeta--Created--false--t3_p">1 day ago</a>
    <div data-test-id="post-content"><h1>What happened?</h1>
    <div class="RichTextJSON-root"><p>I live next to it.</p></div></div>{comments}
    <script>window.___r = {as_json(state)}; reddit</script></body></html>"""
    made = document(page)
    lawful(made)
    assert made.published_at == "2031-05-07T07:05:00Z"
    assert posts(made) == [
        ("ada", None, "I live next to it."),
        ("bo", "p", "It was dust."),
        ("cy", "a", "It was not."),
        (None, "p", "Who knows?"),
    ]


def test_the_present_design():
    page = """<html><body><shreddit-app><shreddit-post id="t3_p" author="ada" post-title="What happened?"
    created-timestamp="2031-05-07T07:05:00.000000+0000"><h1 slot="title">What happened?</h1>
    <div slot="text-body"><p>I live next to it.</p>
    </div></shreddit-post><shreddit-comment author="bo" thingid="t1_a" depth="0"><div slot="commentMeta"><faceplate-timeago
    ts="2031-05-07T08:00:00.000000+0000"></faceplate-timeago></div>
    <div slot="comment"><p>It was dust.</p></div>
    <shreddit-comment author="cy" thingid="t1_b" parentid="t1_a" depth="1">
    <div slot="comment"><p>It was not.</p></div></shreddit-comment>
    </shreddit-comment></shreddit-app>reddit</body></html>"""
    made = document(page)
    lawful(made)
    assert posts(made) == [("ada", None, "I live next to it."), ("bo", "p", "It was dust."), ("cy", "a", "It was not.")]
    assert [block.posted_at for block in made.blocks] == ["2031-05-07T07:05:00Z"] * 2 + ["2031-05-07T08:00:00Z", None]


@pytest.mark.parametrize(
    "page", ["<html><body><p>The mayor wrote on reddit that three people died.</p></body></html>", "<p>thing comment</p>"]
)
def test_a_page_that_speaks_of_reddit_is_no_thread(page):
    assert sniff(page.encode(), "a.html") != "text/html; profile=reddit"


def test_a_listing_without_words_is_a_failure():
    assert "no post has a text" in failure(as_json(listing())).message


def test_the_samples(shared):
    for path in (shared / "data" / "threads").glob("*reddit*"):
        made = document(path.read_bytes(), path.name)
        lawful(made)
        assert made.author
        assert len({block.post for block in made.blocks}) >= 6


def test_a_post_that_passes_on_anothers_is_not_its_posters_word():
    carried = {"author": "bo", "selftext": "I saw **three** dead."}
    data = {
        **POST["data"],
        "selftext": "",
        "crosspost_parent_list": [carried, None, {"author": "[deleted]", "selftext": "Me too."}],
    }
    made = document(as_json(listing({"kind": "t3", "data": data})))
    quoted = [(block.author, block.span.of(made.text)) for block in made.blocks if block.kind == "quoted_post"]
    assert quoted == [("bo", "I saw three dead."), (None, "Me too.")]


def test_an_edited_comment_says_since_when_it_is_so():
    edited = comment("a", "It was dust, I hear.")
    edited["data"]["edited"] = 1_935_907_500.0
    made = document(as_json([listing(POST), listing(edited, comment("b", "It was not."))]))
    assert [block.path.partition("(")[2] for block in made.blocks if block.kind == "post"][-2:] == [
        "edited 2031-05-07T08:05:00Z)",
        "",
    ]


@pytest.mark.parametrize("gone", ["[removed]", "[ Removed by Reddit ]", "[deleted by user]", "[removed by moderator]"])
def test_what_stands_for_a_deleted_text_is_nobodys(gone):
    made = document(as_json([listing(POST), listing(comment("a", gone), comment("b", "Stays."))]))
    assert gone not in made.text
    assert "Stays." in made.text


def test_a_thing_by_itself():
    assert words(document(as_json(comment("a", "It was dust.")), "a.json"), "post") == ["It was dust."]
    assert sniff(as_json(POST).encode(), "a.json") == "application/vnd.reddit+json"


@pytest.mark.parametrize("odd", [None, 7, [], {}, "x", {"children": [None, 7, {"kind": "t1"}, {"kind": "t1", "data": {}}]}])
def test_fields_of_any_kind_and_none(odd):
    data = {"id": odd, "author": odd, "created_utc": odd, "body": odd, "parent_id": odd, "replies": odd, "edited": odd}
    made = document(as_json([listing(POST), listing({"kind": "t1", "data": data}, {"kind": "Listing", "data": odd})]))
    lawful(made)
