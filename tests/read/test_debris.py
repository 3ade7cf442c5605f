"""What the lines of a captured page are, told by what they are like and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.debris import is_department, is_furniture, is_headline, is_sentence, kinds_of, title_case

PARA = "Three people died when a mill burned down on Monday night, the mayor said."
MORE = "The cause of the fire is not known, and the owner could not be reached."


FURNITURE = """No media source currently available|0:00 0:03:18 0:00|Load more|please wait|Share|Dead Comment|Skip to content
|Advertisement|12 comments|3.4k views|© 2031 The Mill Courier|All rights reserved|Read more: Mill burns again|Posted in Local News
|We and our partners use cookies to give you the best experience.|Sign up for our newsletter|• • •"""


@pytest.mark.parametrize("line", FURNITURE.replace("\n", "").split("|"))
def test_furniture_is_known_by_its_words(line):
    assert is_furniture(line)


@pytest.mark.parametrize("line", [PARA, MORE, "Share prices fell by a tenth.", "He asked people to wait.", "Fire", "Three"])
def test_sentences_and_bare_words_are_no_furniture(line):
    assert not is_furniture(line)


def test_a_clip_is_named_by_the_headline_before_its_player():
    lines = [PARA, "What Is Behind The Fire At The Old Mill?", "please wait", "No media source currently available", MORE]
    assert kinds_of(lines) == ["para", "boilerplate", "boilerplate", "boilerplate", "para"]


def test_a_list_of_other_pages_goes_with_its_head():
    lines = [
        PARA,
        MORE,
        "Most read",
        "Council Sells Old Mill",
        "Five Dead in Quarry",
        "Rain to Come",
        PARA.replace("Three", "Four"),
    ]
    assert kinds_of(lines) == ["para", "para", "boilerplate", "boilerplate", "boilerplate", "boilerplate", "para"]


def test_what_a_site_says_of_itself_goes_with_its_head():
    lines = [
        PARA,
        MORE,
        PARA.replace("Three", "Two"),
        "About this blog",
        "Millwatch is a blog by Ada Moss that looks at mills.",
        "It is free.",
    ]
    assert kinds_of(lines) == ["para"] * 3 + ["boilerplate"] * 3


def test_captions_are_told_by_their_marks_and_by_standing_twice():
    lines = [
        PARA, "The old mill in spring (file photo)", MORE, "WATCH: Firefighters at the gate of the mill.",
        "Mayor Bo Lind at the site of the fire", "Mayor Bo Lind at the site of the fire", PARA.replace("Three", "Two"),
    ]  # fmt: skip
    assert kinds_of(lines) == ["para", "caption", "para", "caption", "caption", "para", "para"]  # the twin becomes a repeat


def test_the_head_of_a_page():
    lines = [
        "Home",
        "Three Die in Fire at the Old Mill",
        "By Ada Moss",
        "7 May 2031",
        PARA,
        "A Long Night",
        MORE,
        PARA.replace("Three", "Two"),
    ]
    assert kinds_of(lines) == ["boilerplate", "title", "byline", "byline", "para", "heading", "para", "para"]


@given(st.lists(st.sampled_from([PARA, MORE, "Share", "7 May 2031", "A Long Night", "please wait", "Most read"])))
def test_every_line_has_one_kind_and_running_text_near_the_start_is_text(lines):
    kinds = kinds_of(lines)
    assert len(kinds) == len(lines)
    for line, kind in zip(lines, kinds, strict=True):
        if line in ("Share", "please wait"):
            assert kind == "boilerplate"


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)))
def test_nothing_is_raised_whatever_the_lines(lines):
    assert len(kinds_of(lines)) == len(lines)


def test_headlines_sentences_and_departments():
    assert is_headline("Three Die in Fire at the Old Mill")
    assert not is_headline("Three people die in fire at the old mill")
    assert title_case("The Fire at the Old Mill") == 1
    assert is_sentence("The mill burned down at midnight.”")
    assert not is_sentence("The mill burned down at midnight")
    assert is_department("World")
    assert not is_department("The World of Mills")
