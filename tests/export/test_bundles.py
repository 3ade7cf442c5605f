"""A bundle holds all that is handed over, and no change of it stays unseen."""

import hashlib
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from tests.cases import told
from tests.export.writing import kept, write
from tests.read.archiving import record, warc

from rashomon.errors import CaseError, UsageError
from rashomon.export.altered import altered_in_bundle, altered_in_folder
from rashomon.export.seals import is_unbroken, seal
from rashomon.store.case import Case

RASHOMON = Path(sys.executable).parent / "rashomon"


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return kept(told(), tmp_path_factory.mktemp("bundled") / "case")


@pytest.fixture(scope="module")
def bundle(case):
    return write("bundle", case, case.parent / "bundle.zip")


def rewritten(bundle, path, change):
    """The bundle with its files changed by `change(name, data)`, which gives None for one that is left out."""
    with ZipFile(bundle) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return path


def test_it_holds_the_originals_the_log_and_every_hash(case, bundle):
    with ZipFile(bundle) as archive:
        assert archive.testzip() is None
        manifest = json.loads(archive.read("manifest.json"))
        assert archive.read("custody.jsonl") == (case / "captures" / "custody.jsonl").read_bytes()
        assert manifest["custody"] == Case.open(case).captures.head
        for original in manifest["originals"]:
            assert hashlib.sha256(archive.read(original["file"])).hexdigest() == original["sha256"]
        assert len(manifest["originals"]) == 4
        assert {*manifest["files"], "manifest.json", "SHA256SUMS"} == set(archive.namelist())
        assert {"report.html", "points.csv", "case.xlsx", "jsonl/points.jsonl"} < set(archive.namelist())


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_a_recipient_without_rashomon_can_check_it(bundle, tmp_path):
    with ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    assert subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=tmp_path).returncode == 0


def test_unchanged_is_unchanged(bundle):
    assert altered_in_bundle(bundle) == []


@pytest.mark.parametrize("name", ["report.html", "jsonl/points.jsonl", "custody.jsonl", "README.txt"])
def test_a_changed_file_is_named(bundle, tmp_path, name):
    path = rewritten(bundle, tmp_path / "b.zip", lambda each, data: data + b" " if each == name else data)
    seal(path)  # whoever changes it seals it anew
    assert altered_in_bundle(path)[0].startswith(f"{name} was changed: its SHA-256 is")


def test_what_was_added_or_taken_out_is_named(bundle, tmp_path):
    def without(name, data):
        return None if name.startswith("originals/") else data

    found = altered_in_bundle(rewritten(bundle, tmp_path / "b.zip", without))
    assert found[0].startswith("originals/")
    assert found[0].endswith(" is missing")
    shutil.copy(bundle, tmp_path / "c.zip")
    with ZipFile(tmp_path / "c.zip", "a") as archive:
        archive.writestr("new.txt", "x")
    assert altered_in_bundle(tmp_path / "c.zip") == ["new.txt is not in the manifest: it was added"]


def test_a_manifest_that_was_made_to_fit_shows(bundle, tmp_path):
    def forged(name, data):
        if name == "points.csv":
            return b"other"
        return data.replace(old.encode(), hashlib.sha256(b"other").hexdigest().encode()) if name == "manifest.json" else data

    with ZipFile(bundle) as archive:
        old = json.loads(archive.read("manifest.json"))["files"]["points.csv"]
    found = altered_in_bundle(rewritten(bundle, tmp_path / "b.zip", forged))
    assert any("disagree" in one for one in found)


def test_no_bit_of_it_can_be_turned_unseen(bundle, tmp_path):
    data, chance = bundle.read_bytes(), random.Random(7)
    end = len(data)
    for place in [*(chance.randrange(end) for _ in range(40)), *range(end - 1200, end, 31), *range(0, 40, 3)]:
        turned = bytearray(data)
        turned[place] ^= 1 << chance.randrange(8)
        (tmp_path / "b.zip").write_bytes(turned)
        try:
            assert altered_in_bundle(tmp_path / "b.zip"), place
        except UsageError:
            assert place < 2  # no ZIP at all any more
    for other in (data + b"x", b"x" + data, data[:-1]):
        (tmp_path / "b.zip").write_bytes(other)
        assert altered_in_bundle(tmp_path / "b.zip")


