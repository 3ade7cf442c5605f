"""A record survives its table row, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span
from rashomon.model.rows import TABLES, columns, from_row, to_row

spans = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
st.register_type_strategy(Span, spans)
st.register_type_strategy(float, st.floats(allow_nan=False))


@pytest.mark.parametrize("table", sorted(TABLES))
@given(data=st.data())
def test_a_record_survives_its_row(table, data):
    record = data.draw(st.from_type(TABLES[table]))
    row = to_row(record)
    assert list(row) == list(columns(TABLES[table]))
    assert all(isinstance(cell, str | int | float | bool | None) for cell in row.values())
    assert from_row(TABLES[table], row) == record
