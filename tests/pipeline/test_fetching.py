"""Fetched pages: each is a capture out of a WARC that stays in the case, and whoever changes that is found out."""

import json

import pytest
from tests.read.archiving import page
from tests.read.serving import serving

from rashomon.errors import UsageError
from rashomon.model import Failure
from rashomon.pipeline.arrivals import keep
from rashomon.pipeline.conduct import _note
from rashomon.pipeline.fetching import BATCH
from rashomon.pipeline.progress import quiet
from rashomon.store.case import Case

HTML = {"Content-Type": "text/html"}


@pytest.fixture
def site():
    with serving() as served:
        served.pages["/fire"] = (200, HTML, page())
        served.pages["/picture"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")
        yield served


@pytest.fixture
def case(tmp_path):
    return Case.create(tmp_path / "C")


def arrived(case, site, *urls):
    with case.lock():
        return keep(case, [], quiet, urls=urls, network=site.network())


def test_the_evidence_is_the_archive_in_the_case(case, site):
    arrivals = arrived(case, site, site.url("/fire"))
    [archive] = (case.path / "fetched").iterdir()
    [capture] = Case.open(case.path).captures.all()
    assert capture.uri == f"fetched/{archive.name}!/{site.url('/fire')}"
    assert case.captures.data(capture) == page()
    log = [json.loads(line) for line in case.captures.log.read_text("utf-8").splitlines()]
    assert [line["method"] for line in log] == ["fetched", "archive opened"]
    assert log[1]["left_out"] == {"request": 2, "status 404": 1, "warcinfo": 1}
    assert not arrivals.failures
    assert case.captures.verify() == []


def test_an_archive_that_was_changed_taken_away_or_added_is_found_out(case, site):
    arrived(case, site, site.url("/fire"))
    [archive] = (case.path / "fetched").iterdir()
    data = archive.read_bytes()
    archive.write_bytes(data[:-1] + b"x")
    (case.path / "fetched" / "other.warc.gz").write_bytes(data)
    assert [fault.partition(archive.name)[2].partition(".")[0] or fault for fault in case.captures.verify()] == [
        " was changed",
        "the web archive fetched/other.warc.gz is in no line of the custody log",
    ]
    archive.unlink()
    assert any("is gone" in fault for fault in case.captures.verify())


def test_each_address_gives_a_capture_or_a_failure(case, site):
    urls = [site.url("/fire"), site.url("/gone"), site.url("/picture"), "ftp://news.example/", site.url("/fire", "no.example")]
    arrivals = arrived(case, site, *urls)
    assert len(arrivals.captures) == 1
    failed = {failure.item_id: failure.message for failure in arrivals.failures}
    assert set(failed) == set(urls[1:])
    assert "404" in failed[site.url("/gone")]
    assert "can hold no account" in failed[site.url("/picture")]
    assert all(len(message.split(". ")) >= 2 for message in failed.values()), "a reason and a remedy"


def test_an_address_that_failed_once_is_forgiven_when_it_is_had(case, site):
    url = site.url("/later")
    _note(case, arrived(case, site, url))
    assert _noted(case) == [url]
    site.pages["/later"] = (200, HTML, page())
    _note(case, arrived(case, site, url))
    assert _noted(case) == []


def test_many_addresses_are_put_into_several_archives(case, site):
    site.pages |= {f"/{n}": (200, HTML, page(f"Page {n} says that {n} people died.")) for n in range(BATCH + 1)}
    arrivals = arrived(case, site, *(site.url(f"/{n}") for n in range(BATCH + 1)))
    assert len(arrivals.captures) == BATCH + 1
    assert len(list((case.path / "fetched").iterdir())) == 2
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_a_list_that_is_none(tmp_path):
    from rashomon.cli.read import read

    (tmp_path / "empty.txt").write_text("# nothing\n")
    for path in (tmp_path / "gone.txt", tmp_path / "empty.txt"):
        with pytest.raises(UsageError, match="--fetch"):
            read(tmp_path / "C", [], fetch=path)
    with pytest.raises(UsageError, match="nothing to read"):
        read(tmp_path / "C", [])
    assert not (tmp_path / "C").exists()


def _noted(case):
    parts = case.parts.done("find")
    return [failure.item_id for part in parts for failure in case.parts.records(part, "failures", Failure)]


def test_where_nothing_was_asked_nothing_is_kept(case, site):
    arrivals = arrived(case, site, "ftp://news.example/", "http://127.0.0.2/")
    assert {failure.item_id for failure in arrivals.failures} == {"ftp://news.example/", "http://127.0.0.2/"}
    assert not (case.path / "fetched").exists()
