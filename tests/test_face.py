"""What `import rashomon` gives."""

from pathlib import Path

import pytest
from tests.cases import case_of, told

import rashomon


def test_every_name_of_the_face_is_there_and_it_is_short():
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)
    rooms = {path.name for path in Path(rashomon.__file__).parent.iterdir() if path.is_dir()}
    assert rooms.isdisjoint(rashomon.__all__)  # importing a room sets its name here, in place of whatever bore it
    assert len(Path(rashomon.__file__).read_text().splitlines()) <= 40


def test_a_case_is_opened_and_asked(tmp_path):
    case = rashomon.open_case(case_of(told(), tmp_path / "case"))
    assert [point.relation for point in case.records(rashomon.Point)] == ["conflict", "conflict"]


def test_files_are_read_into_a_case(tmp_path):
    (tmp_path / "a.txt").write_text("At least four people died, the mayor said.\n")
    summary = rashomon.read_captures([str(tmp_path / "a.txt")], case=str(tmp_path / "case"))
    assert (summary.documents, summary.new, summary.failures) == (1, 1, ())
    (document,) = rashomon.open_case(str(tmp_path / "case")).records(rashomon.Document)
    assert document.text.strip() == "At least four people died, the mayor said."


def test_what_is_no_case_is_said_in_the_houses_own_error(tmp_path):
    from rashomon.errors import CaseError

    with pytest.raises(CaseError, match="is no case"):
        rashomon.open_case(str(tmp_path))
