"""Sigla, and what belongs to what."""

from hypothesis import given
from hypothesis import strategies as st
from tests.cases import told

from rashomon.views.records import Records, siglum


def test_sigla_go_on_after_z():
    assert [siglum(place) for place in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == "A B Z AA AB AZ BA ZZ AAA".split()


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_no_two_places_share_a_siglum_and_shorter_ones_come_first(one, other):
    assert (siglum(one) == siglum(other)) == (one == other)
    if one < other:
        assert len(siglum(one)) <= len(siglum(other))


def test_accounts_stand_in_the_order_in_which_they_appeared_undated_ones_last(records):
    dates = [document.published_at for document in records.documents.values()]
    assert dates == ["2026-03-01", "2026-03-01T18:30", "2026-03-03", None]
    assert list(records.sigla.values()) == ["A", "B", "C", "D"]


def test_the_order_of_the_tables_changes_nothing():
    tables = told()
    turned = Records({name: records[::-1] for name, records in tables.items()}, "told")
    straight = Records(tables, "told")
    assert straight.sigla == turned.sigla
    assert list(straight.points) == list(turned.points)
