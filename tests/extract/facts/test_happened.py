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


def told(text: str) -> set[tuple[str, str]]:
    return {(fact.about, fact.polarity) for fact in facts(text, "happened")}


def test_what_was_done_to_none_was_not_done() -> None:
    assert ("collect rent", "denied") in told("The firm had collected no rent since May, he said.")
    assert ("use", "denied") in told("Police used no gas, he said.")
    assert ("loot", "denied") in told("Nor was there any evidence of looting, he said.")


def test_who_flew_nothing_denies_what_aircraft_do() -> None:
    for text in (
        "Our planes flew no missions in that area, he said.",
        "No helicopters of the army took off on that day, he said.",
        "Not a single aircraft of the air force performed flights there on Monday, he said.",
    ):
        assert ("fly", "denied") in told(text)
    assert not any(about == "fly" for about, _ in told("The kite did not fly. The firm carried out no audit, he said."))


def test_a_deed_without_a_class_may_be_denied_by_its_noun() -> None:
    assert {("meet", "denied"), ("offer", "denied")} <= told("No such meeting took place, and no such offer has been made.")
    assert ("offer", "denied") in told("Norland denied that any offer was made.")


def test_a_thing_is_said_to_have_been_there_or_not() -> None:
    assert ("there siren", "denied") in told("There was no siren, she said.")
    assert ("there siren", "affirmed") in told("A warning siren had been set off at ten, the firm said.")
    assert ("there survivor", "denied") in told("There were no survivors, the ministry said.")
    assert not any(about.startswith("there ") for about, _ in told("There is no doubt. There were no people there, he said."))


def test_what_nobody_should_do_is_not_denied() -> None:
    assert not told("You never hit a fan, he said.")
