"""ZIP: each member is a capture at its place; nothing is unpacked to disk, nothing grows without bound."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableCapture
from rashomon.read import archives
from rashomon.read.archives import is_archive, members

NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).filter(lambda name: name != "mimetype")


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=200).filter(lambda data: not data.startswith(b"PK")), min_size=1, max_size=6))
def test_every_member_is_found_once_with_its_bytes(files):
    assert list(members("a.zip", packed(files))) == [(f"a.zip!/{name}", files[name]) for name in sorted(files)]


@given(st.binary())
def test_whatever_the_bytes_nothing_is_raised(data):
    for found in members("a.zip", b"PK\x03\x04" + data):
        assert isinstance(found, tuple | UnreadableCapture)


@given(st.binary(max_size=60), st.integers(0, 250))
def test_a_damaged_archive_gives_failures_or_members(noise, at):
    whole = packed({"a.txt": b"one" * 40, "b.txt": b"two"})
    for found in members("a.zip", whole[:at] + noise + whole[at + len(noise) :]):
        assert isinstance(found, tuple | UnreadableCapture)


def test_an_archive_in_an_archive_is_opened_and_a_third_is_not():
    inner = packed({"c.txt": b"three"})
    [found] = members("a.zip", packed({"b.zip": inner}))
    assert found == ("a.zip!/b.zip!/c.txt", b"three")
    [refused] = members("a.zip", packed({"b.zip": packed({"c.zip": inner})}))
    assert isinstance(refused, UnreadableCapture)
    assert "deep" in refused.reason


def test_an_empty_archive_and_an_office_document():
    [empty] = members("a.zip", packed({}))
    [office] = members("a.docx", packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert isinstance(empty, UnreadableCapture)
    assert isinstance(office, UnreadableCapture)
    assert "empty" in empty.reason
    assert "office" in office.reason


def test_what_systems_leave_beside_files_is_left_out():
    assert [name for name, _ in members("a.zip", packed({"__MACOSX/._a.txt": b"x", "d/.DS_Store": b"x", "a.txt": b"y"}))] == [
        "a.zip!/a.txt"
    ]


def test_all_members_together_may_grow_to_one_bound_only(monkeypatch):
    monkeypatch.setattr(archives, "TOTAL", 1_000)
    found = list(members("a.zip", packed({f"{n}.txt": bytes([65 + n]) * 400 for n in range(4)})))
    assert [isinstance(one, tuple) for one in found] == [True, True, False, False]


def test_a_page_of_one_repeated_line_is_no_bomb():
    assert is_archive(data := packed({"a.txt": b"the same line over and over\n" * 30_000}))
    assert [len(data) for _, data in members("a.zip", data)] == [840_000]
