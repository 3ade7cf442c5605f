"""Hacker News in its three forms: one document a thread, each comment its author's."""

from tests.read.capturing import as_json, document, failure, lawful, posts, words

from rashomon.read.sniff import sniff


def item(key, text, *children, **more):
    return {
        "id": key,
        "author": f"user{key}",
        "created_at_i": 1_900_000_000 + key,
        "text": text,
        "children": list(children),
        **more,
    }


STORY = item(
    1, None,
    item(2, "It was an accident.<p>&gt; nobody was hurt<p>Four were &quot;hurt&quot;, see <a href=\"https://a.example/x\">https://a.ex...</a>",
         item(3, "&gt; It was an accident.<p>Who says so?"), parent_id=1),
    item(4, None, item(5, "An answer to what was deleted.")),
    title="Fire at the mill", url="https://news.example/fire", type="story",
)  # fmt: skip

PAGE = """<html><head><title>Fire at the mill | Hacker News</title></head><body><center><table id="hnmain"><tr><td>
<table class="fatitem"><tr class="athing submission" id="1"><td class="title"><span class="titleline"><a href="https://n.example">Fire
at the mill</a><span class="sitebit comhead">
 (<a href="from?site=n.example"><span class="sitestr">n.example</span></a>)</span></span></td></tr>
<tr><td class="subtext">by <a href="user?id=ada" class="hnuser">ada</a>
<span class="age" title="2031-05-07T10:00:00 1935914400"></span></td></tr>
<tr><td><div class="toptext">I live next to it.</div></td></tr></table>
<table class="comment-tree">%s</table></td></tr></table></center></body></html>"""
COMMENT = """<tr class="athing comtr" id="{id}"><td><table><tr><td class="ind" indent="{indent}">
<img src="s.gif" height="1" width="{width}">
</td><td class="default"><span class="comhead"><a href="user?id={by}" class="hnuser">{by}</a>
<span class="age" title="2031-05-07T11:00:0{indent}"><a href="item?id={id}">1 hour ago</a></span></span>
<div class="comment"><div class="commtext c00">{text}</div><div class="reply">
<p><font size="1"><u><a href="reply">reply</a></u></font></div>
</div></td></tr></table></td></tr>"""


def comment(key, indent, text, by="bo"):
    return COMMENT.format(id=key, indent=indent, width=40 * indent, by=by, text=text)


def test_an_algolia_item_becomes_one_document():
    made = document(as_json(STORY), "item.json")
    lawful(made)
    assert (made.title, made.outlet, made.author) == ("Fire at the mill", "Hacker News", "user1")
    assert made.published_at == "2030-03-17T17:46:41Z"
    assert made.uri == "https://news.ycombinator.com/item?id=1"
    assert posts(made) == [
        ("user2", "1", "It was an accident."),
        ("user2", "1", 'Four were "hurt", see https://a.example/x'),
        ("user3", "2", "Who says so?"),
        ("user5", None, "An answer to what was deleted."),
    ]


def test_what_a_comment_quotes_is_no_words_of_its_own():
    made = document(as_json(STORY))
    quoted = [block for block in made.blocks if block.kind in ("quoted_post", "repeat")]
    assert [(block.author, block.post, block.kind, block.span.of(made.text)) for block in quoted] == [
        (None, "2", "quoted_post", "nobody was hurt"),
        ("user2", "3", "repeat", "It was an accident."),
    ]


def test_paths_lead_back_into_the_json():
    made = document(as_json(STORY))
    assert [block.path for block in made.blocks][-1] == "children[1].children[0].text"


def test_a_thread_may_nest_thousands_deep():
    text = "".join(
        f'{{"id": {key}, "author": "u{key}", "created_at_i": {key}, "text": "Word {key}.", "children": ['
        for key in range(1, 3_001)
    )
    made = document(text + "]}" * 3_000)
    lawful(made)
    assert len(made.blocks) == 3_000
    assert made.blocks[-1].reply_to == "2999"


def test_firebase_items_are_put_in_their_order():
    items = [
        {"by": "cy", "id": 3, "parent": 1, "text": "Second.", "time": 3, "type": "comment"},
        {"by": "ada", "id": 1, "kids": [2, 3], "time": 1, "title": "Fire", "type": "story", "url": "https://n.example"},
        {"by": "bo", "id": 2, "kids": [4], "parent": 1, "text": "First.", "time": 2, "type": "comment"},
        {"deleted": True, "id": 4, "parent": 2, "time": 4, "type": "comment"},
    ]
    made = document(as_json(items), "items.json")
    lawful(made)
    assert posts(made) == [("bo", "1", "First."), ("cy", "1", "Second.")]
    assert [block.path for block in made.blocks] == ["[1].title", "[2].text", "[0].text"]


