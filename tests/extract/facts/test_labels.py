"""Labels: the word, its side, and on whom it is put."""

from tests.extract.facts.telling import facts


def labels(text: str) -> set[tuple[str, str | None, str | None, str]]:
    return {(fact.value, fact.scope, fact.where, fact.polarity) for fact in facts(text, "label")}


def test_two_names_of_one_crowd_meet() -> None:
    text = (
        "The protests went on and the protesters filled the square. The minister said that armed bandits held the airport. "
        "The envoy called it a popular uprising."
    )
    found = labels(text)
    assert ("armed bandits", "hostile", "unnamed crowd", "affirmed") in found
    assert ("protesters", "favourable", "unnamed crowd", "affirmed") in found
    assert ("popular uprising", "favourable", "unnamed crowd", "affirmed") in found


def test_fighters_with_a_name_meet_under_it() -> None:
    found = labels("ISIL terrorists hold the dam. The Islamic State group is a terrorist organisation.")
    assert {where for _, scope, where, _ in found if scope == "hostile"} == {"islamic state"}


def test_unnamed_fighters_of_a_war_meet() -> None:
    found = labels("Rebels shelled the bridge. Officials said that terrorists fired first.")
    assert ("Rebels", "favourable", "unnamed fighters", "affirmed") in found
    assert ("terrorists", "hostile", "unnamed fighters", "affirmed") in found


def test_a_label_may_be_refused() -> None:
    assert ("terrorists", "hostile", "unnamed fighters", "denied") in labels("These men are not terrorists.")
    assert ("act of aggression", "hostile", "unnamed attack", "denied") in labels("It was a rescue, not an act of aggression.")


def test_not_denies_the_label_of_the_doer_with_that_of_the_deed() -> None:
    found = labels("People know that this is a march of workers, not an ‘act of sabotage’ by ‘foreign-paid terrorist gangs.’")
    assert {polarity for value, _, _, polarity in found if "gangs" in value} == {"denied"}


def test_whoever_quotes_a_label_to_call_it_untrue_denies_it() -> None:
    found = labels("Deputy Anna Berg said: “The president says that these are terrorists, but this is not true.”")
    assert {polarity for value, _, _, polarity in found if value == "terrorists"} == {"affirmed", "denied"}


def test_a_word_in_an_adjective_labels_what_it_qualifies() -> None:
    assert ("terrorist rocket attacks", "hostile", "unnamed attack", "affirmed") in labels(
        "Terrorist rocket attacks hit us."
    ) | labels("They died in terrorist rocket attacks.")
    assert not labels("The company group reported a loss under the sanctions regime.")


def test_a_verb_takes_a_side() -> None:
    found = labels("The army liberated the harbour.") | labels("The army occupied the harbour.")
    assert {("liberated", "favourable", "harbour", "affirmed"), ("occupied", "hostile", "harbour", "affirmed")} <= found


def test_the_opposition_in_a_parliament_bears_no_arms() -> None:
    assert not labels("Opposition parties were kept from the vote.")
    assert labels("Opposition fighters were kept from the town.")


def test_a_deed_that_is_denied_is_called_nothing() -> None:
    told = facts("The army rejected claims that rebels shot the helicopter down.", "label")
    assert {fact.about for fact in told} == {"fighters"}


def test_if_puts_a_label_on_nobody() -> None:
    assert not facts("If these are terrorists, why do guards join them?", "label")
    assert facts("These are terrorists.", "label")


def test_a_verb_keeps_the_particle_that_makes_it_one() -> None:
    for text, words in (
        ("Keepers put down the bear, he said.", "put down"),
        ("Keepers put the bear down, he said.", "put the bear down"),
    ):
        assert [fact.value for fact in facts(text, "label") if fact.about == "killing"] == [words]
