"""A document is done as far as it can be; what cannot is told."""

import pytest
from tests.factory import doc

from rashomon.extract import documents
from rashomon.extract.facts import KINDS
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact, Failure, Mention, Statement, Voice


def test_a_fault_in_one_kind_of_fact_costs_no_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    document = doc("The mayor said that nine people had died in Paris.").document
    whole = documents.extract_one(document)

    def broken(_: Scene) -> None:
        raise IndexError("nothing stands there")

    monkeypatch.setattr("rashomon.extract.facts.KINDS", (broken, *KINDS))
    left = list(documents.extract({"documents": [document]}))
    assert [one for one in left if not isinstance(one, Failure)] == [one for one in whole if not isinstance(one, Fact)]
    assert {type(one) for one in left} == {Mention, Voice, Statement, Failure}
    (failure,) = [one for one in left if isinstance(one, Failure)]
    assert (failure.stage, failure.item_id, failure.error) == ("extract", document.id, "IndexError")
    assert document.name in failure.message
    assert "nothing stands there" in failure.message
