"""What `import rashomon` gives."""

import inspect
import json
from pathlib import Path

import pytest
from tests.cases import case_of, told

import rashomon
from rashomon.errors import CaseError


def test_every_name_of_the_face_is_there_and_it_is_short():
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)
    rooms = {path.name for path in Path(rashomon.__file__).parent.iterdir() if path.is_dir()}
    assert rooms & set(rashomon.__all__) == {"read"}  # importing a room sets its name here: this one answers a call as well
    assert len(Path(rashomon.__file__).read_text().splitlines()) <= 40


def test_to_read_is_a_verb_and_a_room_whoever_was_imported_first():
    import rashomon.read.captures
    from rashomon import read
    from rashomon.pipeline.conduct import read_into

    assert callable(rashomon.read)
    assert read is rashomon.read
    assert rashomon.read.captures.read_one
    assert callable(read_into)
    assert list(inspect.signature(rashomon.read).parameters) == ["paths", "case"]


def test_a_case_is_opened_and_asked(tmp_path):
    case = rashomon.open_case(case_of(told(), tmp_path / "case"))
    assert [point.relation for point in case.records(rashomon.Point)] == ["conflict", "conflict"]
    assert [point["relation"] for point in case.points()] == ["conflict", "conflict"]


def test_files_are_read_into_a_case(tmp_path):
    (tmp_path / "a.txt").write_text("At least four people died, the mayor said.\n")
    summary = rashomon.read([str(tmp_path / "a.txt")], case=str(tmp_path / "case"))
    assert (summary.documents, summary.new, summary.failures) == (1, 1, ())
    case = rashomon.open_case(str(tmp_path / "case"))
    (document,) = case.documents()
    assert document["text"].strip() == "At least four people died, the mayor said."
    (said,) = case.statements(voice="mayor")
    assert said["quote"] == ["At least four people died"]
    assert json.loads(json.dumps(said)) == said


def test_what_is_no_case_is_said_in_the_houses_own_error(tmp_path):
    with pytest.raises(CaseError, match="is no case"):
        rashomon.open_case(str(tmp_path))
