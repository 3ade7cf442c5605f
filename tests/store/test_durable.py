"""A file is there wholly or not at all, and waiting for the disk costs what was written, not what lies beside it."""

import os

import pytest

from rashomon.errors import CannotWrite
from rashomon.store.durable import place_bytes, placed, take_away


@pytest.fixture
def synced(monkeypatch):
    calls = []
    monkeypatch.setattr(os, "fsync", calls.append)
    return calls


def test_what_lies_beside_it_is_not_waited_for(tmp_path, synced):
    for number in range(20):
        place_bytes(b"x", tmp_path / "shelf" / f"{number}.txt", tmp_path / "drafts")
    first = len(synced) / 20
    place_bytes(b"x", tmp_path / "shelf" / "last.txt", tmp_path / "drafts")
    assert len(synced) - 20 * first == first <= 3


def test_every_file_of_a_folder_is_waited_for(tmp_path, synced):
    with placed(tmp_path / "part", tmp_path / "drafts") as draft:
        (draft / "inner").mkdir(parents=True)
        for name in ("a", "b", "inner/c"):
            (draft / name).write_bytes(b"x")
    assert len(synced) == 3 + 2 + 2  # files, folders, and the two above


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interrupted_file_leaves_the_old_one_and_no_draft(tmp_path, error):
    target = tmp_path / "file.txt"
    place_bytes(b"old", target, tmp_path / "drafts")

    def interrupted():
        with placed(target, tmp_path / "drafts") as draft:
            draft.write_bytes(b"ne")
            raise error

    with pytest.raises(CannotWrite if isinstance(error, OSError) else KeyboardInterrupt):
        interrupted()
    assert target.read_bytes() == b"old"
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_disk_that_fails_while_something_is_taken_away_is_told_in_words(tmp_path, monkeypatch):
    def fail(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "part").mkdir()
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite, match="run the same command again"):
        take_away(tmp_path / "part", tmp_path / "drafts")
