"""Rules kept and rules broken."""

from tests.extract.facts.telling import facts


def test_rules_kept_and_rules_broken_meet() -> None:
    kept = facts("The envoy said that Norland had strictly observed the sanctions.", "evaluation")
    broken = facts("The ships sailed in violation of the sanctions.", "evaluation")
    assert {fact.about for fact in kept} == {fact.about for fact in broken} == {"rules"}
    assert {fact.scope for fact in kept} == {"kept"}
    assert {fact.scope for fact in broken} == {"broken"}


def test_a_promise_kept_or_a_window_broken_is_no_rule() -> None:
    assert not [fact for fact in facts("The boys broke a window and observed the stars.", "evaluation") if fact.about == "rules"]