def test_a_seal_is_of_every_byte_before_it(tmp_path):
    with ZipFile(tmp_path / "a.zip", "w", ZIP_STORED) as archive:
        archive.writestr("a", "b")
    assert not is_unbroken(tmp_path / "a.zip")
    seal(tmp_path / "a.zip")
    assert is_unbroken(tmp_path / "a.zip")


def test_an_original_that_is_not_as_captured_is_not_handed_over(tmp_path):
    case = kept(told(), tmp_path / "case")
    original = next((case / "captures").glob("??/*"))
    original.write_bytes(b"other")
    with pytest.raises(CaseError, match="was changed"):
        write("bundle", case, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def test_of_a_redacted_bundle_the_manifest_says_what_was_withheld(case, tmp_path):
    path = write("bundle", case, tmp_path / "b.zip", ["Ann Holt"])
    assert altered_in_bundle(path) == []
    with ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = archive.namelist()
    assert "custody-redacted.jsonl" in names
    assert "custody.jsonl" not in names
    assert {one["why"] for one in manifest["withheld"]} == {"it holds a name that is left out"}
    assert len(manifest["withheld"]) == 2
    assert len(manifest["originals"]) == 2
    assert {one["sha256"] for one in manifest["withheld"]} == {""}
    assert manifest["redacted"] is True
    assert manifest["custody"] == ""


def test_a_folder_of_an_export_is_checked_by_its_manifest(case, tmp_path):
    write("jsonl", case, tmp_path / "out")
    assert altered_in_folder(tmp_path / "out") == []
    (tmp_path / "out" / "facts.jsonl").write_text("{}\n")
    (found,) = altered_in_folder(tmp_path / "out")
    assert found.startswith("facts.jsonl was changed")


def test_what_is_no_bundle_is_said_so(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no")
    with pytest.raises(UsageError, match="is no bundle"):
        altered_in_bundle(tmp_path / "x.zip")


def fetched(folder):
    """A case into which a page was fetched: its web archive lies in it, and stands in the log."""
    case = kept(told(), folder)
    data = warc([record()])
    (case / "fetched").mkdir()
    (case / "fetched" / "1.warc.gz").write_bytes(data)
    Case.open(case).captures.note("fetched/1.warc.gz", hashlib.sha256(data).hexdigest(), len(data), given=1, left_out={})
    return case, data


def test_what_was_fetched_goes_along_and_is_checked(tmp_path):
    case, data = fetched(tmp_path / "case")
    path = write("bundle", case, tmp_path / "b.zip")
    assert altered_in_bundle(path) == []
    with ZipFile(path) as archive:
        assert archive.read("fetched/1.warc.gz") == data

    def without(name, data):  # taken out of every list too: only the log still knows of it
        if name == "manifest.json":
            manifest = json.loads(data)
            del manifest["files"]["fetched/1.warc.gz"]
            return json.dumps(manifest).encode()
        if name == "SHA256SUMS":
            kept_lines = [
                each for each in data.decode().splitlines() if not each.endswith(("fetched/1.warc.gz", "  manifest.json"))
            ]
            return "".join(f"{each}\n" for each in [*kept_lines, f"{forged}  manifest.json"]).encode()
        return None if name == "fetched/1.warc.gz" else data

    with ZipFile(path) as archive:
        forged = hashlib.sha256(without("manifest.json", archive.read("manifest.json"))).hexdigest()
    other = rewritten(path, tmp_path / "c.zip", without)
    seal(other)
    assert any(found.startswith("fetched/1.warc.gz is not the web archive") for found in altered_in_bundle(other))


def test_what_was_fetched_is_not_handed_over_changed_or_under_a_redaction(tmp_path):
    case, _ = fetched(tmp_path / "case")
    with ZipFile(write("bundle", case, tmp_path / "b.zip", ["Ann Holt"])) as archive:
        assert not [name for name in archive.namelist() if name.startswith("fetched/")]
        withheld = json.loads(archive.read("manifest.json"))["withheld"]
    assert [one["why"] for one in withheld if one["uri"] == "fetched/1.warc.gz"] == [
        "it is a web archive, and cannot be searched for names that are left out"
    ]
    (case / "fetched" / "1.warc.gz").write_bytes(b"other")
    with pytest.raises(CaseError, match=r"fetched/1\.warc\.gz was changed"):
        write("bundle", case, tmp_path / "c.zip")
