"""Documents that tell of like things."""

from rashomon.resolve.alike import alike as alike_vectors
from rashomon.resolve.alike import gathered, vectors_of

FIRE = "Fire at the Orla mill. The mill in Orla burned all night, said fire chief Bogdan Ilic."
FIRE_TOO = "Orla mill burns. Ilic, who led the firefighters, said the mill was old."
FIRE_ELSEWHERE = "Fire at the Varna depot. The depot in Varna burned all day, said fire chief Petar Zhelev."
STRIKE = "Dockers of Hadrin strike for a third week; the union asks for talks."


def alike(texts: dict[str, str]) -> dict[str, dict[str, float]]:
    return alike_vectors(vectors_of(texts))


def test_names_tell_events_of_one_kind_apart() -> None:
    found = alike({"a": FIRE, "b": FIRE_TOO, "c": FIRE_ELSEWHERE, "d": STRIKE})
    assert found["a"]["b"] > 2 * found["a"].get("c", 0.0)
    assert "d" not in found["a"]


def test_it_holds_both_ways_and_never_of_one_alone() -> None:
    found = alike({"a": FIRE, "b": FIRE_TOO, "c": FIRE_ELSEWHERE})
    assert all(found[other][doc] == score for doc, near in found.items() for other, score in near.items())
    assert all(doc not in near for doc, near in found.items())
    assert alike({"a": FIRE}) == {"a": {}}
    assert alike({}) == {}


def test_a_text_without_words_is_like_nothing() -> None:
    assert alike({"a": "", "b": "… 1 ?", "c": FIRE, "d": FIRE})["a"] == {}


def test_two_documents_of_one_event_are_alike_in_a_small_case_too() -> None:
    assert alike({"a": FIRE, "b": FIRE_TOO})["a"]["b"] > 0.3


def test_a_group_may_be_larger_than_the_neighbours_that_are_kept() -> None:
    texts = {**{f"fire {at:03}": FIRE for at in range(200)}, **{f"strike {at:03}": STRIKE for at in range(90)}}
    vectors = vectors_of(texts)
    groups = gathered(vectors, alike_vectors(vectors), 0.2)
    assert len(set(groups.values())) == 2
    assert groups["fire 000"] == groups["fire 199"] != groups["strike 000"]
    assert gathered({}, {}, 0.2) == {}
