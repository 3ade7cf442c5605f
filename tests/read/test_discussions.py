"""Threads without names: cut into their posts by what the text itself shows."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import document, lawful, words

from rashomon.model import Document
from rashomon.read.discussions import is_discussion, posts_of

SAYINGS = (
    "I was down at the mill when the roof came off, and I can tell you nobody was inside by then.",
    "Most of my neighbours think the owner set it alight himself, though none of us saw him there.",
    "You keep saying that it was lightning. I looked at the sky all night and there was none.",
    "The brigade took forty minutes, which I find hard to forgive in a town of this size.",
    "What really happened is that the watchman fell asleep, if you ask me.",
    "Do you have anything to back that up? My cousin is on the brigade and tells it otherwise.",
    "When a building stands empty for years, people will use it for all kinds of things.",
    "I don't know much about mills, but the insurance had been raised in spring.",
    "They found two canisters behind the gate, and that was in the paper this morning.",
    "It's interesting to see the council now claim that they warned him.",
    "Your story does not match any of the pictures that I have seen of the yard.",
    "The men who were paid to guard it had not been paid since autumn, as my brother says.",
    "I leave it to you to read up on who owns the land next to it.",
    "Few people here would weep for the mill, and I am not one of them.",
)


def _comments(said: list[str], sizes: list[int]) -> list[list[str]]:
    """The sayings dealt out to comments of these sizes, a last single one to the comment before."""
    rest = iter(said)
    comments = [comment for size in sizes if (comment := list(itertools.islice(rest, size)))]
    return [*comments[:-2], comments[-2] + comments[-1]] if len(comments[-1]) == 1 else comments


THREADS = st.builds(_comments, st.permutations(SAYINGS), st.lists(st.integers(2, 3), min_size=7, max_size=7))


def cut(made: Document) -> list[list[str]]:
    """The words of each post, repeats aside."""
    found: dict[str, list[str]] = {}
    for block in made.blocks:
        if block.kind in ("post", "quoted_post") and block.post:
            found.setdefault(block.post, []).append(block.span.of(made.text))
    return list(found.values())


@given(THREADS)
def test_a_second_printing_of_all_but_the_openings_tells_the_posts(comments):
    """Some pages wrap each paragraph but a post's first; a capture that prints the wrapped ones again marks the openings."""
    first = [line for comment in comments for line in comment]
    again = [line for comment in comments for line in comment[1:]]
    made = document("\n".join([*first, *again]), "thread.txt")
    lawful(made)
    assert cut(made) == comments
    assert words(made, "repeat") == again


@given(THREADS)
def test_blank_lines_between_posts_and_none_within(comments):
    text = "\n\n".join("\n".join(comment) for comment in comments)
    assert cut(document(text, "thread.txt")) == comments


@given(st.permutations(SAYINGS), st.sampled_from(SAYINGS))
def test_a_post_that_stands_twice_is_said_once(said, again):
    made = document("\n\n".join([*said, again]), "thread.txt")
    assert words(made, "repeat") == [again]
    assert cut(made) == [[saying] for saying in said]


@pytest.mark.parametrize(
    "header",
    [
        "{} 3 hours ago | parent | next [–]",
        "[–]{} 12 points 3 hours ago",
        "u/{} · 5h ago",
        "{} 2 days ago",
    ],
)
def test_lines_with_names_open_the_posts(header):
    title = "What happened at the old mill last night"
    texts = [f"{header.format(name)}\n{said}" for name, said in zip(("ada_m", "bo.lind", "cy-99"), SAYINGS, strict=False)]
    made = document("\n\n".join([title, *texts]), "thread.txt")
    assert made.title == title
    posts = [(block.author, block.span.of(made.text)) for block in made.blocks if block.kind == "post"]
    assert posts == [("ada_m", SAYINGS[0]), ("bo.lind", SAYINGS[1]), ("cy-99", SAYINGS[2])]
    assert len(words(made, "byline")) == 3


def test_what_goes_on_with_a_post():
    own = [
        [
            SAYINGS[0],
            "First of all, nobody had the key, and you know it:",
            "- not the owner",
            "- not the guard",
            "[1] https://mill.example/a",
        ],
        [SAYINGS[2], "Secondly, my son was there."],
        [SAYINGS[4]],
        [SAYINGS[5]],
        [SAYINGS[7]],
    ]
    assert cut(document("\n".join(line for post in own for line in post), "thread.txt")) == own


def test_a_quotation_left_open_goes_on_with_its_post():
    quoted = [
        '"We have always said that the mill was safe, and it was looked after every day.',
        'It will be rebuilt where it stood. "',
    ]
    lines = [SAYINGS[0], SAYINGS[2], "This line of the owner's letter made me laugh:", *quoted, SAYINGS[5], SAYINGS[7]]
    made = cut(document("\n".join(lines), "thread.txt"))
    assert ["This line of the owner's letter made me laugh:", *quoted] in made


def test_quoted_lines_are_the_words_of_another():
    lines = [SAYINGS[0], f"> {SAYINGS[0]}", SAYINGS[2], SAYINGS[4], SAYINGS[5], SAYINGS[7]]
    made = document("\n\n".join(lines), "thread.txt")
    assert words(made, "quoted_post", "repeat") == [f"> {SAYINGS[0]}"]
    quoted, answer = made.blocks[1], made.blocks[2]
    assert quoted.author is None
    assert quoted.post == answer.post != made.blocks[0].post


def test_remains_of_deleted_posts_belong_to_nobody():
    made = document("\n\n".join([*SAYINGS[:6], "Dead Comment", "[deleted]"]), "thread.txt")
    assert words(made, "boilerplate") == ["Dead Comment", "[deleted]"]
    assert len(cut(made)) == 6


NEWS = (
    "Three people died when a mill burned down in Port Hadrin on Monday night, the mayor said.",
    "The fire broke out shortly before midnight, according to the fire brigade.",
    '"I saw the roof come off, and I thought of my children," said Ada Moss, who lives next door.',
    "The cause is not known. Officials said that the building had stood empty for two years.",
    "“You could feel the heat across the river,” another neighbour told the Courier. “We all ran.",
    "“I will never forget it. You would not believe it.”",
)


def test_a_report_is_no_discussion_whoever_is_quoted_in_it():
    assert not is_discussion(NEWS)
    assert words(document("\n\n".join(NEWS), "news.txt"), "para") == list(NEWS)


def test_a_printed_interview_is_no_discussion():
    turns = [f"{'MOSS' if n % 2 else 'LIND'}: {said}" for n, said in enumerate(SAYINGS)]
    assert not is_discussion(turns)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip), min_size=1), st.data())
def test_each_line_gets_at_most_one_post_and_posts_are_numbered_as_they_begin(lines, data):
    lines = [line.strip() for line in lines]
    close = data.draw(st.lists(st.booleans(), min_size=len(lines), max_size=len(lines)))
    posts = posts_of(lines, close)
    assert len(posts) == len(lines)
    begun = list(dict.fromkeys(post.id for post in posts if post))
    assert begun == [f"post-{number}" for number in range(1, len(begun) + 1)]


def test_the_seed(shared):
    """The cut of a real thread, judged by hand: where posts begin, by the first words of each."""
    [path] = (shared / "data" / "seeds").glob("000*.txt")
    made = document(path.read_bytes(), path.name)
    lawful(made)
    begins = [post[0].split()[:3] for post in cut(made)]
    assert len(begins) == 15
    assert sum(block.kind == "repeat" for block in made.blocks) == 30
    assert words(made, "boilerplate") == ["Dead Comment"]
