"""A person's word on who speaks: the statement is that voice's from then on, where it is a voice of the same page."""

from rashomon.extract.judged import corrected
from rashomon.model import Judgement, Span, Statement, Voice

ANN, BO, FAR = (Voice.of(doc, "named", name, Span(0, 3)) for doc, name in (("doc1", "Ann"), ("doc1", "Bo"), ("doc2", "Far")))
SAID = Statement.of(doc_id="doc1", voice_id=ANN.id, content=(Span(5, 9),), mode="quoted", by="net 1", score=0.7)
OTHER = Statement.of(doc_id="doc1", voice_id=BO.id, content=(Span(10, 12),), mode="quoted", by="net 1")


def heard(right: str) -> list[Statement]:
    word = Judgement("jud", SAID.id, right, "wrong-speaker", "ed", "2031", None)
    return list(corrected([SAID, OTHER], [ANN, BO, FAR], [word]))


def test_the_right_speaker_takes_the_place_and_the_id_stays() -> None:
    first, second = heard(BO.id)
    assert (first.id, first.voice_id, first.by, first.score) == (SAID.id, BO.id, "judgement", 1.0)
    assert first.content == SAID.content
    assert second == OTHER


def test_nobody_or_somebody_of_another_page_takes_no_ones_place() -> None:
    for right in ("", FAR.id, "voi-gone"):
        assert heard(right) == [SAID, OTHER]
