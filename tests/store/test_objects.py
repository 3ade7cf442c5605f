"""A part in a store is done when its last object is there, and not before; what went in comes back."""

import pickle

import pytest
from tests.store.buckets import bucket
from tests.store.test_parts import PART

from rashomon.errors import CannotWrite, CaseError, MissingExtra, UsageError
from rashomon.model import Failure
from rashomon.store.case import Case
from rashomon.store.objects import ObjectParts
from rashomon.store.parts import Part, to_table

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'rashomon[ray]'")
pytest.importorskip("moto", reason="moto is not installed")
FAILURES = [Failure("extract", f"doc{number}", "E", "m") for number in range(3)]
TABLES = {"failures": to_table(Failure, FAILURES)}
OTHER = Part.of("extract", 1, "settings", "weights", ["doc3"])


@pytest.fixture(scope="module")
def server():
    with bucket() as url:
        yield url


@pytest.fixture(params=["s3", "disk"])
def store(request, tmp_path, server):
    return ObjectParts(f"{server}/{tmp_path.name}" if request.param == "s3" else str(tmp_path / "shared"))


def test_records_come_back_as_they_went_in(store):
    store.put(PART, TABLES)
    store.put(OTHER, {})
    assert store.done("extract") == sorted([PART, OTHER], key=lambda part: part.key)
    assert store.records(PART, "failures", Failure) == FAILURES
    assert store.column(PART, "failures", "item_id") == ["doc0", "doc1", "doc2"]
    assert store.records(OTHER, "failures", Failure) == store.records(PART, "voices", Failure) == []
    assert store.done("read") == store.done("ext") == []


def test_what_is_laid_down_is_not_done_until_it_is_declared_so(store):
    store.lay("extract", PART.key, TABLES)
    assert store.done("extract") == []
    store.finish(PART)
    assert store.done("extract") == [PART]
    assert store.records(PART, "failures", Failure) == FAILURES


def test_a_part_that_is_half_dropped_is_not_done(store, monkeypatch):
    store.put(PART, TABLES)
    removed, remove = [], store._fs.rm_file

    def refusing(path):
        if removed:
            raise OSError("the line went dead")
        removed.append(path)
        remove(path)

    monkeypatch.setattr(store._fs, "rm_file", refusing)
    with pytest.raises(CannotWrite, match="line went dead"):
        store.drop(PART)
    monkeypatch.undo()
    assert store.done("extract") == []
    store.drop(PART)
    assert list(store.lying()) == []


def test_what_a_killed_run_laid_down_is_swept_away(store):
    store.put(PART, TABLES)
    store.lay("extract", OTHER.key, TABLES)
    store.sweep("extract", {PART.key})
    assert list(store.lying()) == [("extract", PART.key, ["failures"])]
    assert store.done("extract") == [PART]


def test_another_process_connects_for_itself(store):
    store.put(PART, TABLES)
    assert pickle.loads(pickle.dumps(store)).done("extract") == [PART]


def test_a_store_that_refuses_says_so_and_what_to_do(server):
    with pytest.raises(CannotWrite, match="What was done before is kept: see to the store"):
        ObjectParts("s3://there-is-no-such-bucket/x").put(PART, TABLES)


def test_a_store_that_is_down_says_so(monkeypatch):
    from s3fs import S3FileSystem

    S3FileSystem.clear_instance_cache()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with pytest.raises(CaseError, match=r"cannot be read: .*See that the store is up"):
        ObjectParts("s3://parts/down").done("extract")
    S3FileSystem.clear_instance_cache()


def test_no_store_of_that_name(tmp_path):
    with pytest.raises((UsageError, MissingExtra), match="nowhere"):
        ObjectParts("nowhere://x").done("extract")


def test_a_case_keeps_where_its_parts_are(tmp_path, server):
    case = Case.create(tmp_path / "case", parts=f"{server}/kept/")
    assert case.parts.url == Case.open(tmp_path / "case").parts.url == f"{server}/kept"
    assert Case.create(tmp_path / "case").parts.url == f"{server}/kept"
    with pytest.raises(UsageError, match="has its parts in s3://parts/kept, not in"):
        Case.create(tmp_path / "case", parts=f"{server}/elsewhere")
    assert "moto" not in (tmp_path / "case" / "case.toml").read_text()
