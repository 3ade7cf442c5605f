"""Which tellings are one answer."""

from tests.desk import Desk

from rashomon.link.answers import MOST, answers_of


def grouped(desk: Desk) -> list[list[str]]:
    return [[telling.fact.value for telling in answer] for answer in answers_of(list(desk.tellings().values()))]


def test_a_count_and_at_least_that_count_are_one_answer_and_the_highest_told_stands_first() -> None:
    desk = Desk()
    desk.account("North", "A fire at the mill burned all night. Police said at least 31 people were killed.")
    desk.account("South", "31 people died in the mill. Later the mayor spoke of 44 people.")
    desk.count("North", "kill", "at least 31 people", 31, -1)
    desk.count("South", "kill", "31 people", 31)
    desk.count("South", "kill", "44 people", 44)
    assert grouped(desk) == [["31 people", "at least 31 people"], ["44 people"]]


def test_a_denial_is_another_answer() -> None:
    desk = Desk()
    desk.account("North", "The army shelled the mill, residents said. The army denied that it shelled anything.")
    desk.fact("North", "happened", "shell", "shelled the mill")
    desk.fact("North", "happened", "shell", "denied that it shelled", polarity="denied")
    assert grouped(desk) == [["shelled the mill"], ["denied that it shelled"]]


def test_labels_of_one_side_that_share_a_word_are_one_answer() -> None:
    desk = Desk()
    desk.account("North", "Armed terrorists hold the bridge. Terrorists burned the mill. Rebels hold the hill. Gunmen fled.")
    for words, scope in (
        ("Armed terrorists", "hostile"),
        ("Terrorists", "hostile"),
        ("Rebels", "favourable"),
        ("Gunmen", "neutral"),
    ):
        desk.fact("North", "label", "fighter", words, scope=scope, where="fighters")
    assert grouped(desk) == [["Armed terrorists", "Terrorists"], ["Rebels"], ["Gunmen"]]


def test_times_are_told_apart_by_day_and_not_by_wording() -> None:
    desk = Desk()
    desk.account("North", "The ship left on Monday. It sailed on 5 May, the owner said. It sailed on Tuesday, a guard said.")
    for words, day in (("Monday", "2031-05-05"), ("5 May", "2031-05-05"), ("Tuesday", "2031-05-06")):
        desk.fact("North", "time", "leave", words, when=day)
    assert grouped(desk) == [["Monday", "5 May"], ["Tuesday"]]


def test_two_wordings_of_one_cause_are_one_answer() -> None:
    desk = Desk()
    desk.account("North", "It burned because of a faulty heater. A faulty old heater set it alight. Others blame lightning.")
    for words in ("a faulty heater", "A faulty old heater", "lightning"):
        desk.fact("North", "cause", "burn", words)
    assert grouped(desk) == [["a faulty heater", "A faulty old heater"], ["lightning"]]


def test_a_question_with_very_many_answers_keeps_those_told_first() -> None:
    desk = Desk()
    desk.account("North", " ".join(f"Reason{n:02d} did it." for n in range(MOST + 5)))
    for n in range(MOST + 5):
        desk.fact("North", "cause", "burn", f"Reason{n:02d}")
    assert len(grouped(desk)) == MOST


def test_a_day_goes_with_the_hour_of_it_that_is_told_and_other_hours_are_other_answers() -> None:
    desk = Desk()
    for outlet, when in (
        ("North", "2031-05-05"),
        ("South", "2031-05-05T08:10"),
        ("West", "2031-05-05T08:20"),
        ("East", "2031-05-05T11:30"),
    ):
        desk.account(outlet, f"The mill blew up that day ({when}).")
        desk.fact(outlet, "time", "explode", "that day", when=when)
    told = answers_of(list(desk.tellings().values()))
    assert [[telling.fact.when for telling in answer] for answer in told] == [
        ["2031-05-05T11:30", "2031-05-05"], ["2031-05-05T08:10", "2031-05-05T08:20"],
    ]  # fmt: skip
