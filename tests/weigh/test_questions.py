"""How a question reads."""

import re
from itertools import product

import pytest
from tests.desk import Desk

from rashomon.model import Fact, FactKind
from rashomon.text.lexicon import lexicon
from rashomon.weigh.issues import Issue
from rashomon.weigh.questions import ASK, questions_of


def asked(kind: FactKind, about: str, **more) -> str:
    desk = Desk()
    desk.account("North", "Ten of them, it is told.")
    fact = desk.fact("North", kind, about, "Ten", **more)
    return questions_of([Issue(((fact,),), ())], {document.id: document for document in desk.documents.values()})[0]


@pytest.mark.parametrize(
    ("kind", "about", "more", "question"),
    [
        ("quantity", "kill", {"unit": "person"}, "How many people were killed?"),
        ("quantity", "affect", {"unit": "person"}, "How many people were affected?"),
        ("quantity", "dead or missing", {"unit": "person"}, "How many people are dead or missing?"),
        ("quantity", "bus", {"unit": "bus"}, "How many buses were there?"),
        ("quantity", "kill", {"unit": "person", "scope": "civilian"}, "How many civilians were killed?"),
        ("quantity", "injure", {"unit": "person", "scope": "child"}, "How many children were injured?"),
        ("quantity", "injure", {"unit": "person", "scope": "part"}, "How many of them were injured?"),
        ("quantity", "injure", {"unit": "person", "scope": "serious"}, "How many people were seriously injured?"),
        ("quantity", "strike", {"unit": "airstrike"}, "How many airstrikes were there?"),
        ("quantity", "strike", {"unit": "shell"}, "How many shells were fired?"),
        ("quantity", "burn", {"unit": "pass"}, "How many passes burned?"),
        ("quantity", "deploy", {"unit": "person", "scope": "soldier"}, "How many soldiers were sent?"),
        ("quantity", "burn", {"unit": "house"}, "How many houses burned?"),
        ("quantity", "destroy", {"unit": "truck"}, "How many trucks were destroyed?"),
        ("quantity", "attack", {"unit": "attack"}, "How many attacks were there?"),
        ("happened", "strike", {}, "Was there a strike?"),
        ("actor", "attack", {}, "Who carried out the attack?"),
        ("actor", "burn", {}, "Who was behind the fire?"),
        ("time", "crash", {}, "When was the crash?"),
        ("happened", "telling p0", {}, "Is it as told: “Ten of them, it is told”?"),
        ("time", "arrive zeman", {}, "When did Zeman arrive?"),
        ("place", "explode", {}, "Where was the explosion?"),
        ("cause", "protest", {}, "What led to the protest?"),
        ("happened", "guard dam", {}, "Did anyone guard the dam?"),
        ("happened", "possess weapon", {}, "Did anyone possess the weapon?"),
        ("manner", "attack", {}, "How was the attack carried out?"),
        ("manner", "troops", {}, "What did the troops do?"),
        ("identity", "age child", {"low": 4, "high": 4}, "How old is the child?"),
        ("identity", "name pilot", {}, "What is the name of the pilot?"),
        ("status", "open bridge", {}, "Is the bridge open?"),
        ("quantity", "son", {"unit": "person"}, "How many sons were there?"),
        ("quantity", "people", {"unit": "person"}, "How many people: “… of them, it is told”?"),
        ("quantity", "transfer", {"unit": "time"}, "How often: “… of them, it is told”?"),
        ("quantity", "fall", {"unit": "km"}, "How many kilometres: “… of them, it is told”?"),
        ("quantity", "seize", {"unit": "day"}, "How many days did the seizure last?"),
        ("status", "custody person", {}, "Is anyone held?"),
        ("status", "open person", {}, "What is the state of things: “… of them, it is told”?"),
        ("identity", "age person", {"low": 4, "high": 4}, "How old: “… of them, it is told”?"),
        ("identity", "name person", {}, "What names are given?"),
        ("happened", "ponder", {}, "Did this happen: “Ten of them, it is told”?"),
        ("manner", "crash", {}, "How did the crash come about?"),
        ("label", "fighters", {}, "What are the fighters called?"),
        ("identity", "boy", {"low": 4, "high": 4}, "How old is the boy?"),
        ("identity", "pilot", {}, "Who is the pilot?"),
        ("status", "bridge", {}, "What is the state of the bridge?"),
    ],
)
def test_a_question_reads_as_english(kind, about, more, question) -> None:
    assert asked(kind, about, **more) == question


@pytest.mark.parametrize("kind", sorted(ASK))
def test_every_act_can_be_asked_in_every_way(kind) -> None:
    for about, unit in product(lexicon("acts"), ("person", "house", "USD", "percent", "km", None)):
        question = asked(kind, about, unit=unit)
        assert re.fullmatch(r"[A-Z][^?]*[^ ?]\?", question), question
        assert "  " not in question


def _two(**differ) -> list[str]:
    desk = Desk()
    desk.account("North", "Ten died as a storm took the roof off a barn. Later twelve died when the ferry to the cape went down.")
    facts: list[Fact] = []
    for n, (value, low) in enumerate((("Ten", 10), ("twelve", 12))):
        facts.append(desk.count("North", "kill", value, low, **{name: values[n] for name, values in differ.items()}))
    documents = {document.id: document for document in desk.documents.values()}
    return questions_of([Issue(((fact,),), ()) for fact in facts], documents)


def test_like_questions_are_told_apart_by_place() -> None:
    assert _two(where=("Orsk", "Tula")) == ["How many people were killed in Orsk?", "How many people were killed in Tula?"]


def test_or_by_time() -> None:
    found = _two(where=("Orsk", "Orsk"), when=("2031-05-02", "2031-05-09"))
    assert found == ["How many people were killed in Orsk (2031-05-02)?", "How many people were killed in Orsk (2031-05-09)?"]


def test_or_by_words_of_the_page_that_are_not_the_answer() -> None:
    assert _two() == [
        "How many people were killed (“died as a storm took the roof off”)?",
        "How many people were killed (“died when the ferry to the cape went”)?",
    ]


def _of(text: str, kind: FactKind, about: str, value: str) -> str:
    desk = Desk()
    desk.account("North", text)
    fact = desk.fact("North", kind, about, value)
    return questions_of([Issue(((fact,),), ())], {document.id: document for document in desk.documents.values()})[0]


def test_whether_it_happened_is_asked_in_the_words_of_the_page() -> None:
    text = "The police had opened fire on the strikers after the blast."
    assert _of(text, "happened", "shoot", "had opened fire") == "Did the police open fire on the strikers?"
    assert _of("He dragged the boy, they say.", "happened", "drag", "dragged") == "Did anyone drag the boy?"


def test_those_who_were_killed_did_not_kill() -> None:
    assert _of("Dozens killed in Orla.", "happened", "kill", "killed") == "Was anyone killed?"
    assert _of("Dockers killed in Orla.", "happened", "kill", "killed") == "Was anyone killed?"


def test_a_name_keeps_its_capital_and_has_no_article() -> None:
    assert _of("Orla is well, they say.", "identity", "orla", "well") == "Who is Orla?"
    assert _of("The orla is well.", "identity", "orla", "well") == "Who is the orla?"
