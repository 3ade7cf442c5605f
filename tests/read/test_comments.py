"""Comments under an article, as different systems mark them."""

import pytest
from tests.read.capturing import document, lawful, posts, words
from tests.read.pages_of import leads_back

ARTICLE = (
    "<article><h1>Ferry burns off Port Ardell</h1><p>A ferry caught fire off the coast on Tuesday, the coast guard said.</p>"
    "<p>Nine people are missing, and the search goes on through the night, a spokesman said.</p></article>"
)
ANN, BEN = "I saw the smoke from the pier at seven.", "It was eight, not seven."


def page(comments: str) -> str:
    return f"<html><body><main>{ARTICLE}<section id='discussion'>{comments}</section></main></body></html>"


@pytest.mark.parametrize(
    "comments",
    [
        f"<div class='comment'><span class='author'>ann</span> <time datetime='2031-05-07T06:00:00Z'>early</time><p>{ANN}</p>"
        f"<div class='comment'><span class='author'>ben</span> <time datetime='2031-05-07'>today</time><p>{BEN}</p></div></div>",
        f"<ul><li id='comment-1'><div id='div-comment-1' class='comment-body'><cite class='fn'>ann</cite>"
        f" <span class='says'>says:</span>"
        f"<a href='#1'><time datetime='2031-05-07T06:00:00Z'>7 May 2031</time></a><p>{ANN}</p>"
        f"<a class='comment-reply-link'>Answer</a>"
        f"</div><ul><li id='comment-2'><div id='div-comment-2' class='comment-body'><cite class='fn'>ben</cite>"
        f"<time datetime='2031-05-07'>7 May 2031</time><p>{BEN}</p></div></li></ul></li></ul>",
        f"<div itemscope itemtype='https://schema.org/Comment'><span itemprop='author'><span itemprop='name'>ann</span></span>"
        f"<meta itemprop='dateCreated' content='2031-05-07T06:00:00Z'><div itemprop='text'>{ANN}</div>"
        f"<div itemscope itemtype='https://schema.org/Comment'><span itemprop='creator'>ben</span>"
        f"<span itemprop='datePublished'>7 May 2031</span><div itemprop='text'>{BEN}</div></div></div>",
    ],
)
def test_authors_times_and_answers(comments: str) -> None:
    made = document(page(comments))
    lawful(made)
    leads_back(made, page(comments))
    assert posts(made) == [("ann", None, ANN), ("ben", "comment-1", BEN)]
    assert [block.posted_at for block in made.blocks if block.kind == "post"] == ["2031-05-07T06:00:00Z", "2031-05-07"]
    assert len(words(made, "para")) == 2


def test_comments_side_by_side_answer_nobody() -> None:
    both = "".join(
        f"<div class='comment'><b class='username'>{name}</b><p>{said}</p></div>" for name, said in [("ann", ANN), ("ben", BEN)]
    )
    assert posts(document(page(f"<div class='comment-wrapper'>{both}</div>"))) == [("ann", None, ANN), ("ben", None, BEN)]


def test_comments_without_names_are_still_apart() -> None:
    made = document(page(f"<div class='comment'><p>{ANN}</p></div><div class='comment'><p>{BEN}</p></div>"))
    assert posts(made) == [(None, None, ANN), (None, None, BEN)]
    assert len({block.post for block in made.blocks if block.post}) == 2


@pytest.mark.parametrize(
    "other",
    [
        "<div class='comment'><a href='/opinion'>Judy Marsh</a> <time datetime='2031-05-07'>7 May</time></div>",
        "<div class='comment'>Comments are loading</div>",
        "<div class='leave-comment'><p>Leave your comment here, please, and be kind.</p></div>",
        "<div class='commentary'><p>Our commentary on the ferry line will follow tomorrow.</p></div>",
    ],
)
def test_what_is_only_called_a_comment(other: str) -> None:
    assert posts(document(page(other))) == []
