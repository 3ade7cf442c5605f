"""Paths to files: every file under them once, in a stable order."""

import io
import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.test_archives import packed

from rashomon.model import Failure
from rashomon.read.finding import find
from rashomon.read.found import Archive, Found

NAMES = st.text(st.sampled_from("abcäöü é-_1"), min_size=1, max_size=8).filter(lambda name: name.strip("-") != "")


@given(
    st.dictionaries(
        st.lists(NAMES.map(lambda name: f"d{name}"), max_size=3).map(tuple), st.dictionaries(NAMES, st.binary(max_size=20))
    )
)
def test_every_file_is_found_once_in_a_stable_order(tmp_path_factory, folders):
    root = tmp_path_factory.mktemp("found")
    for folder, files in folders.items():
        place = root.joinpath(*folder)
        place.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (place / f"{name}.txt").write_bytes(b"." + data)
    found = list(find([str(root)]))
    assert {one.uri: one.data for one in found if isinstance(one, Found)} == {
        str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
    assert found == list(find([str(root)]))


def test_what_systems_leave_is_left_out(tmp_path: Path):
    (tmp_path / ".git").mkdir()
    for name in (".git/config", ".DS_Store", "Thumbs.db", "a.txt"):
        (tmp_path / name).write_text("x")
    assert [Path(one.uri).name for one in find([str(tmp_path)]) if isinstance(one, Found)] == ["a.txt"]


def test_an_archive_is_opened_wherever_it_lies_and_whatever_its_name(tmp_path: Path):
    (tmp_path / "pages.bin").write_bytes(packed({"a.txt": b"one", "d/b.txt": b"two"}))
    assert [one.uri for one in find([str(tmp_path)]) if isinstance(one, Found)] == [
        f"{tmp_path}/pages.bin!/a.txt",
        f"{tmp_path}/pages.bin!/d/b.txt",
    ]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert list(find(["-"])) == [Found("stdin", b"words")]


def test_two_links_to_one_folder_are_said_so(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text("x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    found = list(find([str(tmp_path)]))
    assert sum(isinstance(one, Found) for one in found) == 1
    assert sum(isinstance(one, Failure) for one in found) == 1


def test_a_link_to_a_file_is_that_file(tmp_path: Path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert [one.data for one in find([str(tmp_path)]) if isinstance(one, Found)] == [b"x", b"x"]


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems hold no such names")
def test_a_name_that_is_no_text_is_told_as_text(tmp_path: Path):
    (tmp_path / os.fsdecode(b"t\xe4ter.txt")).write_bytes(b"words")
    (tmp_path / os.fsdecode(b"t\xe4ter-gone.txt")).symlink_to("nowhere")
    found = sorted(find([str(tmp_path)]), key=lambda one: isinstance(one, Found))
    assert [one.item_id if isinstance(one, Failure) else one.uri for one in found] == [
        rf"{tmp_path}/t\xe4ter-gone.txt",
        rf"{tmp_path}/t\xe4ter.txt",
    ]


def test_an_archive_is_told_by_its_hash_after_what_it_gave(tmp_path: Path):
    (tmp_path / "pages.zip").write_bytes(packed({"a.txt": b"one", "d/b.txt": b"two"}))
    *_, archive = find([str(tmp_path)])
    data = (tmp_path / "pages.zip").read_bytes()
    assert archive == Archive(f"{tmp_path}/pages.zip", sha256(data).hexdigest(), len(data), 2, {})


def test_a_link_out_of_the_folder_is_not_followed_unless_it_is_what_was_given(tmp_path: Path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("secret")
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "photo.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (tmp_path / "captures" / "more").symlink_to("../secret")
    made = list(find([str(tmp_path / "captures")]))
    assert [type(one) for one in made] == [Failure, Failure]
    assert all("a link that leads out of the folder" in one.message for one in made)
    (tmp_path / "meant").symlink_to(tmp_path / "secret")
    assert [one.data for one in find([str(tmp_path / "meant"), str(tmp_path / "captures" / "photo.txt")])] == [b"secret"] * 2
