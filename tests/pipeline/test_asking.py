"""A language model beside the pipeline: without it nothing changes, with it points say by whom, and reruns keep what it said."""

import hashlib
import re

import pytest
from tests.llm.scripted import fails, says, scripted

from rashomon.llm.asking import Asking
from rashomon.llm.servers import Server
from rashomon.model import Link, Point, Run
from rashomon.pipeline.conduct import judge, read_into
from rashomon.pipeline.stages import STAGES, asking_too
from rashomon.store.case import Case

TEXTS = {
    "a.txt": "The ministry said that some 300 leaflets were handed out at the harbour on Tuesday.\n",
    "b.txt": "The union said that some 500 flyers were handed out at the harbour on Tuesday.\n",
}


@pytest.fixture
def captures(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    return [str(tmp_path / name) for name in TEXTS]


def pointing(asked):
    """The numbers of the two sides contradict each other, says the model, wherever both give one."""
    clauses = re.findall(r'"clause": "([AB]\d)".*?"kind": "(\w+)", "answer": "(.*?)"', asked["messages"][1]["content"])
    numbers = {label[0]: (label, answer) for label, kind, answer in clauses if kind == "quantity"}
    if len(numbers) < 2:
        return says({"relations": []})
    (a, quote_a), (b, quote_b) = numbers["A"], numbers["B"]
    return says({"relations": [{"a": a, "b": b, "relation": "conflict", "quote_a": quote_a, "quote_b": quote_b}]})


def read_with(case, captures, *script):
    with scripted(*script) as held:
        asking = Asking("m", case.asked, Server(held.url, "m", wait=lambda _: None))
        summary = read_into(case, captures, stages=asking_too(STAGES, asking))
        return summary, asking.tally, held.asked


def proposed(case):
    return [link for link in Case.open(case.path).shelf.records(Link, "links") if link.by == "m, prompt 1"]


def digest(case):
    return hashlib.sha256((case.path / "shelf.sqlite").read_bytes()).hexdigest()


def test_a_model_ties_what_the_readers_left_apart_and_the_point_says_by_whom(tmp_path, captures):
    case = Case.create(tmp_path / "case")
    read_into(case, captures)
    before = {point.id for point in case.records(Point)}
    _, tally, asked = read_with(case, captures, pointing)
    assert tally.links >= 1
    assert len(asked) == tally.asked
    (link, *_) = proposed(case)
    shelf = Case.open(case.path).shelf
    points = [point for point in shelf.records(Point, "points") if "m, prompt 1" in str(point.reasons)]
    assert [point.relation for point in points] == ["conflict"]
    assert points[0].id not in before
    assert {run.version for run in shelf.records(Run, "runs") if run.stage == "ask"} == {"1, by m, prompt 1"}
    assert link.reasons[0].left
    assert case.asked.model == "m"


def test_a_second_run_asks_nobody_and_changes_nothing(tmp_path, captures):
    case = Case.create(tmp_path / "case")
    read_with(case, captures, pointing)
    made = digest(case)
    _, tally, asked = read_with(case, captures, fails(500))
    assert (asked, tally.asked, digest(case)) == ([], 0, made)


def test_without_a_model_the_case_is_as_if_none_had_been_asked(tmp_path, captures):
    case = Case.create(tmp_path / "case")
    read_into(case, captures)
    links, points = case.records("links"), case.records(Point)
    assert not (case.path / "asked").exists()
    read_with(case, captures, pointing)
    read_into(case, captures)
    again = Case.open(case.path)
    assert (again.records("links"), again.records(Point)) == (links, points)
    assert not (case.path / "drafts").exists()


def test_a_persons_word_keeps_what_the_model_said_and_asks_nobody(tmp_path, captures):
    case = Case.create(tmp_path / "case")
    read_with(case, captures, pointing)
    links = proposed(case)
    point = next(point for point in case.records(Point) if "m, prompt 1" in str(point.reasons))
    judge(Case.open(case.path), point.id, "note", "", user="Ann", text="by a machine")
    assert proposed(case) == links
    judge(Case.open(case.path), links[0].left, "no-conflict", links[0].right, user="Ann")
    relations = [one.relation for one in Case.open(case.path).records(Point) if "m, prompt 1" in str(one.reasons)]
    assert "conflict" not in relations  # a person's word outranks it


def test_a_server_that_fails_leaves_the_case_as_the_readers_made_it_and_says_so(tmp_path, captures):
    case = Case.create(tmp_path / "case")
    summary, tally, _ = read_with(case, captures, fails(401))
    assert [failure.stage for failure in summary.failures] == ["ask"]
    assert "RASHOMON_LLM_KEY" in summary.failures[0].message
    assert proposed(case) == []
    summary, tally, _ = read_with(case, captures, pointing)
    assert summary.failures == ()
    assert tally.links >= 1
