"""The figures of pairs of names."""

from pathlib import Path

from rashomon.measure import measure
from rashomon.resolve.features import SAME

ROWS = """schema,name1,name2,is_match
Person,Ann Kray,"Kray, Ann",true
Person,Ann Kray,Zed Olm,true
Person,Ann Kray,Bela Kray,false
Company,Varna Steel Ltd,Varna Steel Limited,true
"""


def test_figures_at_the_resolver_s_threshold(tmp_path: Path) -> None:
    data = tmp_path / "pairs.csv"
    data.write_text(ROWS, "utf-8")
    figures = measure("names", data)
    assert (figures["precision"], figures["recall"], figures["f1"]) == (1.0, 0.6667, 0.8)
    assert figures["threshold"] == SAME
    assert figures["best_f1"] >= figures["f1"]


def test_the_shared_pairs(shared: Path) -> None:
    assert measure("names", shared / "data" / "names" / "cases-dev.csv")["f1"] >= 0.85
