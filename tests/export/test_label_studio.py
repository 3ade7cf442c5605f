"""Tasks for Label Studio count as JavaScript does, and what annotators say in them comes back as judgements."""

import json
from xml.etree import ElementTree

import pytest
from tests.cases import told
from tests.export.writing import astral, kept, write

from rashomon.errors import UsageError
from rashomon.export.returned import reviews_in
from rashomon.export.reviews import new_words
from rashomon.store.case import Case

AT = "2026-05-02T10:30:00Z"


@pytest.fixture
def case(tmp_path):
    return astral(tmp_path / "case")


def tasks(case, tmp_path):
    return json.loads(write("label-studio", case, tmp_path / "tasks.json").read_text("utf-8"))


def annotated(case, tmp_path, change, **about):
    """What comes back when somebody took over the predictions and changed the regions."""
    made = tasks(case, tmp_path)
    for task in made:
        result = change(json.loads(json.dumps(task["predictions"][0]["result"])))
        task["annotations"] = [{"result": result, "completed_by": {"email": "ann@desk"}, "updated_at": AT, **about}]
    (tmp_path / "back.json").write_text(json.dumps(made), "utf-8")
    opened = Case.open(case)
    return new_words(opened, reviews_in(tmp_path / "back.json", opened, "desk"))


def test_every_region_is_where_javascript_finds_it(case, tmp_path):
    (task,) = tasks(case, tmp_path)
    text = task["data"]["text"].encode("utf-16-le")
    regions = [one for one in task["predictions"][0]["result"] if one["type"] == "labels"]
    assert [one["value"]["labels"] for one in regions] == [["content"], ["source"], ["cue"], ["content"]]
    for one in regions:
        value = one["value"]
        assert text[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]
    assert [one["value"]["text"] for one in regions][:2] == ["two \U0001f480 died", "Ann \U0001f9d1"]


def test_the_interface_knows_every_part_of_a_task(case, tmp_path):
    (task,) = tasks(case, tmp_path)
    view = ElementTree.parse(tmp_path / "tasks.config.xml").getroot()
    tags = {one.get("name"): one for one in view.iter() if one.get("name")}
    kinds = {"Labels": "labels", "Choices": "choices", "TextArea": "textarea"}
    assert view.find("Text").get("value") == "$text"
    for one in task["predictions"][0]["result"]:
        if one["type"] == "relation":
            assert one["labels"][0] in {relation.get("value") for relation in view.iter("Relation")}
            continue
        tag = tags[one["from_name"]]
        assert kinds[tag.tag] == one["type"]
        assert tag.get("toName") == one["to_name"] == "text"
        if one["type"] in ("labels", "choices"):
            assert set(one["value"][one["type"]]) <= {choice.get("value") for choice in tag}


def test_what_was_left_as_it_was_says_nothing(case, tmp_path):
    assert annotated(case, tmp_path, lambda result: result) == []
    assert annotated(case, tmp_path, lambda result: [], was_cancelled=True) == []


def test_a_verdict_a_moved_span_and_one_taken_out_come_back(case, tmp_path):
    (task,) = tasks(case, tmp_path)
    first, second = dict.fromkeys(one["id"].rpartition("-")[0] for one in task["predictions"][0]["result"] if "id" in one)
    region = {"id": f"{first}-content0", "type": "choices", "from_name": "verdict", "to_name": "text"}
    note = {"id": f"{first}-content0", "type": "textarea", "from_name": "note", "to_name": "text", "value": {"text": ["sure"]}}

    (said,) = annotated(case, tmp_path, lambda result: [*result, {**region, "value": {"choices": ["accept"]}}, note])
    assert (said.left, said.relation, said.text, said.user) == (first, "accept", "sure", "ann@desk")
    assert said.at == "2026-05-02T10:30:00.000000+00:00"

    speaker = {**region, "type": "textarea", "from_name": "speaker", "value": {"text": ["one"]}}
    (said,) = annotated(case, tmp_path, lambda result: [*result, speaker])
    assert (said.left, said.relation) == (first, "wrong-speaker")
    assert said.right.startswith("voi")

    def moved(result):
        for one in result:
            if one.get("id") == f"{first}-content0" and one["type"] == "labels":
                one["value"]["start"] += 4  # "two " gone, and the skull is two units
        return result

    (said,) = annotated(case, tmp_path, moved)
    assert (said.left, said.relation) == (first, "wrong-span")
    assert said.text.endswith("“\U0001f480 died”")

    (said,) = annotated(case, tmp_path, lambda result: [one for one in result if not one.get("id", "").startswith(second)])
    assert (said.left, said.relation, said.text) == (second, "wrong-span", "taken out")


def test_a_page_that_was_begun_empty_takes_nothing_out(case, tmp_path):
    with pytest.raises(UsageError, match="none of the case's statements is left"):
        annotated(case, tmp_path, lambda _: [])


def test_tasks_of_another_case_are_refused(case, tmp_path):
    other = kept(told(), tmp_path / "other")
    made = tasks(other, tmp_path)
    made[0]["annotations"] = [{"result": []}]
    (tmp_path / "back.json").write_text(json.dumps(made), "utf-8")
    with pytest.raises(UsageError, match="is it of another case"):
        reviews_in(tmp_path / "back.json", Case.open(case), "desk")
    for wrong in ("[1]", '{"a": 1}', "[{"):
        (tmp_path / "back.json").write_text(wrong)
        with pytest.raises(UsageError, match=r"back\.json is"):
            reviews_in(tmp_path / "back.json", Case.open(case), "desk")
