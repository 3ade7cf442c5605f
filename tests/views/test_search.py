"""Search: exact words with their marks, filters that mean what they say, pages, and nothing that breaks it."""

import pytest
from tests.cases import told

from rashomon.model import Member, Mention, Span
from rashomon.store import wordings
from rashomon.views.records import Records
from rashomon.views.search import A_PAGE, KINDS, Sought, search


@pytest.fixture(scope="module")
def records():
    return Records(told(), "told")


def outlets(view):
    return [hit.witness.outlet for hit in view.found]


def test_words_are_shown_exactly_with_the_match_marked(records):
    view = search(records, Sought(q='"twelve people" died'))
    assert view.total == 2
    for hit in view.found:
        assert [mark.of(hit.text).lower() for mark in hit.marks] == ["twelve people", "died"]
        assert hit.shown.of(hit.text) in records.documents[hit.witness.doc_id].text


def test_a_hit_leads_to_the_point_that_its_words_answer(records):
    hit = search(records, Sought(q="thirty-one")).found[0]
    assert [point.question for point in hit.points] == ["How many people died in the fire?"]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        (Sought(q="died", outlet="paper"), ["The Paper"]),
        (Sought(q="died", since="2026-03-02"), ["other.txt"]),
        (Sought(q="died", until="2026-03-01"), ["Wire", "The Paper"]),
        (Sought(q="died", voice="nurse"), ["other.txt"]),
        (Sought(q="died", voice="Ann Holt"), ["Wire", "The Paper"]),
        (Sought(q="died", voice="ent1-Ann Holt"), ["Wire", "The Paper"]),
        (Sought(q="died", kind="asserted"), ["Forum", "Wire"]),
        (Sought(voice="union"), ["other.txt"]),
        (Sought(kind="cause"), ["Wire", "other.txt"]),
        (Sought(q="died", voice="nobody at all"), []),
        (Sought(q="died", entity="nobody at all"), []),
    ],
)
@pytest.mark.parametrize("many", [wordings.MANY, -1], ids=["seldom", "everywhere"])  # where a word stands everywhere, another way
def test_filters_let_through_what_they_say(records, sought, expected, many, monkeypatch):
    monkeypatch.setattr(wordings, "MANY", many)
    view = search(records, sought)
    assert sorted(set(outlets(view))) == sorted(expected)
    assert view.total == len(view.found)


def test_naming_somebody_lets_through_the_passages_that_do():
    tables = told()
    document = next(each for each in tables["documents"] if each.outlet == "The Paper")
    start = document.text.index("Mayor")
    mention = Mention.of(document.id, Span(start, start + len("Mayor Ann Holt")), "person")
    tables["mentions"].append(mention)
    tables["members"].append(Member("ent1-Ann Holt", mention.id, 1.0, (), "hand"))
    view = search(Records(tables, "told"), Sought(q="died", entity="holt"))
    assert outlets(view) == ["The Paper"]


def test_what_is_no_kind_and_no_date_is_left_out_of_the_address():
    given = {"q": " fire ", "kind": "colour", "since": "soon", "until": "2026-03", "evil": "x"}
    assert Sought.of(given).asked == {"q": "fire", "until": "2026-03"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_for(records, kind):
    search(records, Sought(q="died", kind=kind))


@pytest.mark.parametrize("typed", ['"', "'; DROP TABLE passages; --", "%_%", "\x00", "]]>", "a" * 10_000, "(" * 10_000, "💥 OR"])
def test_odd_input_breaks_nothing_in_any_field(records, typed):
    for name in ("q", "voice", "entity", "outlet"):
        search(records, Sought(**{name: typed}))


def test_nothing_asked_is_nothing_found(records):
    assert search(records, Sought()).total == 0
    assert search(records, Sought(q="-fire")).found == ()


def test_a_page_beyond_the_last_is_empty_and_not_an_error(records):
    view = search(records, Sought(q="died"), page=10**8)
    assert view.found == ()
    assert view.total > 0
    assert view.total < A_PAGE
