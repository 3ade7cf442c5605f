"""Praise and blame."""

from tests.extract.facts.telling import facts


def test_praise_and_blame_of_one_deed_meet() -> None:
    blame = facts("The professor said the appeal was a “horrible decision”.", "evaluation")
    praise = facts("The minister said it was the right choice.", "evaluation")
    assert {fact.about for fact in blame} == {fact.about for fact in praise} == {"deed"}
    assert {fact.value for fact in blame} == {"horrible decision"}


def test_a_thing_is_judged_under_its_own_name() -> None:
    found = facts("Engineers said the barrier was safe. The ruling was a mistake.", "evaluation")
    assert {(fact.about, fact.value) for fact in found} == {("barrier", "safe"), ("ruling", "a mistake")}


def test_who_is_blamed_for_a_deed_and_the_deed_are_judged() -> None:
    found = {(fact.about, fact.value) for fact in facts("Neighbours criticised the zoo for killing the bear.", "evaluation")}
    assert found == {("zoo", "criticised the zoo"), ("deed", "criticised the zoo for killing")}
    assert {fact.about for fact in facts("Killing the bear was wrong, she said.", "evaluation")} == {"deed"}
    assert {fact.about for fact in facts("Neighbours criticised the zoo for its prices.", "evaluation")} == {"zoo"}


def test_each_judgement_has_its_side() -> None:
    def sides(text: str) -> set[tuple[str, str | None, str]]:
        return {(fact.about, fact.scope, fact.polarity) for fact in facts(text, "evaluation")}

    assert sides("It was the right choice, he said.") == {("deed", "praise", "affirmed")}
    assert sides("The strike was not a crime, he said.") == {("deed", "blame", "denied")}
    assert sides("She questioned why it was necessary to shoot the bear.") == {("deed", "blame", "affirmed")}


def test_to_question_a_person_is_no_judgement() -> None:
    assert not facts("Police questioned the driver for two hours.", "evaluation")


def test_how_people_feel_and_what_may_be_said_judges_no_deed() -> None:
    assert not facts("I am disappointed.", "evaluation")
    assert not facts("It is safe to assume that they won.", "evaluation")


def test_what_is_described_as_a_crime_is_judged_and_not_who_describes_it() -> None:
    assert {fact.about for fact in facts("Norland described the attack as a crime.", "evaluation")} == {"deed"}


def test_what_is_only_supposed_is_no_judgement() -> None:
    assert not facts("If we think it is acceptable to kill a bear, our town should have no bears, she said.", "evaluation")
    assert not facts("If it was a crime, the court will say so, he said.", "evaluation")
    assert not facts("The board asked whether the killing was right.", "evaluation")
    assert {fact.scope for fact in facts("We think it was right, she said, if only because nobody was hurt.", "evaluation")} == {
        "praise"
    }
