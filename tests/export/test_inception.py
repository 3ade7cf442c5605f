"""INCEpTION's CAS is read back, changed and written by dkpro-cassis, and what was changed comes back as judgements."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from cassis import load_cas_from_json
from tests.cases import HOSTILE, told
from tests.export.writing import astral, kept, write

from rashomon.errors import UsageError
from rashomon.export.inception import STATEMENT, TITLE, VOICE
from rashomon.export.returned import reviews_in
from rashomon.export.reviews import new_words
from rashomon.store.case import Case


@pytest.fixture
def case(tmp_path):
    return astral(tmp_path / "case")


def cases_in(path):
    with ZipFile(path) as archive:
        return {name: load_cas_from_json(BytesIO(archive.read(name))) for name in archive.namelist()}


def changed(case, tmp_path, change):
    path = write("inception", case, tmp_path / "cas.zip")
    ((name, cas),) = cases_in(path).items()
    change(cas)
    with ZipFile(path, "w") as archive:
        archive.writestr(name, cas.to_json())
    opened = Case.open(case)
    return new_words(opened, reviews_in(path, opened, "ann"))


@pytest.mark.parametrize("hostile", ["", HOSTILE, "\U0001f525"])
def test_the_library_reads_every_statement_where_it_stands(tmp_path, hostile):
    tables = told(hostile)
    read = cases_in(write("inception", kept(tables, tmp_path / "case"), tmp_path / "cas.zip"))
    texts = {document.id: document.text for document in tables["documents"]}
    statements = {statement.id: statement for statement in tables["statements"]}
    found = 0
    for cas in read.values():
        (title,) = cas.select(TITLE)
        assert cas.sofa_string == texts[title.documentId]
        for one in cas.select(STATEMENT):
            said = statements[one.statement]
            assert one.get_covered_text() in [span.of(texts[said.doc_id]) for span in said.content]
            assert (one.begin, one.end) in [(span.start, span.end) for span in said.content]
            assert one.mode == said.mode
            found += 1
    assert found == sum(len(statement.content) for statement in statements.values())


def test_places_are_right_behind_emoji(case, tmp_path):
    ((_, cas),) = cases_in(write("inception", case, tmp_path / "cas.zip")).items()
    assert [one.get_covered_text() for one in cas.select(STATEMENT)] == ["two \U0001f480 died", "three fled"]
    assert [(one.role, one.get_covered_text()) for one in cas.select(VOICE)] == [("source", "Ann \U0001f9d1"), ("cue", "said")]


def test_verdicts_moved_spans_and_those_taken_out_come_back(case, tmp_path):
    assert changed(case, tmp_path, lambda cas: None) == []

    def accepted(cas):
        cas.select(STATEMENT)[0].verdict = "accept"

    (said,) = changed(case, tmp_path, accepted)
    assert (said.relation, said.user, said.left[:3]) == ("accept", "ann", "sta")

    def other_speaker(cas):
        cas.select(STATEMENT)[0].speaker = "one"

    (said,) = changed(case, tmp_path, other_speaker)
    assert (said.relation, said.right[:3]) == ("wrong-speaker", "voi")

    def moved(cas):
        cas.select(STATEMENT)[0].begin += 4

    (said,) = changed(case, tmp_path, moved)
    assert said.relation == "wrong-span"
    assert said.text.endswith("“\U0001f480 died”")

    def taken_out(cas):
        cas.remove(cas.select(STATEMENT)[1])

    (said,) = changed(case, tmp_path, taken_out)
    assert (said.relation, said.text) == ("wrong-span", "taken out")


def test_what_is_no_cas_is_said_so(case, tmp_path):
    for name, data, says in (
        ("a.json", b"{", "is no JSON"),
        ("a.json", b"{}", "is no UIMA CAS JSON"),
        ("a.json", b'{"%FEATURE_STRUCTURES": []}', "in no document of"),
    ):
        with ZipFile(tmp_path / "x.zip", "w") as archive:
            archive.writestr(name, data)
        with pytest.raises(UsageError, match=says):
            reviews_in(tmp_path / "x.zip", Case.open(case), "ann")
