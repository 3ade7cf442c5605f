"""Works that are stopped and taken up again."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("The airline has suspended flights to Norland.", "open flight", "has suspended flights to Norland"),
        (
            "The agency had temporarily halted movements on the road.",
            "open movement",
            "had temporarily halted movements on the road",
        ),
        ("The mill resumed production on Friday.", "open production", "resumed production on Friday"),
    ],
)
def test_a_work_stopped_or_taken_up_again(text: str, about: str, value: str) -> None:
    assert (about, value.removesuffix(" on Friday")) in {
        (fact.about, fact.value.removesuffix(" on Friday")) for fact in facts(text, "status")
    }


@pytest.mark.parametrize("text", ["The guard stopped the car.", "The airline may suspend flights.", "She suspended the coach."])
def test_what_is_no_work_or_not_so_yet(text: str) -> None:
    assert facts(text, "status") == []
