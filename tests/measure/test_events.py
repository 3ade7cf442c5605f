"""ECB+ read and measured, on a set made here."""

from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.measure.ecb import SENTENCES, accounts_in
from rashomon.measure.events import score

FIRES = ("A fire destroyed the mill in Orla .", "Police arrested Bogdan Ilic in Varna .", "The Orla mill fire killed nobody .")
STRIKE = ("Dockers in Hadrin struck on Monday .", "The strike of the Hadrin dockers ended .")


def document(folder: Path, name: str, sentences: tuple[str, ...], acts: dict[str, str]) -> None:
    """A document in the form of ECB+; `acts` are words with their happening."""
    words = [(word, number) for number, sentence in enumerate(sentences) for word in sentence.split()]
    tokens = "".join(f'<token t_id="{at}" sentence="{number}">{word}</token>' for at, (word, number) in enumerate(words, 1))
    marks = relations = ""
    for at, (word, _) in enumerate(words, 1):
        if word in acts:
            marks += f'<ACTION_OCCURRENCE m_id="{at}"><token_anchor t_id="{at}"/></ACTION_OCCURRENCE>'
            note = f'<CROSS_DOC_COREF r_id="{at}" note="{acts[word]}"><source m_id="{at}"/><target m_id="99"/></CROSS_DOC_COREF>'
            relations += note if acts[word] else ""
    marks += '<ACTION_OCCURRENCE m_id="99" TAG_DESCRIPTOR="x" instance_id="ACT1"/>'
    marks += '<HUMAN_PART m_id="98"><token_anchor t_id="1"/></HUMAN_PART>'
    topic = folder / name.partition("_")[0]
    topic.mkdir(exist_ok=True)
    (topic / f"{name}.xml").write_text(
        f'<Document doc_name="{name}.xml">{tokens}<Markables>{marks}</Markables><Relations>{relations}</Relations></Document>'
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    document(tmp_path, "2_1ecb", FIRES, {"fire": "FIRE", "arrested": "", "killed": ""})
    document(tmp_path, "2_2ecb", FIRES[:1], {"fire": "FIRE", "destroyed": ""})
    document(tmp_path, "2_1ecbplus", STRIKE, {"struck": "STRIKE", "strike": "STRIKE"})
    return tmp_path


def test_a_document_is_its_words_and_its_marked_actions(data: Path) -> None:
    first, plus, second = accounts_in(data)
    assert first.text.splitlines() == list(FIRES)
    assert [one.span.of(first.text) for one in first.marked] == ["fire", "arrested", "fire", "killed"]
    assert len({one.instance for one in first.marked}) == 3
    assert (first.subtopic, plus.subtopic, second.topic) == ("2", "2plus", "2")


def test_only_checked_sentences_count_where_they_are_listed(data: Path) -> None:
    (data / SENTENCES).write_text("Topic,File,Sentence Number\n2,1ecb,1\n2,1ecbplus,0\n")
    assert [[one.span.of(account.text) for one in account.marked] for account in accounts_in(data)] == [["arrested"], ["struck"]]


def test_events_are_scored_as_one_case_and_by_topic(data: Path) -> None:
    figures = score(data)
    assert {"conll_f1", "muc_f1", "b3_f1", "ceafe_f1", "by topic", "without singles"} <= figures.keys()
    assert figures["documents"] == 3
    assert figures["happenings"] == 5
    assert 0.6 < figures["conll_f1"] <= 1.0


def test_a_folder_without_ecb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.xml").write_text("<p>no document</p>")
    with pytest.raises(UsageError, match="ECB"):
        accounts_in(tmp_path)
