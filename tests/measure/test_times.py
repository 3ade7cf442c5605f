"""Counting times against TimeML: an overlap, both ends, the value."""

from pathlib import Path

import pytest

from rashomon.errors import UsageError
from rashomon.measure.times import marked_in, score

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>invented</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2017-04-06" functionInDocument="CREATION_TIME">April 6, 2017</TIMEX3></DCT>
<TEXT>
The bridge <EVENT eid="e1" class="OCCURRENCE">fell</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2017-04-04">Tuesday</TIMEX3>,
<TIMEX3 tid="t2" type="DURATION" value="P10Y">ten years</TIMEX3> old &amp; closed since
<TIMEX3 tid="t3" type="DATE" value="2017-W7">early February</TIMEX3>. It was built in
<TIMEX3 tid="t4" type="DATE" value="1989-XX">1989</TIMEX3>, <TIMEX3 tid="t5" type="DATE" value="PAST_REF">once</TIMEX3>.
</TEXT></TimeML>
"""


def test_times_are_read_with_their_places_and_values_and_the_day_of_writing(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, "utf-8")
    (marked,) = marked_in(tmp_path)
    assert marked.written == "2017-04-06"
    assert [(span.of(marked.text), value) for span, value in marked.times] == [
        ("Tuesday", "2017-04-04"),
        ("ten years", "P10Y"),
        ("early February", "2017-W7"),
        ("1989", "1989-XX"),
        ("once", "PAST_REF"),
    ]


def test_a_time_counts_by_overlap_by_both_ends_and_by_value(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, "utf-8")
    figures = score(tmp_path)
    # found: Tuesday, early February (another value), 1989; missed: "ten years" (an age) and "once"
    assert (figures["gold"], figures["found"]) == (5, 3)
    assert figures["span_f1"] == figures["strict_f1"] == 2 * 3 / 8
    assert figures["value_f1"] == 2 * 2 / 8


def test_a_folder_without_timeml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no TimeML"):
        score(tmp_path)
