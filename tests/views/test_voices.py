"""One speaker across the case: what it says, and how its answers changed."""

from tests.desk import Desk

from rashomon.model import Entity, Link, Member, Point, Position, Reason, Span, Standing
from rashomon.model.rows import TABLES
from rashomon.views.overview import overview
from rashomon.views.records import Records
from rashomon.views.voices import voice_lines, voice_view

ALL = slice(None)


def test_one_speaker_in_two_accounts_is_one_voice(records):
    lines = {line.name: line for line in voice_lines(records)}
    holt = lines["Ann Holt"]
    assert [witness.siglum for witness in holt.witnesses] == ["A", "B"]
    assert (holt.statements, holt.answers) == (3, 3)
    assert overview(records).voices == len(lines)


def test_every_line_leads_to_a_voice_that_says_as_much(records):
    for line in voice_lines(records):
        view = voice_view(records, line.id, ALL)
        assert (view.id, view.name, view.statements) == (line.id, line.name, line.statements)
        assert len(view.spoken) == line.statements
        assert sum(held.times for course in view.courses for held in course.held) == line.answers


def test_any_of_its_own_ids_leads_to_the_voice_and_no_other(records):
    holt = next(line for line in voice_lines(records) if line.name == "Ann Holt")
    for member in records.members_of[holt.id]:
        assert voice_view(records, member.item_id, ALL).id == holt.id
    assert voice_view(records, "voi1-none", ALL) is None


def test_what_it_says_stands_in_the_order_of_the_accounts_leaf_by_leaf(records):
    holt = next(line for line in voice_lines(records) if line.name == "Ann Holt")
    view = voice_view(records, holt.id, ALL)
    assert [spoken.witness.siglum for spoken in view.spoken] == ["A", "A", "B"]
    assert voice_view(records, holt.id, slice(1, 2)).spoken == view.spoken[1:2]
    for spoken in view.spoken:
        statement = records.statements[spoken.statement_id]
        assert spoken.excerpt.quote == Span(statement.content[0].start, statement.content[-1].end)


def test_a_voice_that_gives_two_answers_is_said_to():
    desk = Desk()
    desk.account("early", "The mayor said three died.", "2031-01-01")
    desk.account("late", "The mayor said nine died.", "2031-01-02")
    facts = [desk.count("early", "kill", "three", 3, by="The mayor"), desk.count("late", "kill", "nine", 9, by="The mayor")]
    mayor = Entity("ent1-mayor", "person", "The mayor", ())
    point = Point("poi1-a", "eve1-root", "How many died?", "quantity", "update", None, (), 0.5)
    positions = [Position(f"pos1-{place}", point.id, fact.value) for place, fact in enumerate(facts)]
    tables = {name: [] for name in TABLES} | desk.tables()
    tables |= {
        "entities": [mayor],
        "members": [Member(mayor.id, voice, 1.0, (), "t") for voice in desk.voices],
        "points": [point],
        "positions": positions,
        "answers": [Member(position.id, fact.id, 1.0, (), "t") for position, fact in zip(positions, facts, strict=True)],
        "standings": [Standing(position.id, 1, 1, 1, 1, None, ()) for position in positions],
        "links": [Link.of(*(fact.id for fact in facts), "update", by="t", score=1.0, reasons=(Reason("later", 0.7),))],
    }
    (course,) = voice_view(Records(tables, "x"), mayor.id, ALL).courses
    assert course.changed
    assert [(held.at, held.value) for held in course.held] == [("2031-01-01", "three"), ("2031-01-02", "nine")]
