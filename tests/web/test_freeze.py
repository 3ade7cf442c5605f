"""One file that opens from disk: it fetches nothing, and nothing of a capture becomes more than words."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from tests.cases import HOSTILE

from rashomon.errors import CannotWrite, CaseError
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
    (tmp_path / "taken" / "inner").mkdir()
    with pytest.raises(CannotWrite, match="taken"):
        write_report(case, tmp_path / "taken")
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]
