"""HTML to passages: what is shown, where it stands, and what of it is quoted."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from rashomon.read.markup import parsed_fragment, parsed_page, passages, shown

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


def read(page: str):
    root = parsed_page(page, "a.html")
    assert root is not None
    return passages(root)


def test_blocks_and_double_breaks_part_passages_and_inline_elements_do_not():
    page = "<div>One <b>two</b><i>three</i><p>Four<br>five<br><br>six</p>seven <!-- no --> eight<ul><li>nine<li>ten</ul></div>"
    assert [passage.text for passage in read(page)] == ["One twothree", "Four\nfive", "six", "seven eight", "nine", "ten"]


def test_what_is_never_seen_is_left_out():
    page = "<p>One<script>x()</script> two</p><style>p{}</style><noscript>no</noscript><template><p>no</p></template><p>three</p>"
    assert [passage.text for passage in read(page)] == ["One two", "three"]


def test_entities_are_the_characters_that_they_stand_for():
    assert [passage.text for passage in read("<p>A &amp; B &lt;c&gt; &#8220;d&#8221; e&nbsp;f</p>")] == ["A & B <c> “d” e f"]


def test_quotations_know_whose_they_are():
    page = """<div>Before<blockquote data-author="Ada"><p>One.</p>
    <blockquote><cite>Bo wrote:</cite><p>Two.</p></blockquote></blockquote>
    after<div class="bbcode_quote"><div class="bbcode_postedby">Originally Posted by <b>Cy</b></div>Three.</div></div>"""
    assert [(passage.text, passage.quoted, passage.author) for passage in read(page)] == [
        ("Before", False, None), ("One.", True, "Ada"), ("Two.", True, "Bo"), ("after", False, None), ("Three.", True, "Cy"),
    ]  # fmt: skip


def test_a_link_shown_cut_off_is_given_whole():
    page = '<p>See <a href="https://mill.example/a/long/way">https://mill.example/a/lo...</a> and <a href="https://b.example">more...</a></p>'
    assert [passage.text for passage in read(page)] == ["See https://mill.example/a/long/way and more..."]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6), st.integers(0, 40))
def test_each_path_finds_its_passage_again(texts, depth):
    page = f"<html><body>{'<div>' * depth}{''.join(f'<p>{text}</p>' for text in texts)}{'</div>' * depth}</body></html>"
    root = html.document_fromstring(page)
    found = read(page)
    assert [passage.text for passage in found] == texts
    assert [[element.text for element in root.xpath(passage.path)] for passage in found] == [[text] for text in texts]


def test_paths_are_those_of_libxml_whatever_stands_between():
    page = (
        "<div><!-- no --><p>one</p>two<?pi?><p>three</p><o:p>four</o:p><section><p>five</p></section><o:p>six</o:p><ul><li>seven"
        "<li>eight<ol><li>nine</ol></ul><table><tr><td>ten<td>eleven</table></div>"
    )
    root = parsed_page(page, "a.html")
    tree = root.getroottree()
    known = {tree.getpath(element) for element in root.iter() if isinstance(element.tag, str)}
    for inner in (root, root.find(".//ul"), root.find(".//section")):
        assert {passage.path for passage in passages(inner)} <= known
    nine = next(passage for passage in passages(root) if passage.text == "nine")
    assert nine.path == tree.getpath(root.find(".//ol/li"))


def test_very_many_paragraphs_cost_no_more_than_they_are():
    found = read("<div>" + "<p>a" * 30_000 + "</div>")  # found by the fuzzer: counted anew for each, they took minutes
    assert len(found) == 30_000
    assert found[-1].path.endswith("/p[30000]")


def test_nothing_recurses():
    page = "<div>" * 1_900 + "deep" + "</div>" * 1_900
    [passage] = read(page)
    assert passage.text == "deep"


@given(st.text())
def test_any_text_is_a_page_or_a_fragment(text):
    root = parsed_page(text, "a.html")
    if root is not None:
        passages(root)
    fragment = parsed_fragment(text)
    assert all(passage.text == passage.text.strip() for passage in passages(fragment))


@given(st.lists(WORDS, min_size=1).map(" ".join))
def test_plain_words_are_shown_as_they_are(text):
    assert shown(parsed_fragment(text)) == text
