"""PROV's own library reads it, and every relation leads from one thing that is there to another."""

import pytest
from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvDocument, ProvEntity
from tests.cases import HOSTILE, told
from tests.export.writing import kept, write


@pytest.mark.parametrize("hostile", ["", HOSTILE])
def test_the_library_reads_it_and_every_end_is_there(tmp_path, hostile):
    tables = told(hostile)
    path = write("prov", kept(tables, tmp_path / "case"), tmp_path / "prov.json")
    document = ProvDocument.deserialize(content=path.read_text("utf-8"), format="json")
    things = {str(one.identifier) for kind in (ProvEntity, ProvAgent, ProvActivity) for one in document.get_records(kind)}
    kinds = ("captures", "documents", "statements", "points", "positions")
    assert len(list(document.get_records(ProvEntity))) == sum(len(tables[kind]) for kind in kinds)
    relations = [record for record in document.get_records() if record.is_relation()]
    assert len(relations) > 20
    for relation in relations:
        assert {str(value) for _, value in relation.formal_attributes[:2]} <= things
    types = {str(kind) for one in document.get_records(ProvDerivation) for kind in one.get_asserted_types()}
    assert types == {"prov:Quotation", "prov:PrimarySource"}


def test_what_was_said_is_kept_word_for_word(tmp_path):
    path = write("prov", kept(told(), tmp_path / "case"), tmp_path / "prov.json")
    document = ProvDocument.deserialize(content=path.read_text("utf-8"), format="json")
    words = {str(value) for one in document.get_records(ProvEntity) for value in one.value}
    assert "Thirty-one people died in the blaze" in words
    assert "Thirty-one people" in words
