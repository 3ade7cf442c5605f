"""One file that opens from disk: it fetches nothing, and nothing of a capture becomes more than words."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from tests.cases import HOSTILE

from rashomon.errors import CannotWrite, CaseError, UsageError
from rashomon.web import selections
from rashomon.web.freeze import policy, write_report
from rashomon.web.render import static

LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "xlink:href", "style"}


@pytest.fixture
def report(hostile_case, tmp_path, read_page):
    out = tmp_path / "folder" / "report.html"
    write_report(hostile_case, out)
    return read_page(out.read_text("utf-8"))


def test_nothing_is_loaded(report):
    for tag, attributes in report.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form", "use", "image", "video", "audio"}, tag
        assert not LOADING & set(attributes), (tag, attributes)
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
    assert "url(" not in static("page.css")
    assert "@import" not in static("page.css")


def test_links_lead_within_the_file_or_to_the_web_and_tell_it_nothing(report):
    ids = {attributes["id"] for _, attributes in report.elements if "id" in attributes}
    links = [attributes for tag, attributes in report.elements if tag == "a"]
    assert links
    for link in links:
        if link["href"].startswith("#"):
            assert link["href"][1:] in ids, link
        else:
            assert re.match(r"https?://", link["href"]), link
            assert set(link["rel"].split()) == {"noreferrer", "noopener", "nofollow"}


def test_hostile_words_stay_words(report):
    assert report.words.count(HOSTILE) > 20
    assert [tag for tag, _ in report.elements].count("script") == 1


def test_the_policy_lets_in_our_style_and_script_only(hostile_case, tmp_path):
    write_report(hostile_case, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "default-src 'none'" in policy()
    assert "unsafe" not in policy()
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL).group(1)
        assert f"{tag}-src 'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in policy()


def test_the_same_case_gives_the_same_file(case, tmp_path):
    write_report(case, tmp_path / "one.html")
    write_report(case, tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_without_a_case_nothing_is_written(tmp_path):
    with pytest.raises(CaseError):
        write_report(tmp_path / "none", tmp_path / "r.html")
    assert not list(tmp_path.iterdir())


def test_a_refused_write_leaves_nothing_half_done(case, tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "inner").write_text("a file, where a folder should be")
    with pytest.raises(UsageError, match="taken is a folder"):
        write_report(case, tmp_path / "taken")
    with pytest.raises(CannotWrite, match=r"inner.*could not be written"):
        write_report(case, tmp_path / "inner" / "report.html")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".rashomon")] == []


@pytest.fixture
def small_room(monkeypatch):
    """As if the case had far more of everything than a report has room for."""
    for name in ("ISSUES", "LINES", "ACCOUNTS", "VOICES", "PAIRS"):
        monkeypatch.setattr(selections, name, 1)
    for name in ("AGREED", "NAMES"):
        monkeypatch.setattr(selections, name, 0)


def test_of_a_big_case_it_holds_the_sharpest_part_and_says_so(case, tmp_path, read_page, small_room):
    write_report(case, tmp_path / "part.html")
    page = read_page((tmp_path / "part.html").read_text("utf-8"))
    assert "1 of 2 points in full, the sharpest first, and 1 in a line each" in page.words
    assert "1 of 4 accounts with their text" in page.words
    classes = [(attributes.get("class") or "").split() for tag, attributes in page.elements if tag in ("article", "details")]
    assert sum("point" in each for each in classes) == 1
    assert sum("account" in each for each in classes) == 1


def test_in_a_part_of_a_case_every_link_leads_somewhere(case, tmp_path, read_page, small_room):
    write_report(case, tmp_path / "part.html")
    page = read_page((tmp_path / "part.html").read_text("utf-8"))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a" and attributes["href"].startswith("#")]
    assert len(links) > 10
    assert {link[1:] for link in links} <= set(ids)


def test_the_whole_of_it_is_written_where_that_is_asked_for(case, tmp_path, monkeypatch):
    write_report(case, tmp_path / "small.html")
    monkeypatch.setattr(selections, "ISSUES", 0)
    write_report(case, tmp_path / "whole.html", whole_case=True)
    assert (tmp_path / "whole.html").read_bytes() == (tmp_path / "small.html").read_bytes()
