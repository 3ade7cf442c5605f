"""ZIP: each member is a capture at its place; nothing is unpacked to disk, nothing grows without bound."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableCapture
from rashomon.read.found import Found, Tally
from rashomon.read.openings import is_archive, opened

NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).filter(lambda name: name != "mimetype")


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def members(uri: str, data: bytes, budget: int = 2**30) -> list[Found | UnreadableCapture]:
    return list(opened(uri, io.BytesIO(data), Tally(budget)))


@given(st.dictionaries(NAMES, st.binary(max_size=200).filter(lambda data: not data.startswith(b"PK")), min_size=1, max_size=6))
def test_every_member_is_found_once_with_its_bytes(files):
    assert members("a.zip", packed(files)) == [Found(f"a.zip!/{name}", files[name]) for name in sorted(files)]


@given(st.binary())
def test_whatever_the_bytes_nothing_is_raised(data):
    for found in members("a.zip", b"PK\x03\x04" + data):
        assert isinstance(found, Found | UnreadableCapture)


@given(st.binary(max_size=60), st.integers(0, 250))
def test_a_damaged_archive_gives_failures_or_members(noise, at):
    whole = packed({"a.txt": b"one" * 40, "b.txt": b"two"})
    for found in members("a.zip", whole[:at] + noise + whole[at + len(noise) :]):
        assert isinstance(found, Found | UnreadableCapture)


def test_an_archive_in_an_archive_is_opened_and_a_third_is_not():
    inner = packed({"c.txt": b"three"})
    [found] = members("a.zip", packed({"b.zip": inner}))
    assert found == Found("a.zip!/b.zip!/c.txt", b"three")
    [refused] = members("a.zip", packed({"b.zip": packed({"c.zip": inner})}))
    assert isinstance(refused, UnreadableCapture)
    assert "deep" in refused.reason


def test_an_empty_archive_and_an_office_document_of_a_kind_that_is_not_read():
    [empty] = members("a.zip", packed({}))
    [office] = members("a.odt", packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}))
    assert isinstance(empty, UnreadableCapture)
    assert isinstance(office, UnreadableCapture)
    assert "empty" in empty.reason
    assert "office" in office.reason


def test_what_systems_leave_beside_files_is_left_out():
    made = members("a.zip", packed({"__MACOSX/._a.txt": b"x", "d/.DS_Store": b"x", "a.txt": b"y"}))
    assert made == [Found("a.zip!/a.txt", b"y")]


def test_an_office_document_of_a_kind_that_is_read_is_one_file_wherever_it_lies():
    data = packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert members("a.docx", data) == [Found("a.docx", data)]
    deep = packed({"b.zip": packed({"c.docx": data})})
    assert members("a.zip", deep) == [Found("a.zip!/b.zip!/c.docx", data)]


def test_all_members_together_may_grow_to_one_bound_only():
    found = members("a.zip", packed({f"{n}.txt": bytes([65 + n]) * 400 for n in range(4)}), budget=1_000)
    assert [isinstance(one, Found) for one in found] == [True, True, False, False]


def test_a_page_of_one_repeated_line_is_no_bomb():
    data = packed({"a.txt": b"the same line over and over\n" * 30_000})
    assert is_archive(io.BytesIO(data))
    assert [len(one.data) for one in members("a.zip", data) if isinstance(one, Found)] == [840_000]
