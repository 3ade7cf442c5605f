"""What stands around an act."""

from rashomon.model import Span
from rashomon.resolve.happened import standing_of
from rashomon.resolve.headlines import sentences_in
from rashomon.resolve.tellings import Act, Telling, tellings_of


def telling(text: str, word: str) -> Telling:
    (found,) = tellings_of(text, sentences_in(text), [Act("one", "doc", Span(text.index(word), text.index(word) + len(word)))])
    return found


def test_words_names_and_numbers_of_the_sentence() -> None:
    found = telling("It rained. Two soldiers were killed near Orla by 12 rockets, Ilic said. Others fled.", "killed")
    assert (found.base, found.kind, found.sentence) == ("kill", "kill", 1)
    assert found.names == ("orla", "ilic")
    assert found.numbers == ("12",)
    assert "soldier" in found.near
    assert "flee" not in found.words


def test_what_stands_just_before_and_after() -> None:
    found = telling("The chemical attack on Orla shocked many.", "attack")
    assert found.before == ("chemical",)
    assert "orla" in found.after


def test_an_act_outside_every_sentence_is_told_alone() -> None:
    (found,) = tellings_of("It burned", [], [Act("one", "doc", Span(3, 9))])
    assert (found.base, found.words, found.standing) == ("burn", (), "plain")


def standing(sentence: str, word: str) -> str:
    words = sentence.lower().split()
    return standing_of(words, words.index(word))


def test_whether_it_happened() -> None:
    assert standing("The rebels attacked Orla", "attacked") == "plain"
    assert standing("The rebels did not attack Orla", "attack") == "denied"
    assert standing("The rebels threatened to attack Orla", "attack") == "possible"
    assert standing("They may again attack", "attack") == "possible"
    assert standing("It recalled last year's attack", "attack") == "earlier"
    assert standing("attack", "attack") == "plain"
