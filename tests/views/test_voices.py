"""One speaker across the case: what it says, and how its answers changed."""

from rashomon.model import Span
from rashomon.views.overview import overview
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
