"""What is kept of what was found: captures with their own address and time, archives by their hash, nothing left out silently."""

import json
from hashlib import sha256

import pytest
from tests.read.archiving import DATE, URI, record, warc
from tests.read.test_archives import packed

from rashomon.errors import UsageError
from rashomon.pipeline.arrivals import keep
from rashomon.pipeline.progress import quiet
from rashomon.pipeline.summary import left_out
from rashomon.read.columns import noted_in
from rashomon.store.case import Case


@pytest.fixture
def case(tmp_path):
    return Case.create(tmp_path / "C")


def lines(case):
    return [json.loads(line) for line in case.captures.log.read_text("utf-8").splitlines()]


def test_a_page_out_of_a_web_archive_can_be_shown_to_come_from_it(case, tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc([record(), record(kind="request"), record(b"\x89PNG", mime="image/png")]))
    keep(case, [str(path)], quiet)
    [capture] = Case.open(case.path).captures.all()
    assert (capture.uri, capture.captured_at) == (f"{path}!/{URI}", DATE)
    page, archive = lines(case)
    assert (page["method"], page["captured_at"]) == ("archive member", DATE)
    assert archive["method"] == "archive opened"
    assert (archive["uri"], archive["sha256"]) == (str(path), sha256(path.read_bytes()).hexdigest())
    assert (archive["given"], archive["left_out"]) == (1, {"image/png": 1, "request": 1, "warcinfo": 1})
    assert case.captures.verify() == []


def test_an_archive_read_again_is_logged_once(case, tmp_path):
    (tmp_path / "a.zip").write_bytes(packed({"a.txt": b"one"}))
    for _ in range(2):
        keep(Case.open(case.path), [str(tmp_path / "a.zip")], quiet)
    assert [line["method"] for line in lines(case)] == ["archive member", "archive opened"]


def test_a_changed_line_of_an_archive_is_noticed(case, tmp_path):
    (tmp_path / "a.warc").write_bytes(warc([record(), record(kind="revisit")], packed=False))
    keep(case, [str(tmp_path / "a.warc")], quiet)
    log = case.captures.log
    log.write_bytes(log.read_bytes().replace(b'"revisit":1', b'"revisit":0'))
    assert "custody line 2 was changed" in Case.open(case.path).captures.verify()


def test_what_was_left_out_is_told(case, tmp_path):
    (tmp_path / "a.warc").write_bytes(warc([record(), record(kind="revisit"), record(kind="revisit")], packed=False))
    arrivals = keep(case, [str(tmp_path / "a.warc")], quiet)
    assert left_out(arrivals.archives) == f"{tmp_path}/a.warc: 1 capture; left out: 2 revisit, 1 warcinfo"


def test_columns_that_are_named_stay_with_the_capture_until_others_are(case, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Was,Wann\nThree people died.,2031-05-07\n")
    first = keep(case, [str(path)], quiet)
    assert not first.retold  # there was nothing to be read otherwise
    for named, times in (({"text": "Was"}, 1), ({"text": "Was"}, 0), (None, 0), ({"text": "Was", "date": "Wann"}, 1)):
        arrivals = keep(Case.open(case.path), [str(path)], quiet, named)
        assert len(arrivals.retold) == times
        [capture] = Case.open(case.path).captures.all()
        assert noted_in(capture.media_type)["text"] == "Was"
    assert case.captures.verify() == []


def test_columns_that_no_table_has(case, tmp_path):
    (tmp_path / "a.csv").write_text("Was,Wann\nThree people died.,2031-05-07\n")
    (tmp_path / "b.txt").write_text("Three people died.")
    with pytest.raises(UsageError, match="its heads are Was, Wann"):
        keep(case, [str(tmp_path / "a.csv")], quiet, {"text": "Body"})
    with pytest.raises(UsageError, match="no table"):
        keep(case, [str(tmp_path / "b.txt")], quiet, {"text": "Body"})
