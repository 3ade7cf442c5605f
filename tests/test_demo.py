"""The bundled accounts, read as an editor would read them: what must be found, and what must not."""

from itertools import combinations
from pathlib import Path

import pytest

import rashomon
from rashomon.demo import accounts
from rashomon.views.case import load
from rashomon.views.copies import copies
from rashomon.views.points import PointView, points
from rashomon.views.records import Records

CARRIERS = {"northern-ledger.txt", "valdoria-today.html", "morning-courier.html"}  # of one dispatch


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    case = tmp_path_factory.mktemp("demo") / "case"
    summary = rashomon.read([str(path) for path in accounts()], case=str(case))
    assert summary.failures == ()
    return Records(load(Path(case)), "demo")


def speakers(point: PointView, *, denied: bool) -> set[str]:
    return {
        saying.speaker.known_as or saying.speaker.name
        for answer in point.answers
        for saying in answer.sayings
        if answer.denied == denied
    }


def test_every_account_says_where_and_when_it_appeared(records: Records) -> None:
    told = {document.name: (document.outlet, (document.published_at or "")[:10]) for document in records.documents.values()}
    assert told == {
        "dockers-channel.json": ("Dockers of Port Hadrin", "2031-05-06"),
        "hadrin-herald.html": ("The Hadrin Herald", "2031-05-07"),
        "ministry-statement.pdf": ("Ministry of the Interior", "2031-05-07"),
        "morning-courier.html": ("The Morning Courier", "2031-05-07"),
        "northern-ledger.txt": ("Northern Ledger", "2031-05-07"),
        "thread.json": ("r/PortHadrin", "2031-05-07"),
        "valdoria-one-evening": ("Valdoria One", "2031-05-07"),
        "valdoria-today.html": ("Valdoria Today", "2031-05-07"),
    }


def test_the_toll_is_the_sharpest_point_and_has_every_figure(records: Records) -> None:
    toll = points(records)[0]
    assert toll.kind == "quantity"
    assert "killed" in toll.question
    assert toll.relation in ("conflict", "update")
    assert {"at least four", "nine", "at least 20"} <= {answer.value.lower() for answer in toll.answers}


def test_forty_times_the_same_dispatch_is_one_voice(records: Records) -> None:
    """Three outlets carry one dispatch that has the nine from one health department."""
    nine = next(answer for answer in points(records)[0].answers if answer.value.lower() == "nine")
    assert nine.standing.documents >= 3
    assert nine.standing.independent_low <= 2 < nine.standing.voices
    assert nine.standing.reasons


def test_who_carries_whose_words(records: Records) -> None:
    named = {doc_id: document.name for doc_id, document in records.documents.items()}
    pairs = {frozenset((named[copy.left.doc_id], named[copy.right.doc_id])) for copy in copies(records)}
    assert pairs == {frozenset(pair) for pair in combinations(CARRIERS, 2)}


def test_a_denial_stands_against_what_it_denies(records: Records) -> None:
    disputes = [point for point in points(records, relation="conflict") if speakers(point, denied=True)]
    denials = {name for point in disputes for name in speakers(point, denied=True)}
    assertions = {name for point in disputes for name in speakers(point, denied=False)}
    assert "Petra Holm" in denials
    assert "Temir Asanov" in assertions


def test_two_sides_call_the_same_people_by_opposed_words(records: Records) -> None:
    label = next(point for point in points(records, kind="label", relation="conflict"))
    words = {(answer.value.lower(), answer.denied) for answer in label.answers}
    assert ("saboteurs", False) in words
    assert any(denied and "terrorist" in value for value, denied in words)


def test_one_person_under_two_spellings_is_one(records: Records) -> None:
    (leader,) = [entity for entity in records.entities.values() if "Temir Asanov" in (entity.name, *entity.aliases)]
    assert "Temir Assanov" in (leader.name, *leader.aliases)
    (minister,) = [entity for entity in records.entities.values() if "Kasimir Dravec" in (entity.name, *entity.aliases)]
    assert "Kazimir Dravets" in (minister.name, *minister.aliases)


def test_nothing_is_said_by_debris(records: Records) -> None:
    said = [
        span.of(records.documents[statement.doc_id].text).lower()
        for statement in records.statements.values()
        for span in statement.content
    ]
    for debris in (
        "cookies",
        "subscribe",
        "load more",
        "related articles",
        "most read",
        "advertisement",
        "sign up",
        "(file photo)",
    ):
        assert not any(debris in words for words in said if len(words.split()) < 40), debris


def test_a_disputed_cause_has_each_account_of_it(records: Records) -> None:
    cause = next(point for point in points(records, kind="cause", relation="conflict") if "explosion" in point.question)
    held = {(answer.value.lower(), answer.denied) for answer in cause.answers}
    assert {("a bomb", False), ("a police stun grenade", False), ("a stun grenade", True)} <= held
    assert any("dust" in value for value, denied in held if not denied)
