"""Points: answers in the order in which they were given, each saying once, on whose word and through whom."""

from dataclasses import replace

from tests.cases import told

from rashomon.model import Fact, Member
from rashomon.views.overview import overview
from rashomon.views.points import point_lines, points
from rashomon.views.records import Records
from rashomon.views.timeline import figures


def test_answers_stand_in_the_order_in_which_they_were_first_given(records):
    assert [answer.value for answer in points(records)[0].answers] == ["at least twelve people", "Thirty-one people", "Dozens"]


def test_sharper_points_come_first_and_one_kind_can_be_asked_for():
    tables = told()
    tables["points"][0] = replace(tables["points"][0], sharpness=0.1)
    records = Records(tables, "told")
    assert [point.kind for point in points(records)] == ["cause", "quantity"]
    assert [point.kind for point in points(records, kind="quantity")] == ["quantity"]
    assert points(records, relation="agree") == ()
    assert len(points(records, limit=1)) == 1


def test_a_speaker_has_the_name_of_the_page_the_name_across_pages_and_those_who_pass_it_on(records):
    dead, cause = points(records)
    mayor = dead.answers[0].sayings[0].speaker
    assert (mayor.name, mayor.known_as, mayor.reported_by) == ("Mayor Ann Holt", "Ann Holt", ())
    union = cause.answers[1].sayings[0].speaker
    assert (union.name, union.known_as, union.reported_by) == ("the union", None, ("a nurse",))


def test_a_voice_without_a_name_goes_by_its_page():
    tables = told()
    tables["voices"] = [replace(voice, name="") if voice.kind == "poster" else voice for voice in tables["voices"]]
    dozens = points(Records(tables, "told"))[0].answers[2]
    assert dozens.sayings[0].speaker.name == "Forum"


def test_a_denial_is_told_from_the_answer_that_it_denies(records):
    denial, claim = points(records)[1].answers
    assert (denial.denied, claim.denied) == (True, False)


def test_the_same_words_answer_once():
    tables = told()
    fact: Fact = tables["facts"][0]
    again = replace(fact, id="fac1-again", unit="person")
    tables["facts"].append(again)
    tables["answers"].append(Member(tables["positions"][0].id, again.id, 1.0, (), "hand"))
    assert len(points(Records(tables, "told"))[0].answers[0].sayings) == 2


def test_one_clause_that_gives_an_answer_in_two_ways_is_one_line():
    tables = told()
    fact: Fact = tables["facts"][0]
    position = next(member.group_id for member in tables["answers"] if member.item_id == fact.id)
    again = replace(fact, id="fac-again", value=fact.value.split()[-1])
    tables["facts"].append(again)
    tables["answers"].append(Member(position, again.id, 1.0, (), "test"))
    sayings = [saying.fact_id for saying in points(Records(tables, "told"))[0].answers[0].sayings]
    assert sayings.count(fact.id) == 1
    assert again.id not in sayings


def test_every_quote_is_the_exact_words_of_its_document(records):
    for point in points(records):
        for answer in point.answers:
            for saying in answer.sayings:
                document, fact = records.documents[saying.witness.doc_id], records.facts[saying.fact_id]
                assert saying.excerpt.quote.of(document.text) == fact.span.of(document.text)
                assert saying.excerpt.value.of(document.text) == fact.value


def test_figures_have_dates_and_bounds(records):
    dead = points(records)[0]
    found = [(each.at, each.witness.siglum, each.low, each.high) for each in figures(records, dead)]
    assert found == [("2026-03-01", "A", 12.0, None), ("2026-03-01T18:30", "B", 12.0, None), ("2026-03-03", "C", 31.0, 31.0)]
    assert figures(records, points(records)[1]) == ()


def test_the_overview_counts_what_there_is(records):
    view = overview(records)
    assert (view.begins, view.ends, view.failures) == ("2026-03-01", "2026-03-03", 1)
    assert dict(view.counts) == {"conflict": 2, "update": 0, "compatible": 0, "agree": 0}
    assert [point.id for point in (*view.open, *view.agreed)] == list(records.points)
    assert view.disputed == 2


def test_a_line_says_the_same_as_the_point_in_full(records):
    for point in points(records):
        (line,) = point_lines(records, [point.id])
        assert [(each.value, each.denied, each.witnesses) for each in line.answers] == [
            (each.value, each.denied, each.witnesses) for each in point.answers
        ]
