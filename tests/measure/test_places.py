"""Counting places against toponyms marked by hand, in the forms of LGL and of GeoVirus."""

from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.measure.places import articles_in, score

LGL = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="1"><title>A fire</title><domain>example.com</domain>
<text><![CDATA[A fire in Paris, Texas, killed two. In Nowhereville and in Syria nobody died. He lives in Dallas.]]></text>
<toponyms count="4">
<toponym><start>10</start><end>15</end><phrase>Paris</phrase>
  <gaztag geonameid="4717560"><name>Paris</name><lat>33.66</lat><lon>-95.55</lon></gaztag></toponym>
<toponym><start>17</start><end>22</end><phrase>Texas</phrase>
  <gaztag geonameid="4736286"><name>Texas</name><lat>10.0</lat><lon>10.0</lon></gaztag></toponym>
<toponym><start>39</start><end>51</end><phrase>Nowhereville</phrase></toponym>
<toponym><start>59</start><end>64</end><phrase>Syria</phrase>
  <gaztag geonameid="1"><name>Syria</name><lat>0.0</lat><lon>0.0</lon></gaztag></toponym>
</toponyms></article></articles>
"""
GEOVIRUS = """<articles><article><source>https://example.org/</source>
<text>Officials in China said so.</text>
<locations><location><name>China</name><start>14</start><end>19</end><lat>35</lat><lon>103</lon>
<page>https://en.wikipedia.org/wiki/China</page></location></locations></article></articles>
"""


def test_toponyms_are_read_with_their_places_in_both_forms(tmp_path: Path) -> None:
    (tmp_path / "lgl.xml").write_text(LGL, "utf-8")
    (tmp_path / "virus.xml").write_text(GEOVIRUS, "utf-8")
    (article,) = articles_in(tmp_path / "lgl.xml")
    assert [one.span.of(article.text) for one in article.toponyms] == ["Paris", "Texas", "Nowhereville", "Syria"]
    assert [one.point for one in article.toponyms] == [(33.66, -95.55), (10.0, 10.0), None, (0.0, 0.0)]
    assert article.outlet == "example.com"
    (other,) = articles_in(tmp_path / "virus.xml")
    assert [(one.span.of(other.text), one.named) for one in other.toponyms] == [("China", "China")], "these count from one"


def test_what_is_found_and_what_is_put_right_are_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "lgl.xml").write_text(LGL, "utf-8")
    figures = score(tmp_path / "lgl.xml")
    assert (figures["gold"], figures["resolvable"]) == (4, 3)
    # by distance Paris alone is right; Texas is right by its id, and Syria, which is marked as another place, is not
    assert figures["accuracy_by_distance"] == pytest.approx(1 / 3)
    assert figures["accuracy_161km"] == pytest.approx(2 / 3)
    assert figures["known"] == pytest.approx(1 / 3)
    assert figures["accuracy_known"] == 1.0
    assert 0 < figures["recognition_f1"] <= 1
    assert figures["found_161km"] <= figures["accuracy_161km"]


def test_a_country_is_right_by_its_name_wherever_its_point_is_put(tmp_path: Path) -> None:
    (tmp_path / "virus.xml").write_text(GEOVIRUS, "utf-8")
    figures = score(tmp_path / "virus.xml")
    assert figures["accuracy_161km"] == 1.0
    assert figures["accuracy_by_distance"] == 0.0


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "<articles/>",
        "no XML",
        "<articles><article/></articles>",
        LGL.replace("<start>10<", "<start>ten<"),
        LGL.replace("<end>15<", "<end>-3<"),
    ],
)
def test_broken_files_are_refused_or_leave_out_what_is_broken(tmp_path: Path, broken: str) -> None:
    (tmp_path / "broken.xml").write_text(broken, "utf-8")
    if "<text>" not in broken and "<article/>" not in broken:
        with pytest.raises(UsageError, match="LGL or GeoVirus"):
            score(tmp_path / "broken.xml")
    else:
        assert score(tmp_path / "broken.xml")["gold"] in (0, 3)
