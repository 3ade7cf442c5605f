"""A case folder: made, opened, locked, and asked for records."""

from functools import partial

import pytest
from tests.cases import case_of, told

from rashomon.errors import CannotWrite, CaseError, UsageError
from rashomon.model import Member, Point, Span
from rashomon.store.case import Case
from rashomon.store.migrations import FORMAT, STEPS, format_of, migrate
from rashomon.store.writers import NOTE


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("dear")
    with pytest.raises(CaseError, match="not empty"):
        Case.create(tmp_path / "letters")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["mine.txt"]
    with pytest.raises(CaseError, match="not empty"):
        Case.create(tmp_path / "letters" / "mine.txt")


def test_a_case_that_cannot_be_made_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="could not be written"):
        Case.create(tmp_path / "file" / "case")


def test_making_twice_is_opening(tmp_path):
    Case.create(tmp_path / "case")
    before = (tmp_path / "case" / "case.toml").read_bytes()
    Case.create(tmp_path / "case")
    assert (tmp_path / "case" / "case.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "says"),
    [(None, "is no case"), ("format = 999", "newer rashomon"), ("format = ", "damaged"), ("format = 'x'", "damaged")],
)
def test_what_is_no_case_or_a_newer_one_is_refused(tmp_path, text, says):
    if text is not None:
        (tmp_path / "case.toml").write_text(text)
    with pytest.raises(CaseError, match=says):
        Case.open(tmp_path)


def test_an_older_case_is_brought_up_step_by_step(tmp_path):
    (tmp_path / "case.toml").write_text("format = 1\ncreated_with = 'rashomon 0.1'\n")
    seen = []
    steps = {number: partial(lambda number, _: seen.append(number), number) for number in range(1, FORMAT + 1)}
    migrate(tmp_path, tmp_path / "drafts", steps=steps, to=FORMAT + 1)
    assert seen == [*steps]
    assert (tmp_path / "case.toml").read_text() == f"format = {FORMAT + 1}\ncreated_with = 'rashomon 0.1'\n"
    assert set(STEPS) == set(range(1, FORMAT))
    with pytest.raises(CaseError, match="newer"):
        format_of(tmp_path)


def test_a_writer_learns_that_the_one_before_was_killed(tmp_path):
    case = Case.create(tmp_path / "case")
    with pytest.raises(KeyboardInterrupt), case.lock():
        raise KeyboardInterrupt  # an orderly end, as Ctrl-C and a full disk are
    with case.lock() as killed:
        assert not killed
    (case.drafts / "half").mkdir(parents=True)
    with case.lock() as killed:
        assert killed
        assert [path.name for path in case.drafts.iterdir()] == [NOTE]  # who writes now, and nothing half written
    assert not case.drafts.exists()


def test_records_are_asked_for_by_type_or_by_table(tmp_path):
    tables = told()
    case = Case.open(case_of(tables, tmp_path / "case"))
    assert case.records(Point) == case.records("points") == tables["points"]
    assert case.records("answers") == tables["answers"]
    with pytest.raises(UsageError, match=r"Member is several tables.*members, tellings, answers"):
        case.records(Member)
    with pytest.raises(UsageError, match="Span is no table"):
        case.records(Span)
    with pytest.raises(UsageError, match=r"pionts is no table.*points"):
        case.records("pionts")


def test_a_folder_whose_name_is_no_text_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(CaseError, match="is no name in UTF-8"):
        Case.create(tmp_path / "ca\udcffse")
    assert list(tmp_path.iterdir()) == []
