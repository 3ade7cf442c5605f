"""When and where an act was done."""

import pytest
from tests.extract.facts.telling import facts


def test_the_day_of_an_act_is_reckoned_from_the_day_of_writing() -> None:
    found = facts("Gunmen attacked the convoy on Tuesday.", "time", published_at="2017-04-06T08:00:00Z")
    assert [(fact.about, fact.value, fact.when) for fact in found] == [("attack", "Tuesday", "2017-04-04")]


def test_a_day_hangs_on_its_own_clause() -> None:
    text = "The bridge collapsed on Monday and police arrested the builder on Wednesday."
    found = {fact.about: fact.when for fact in facts(text, "time", published_at="2017-04-06T08:00:00Z")}
    assert found == {"collapse": "2017-04-03", "arrest": "2017-04-05"}


def test_the_date_at_the_top_of_a_page_is_not_that_of_the_act() -> None:
    assert facts("Published July 5 2015\nGunmen attacked the convoy.", "time", published_at="2015-07-05") == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Gunmen attacked the convoy on Tuesday night.", "2017-04-04"),
        ("Gunmen attacked the convoy between Monday and Wednesday.", "2017-04"),
        ("Gunmen attacked the convoy last week.", "2017"),  # 27 March to 2 April
        ("Gunmen have attacked convoys since Monday.", None),  # not on that day alone
        ("Gunmen attacked the convoy before the vote of 16 April.", None),  # the vote is to come
        ("Gunmen attacked the convoy as the town awaits the elections of June 2017.", None),
    ],
)
def test_an_act_is_of_a_day_only_where_the_text_says_so_and_it_is_over(text: str, when: str | None) -> None:
    found = [fact for fact in facts(text, "happened", published_at="2017-04-06T08:00:00Z") if fact.about == "attack"]
    assert {fact.when for fact in found} <= {when}
    assert {fact.when for fact in facts(text, "time", published_at="2017-04-06T08:00:00Z")} <= {when}


def test_a_weekday_of_an_undated_page_is_no_day() -> None:
    assert all(fact.when is None for fact in facts("Gunmen attacked the convoy on Tuesday."))


def test_the_place_of_an_act() -> None:
    found = {(fact.about, fact.value, fact.where) for fact in facts("Gunmen attacked a convoy in Paris.", "place")}
    assert ("attack", "Paris", "Paris") in found
    assert {fact.value for fact in facts("The attack took place outside a bakery.", "place")} == {"a bakery"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The guards opened fire on the strikers.", set()),
        ("The guards opened fire on persons at the mill.", {"the mill"}),
        ("Gunmen attacked the strikers near the harbour.", {"the harbour"}),
        ("He was arrested on suspicion of arson.", set()),
        ("The strike hit the food supply.", set()),
        ("None of us would bring a bomb into a mill.", set()),
        ("Rockets hit the main hospital.", {"the main hospital"}),
    ],
)
def test_whom_an_act_is_aimed_at_is_no_place(text: str, places: set[str]) -> None:
    assert {fact.value for fact in facts(text, "place")} == places


def test_guns_that_open_fire_burn_nothing_and_open_nothing() -> None:
    told = facts("The guards opened fire at the mill.")
    assert "shoot" in {fact.about for fact in told}
    assert not [fact for fact in told if fact.about == "burn" or fact.kind == "status"]


def test_a_manner_of_speaking_is_no_place() -> None:
    assert facts("The army attacked in response.", "place") == []


@pytest.mark.parametrize(
    "text",
    [
        "“Gunmen attacked the convoy today,” the mayor said.",  # on the day on which he said it
        "Gunmen attacked the convoy today https://t.co/a1b2 pic.twitter.com/c3d4",
        "Gunmen attacked convoys three times in March.",
    ],
)
def test_a_time_of_another_day_or_of_many_is_no_answer(text: str) -> None:
    assert facts(text, "time", published_at="2017-04-06T08:00:00Z") == []


def test_the_day_of_writing_is_today_in_the_page_s_own_words() -> None:
    found = facts("Gunmen attacked the convoy today, the mayor said.", "time", published_at="2017-04-06T08:00:00Z")
    assert [fact.when for fact in found] == ["2017-04-06"]


def test_a_time_tells_the_hour_where_the_text_does() -> None:
    told = facts("There was a storm over the hills then, as people in the valley will remember for years.\n"
                 "The mill exploded at 10:08 p.m. on 3 May 2031. The barn exploded on 4 May 2031.", "time")  # fmt: skip
    assert {fact.when for fact in told} == {"2031-05-03T22:08", "2031-05-04"}


def test_an_inquiry_into_an_act_is_not_where_or_when_it_was() -> None:
    told = "Two men were arrested on Thursday in Orsk in the investigation into the theft from the mill."
    found = facts(told, published_at="2017-04-08")
    assert {fact.about for fact in found if fact.kind in ("time", "place") and fact.value in ("Thursday", "Orsk")} == {"arrest"}
