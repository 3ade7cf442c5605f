"""The component in pipelines as people have them: one text or many, and saved."""

import subprocess
import sys

import pytest
import spacy

TEXT = "“At least four people died” — 🚒 — [the mayor] said.\n\nThe union said that the tank had leaked for weeks."


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("en")
    made.add_pipe("rashomon_statements")
    return made


def test_spacy_finds_the_component_without_an_import():
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('rashomon_statements'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "['rashomon_statements']", done.stderr


def test_statements_stand_on_the_doc_with_code_points_of_its_text(nlp):
    doc = nlp(TEXT)
    said = doc._.rashomon_statements
    assert {one["voice"]["name"] for one in said} >= {"the mayor", "The union"}
    for one in said:
        assert [TEXT[start:end] for start, end in one["content"]] == one["quote"]
    union = next(one for one in said if one["voice"]["name"] == "The union")
    (start, end), *_ = union["content"]
    assert doc.char_span(start, end, alignment_mode="expand").text.endswith("the tank had leaked for weeks")


def test_it_says_what_extract_says(nlp, tmp_path):
    import json

    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "title": "t", "text": TEXT}), "utf-8")
    from rashomon.pipeline.extraction import said_in

    (said,) = said_in([str(tmp_path / "a.jsonl")])
    content = [[[span.start, span.end] for span in one.content] for one in said.statements]
    assert [one["content"] for one in nlp(TEXT)._.rashomon_statements] == content


def test_no_text_says_nothing_and_one_doc_never_sees_anothers(nlp):
    empty, full, blank = nlp.pipe(["", TEXT, " \n"])
    assert empty._.rashomon_statements == blank._.rashomon_statements == []
    assert full._.rashomon_statements


def test_a_pipeline_with_it_is_saved_and_docs_too(nlp, tmp_path):
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    doc = again(TEXT)
    assert spacy.tokens.Doc(again.vocab).from_bytes(doc.to_bytes())._.rashomon_statements == doc._.rashomon_statements
