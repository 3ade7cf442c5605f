"""What follows from a word: only what heeds it is done anew, a word is never lost, and another process can do it."""

import pytest
from tests.pipeline.flow import CALLS, FLOW
from tests.pipeline.test_conduct import put

from rashomon.errors import CaseError
from rashomon.model import Entity, Judgement
from rashomon.pipeline.apart import settling_apart
from rashomon.pipeline.conduct import judge, settle
from rashomon.pipeline.stages import STAGES
from rashomon.store.case import Case


@pytest.fixture
def voices(case, files):
    put(case, files)
    CALLS.clear()
    return [voice.id for voice in Case.open(case.path).records("voices")[:2]]


def done_anew(case, *word, **more):
    CALLS.clear()
    judge(Case.open(case.path), *word, user="ann", stages=FLOW, **more)
    return list(CALLS)


def test_a_word_is_worked_in_by_the_stages_that_heed_its_kind_and_those_after_them(case, voices):
    assert done_anew(case, voices[0], "same", voices[1]) == ["resolve", "weigh"]
    statement = Case.open(case.path).records("statements")[0].id
    assert done_anew(case, statement, "wrong-span", "") == []


def test_a_note_makes_nothing_anew_and_stands_on_the_shelf(case, voices):
    assert done_anew(case, voices[0], "note", "", text="see the photo") == []
    assert [one.text for one in Case.open(case.path).records("judgements")] == ["see the photo"]


def test_a_stage_is_given_no_word_that_it_does_not_heed(case, voices):
    done_anew(case, voices[0], "same", voices[1])
    document = Case.open(case.path).records("documents")[0].id
    done_anew(case, document, "note", "", text="x")
    made = [entity.name for entity in Case.open(case.path).records(Entity) if entity.kind == "group"]
    assert made == [f"{voices[0]} same {voices[1]}"]


def test_while_another_writes_the_word_is_kept_and_settled_later(case, voices):
    with Case.open(case.path).lock(), pytest.raises(CaseError, match="another rashomon"):
        judge(Case.open(case.path), voices[0], "same", voices[1], user="ann", stages=FLOW)
    assert len(Case.open(case.path).judgements.active()) == 1
    settle(Case.open(case.path), stages=FLOW)
    assert [one.relation for one in Case.open(case.path).records("judgements")] == ["same"]


def test_the_wrong_speaker_is_put_right_for_all_that_comes_after_and_back(case, voices):
    statement = Case.open(case.path).records("statements")[0]
    other = next(voice for voice in Case.open(case.path).records("voices") if voice.id != statement.voice_id)
    done_anew(case, statement.id, "wrong-speaker", other.id)
    assert Case.open(case.path).records("statements")[0] == statement  # a voice of another page
    assert isinstance(Case.open(case.path).judgements.active()[0], Judgement)


def test_every_stage_that_reads_judgements_says_what_it_heeds():
    for stage in STAGES:
        assert bool(stage.heeds) == ("judgements" in stage.reads), stage.name


def test_another_process_settles_and_tells_what_went_wrong(tmp_path):
    with settling_apart(tmp_path / "none") as settled, pytest.raises(CaseError, match="is no case"):
        settled()