def test_one_firebase_item_by_itself():
    made = document(
        '{"by": "norvig", "id": 7, "parent": 6, "text": "Aw shucks&#x2F;no.<p>Yes.", "time": 1314211127, "type": "comment"}'
    )
    assert words(made) == ["Aw shucks/no.", "Yes."]
    assert made.blocks[0].posted_at == "2011-08-24T18:38:47Z"


def test_items_that_answer_each_other_in_a_ring_do_not_go_round_for_ever():
    ring = [{"by": "a", "id": n, "parent": 3 - n, "text": f"Word {n}.", "time": n, "type": "comment"} for n in (1, 2)]
    assert words(document(as_json(ring))) == ["Word 1.", "Word 2."]


def test_a_saved_page():
    rows = (
        comment(2, 0, "It was an accident.<p>I saw it.") + comment(3, 1, "Nobody saw it.", "cy") + comment(4, 2, "I did.")
        + comment(5, 0, "<span>[flagged]</span>") + comment(6, 0, "&gt; I saw it.<p>So did we.", "di")
    )  # fmt: skip
    made = document(PAGE % rows, "page.html")
    lawful(made)
    assert sniff((PAGE % rows).encode(), "page.html") == "text/html; profile=hackernews"
    assert made.title == "Fire at the mill"
    assert made.published_at == "2031-05-07T10:00:00Z"
    assert posts(made) == [
        ("ada", None, "I live next to it."),
        ("bo", "1", "It was an accident."),
        ("bo", "1", "I saw it."),
        ("cy", "2", "Nobody saw it."),
        ("bo", "3", "I did."),
        ("di", "1", "So did we."),
    ]


def test_in_a_page_that_was_cut_up_each_word_is_said_once_and_by_whoever_said_it():
    nested = comment(2, 0, "It was an accident.<div class=commtext>I saw it.</div>")
    assert posts(document(PAGE % nested, "page.html")) == [
        ("ada", None, "I live next to it."),
        ("bo", "1", "It was an accident."),
        ("bo", "1", "I saw it."),
    ]
    inner = comment(3, 1, "Nobody saw it.", "cy")
    beside = comment(2, 0, "It was an accident.").replace('<div class="reply">', f'<table>{inner}</table><div class="reply">')
    assert posts(document(PAGE % beside, "page.html"))[1:] == [("bo", "1", "It was an accident."), ("cy", "2", "Nobody saw it.")]


def test_comments_nested_very_deep_are_read_in_one_go():
    deep = comment(2, 0, "<div class=commtext>a " * 1_500)  # found by the fuzzer: each was read with all that is inside it
    made = document(PAGE % deep, "page.html")
    assert [block for block in made.blocks if block.author == "bo"]
    assert 1_500 <= sum(line == "a" for line in made.text.splitlines()) <= 1_501


def test_an_element_path_finds_its_words_again():
    from lxml import html

    page = PAGE % (comment(2, 0, "It was an accident.<p>I saw it.") + comment(3, 1, "Nobody saw it."))
    made, root = document(page), html.document_fromstring(page)
    for block in made.blocks:
        [element] = root.xpath(block.path)
        assert block.span.of(made.text).split()[0] in element.text_content()


def test_a_front_page_is_no_thread():
    row = '<tr class="athing" id="1"><td><span class="titleline">Fire</span></td></tr>'
    page = f'<html><body><table id="hnmain">{row}</table></body></html>'
    assert sniff(page.encode(), "news.html") != "text/html; profile=hackernews"


def test_a_thread_without_words_is_a_failure():
    assert "no post has a text" in failure(as_json(item(1, None, item(2, None)))).message


def test_the_samples(shared):
    for name in ("comments", "general"):
        [path] = (shared / "data" / "threads").glob(f"{name}--news.ycombinator*")
        lawful(document(path.read_bytes(), path.name))


def test_an_item_with_half_of_its_fields():
    odd = {
        "id": 1,
        "created_at": "2031-05-07T10:00:00Z",
        "type": "comment",
        "text": "Three died.",
        "children": [None, 7, {"id": None}],
    }
    made = document(as_json(odd), "item.json")
    lawful(made)
    assert [(block.author, block.posted_at) for block in made.blocks] == [(None, "2031-05-07T10:00:00Z")]
