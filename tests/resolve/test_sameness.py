"""Features of two tellings."""

from rashomon.resolve.sameness import Features, named, weights


def test_every_weight_is_of_a_feature() -> None:
    names = {name for name, _ in named(Features.__new__(Features))}
    for scorer in ("one root", "two roots"):
        assert set(weights()[scorer]) - {"bias"} <= names


def test_the_same_word_and_like_documents_speak_for_one() -> None:
    learnt = weights()["one root"]
    assert min(learnt["same word"], learnt["documents alike"], learnt["words close by"], learnt["days"]) > 0
