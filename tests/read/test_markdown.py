"""Markdown: shown without its marks, each block leading back to its place in the capture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import document, failure, lawful, words

from rashomon.read.sniff import sniff

CLIPPED = """---
title: "Three die in fire at mill"
author: "[[Ada Moss]]"
source: https://mill.example/fire
published: 2031-05-07
tags: [fire, mill]
---
# Three die in fire at mill

![A mill on fire](https://mill.example/a.jpg)

**PORT HADRIN** – Three people died, [the mayor](https://m.example/(a)) said on
*Monday* in a `statement`.[^1]

## A long night

> I saw it,
> and nobody else did.

- First, the roof.
- Second, the *gate*.

| dead | hurt |
|------|------|
| 3    | 11   |

```
three = 3  # said by nobody
```

Share

The cause is not known\\. See <https://mill.example>.
"""
PLAIN = st.text(st.characters(categories=["L"]), min_size=1, max_size=9)


def test_a_clipped_page():
    made = document(CLIPPED, "fire.md")
    lawful(made)
    assert (made.title, made.author, made.published_at) == ("Three die in fire at mill", "Ada Moss", "2031-05-07")
    assert made.uri == "https://mill.example/fire"
    assert [(block.kind, block.span.of(made.text)) for block in made.blocks] == [
        ("title", "Three die in fire at mill"),
        ("caption", "A mill on fire"),
        ("para", "PORT HADRIN – Three people died, the mayor said on Monday in a statement."),
        ("heading", "A long night"),
        ("quote", "I saw it, and nobody else did."),
        ("para", "First, the roof."),
        ("para", "Second, the gate."),
        ("boilerplate", "| dead | hurt |"),
        ("boilerplate", "| 3 | 11 |"),
        ("boilerplate", "Share"),
        ("para", "The cause is not known. See https://mill.example."),
    ]


def test_paths_lead_back_into_the_capture():
    for block in document(CLIPPED, "fire.md").blocks:
        start, end = map(int, block.path.removeprefix("chars ").split("-"))
        assert CLIPPED[start:end].strip("*_ ")[:5].isascii()
        assert "\n\n" not in CLIPPED[start:end]


def test_headings_by_underlining():
    made = document("Three die in fire\n===\n\nThree people died.\n\nThe night\n---\n\nIt was dark.\n", "a.md")
    assert [block.kind for block in made.blocks] == ["title", "para", "heading", "para"]


@pytest.mark.parametrize(("data", "name"), [(CLIPPED, "clip"), ("# Fire\n\nThree died.", "a.txt"), ("Three died.", "a.md")])
def test_it_is_told_by_its_head_or_its_name(data, name):
    assert sniff(data.encode(), name) == "text/markdown"


@pytest.mark.parametrize("data", ["#1 in the list\n", "--- cut here ---\n", "# ", "Three # died", "#hashtag\nThree died."])
def test_other_texts_with_such_marks_are_none(data):
    assert sniff(data.encode(), "a.txt") == "text/plain"


def test_a_text_without_any_mark_stays_exactly_as_it_is():
    text = "Three people  died.\nThe mayor said so. \n"
    assert document(text, "a.md").text == text


def test_marks_only_are_no_text():
    assert "no text" in failure("# \n\n---\n\n***\n\n>\n\n## -\n", "a.md").message


@given(st.lists(st.lists(PLAIN, min_size=1, max_size=5).map(" ".join), min_size=2, max_size=5), st.data())
def test_marks_add_and_take_away_no_word(lines, data):
    frames = ["{}", "**{}**", "*{}*", "[{}](https://a.example/b_c)", "- {}", "> {}", "`{}`", "## {}", "1. {}", "__{}__", "{}[^2]"]
    marked = [data.draw(st.sampled_from(frames)).format(line) for line in lines]
    made = document("# Title of it\n\n" + "\n\n".join(marked), "a.md")
    assert words(made) == ["Title of it", *lines]


@given(st.text())
def test_any_text_named_markdown_has_an_outcome(text):
    from tests.read.capturing import outcomes

    for made in outcomes(text.encode("utf-8", "surrogatepass"), "a.md"):
        assert getattr(made, "error", "UnreadableCapture") == "UnreadableCapture", made


@pytest.mark.parametrize("part", ["**a ", "*a ", "[a](", "![a](b", "<!--", "[[a", "`a", "- ", "> ", "|", "# a\n", "__a _b "])
def test_many_open_marks_take_no_time(part):
    document("# A title\n\nText. " + part * 50_000, "a.md")
