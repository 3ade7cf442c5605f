"""What is written comes to be there wholly or not at all, and who is killed over it leaves nothing for long."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.export.whole import whole_file, whole_folder

WRITING = """
import signal, sys
from pathlib import Path
from rashomon.export.whole import whole_file
with whole_file(Path(sys.argv[1])) as path:
    path.write_text("half")
    print("writing", flush=True)
    signal.pause()
"""


@pytest.fixture
def writer(tmp_path):
    """A process that is at work on a file beside ours."""
    with subprocess.Popen([sys.executable, "-c", WRITING, tmp_path / "other.txt"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "writing\n"
        yield process
        process.kill()


def left_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(".")]


def written(out: Path) -> None:
    with whole_file(out) as path:
        path.write_text("whole")


def test_what_the_living_write_is_left_alone_and_what_the_dead_left_is_taken_away(tmp_path, writer):
    written(tmp_path / "one.txt")
    assert len(left_in(tmp_path)) == 1
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    assert len(left_in(tmp_path)) == 1
    with whole_folder(tmp_path / "folder") as made:
        (made / "two.txt").write_text("whole")
    assert left_in(tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "one.txt"]


def test_what_is_only_called_alike_stays(tmp_path):
    for name in (".rashomon-notes", ".rashomon-0123456", ".one.txt-abcdefgh"):
        (tmp_path / name).mkdir()
    (tmp_path / ".rashomon-abcdefgh").write_text("a file")
    written(tmp_path / "one.txt")
    assert len(left_in(tmp_path)) == 4


def test_a_link_of_that_name_leads_nobody_to_what_is_elsewhere(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.txt").write_text("kept")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".rashomon-abcdefgh").symlink_to(tmp_path / "elsewhere")
    written(tmp_path / "out" / "one.txt")
    assert (tmp_path / "elsewhere" / "kept.txt").read_text() == "kept"
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == ["kept.txt"]


@pytest.mark.parametrize("name", ["lock", "made", "x" * 250])
def test_any_name_will_do(tmp_path, name):
    written(tmp_path / name)
    with whole_folder(tmp_path / f"{name[:9]}-folder") as made:
        (made / name).write_text("whole")
    assert (tmp_path / name).read_text() == (tmp_path / f"{name[:9]}-folder" / name).read_text() == "whole"
    assert left_in(tmp_path) == []


def broken_over(out: Path) -> None:
    with whole_file(out) as path:
        path.write_text("half")
        raise ZeroDivisionError


def test_what_breaks_half_way_leaves_what_was_there(tmp_path):
    written(tmp_path / "one.txt")
    with pytest.raises(ZeroDivisionError):
        broken_over(tmp_path / "one.txt")
    assert (tmp_path / "one.txt").read_text() == "whole"
    assert left_in(tmp_path) == []
