"""What happened: an act told, and the same act denied, meet under one subject."""

import pytest
from tests.extract.facts.telling import facts
from tests.factory import doc

from rashomon.extract.documents import extract_one
from rashomon.model import Fact, Statement, Voice


def polarity(text: str, about: str) -> set[str]:
    return {fact.polarity for fact in facts(text, "happened") if fact.about == about}


@pytest.mark.parametrize(
    ("told", "denied", "about"),
    [
        ("The army bombed the hospital.", "A spokesman denied that the army bombed the hospital.", "attack"),
        ("Norland helped the rebels.", "Norland did not help the rebels.", "help"),
        ("The guards shot the prisoners.", "The guards never shot the prisoners.", "shoot"),
        ("The company sold the forest.", "The company has not sold the forest.", "sell forest"),
    ],
)
def test_an_act_and_its_denial_are_about_one_thing(told: str, denied: str, about: str) -> None:
    assert polarity(told, about) == {"affirmed"}
    assert polarity(denied, about) == {"denied"}


def test_no_evidence_of_an_act_denies_it() -> None:
    assert polarity("There is no evidence of an attack.", "attack") == {"denied"}


def test_what_may_be_is_not_told_as_done() -> None:
    assert facts("If the army attacks the town, the river would rise.", "happened") == []


@pytest.mark.parametrize(
    "text",
    [
        "The allegation that the guards opened fire on the miners is false.",
        "Claims of guards having opened fire on the miners are without foundation.",
        "Not one shot was fired by our guards.",
        "No firearms were used by the guards.",
        "No firearms were discharged at the mine.",
    ],
)
def test_a_claim_that_is_called_false_is_denied_with_all_that_is_told_in_it(text: str) -> None:
    told = [fact for fact in facts(text) if fact.about in ("shoot", "attack") and fact.kind in ("happened", "actor")]
    assert polarity(text, "shoot") == {"denied"}
    assert {fact.polarity for fact in told} == {"denied"}


def test_none_of_us_denies() -> None:
    assert polarity("None of us would bring a torch into a barn.", "bring torch") == {"denied"}


def test_a_denial_is_not_that_of_whoever_is_cited_in_it() -> None:
    document = doc("Marek denied that guards had shot the prisoners, as the union says.").document
    records = extract_one(document, nets=False)  # the net takes the sentence for the union's; that is not what is asked here
    voices = {record.id: record.name for record in records if isinstance(record, Voice)}
    teller = {record.id: voices[record.voice_id] for record in records if isinstance(record, Statement)}
    told = [record for record in records if isinstance(record, Fact) and record.kind == "happened" and record.about == "shoot"]
    assert {(teller[fact.statement_id], fact.polarity) for fact in told} == {("Marek", "denied"), ("the union", "affirmed")}


def test_who_denies_one_act_and_owns_to_another_denies_only_the_one() -> None:
    text = "The army denied the raid, saying its troops had shot two wolves."
    assert polarity(text, "attack") == {"denied"}
    assert polarity(text, "shoot") == {"affirmed"}


def test_not_only_is_no_denial() -> None:
    assert polarity("The soldiers did not only burn the barn.", "burn") == {"affirmed"}


def test_to_withhold_a_thing_denies_nothing() -> None:
    assert polarity("The ministry denied them the protection they had asked for.", "guard") <= {"affirmed"}


def test_how_it_happened_may_be_denied_and_not_that_it_did() -> None:
    assert not facts("The attack did not happen in a vacuum.", "happened")
    assert polarity("The attack did not happen in Orla.", "attack") == {"denied"}


def test_a_plan_is_executed_and_nobody_killed() -> None:
    assert not polarity("The strikes were executed at dawn.", "kill")
    assert polarity("They executed three prisoners.", "kill") == {"affirmed"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chinese ships sold oil.", "CN"),
        ("The barn was burned by French soldiers.", "FR"),
        ("South Korea shipped rice to the island.", "KR"),
        ("The ships sold Chinese oil.", None),
    ],
)
def test_whose_doing_an_act_is(text: str, code: str | None) -> None:
    assert {fact.scope for fact in facts(text, "happened")} == {code}


def test_who_denies_a_report_denies_it_of_his_own_country() -> None:
    text = (
        "Chinese ships shipped oil to the island. Sailors say that ships exported oil there for months. "
        "China’s foreign ministry denied the reports."
    )
    assert {fact.scope for fact in facts(text, "happened") if fact.polarity == "denied"} == {"CN"}


def test_what_is_not_usually_done_is_not_denied() -> None:
    assert polarity("The guards do not usually shoot the wolves.", "shoot") <= {"affirmed"}
    assert polarity("The guards did not shoot the wolves.", "shoot") == {"denied"}


@pytest.mark.parametrize("text", ["The death toll was not final.", "The attack was not the first."])
def test_of_what_sort_it_was_not_denies_nothing(text: str) -> None:
    assert not [fact for fact in facts(text, "happened") if fact.polarity == "denied"]


def test_a_printers_apostrophe_denies_too() -> None:
    assert [fact.polarity for fact in facts("“The ward wasn’t under attack,” he said.", "happened")] == ["denied"]
