"""A claim joins one place of an answer with everything that it hangs on."""

from tests.cases import told

from rashomon.views.claims import claims


def test_a_claim_for_each_answer_sharpest_point_first():
    tables = told()
    found = claims(tables)
    assert [claim.fact.id for claim in found] == [member.item_id for member in tables["answers"]]
    for claim in found:
        assert claim.quote == claim.fact.span.of(claim.document.text)
        assert claim.position.point_id == claim.point.id
        assert claim.standing.position_id == claim.position.id
        assert claim.statement.voice_id == claim.voice.id
        assert claim.document.capture_id == claim.capture.id
        assert claim.fact.doc_id == claim.voice.doc_id == claim.document.id


def test_who_speaks_is_known_across_documents_and_a_page_without_outlet_has_its_name():
    tables = told()
    by_voice = {claim.voice.name: claim for claim in claims(tables)}
    assert by_voice["Mayor Ann Holt"].entity.name == "Ann Holt"
    assert by_voice["a nurse"].entity is None
    assert by_voice["a nurse"].speaker == "a nurse"
