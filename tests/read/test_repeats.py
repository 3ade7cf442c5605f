"""A passage that stands twice is said once; another figure or another speaker makes it another passage."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Block, Span
from rashomon.read.repeats import earlier_of, without_repeats

LONG = "Three people died when the old mill burned down on Monday night, the mayor of the town said in a statement."


@given(st.lists(st.sampled_from([LONG, "Yes.", "A short line of words.", "Another short line.", LONG.replace("old", "new")])))
def test_the_place_is_that_of_the_first_with_the_same_words(passages):
    for place, earlier in enumerate(earlier_of(passages)):
        if earlier is not None:
            assert earlier < place
            assert earlier == min(n for n, passage in enumerate(passages) if passage == passages[earlier])
        elif passages[place] != "Yes.":
            assert passages[place] not in passages[:place]


def test_quotes_spaces_and_capitals_make_no_difference():
    assert earlier_of(["“The mill is gone,” she said.", '"the  mill is gone," SHE said.']) == [None, 0]


def test_a_word_dropped_or_a_typo_mended_makes_none_either():
    assert earlier_of([LONG, LONG.replace("old ", ""), LONG.replace("statement", "statment")]) == [None, 0, 0]


def test_another_figure_makes_another_passage():
    assert earlier_of([LONG.replace("Three", "13"), LONG.replace("Three", "14")]) == [None, None]


def test_two_people_may_both_say_yes():
    assert earlier_of(["Yes.", "Yes."]) == [None, None]


def _blocks(*authors: str | None) -> tuple[str, list[Block]]:
    size = len(LONG) + 1
    spans = [Span(n * size, n * size + len(LONG)) for n in range(len(authors))]
    blocks = [
        Block(span, "post", "p", author=author, post=f"p{n}") for n, (span, author) in enumerate(zip(spans, authors, strict=True))
    ]
    return "\n".join([LONG] * len(authors)), blocks


def test_the_same_words_of_another_person_are_no_repeat():
    text, blocks = _blocks("Ada", "Bo", "Ada", None, None, "Bo")
    assert [block.kind for block in without_repeats(text, blocks)] == ["post", "post", "repeat", "post", "repeat", "repeat"]


def test_only_the_kind_of_a_block_changes():
    text, blocks = _blocks("Ada", "Ada")
    assert [(block.span, block.path, block.author, block.post) for block in without_repeats(text, blocks)] == [
        (block.span, block.path, block.author, block.post) for block in blocks
    ]


def test_boilerplate_may_stand_as_often_as_it_likes():
    blocks = [Block(Span(0, 5), "boilerplate", "p"), Block(Span(6, 11), "boilerplate", "p")]
    assert [block.kind for block in without_repeats("Share Share", blocks)] == ["boilerplate"] * 2
