"""What a case is called."""

import pytest

from rashomon.model import Block, Document, Mention, Span
from rashomon.resolve.headlines import headline, sentences_in


def _page(name: str, *parts: tuple[str, str]) -> Document:
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind, f"chars {len(text)}"))  # type: ignore[arg-type]
        text += words + "\n"
    return Document.of(capture_id="cap", name=name, text=text, uri=name, blocks=tuple(blocks), outlet=name)


def _named(pages: list[Document], *words: str) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {page.id: [] for page in pages}
    for page in pages:
        for name in words:
            if (at := page.text.find(name)) >= 0:
                found[page.id].append(Mention.of(page.id, Span(at, at + len(name)), "place"))
    return found


def test_a_headline_outranks_an_opening() -> None:
    pages = [_page("n", ("para", "The dam at Orla broke.")), _page("s", ("title", "Orla dam breaks"), ("para", "It broke."))]
    assert headline(pages, {}) == "Orla dam breaks"


def test_an_article_names_the_case_not_a_thread() -> None:
    thread = _page("t", ("title", "What is going on in Orla?"), ("post", "For anyone unaware, the Orla dam broke."))
    article = _page("n", ("para", "The dam at Orla broke on Sunday."))
    assert headline([thread, article], {}) == "The dam at Orla broke on Sunday."


def test_a_thread_names_it_where_there_is_nothing_else() -> None:
    assert headline([_page("t", ("title", "Orla dam broke"), ("post", "See here."))], {}) == "Orla dam broke"
    assert headline([_page("t", ("post", "See here."))], {}) == "See here."


def test_the_sentence_that_most_accounts_share_names_it() -> None:
    pages = [
        _page("n", ("para", "It was a quiet morning for the millers. Then the Orla dam broke above Varna.")),
        _page("s", ("para", "Varna is flooded after the Orla dam gave way.")),
    ]
    assert headline(pages, _named(pages, "Orla", "Varna")) == "Then the Orla dam broke above Varna."


@pytest.mark.parametrize("dateline", ["ORLA (Wire) - ", "ORLA — ", "Orla, Valdoria (Northern Wire) – "])
def test_a_dateline_is_no_part_of_the_name(dateline) -> None:
    assert headline([_page("n", ("para", f"{dateline}The dam broke on Sunday."))], {}) == "The dam broke on Sunday."


def test_of_two_that_share_as_much_the_one_that_need_not_be_cut() -> None:
    long = "The Orla dam broke above Varna, " + "and then it rained, " * 10 + "which nobody expected."
    pages = [_page("n", ("para", f"{long} Varna is flooded.")), _page("s", ("para", "Varna is wet."))]
    assert headline(pages, {pages[1].id: [], **_named(pages[:1], "Orla", "Varna")}) == "Varna is flooded."


def test_a_line_without_a_stop_is_no_sentence() -> None:
    pages = [_page("n", ("para", "Orla dam above Varna latest"), ("para", "The Orla dam broke."))]
    assert headline(pages, _named(pages, "Orla", "Varna")) == "The Orla dam broke."


def test_a_text_is_all_of_its_sentences() -> None:
    text = "It burned. Nobody died!\nWhy? " + "on and on " * 500 + "x" * 2500
    found = sentences_in(text)
    assert "".join(span.of(text) for span in found) == text
    assert all(span.of(text).strip() for span in found)
    assert [span.of(text).strip() for span in found[:3]] == ["It burned.", "Nobody died!", "Why?"]
    assert max(map(len, found)) <= 1000
    assert not any(span.of(text).endswith("o") for span in found)
    assert sentences_in("") == sentences_in(" \n ") == []
