"""What a voice answered, and how that changed."""

from tests.desk import Desk

from rashomon.model import Entity, Link, Member, Point, Position, Reason, Standing
from rashomon.model.rows import TABLES
from rashomon.views.records import Records
from rashomon.views.voices import voice_lines, voice_view

ALL = slice(None)


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


def test_leaf_by_leaf_the_questions_are_all_of_them_the_changed_and_the_commonest_first(records):
    several = 0
    for line in voice_lines(records):
        whole = voice_view(records, line.id, slice(0))
        leaves = [voice_view(records, line.id, slice(0), slice(at, at + 1)) for at in range(whole.answered)]
        assert [course for leaf in leaves for course in leaf.courses] == list(whole.courses)
        assert {leaf.answered for leaf in leaves} <= {len(whole.courses)}
        ranks = [(not course.changed, -len(course.held)) for course in whole.courses]
        assert ranks == sorted(ranks)
        several += whole.answered > 1
    assert several
