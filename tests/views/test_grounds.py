"""Why answers stand to each other as they do is shown in their own words."""

from tests.cases import told

from rashomon.model import Link, Reason, Span
from rashomon.views.points import points
from rashomon.views.records import Records


def tables_with(**reasons: Reason):
    tables = told()
    twelve, thirty = (next(fact for fact in tables["facts"] if fact.value == value) for value in ("No one set it", "arson"))
    made = tuple(reasons.values()) or (
        Reason("one says so, one denies it", 0.9, Span(twelve.span.start, twelve.span.start + 6), thirty.span),
    )
    tables["links"].append(Link.of(twelve.id, thirty.id, "conflict", by="t", score=0.9, reasons=made))
    return tables, twelve, thirty


def test_a_ground_has_the_clauses_of_both_sides_and_the_words_that_tell():
    tables, left, right = tables_with()
    records = Records(tables, "x")
    cause = next(point for point in points(records) if point.kind == "cause")
    (ground,) = cause.grounds
    assert (ground.feature, ground.times, ground.left.fact_id, ground.right.fact_id) == (
        "one says so, one denies it",
        1,
        left.id,
        right.id,
    )
    text = records.documents[left.doc_id].text
    assert [span.of(text) for span in ground.left.telltale] == ["No one"]
    assert ground.right.telltale == ()  # the whole clause tells: nothing in it stands out
    sayings = {saying.fact_id: saying for answer in cause.answers for saying in answer.sayings}
    assert sayings[left.id].telltale == ground.left.telltale


def test_words_outside_the_clause_are_never_marked_in_it():
    elsewhere = Reason("elsewhere", 0.5, Span(0, 3), None)
    tables, left, _ = tables_with(elsewhere=elsewhere)
    cause = next(point for point in points(Records(tables, "x")) if point.kind == "cause")
    assert left.span.start > 0
    assert cause.grounds[0].left.telltale == ()
