"""Whatever is wrong with a file: a failure that names it, the reason and the remedy, and everything else is read."""

import io
import os
import socket
import struct
import zipfile
from pathlib import Path

import pytest
from tests.read.capturing import as_json, document, failure, found, lawful, outcomes, words

from rashomon.demo import accounts
from rashomon.model import Document, Failure

GOOD = "Three people died in the fire at the mill, the mayor said on Monday."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file, to which a test adds a bad one."""
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def the_failure(folder: Path, name: str) -> Failure:
    """The only thing that failed under the folder, all else being read; it names the file."""
    documents, failures = found(folder)
    assert [made.text for made in documents] == [GOOD]
    [failed] = failures
    assert name in failed.item_id
    assert failed.stage == "read"
    assert failed.message.endswith(".")
    assert len(failed.message.split(". ")) >= 2, "a reason and a remedy"
    return failed


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return packed.getvalue()


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(folder: Path, data: bytes) -> None:
    (folder / "bad.txt").write_bytes(data)
    assert "empty" in the_failure(folder, "bad.txt").message or "no text" in the_failure(folder, "bad.txt").message


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "JPEG"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(100), "video"),
        (b"\x1f\x8b\x08" + bytes(100), "gzip"),
        (GOOD.encode() * 2_000 + b"\x00\x01\x02" * 40, "binary"),
    ],
)
def test_a_binary_file(folder: Path, data: bytes, what: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    assert what in the_failure(folder, "bad.txt").message


def test_a_truncated_pdf(folder: Path) -> None:
    whole = next(path for path in accounts() if path.suffix == ".pdf").read_bytes()
    for share in (0.02, 0.3, 0.6, 0.95):
        (folder / "bad.pdf").write_bytes(whole[: int(len(whole) * share)])
        assert "cut off" in the_failure(folder, "bad.pdf").message


def test_a_pdf_damaged_inside(folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF\n%%EOF\n")
    assert "damaged" in the_failure(folder, "bad.pdf").message


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "C:\\b.txt", "..\\b.txt"])
def test_a_zip_with_names_that_point_outside(folder: Path, name: str) -> None:
    (folder / "bad.zip").write_bytes(zipped({name: b"somewhere else entirely"}))
    assert "outside" in the_failure(folder, "bad.zip!/").message
    assert not (folder.parent / "b.txt").exists()


def test_the_other_members_of_such_a_zip_are_read(tmp_path: Path) -> None:
    (tmp_path / "some.zip").write_bytes(zipped({"../a.txt": b"no", "b.txt": GOOD.encode(), "c/d.txt": GOOD.encode()}))
    documents, failures = found(tmp_path)
    assert [made.name for made in documents] == ["b.txt", "d.txt"]
    assert len(failures) == 1


def test_a_zip_that_grows_a_thousandfold(folder: Path) -> None:
    (folder / "bad.zip").write_bytes(zipped({"bomb.txt": b"0" * 40_000_000}))
    assert "bomb" in the_failure(folder, "bad.zip!/bomb.txt").message.lower()


def test_a_zip_that_lies_about_the_size_of_its_member(folder: Path) -> None:
    packed = bytearray(zipped({"bomb.txt": b"0" * 40_000_000}))
    at = packed.index(b"PK\x01\x02")
    struct.pack_into("<I", packed, at + 24, 100)  # the uncompressed size, in the central directory
    (folder / "bad.zip").write_bytes(packed)
    the_failure(folder, "bad.zip!/bomb.txt")


def test_an_encrypted_zip(folder: Path) -> None:
    packed = bytearray(zipped({"secret.txt": b"hidden"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.index(mark) + flags
        struct.pack_into("<H", packed, at, struct.unpack_from("<H", packed, at)[0] | 1)
    (folder / "bad.zip").write_bytes(packed)
    assert "encrypted" in the_failure(folder, "bad.zip!/secret.txt").message


def test_a_truncated_zip(folder: Path) -> None:
    (folder / "bad.zip").write_bytes(zipped({"a.txt": GOOD.encode() * 50})[:-30])
    assert "damaged" in the_failure(folder, "bad.zip").message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252", "utf-32"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = "The café owner said: “Fünf Männer died – at least.” Nobody else, naïve as he is, was seen near the façade that night."
    assert document(text.encode(encoding), "a.txt").text.lstrip("\ufeff") == text


def test_broken_utf8_is_read_with_its_breaks_shown() -> None:
    broken = "Señor Peña said: “Five people died in the café.” ".encode() * 3 + b"and then \xff\xe2\x28 it breaks."
    made = document(broken, "a.txt")
    assert "Señor Peña" in made.text
    assert "�" in made.text
    lawful(made)


def test_a_jsonl_line_that_is_not_json(folder: Path) -> None:
    (folder / "good.txt").unlink()
    lines = [
        as_json({"id": "a", "text": GOOD}),
        '{"id": "b", "text": "cut of',
        '["no object"]',
        '{"id": "c"}',
        "null",
        '{"text": " "}',
    ]
    (folder / "bad.jsonl").write_text("\n".join(lines))
    documents, failures = found(folder)
    assert [made.name for made in documents] == ["a"]
    assert [failed.item_id.rpartition(":")[2] for failed in failures] == ["line 2", "line 3", "line 4", "line 5", "line 6"]
    assert "not JSON" in failures[0].message


def test_a_folder_that_links_back_to_itself(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "loop").symlink_to(folder)
    assert "leads back" in the_failure(folder, "loop").message


def test_a_link_that_leads_to_itself_and_one_that_leads_nowhere(folder: Path) -> None:
    (folder / "self").symlink_to(folder / "self")
    the_failure(folder, "self")
    (folder / "self").unlink()
    (folder / "nowhere").symlink_to(folder / "gone")
    assert "no such file" in the_failure(folder, "nowhere").message


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.txt").write_text("not for you")
    read_bytes = Path.read_bytes

    def refusing(path: Path) -> bytes:  # a stand-in for chmod, which does not stop root
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    assert "chmod u+r" in the_failure(folder, "bad.txt").message


def test_a_disk_that_fails_while_it_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.txt").write_text("on a bad sector")
    read_bytes = Path.read_bytes

    def failing(path: Path) -> bytes:
        if path.name == "bad.txt":
            raise OSError(5, "Input/output error", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", failing)
    assert "Input/output error" in the_failure(folder, "bad.txt").message


def test_a_pipe_is_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "bad.txt")
    assert "pipe" in the_failure(folder, "bad.txt").message


def test_a_socket_is_never_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("bad")
        assert "socket" in the_failure(folder, "bad").message


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    _, [failed] = found(tmp_path / "gone.txt")
    assert "no such file" in failed.message


def test_a_path_with_a_zero_byte(tmp_path: Path) -> None:
    _, [failed] = found(f"{tmp_path}/a\0b")
    assert "cannot open" in failed.message


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_json_nested_a_million_deep(folder: Path, opening: str) -> None:
    (folder / "bad.json").write_text(opening * 1_000_000)
    assert "nested" in the_failure(folder, "bad.json").message


def test_a_jsonl_line_nested_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text(as_json({"text": GOOD}) + '\n{"text":' + "[" * 1_000_000 + "\n")
    documents, [failed] = found(tmp_path)
    assert len(documents) == 1
    assert "nested" in failed.message


def test_json_that_is_cut_off(folder: Path) -> None:
    (folder / "bad.json").write_text('{"id": 1, "type": "personal_chat", "messages": [{"id": 1, "type": "mess')
    assert "not whole" in the_failure(folder, "bad.json").message


def test_json_of_no_known_form(folder: Path) -> None:
    (folder / "bad.json").write_text('{"weather": [1, 2, 3],\n "wind": "north"}')
    assert "not known" in the_failure(folder, "bad.json").message


def test_numbers_of_any_size_do_no_harm() -> None:
    digits = "9" * 10_000
    made = document(f'{{"id": {digits}, "text": "{GOOD}", "date": 1e999, "title": -Infinity}}', "a.jsonl")
    assert made.name == digits
    assert made.text == GOOD


def test_a_telegram_time_of_any_size_does_no_harm() -> None:
    message = {"id": 1, "type": "message", "date_unixtime": "9" * 400, "from": "Ada", "text": GOOD}
    made = document(as_json({"name": "Chat", "type": "personal_chat", "id": 1, "messages": [message]}))
    assert made.blocks[0].posted_at is None


def test_halves_of_surrogate_pairs_become_replacement_characters() -> None:
    made = document('{"id": "\\ud83d", "text": "Fire \\ud83d at the mill \\ude00 tonight.", "author": "\\udc00"}\n', "a.jsonl")
    assert made.text == "Fire � at the mill � tonight."
    assert (made.name, made.author) == ("�", "�")


def test_zero_bytes_in_json_stay_where_they_stand() -> None:
    assert document('{"text": "Before\\u0000after the break."}\n', "a.jsonl").text == "Before\0after the break."


def test_zero_bytes_in_a_thread() -> None:
    item = {"id": 1, "author": "ada", "created_at_i": 0, "text": "Before\0after<p>and \ud800 more", "children": []}
    made = document(as_json(item).encode("utf-8", "surrogatepass"))
    lawful(made)
    assert "after" in words(made)[0]


def test_a_fault_of_ours_is_a_failure_of_that_capture_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise KeyError("what")

    monkeypatch.setattr("rashomon.read.captures.reader_of", fail)
    [made] = outcomes(GOOD)
    assert isinstance(made, Failure)
    assert made.error == "KeyError"


def test_html_nested_deeper_than_the_parser_keeps(folder: Path) -> None:
    page = '<div class="post_wrapper">' * 5_000 + '<div id="msg_1">Lost</div>' + "</div>" * 5_000
    (folder / "bad.html").write_text(f"<html><body>{page}</body></html>")
    assert "nested" in the_failure(folder, "bad.html").message


def test_the_wrong_name_does_not_mislead() -> None:
    assert isinstance(outcomes(GOOD, "a.pdf")[0], Document)
    assert failure(b"%PDF-1.4 and no more", "a.txt").message.startswith("the PDF is cut off")


def test_an_element_of_a_hundred_thousand_attributes(folder: Path) -> None:
    many = " ".join(f"a{number}=1" for number in range(100_000))
    (folder / "bad.html").write_text(f"<html><body><p {many}>{GOOD}</p></body></html>")
    assert "more than 1,000 attributes" in the_failure(folder, "bad.html").message
