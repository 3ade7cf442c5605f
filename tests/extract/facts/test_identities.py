"""Ages, names, and what somebody is."""

import pytest
from tests.extract.facts.telling import facts


def test_ages_however_they_are_told() -> None:
    texts = ("A 4-year-old boy fell in.", "A four-year-old boy fell in.", "The boy, 4, fell in.", "The boy is 4 years old.")
    assert [[(fact.about, fact.low, fact.high) for fact in facts(text, "identity")] for text in texts] == [
        [("age child", 4, 4)]
    ] * len(texts)


def test_the_bearers_of_one_surname_have_their_own_ages() -> None:
    found = facts("Richard Stone, 58, and William Stone, 25, were on board.", "identity")
    assert {(fact.about, fact.low) for fact in found} == {("age richard stone", 58), ("age william stone", 25)}


def test_a_name_for_the_nameless() -> None:
    found = facts("Police identified the gunman as Peter Marsh.", "identity")
    assert ("name", "Peter Marsh") in {(fact.about, fact.value) for fact in found}


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("Police stopped Robert John Miller, 36, of Hamburg.", "home robert miller", "Hamburg"),
        ("Karl Weiss, 36 and from Bremen, was stopped.", "home karl weiss", "Bremen"),
        ("Karl Weiss of Bremen, Germany, was stopped.", "home karl weiss", "Bremen"),
        ("Karl Weiss, who lives in Hamburg, was stopped.", "home karl weiss", "Hamburg"),
    ],
)
def test_where_a_named_person_lives(text: str, about: str, value: str) -> None:
    assert (about, value) in {(fact.about, fact.value) for fact in facts(text, "identity")}


def test_who_plays_or_rules_somewhere_need_not_live_there() -> None:
    assert not [fact for fact in facts("Angela Merkel of Germany spoke first.", "identity") if fact.about.startswith("home")]


def test_what_stands_beside_a_name_says_who_that_is_unless_it_is_another_name_a_place_or_a_date() -> None:
    beside = {
        "Jan Weiss, a miller, was there.": ["a miller"],
        "Jan Weiss, Olga Berg and Tom Reed were there.": [],
        "Jan Weiss, December 2017, wrote it.": [],
    }
    assert {text: [fact.value for fact in facts(text, "identity")] for text in beside} == beside


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Karl Weiss, a baker aged 36, died.", "age karl weiss"),
        ("Karl Weiss, a 36-year-old baker, died.", "age karl weiss"),
        ("Karl Weiss was a 36-year-old baker.", "age karl weiss"),
        ("They left the captain, Kapsalis, 36, on the boat.", "age kapsalis"),
        ("A 36-year-old baker died.", "age baker"),
        ("Karl and Rosa, their 36-year-old aunt and her friend were seen.", "age aunt"),
    ],
)
def test_an_age_is_of_whom_the_text_names(text: str, about: str) -> None:
    assert {fact.about for fact in facts(text, "identity") if fact.low == 36} == {about}
