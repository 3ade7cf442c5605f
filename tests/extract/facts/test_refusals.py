"""Denials that name no act: what they deny is what was said just before, or what the account tells most of."""

import pytest
from tests.extract.facts.telling import facts


def denied(text: str) -> list[tuple[str, str]]:
    return [(fact.about, fact.value) for fact in facts(text, "happened") if fact.polarity == "denied"]


def test_what_is_denied_with_a_word_for_it_is_what_was_said_just_before() -> None:
    told = "A march leader accused officers of obstructing the procession. A spokesman denied this, saying lanes were opened."
    assert ("obstruct procession", "lanes were opened") in denied(told)
    assert ("strike", "it") in denied("Moscow said that forces of Kyiv shelled the dam. Kyiv denied it.")


def test_nobody_denies_what_was_said_long_before() -> None:
    told = (
        "Moscow said that forces of Kyiv shelled the dam. " + "It rained for days on end in the valley. " * 12 + "Kyiv denied it."
    )
    assert ("strike", "it") not in denied(told)


@pytest.mark.parametrize(
    ("refusal", "is_one"),
    [
        ("The army rejected the accusations.", True),
        ("The army dismissed the claim as fake news.", True),
        ("The army rejected the report as biased.", False),  # what it tells may be so
        ("The army rejected claims that it had begged for talks.", False),  # this is what is denied
        ("The army rejected the bribery accusations.", False),
    ],
)
def test_a_whole_report_is_refused_only_where_nothing_else_is_named(refusal: str, is_one: bool) -> None:
    told = f"Troops shelled the clinic on Monday. Troops shelled the ward on Tuesday. {refusal}"
    assert any(about in ("strike", "attack") for about, _ in denied(told)) is is_one


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        ("The owner, Jan Weiss, disputed this, telling the Post that he was poor.", "that he was poor"),
        ("Jan Weiss rejected that argument.", "that argument"),
    ],
)
def test_where_nothing_was_done_what_was_said_is_denied_as_told(refusal: str, words: str) -> None:
    told = facts(f"Olga Berg said that the mill alone was rich enough. {refusal}", "happened")
    both = {fact.polarity: fact for fact in told if fact.about.startswith("telling ")}
    assert (both["affirmed"].value, both["denied"].value) == ("that the mill alone was rich enough", words)
    assert both["affirmed"].about == both["denied"].about


def test_what_is_charged_is_the_attack_and_not_the_dying() -> None:
    page = (
        "Norland's jets attacked the village, killing nine, witnesses said. The attack killed a girl. Nine died. Two more were "
        "killed. Norland rejected the allegations."
    )
    acts = {about for about, _ in denied(page)}
    assert acts
    assert "kill" not in acts
