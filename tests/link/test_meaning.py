"""One statement judged on the ground of another."""

import pytest

from rashomon.inference.parse import parser
from rashomon.link.meaning import FEATURES, Pair, bearing, chance, learnt

GROUND = "The city council of Varna in Bulgaria approved the plan for a new bridge on Monday, and 19 members voted for it."


def laid(claim: str, ground: str = GROUND) -> Pair:
    return Pair.of(parser()(ground), parser()(claim))


@pytest.mark.parametrize(
    ("feature", "said", "not_said"),
    [
        ("opposites", "The council rejected the plan.", "The council approved the plan."),
        ("one denies it", "The council did not approve the plan.", "The council approved the plan."),
        ("a negation in one", "The council never approved the plan.", "The council approved the plan."),
        ("another number", "Only 16 members voted.", "19 members voted."),
        ("another name", "France approved the plan of Varna.", "The council of Varna approved the plan."),
        ("another date", "The plan was approved on Friday.", "The plan was approved on Monday."),
        ("what is said missing", "The council burned the plan.", "The council approved the plan."),
        ("only what is said missing", "The council burned the plan.", "The mayor burned the plan."),
        ("who and whom elsewhere", "The bridge approved a plan.", "The council approved a plan."),
    ],
)
def test_a_feature_says_what_it_is_named_for(feature: str, said: str, not_said: str) -> None:
    assert FEATURES[feature](laid(said)) > 0
    assert FEATURES[feature](laid(not_said)) == 0


def test_an_opposite_said_of_somebody_else_does_not_count() -> None:
    ground = "The council approved the plan. The court rejected an appeal."
    assert FEATURES["opposites"](laid("The court approved of lunch.", ground)) == 0


@pytest.mark.parametrize(
    "claim", ["The council of Varna rejected the plan for a bridge.", "Only 16 members of the council voted."]
)
def test_what_cannot_both_be_so_is_a_contradiction(claim: str) -> None:
    assert bearing(laid(claim)) == "contradicts"


@pytest.mark.parametrize("text", [GROUND, "Bees do not sleep in winter.", "Two died. Two of the nine injured died later."])
def test_nothing_contradicts_itself(text: str) -> None:
    assert bearing(laid(text, text)) == "follows"


def test_the_same_words_follow_and_other_words_do_not() -> None:
    assert bearing(laid("The council of Varna approved the plan for a new bridge.")) == "follows"
    assert bearing(laid("Bees sleep in winter.")) == "neither"


@pytest.mark.parametrize(("ground", "claim"), [("", ""), ("", "The plan."), ("The plan.", ""), ("…", "— 5")])
def test_little_or_nothing_is_judged_too(ground: str, claim: str) -> None:
    assert bearing(laid(claim, ground)) in ("neither", "follows")


def test_what_weighs_is_what_was_learnt_by_name() -> None:
    sets = [learnt()["weights"], *learnt()["folds"]]
    assert all(weights[of].keys() == {"bias", *FEATURES} for weights in sets for of in ("contradicts", "follows"))
    flat = {of: {"bias": 0.0} for of in ("contradicts", "follows")}
    assert chance("contradicts", laid("The plan."), flat) == 0.5
