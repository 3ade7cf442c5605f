"""Posts that contradict the post they answer."""

import pytest

from rashomon.extract.documents import extract_one
from rashomon.extract.facts.rebuttals import TELLING
from rashomon.model import Block, Document, Fact, Span

FIRST = "The guards opened the dam and the town was drowned."


def told(*posts: str, reply_to: tuple[str | None, ...] = ()) -> list[tuple[str, str, str]]:
    """What each fact about the telling of a post says: which post, how, in which words."""
    blocks, text = [], ""
    for at, post in enumerate(posts):
        answered = reply_to[at] if reply_to else None
        blocks.append(Block(Span(len(text), len(text) + len(post)), "post", f"chars {at}", post=f"p{at}", reply_to=answered))
        text += f"{post}\n"
    document = Document.of(capture_id="cap", name="thread", text=text, uri="thread", blocks=tuple(blocks))
    facts = (record for record in extract_one(document, nets=False) if isinstance(record, Fact))
    return [(fact.about, fact.polarity, fact.value) for fact in facts if fact.about.startswith(TELLING)]


@pytest.mark.parametrize(
    "answer",
    [
        "Things are not as simple as you say.",
        "Nope, that never happened.",
        "That's not true at all.",
        "You are wrong about the guards.",
        "The way you describe it is misleading.",
    ],
)
def test_a_post_that_says_it_is_not_so_denies_what_the_one_before_tells(answer: str) -> None:
    first, denial = told(FIRST, answer)
    assert first == ("telling p0", "affirmed", FIRST)
    assert denial[:2] == ("telling p0", "denied")
    assert answer.startswith(denial[2])


@pytest.mark.parametrize(
    "answer",
    [
        "That's true.",
        "No dam was ever built there by the town.",
        "As you say, the guards did it.",
        "You are right.",
        "I saw it too.",
    ],
)
def test_a_post_that_agrees_or_tells_more_denies_nothing(answer: str) -> None:
    assert told(FIRST, answer) == []


def test_a_post_that_names_the_one_it_answers_denies_that_one() -> None:
    posts = (FIRST, "My uncle was a guard there for years.", "You are wrong about the guards.")
    assert {about for about, _, _ in told(*posts, reply_to=(None, None, "p0"))} == {"telling p0"}
    assert {about for about, _, _ in told(*posts)} == {"telling p1"}
