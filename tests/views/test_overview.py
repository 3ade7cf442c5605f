"""The first page says when less was found than could be."""

from tests.cases import told

from rashomon.model import Run
from rashomon.views.overview import overview
from rashomon.views.records import CAUTION, Records


def test_what_was_read_by_rules_alone_is_said_to_be(records: Records) -> None:
    assert overview(records).caution is None
    tables = told()
    tables["runs"].append(Run("run1-b", "extract", "2, by rules alone", "", "", "2026-03-02T08:01:00", "2026-03-02T08:02:00"))
    assert overview(Records(tables, "told")).caution == CAUTION
