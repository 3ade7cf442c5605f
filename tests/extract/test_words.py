"""What is written down beside a word is what spaCy says of it."""

import pytest
from spacy.tokens import Doc

from rashomon.extract.words import Word, words_of
from rashomon.inference.parse import parsed, parser

TEXTS = [
    "",
    "Fire!",
    "The mayor, who had been in Orla since May, said “the bridge was closed”  and that two of his aides left. He didn't.",
    "A hearing is scheduled on the issue today.\nShe's gone; they came — all of them — by bus, by train and on foot.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_word_says_what_spacys_token_says(text: str) -> None:
    (parse,) = parsed([text])
    words = words_of(parse)
    assert len(words) == len(parse)
    for word, token in zip(words, parse, strict=True):
        assert word == token
        for name in ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "head"):
            assert getattr(word, name) == getattr(token, name), name
        assert list(word.children) == list(token.children)
        assert word.subtree == list(token.subtree)
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)


def test_a_word_leads_to_words() -> None:
    (parse,) = parsed([TEXTS[2]])
    for word in words_of(parse):
        assert all(type(other) is Word for other in (word.head, *word.children, *word.subtree))


def test_what_hangs_on_a_word_keeps_spacys_order_where_arcs_cross() -> None:
    heads = [0, 3, 0, 2, 0]  # 1 hangs on 3 across 2
    crossed = Doc(parser().vocab, ["a", "b", "c", "d", "e"], heads=heads, deps=["ROOT", *["dep"] * 4])
    assert [word.subtree for word in words_of(crossed)] == [list(token.subtree) for token in crossed]


def test_a_long_chain_is_no_recursion() -> None:
    count = 3_000
    chain = Doc(parser().vocab, ["and"] * count, heads=[0, *range(count - 1)], deps=["ROOT", *["conj"] * (count - 1)])
    assert len(words_of(chain)[0].subtree) == count
