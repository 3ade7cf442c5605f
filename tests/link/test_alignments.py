"""Words of two statements beside each other."""

import pytest
from spacy.tokens import Doc

from rashomon.inference.parse import parser
from rashomon.link.alignments import aligned, on_one_side, opposite


def read(text: str) -> Doc:
    return parser()(text)


def pairs(claim: str, ground: str) -> dict[str, str]:
    doc = read(claim)
    return {doc[at].text: other.word.text for at, other in aligned(doc, read(ground)).found.items()}


def test_a_word_meets_its_forms_its_kin_and_other_spellings_of_its_name() -> None:
    found = pairs("Tokayev's soldiers killed two miners.", "A soldier of Tokayeva's guard was behind the killing of 2 miners.")
    assert {
        "Tokayev": "Tokayeva",
        "soldiers": "soldier",
        "killed": "killing",
        "two": "2",
        "miners": "miners",
    }.items() <= found.items()


def test_another_number_is_no_counterpart() -> None:
    assert "three" not in pairs("Three miners died.", "Four miners died.")


def test_an_opposite_is_found_but_is_nothing_in_common() -> None:
    claim, ground = read("The council rejected the plan."), read("The council approved the plan.")
    there = aligned(claim, ground)
    assert there.found[2].opposed
    assert [word.text for word in there.missing()] == ["rejected"]
    assert 0 < there.share() < aligned(claim, claim).share() == pytest.approx(1.0)


def test_sides_are_those_of_the_list() -> None:
    assert opposite("approve", "reject")
    assert opposite("reject", "approve")
    assert on_one_side("approve", "pass")
    assert not opposite("approve", "pass")
    assert not opposite("table", "chair")


def test_nothing_in_common_and_nothing_at_all() -> None:
    assert aligned(read("Bees hum."), read("The tax rose.")).share() == 0.0
    assert aligned(read("It is."), read("")).share() == 0.0
