"""Accounts side by side: what is about one thing stands level, and a gap is a gap."""

from rashomon.views.parallel import Row, beside, parallel


def named(records, *sigla):
    by_siglum = {siglum: doc_id for doc_id, siglum in records.sigla.items()}
    return tuple(by_siglum[siglum] for siglum in sigla)


def words(cell):
    return [said.span.of(said.text) for said in cell]


def test_statements_about_one_thing_stand_level(records):
    view = parallel(records, named(records, "A", "B", "C"))
    dead = next(row for row in view.shared if row.point and row.point.kind == "quantity")
    assert [len(cell) for cell in dead.cells] == [1, 1, 1]
    assert "at least twelve" in words(dead.cells[0])[0]
    assert "Thirty-one" in words(dead.cells[2])[0]
    assert dead.filled == 3


def test_who_says_nothing_of_it_has_a_gap(records):
    view = parallel(records, named(records, "A", "B", "C"))
    cause = next(row for row in view.shared if row.point and row.point.kind == "cause")
    assert [bool(cell) for cell in cause.cells] == [True, False, True]
    assert cause.filled == 2
    assert parallel(records, named(records, "A", "B")).left_out == (Row(cause.point, cause.cells[:2]),)


def test_every_statement_stands_somewhere_once(records):
    chosen = named(records, "A", "C", "D")
    view = parallel(records, chosen)
    shown = [said.statement_id for row in view.rows for cell in row.cells for said in cell]
    alone = [said.statement_id for cell in view.alone for said in cell]
    assert not set(shown) & set(alone)
    meant = [each.id for key in chosen for each in records.statements_of[key]]
    assert sorted(shown + alone) == sorted(meant)


def test_rows_have_a_cell_an_account_in_the_order_asked_for(records):
    view = parallel(records, named(records, "C", "A"))
    assert [witness.siglum for witness in view.witnesses] == ["C", "A"]
    assert all(len(row.cells) == 2 for row in view.shared)


def test_accounts_that_answer_the_same_questions_are_worth_a_look(records):
    assert set(beside(records)) <= set(records.heads)
    assert len(beside(records)) in (2, 3, 4)
    (a,) = named(records, "A")
    assert a not in beside(records, a)
    assert beside(records, a)
