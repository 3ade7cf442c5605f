"""What comparing makes of a case does not depend on how the case came about; crowds, loners and strangers do it no harm."""

from dataclasses import replace

import pytest
from tests.desk import Desk
from tests.pipeline.conftest import holdings

from rashomon.model import Event, Link, Member, Point, Standing
from rashomon.model.rows import TABLES
from rashomon.pairs.scorer import Scorer
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stages import STAGES
from rashomon.store.case import Case

ALONE = Settings(alone_below=10**9)
BLAST = "A bomb at the market of Orsk killed {} on Tuesday, officials said. Mayor Ivor Dunn called it an attack."


def toll(desk, outlet, words, low, text=BLAST, **about):
    desk.account(outlet, text.format(words), **about)
    desk.count(outlet, "kill", words, low)
    desk.name(outlet, "Orsk", "place")


def ferry(desk, outlet, words, low):
    desk.account(outlet, f"A ferry that sank in a storm off Cape Tarn drowned {words}, the harbour master Ena Holt said.")
    desk.count(outlet, "kill", words, low)


def compared(desk):
    """The records of the comparing stages, by type."""
    tables = desk.tables()
    found = []
    for stage in STAGES[2:]:
        made = list(stage.run(tables))
        found += made
        for table in stage.writes:
            tables[table] = [one for one in made if type(one) is TABLES[table]]
    return {kind: [one for one in found if type(one) is kind] for kind in (Event, Member, Point, Standing)} | {
        Link: tables["links"],
    }


def stages_for(desk):
    """The real flow, but what reading and extraction would give is given."""
    tables = desk.tables()

    def read(items):
        for original in items["originals"]:
            yield replace(desk.documents[original.data.decode()], capture_id=original.capture.id)

    def extract(items):
        held = {document.id for document in items["documents"]}
        for table in ("mentions", "voices", "statements", "facts"):
            yield from (one for one in tables[table] if one.doc_id in held)

    return tuple(replace(stage, run={"read": read, "extract": extract}.get(stage.name, stage.run), nets=()) for stage in STAGES)


def test_a_case_read_at_once_and_one_that_grew_hold_the_same(tmp_path):
    desk = Desk()
    for outlet, words, low in (("North", "ten people", 10), ("South", "12 people", 12), ("East", "ten people", 10)):
        toll(desk, outlet, words, low, at=f"2031-05-0{low // 2}")
    ferry(desk, "Coast", "80 people", 80)
    ferry(desk, "Cape", "95 people", 95)
    (tmp_path / "files").mkdir()
    files = {outlet: tmp_path / "files" / f"{outlet}.txt" for outlet in desk.documents}
    for outlet, path in files.items():
        path.write_text(outlet)
    arrivals = ([["North", "South", "East", "Coast", "Cape"]], [["Cape", "East"], ["South", "Coast"], ["North"]])
    tables = []
    for number, goes in enumerate(arrivals):
        case = Case.create(tmp_path / f"case {number}")
        for outlets in goes:
            read_into(case, [str(files[outlet]) for outlet in outlets], stages=stages_for(desk), settings=ALONE)
        tables.append({name: held for name, held in holdings(case.path).items() if name != "captures"})
    assert all(tables[0][name] for name in ("points", "links", "entities"))
    assert tables[0] == tables[1]


def test_one_document_alone_shows_what_its_voices_dispute():
    desk = Desk()
    said = "A bomb at the market of Orsk killed {}, {} said."
    desk.account("North", f"{said.format('ten people', 'officials')} {said.format('40 people', 'doctors')}")
    desk.count("North", "kill", "ten people", 10, by="officials")
    desk.count("North", "kill", "40 people", 40, by="doctors")
    assert [(point.kind, point.relation) for point in compared(desk)[Point]] == [("quantity", "conflict")]


def test_copies_of_one_document_are_one_voice_and_cost_no_pairs(monkeypatch):
    scored, links = [], []
    score = Scorer.score
    monkeypatch.setattr(Scorer, "score", lambda self, left, right: scored.append(1) or score(self, left, right))
    for count in (50, 200):
        desk = Desk()
        for number in range(count):
            toll(desk, f"Outlet {number:03}", "ten people", 10, at="2031-05-06")
        scored.clear()
        found = compared(desk)
        links.append((len(scored) / count, len(found[Link]) / count))
        assert [(one.documents, one.independent_low, one.independent_high) for one in found[Standing]] == [(count, 1, 1)]
    assert all(large < 2 * small for small, large in zip(*links, strict=True))  # for each document


def test_two_unrelated_events_share_no_link_and_no_point():
    desk = Desk()
    toll(desk, "North", "ten people", 10)
    toll(desk, "South", "12 people", 12)
    ferry(desk, "Coast", "80 people", 80)
    ferry(desk, "Cape", "95 people", 95)
    found = compared(desk)
    side = {fact.id: fact.low > 50 for fact in desk.facts}
    assert len(found[Point]) == 2
    assert found[Link]
    assert all(side[link.left] == side[link.right] for link in found[Link])


@pytest.mark.parametrize("at", [None, "2031-05-06"])
def test_documents_without_dates_are_compared_like_any_others(at):
    desk = Desk()
    toll(desk, "North", "ten people", 10, at=at)
    toll(desk, "South", "40 people", 40, at=at)
    found = compared(desk)
    assert [point.relation for point in found[Point]] == ["conflict"]
    assert {one.first_at for one in found[Standing]} == {at}


def test_a_crowd_of_facts_of_one_kind_costs_a_window_each_and_hides_no_dispute(monkeypatch):
    desk = Desk()
    for number in range(500):
        word = "".join("bdfgklmnprstvz"[int(digit)] + "aeiou"[number % 5] for digit in f"{number:03}")
        desk.account(f"Outlet {number:03}", f"A blast in the {word} works of {word.title()}ton killed {number + 2} people.")
        desk.count(f"Outlet {number:03}", "kill", f"{number + 2} people", number + 2)
    toll(desk, "North", "ten people", 10)
    toll(desk, "South", "40 people", 40)
    scored = []
    score = Scorer.score
    monkeypatch.setattr(Scorer, "score", lambda self, left, right: scored.append(1) or score(self, left, right))
    found = compared(desk)
    assert len(scored) < 100 * len(desk.facts)  # all pairs would be 250 a fact
    ends = {fact.id: fact.doc_id for fact in desk.facts}
    ours = {desk.documents[outlet].id for outlet in ("North", "South")}
    disputes = [{ends[link.left], ends[link.right]} for link in found[Link] if link.relation == "conflict"]
    assert ours in disputes
