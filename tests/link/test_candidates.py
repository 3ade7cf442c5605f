"""Which facts answer one question."""

from tests.calls import calls
from tests.desk import Desk

from rashomon.link.candidates import _same_place, questions_of
from rashomon.model import Entity, Member

TOP = "A bomb at the market of Orsk killed {} on Tuesday, officials said."
RIOTS = "Riots in Orsk spread to Velma and Tarn. "
OLD = "Two years ago a storm on the coast took a ferry down. It drowned {} off the cape."


def values(desk: Desk) -> list[set[str]]:
    return [{telling.fact.value for telling in question} for question in questions_of(list(desk.tellings().values()))]


def test_the_tolls_in_two_headlines_are_one_question_and_an_old_storm_is_another() -> None:
    desk = Desk()
    desk.account("North", f"{TOP.format('ten people')} {OLD.format('80 people')}")
    desk.account("South", TOP.format("12 people"))
    for outlet, words, low in (("North", "ten people", 10), ("North", "80 people", 80), ("South", "12 people", 12)):
        desk.count(outlet, "kill", words, low)
    assert sorted(values(desk), key=len) == [{"80 people"}, {"ten people", "12 people"}]


def test_the_tolls_of_a_suicide_bomber_and_of_air_strikes_are_two_questions() -> None:
    for means, together in (("A suicide bomber", False), ("A blow", True)):
        desk = Desk()
        desk.account("North", f"{means} at the border gate of Orsk killed 12 people on Tuesday, doctors said.")
        desk.account("South", "An air strike on the market of Orsk killed 10 people, officials said.")
        desk.count("North", "kill", "12 people", 12)
        desk.count("South", "kill", "10 people", 10)
        assert ({"12 people", "10 people"} in values(desk)) is together


def test_the_dead_of_a_war_are_not_those_of_a_day() -> None:
    for count, together in ((470000, False), (400, True)):
        desk = Desk()
        desk.account("North", TOP.format("ten people"))
        desk.account("South", TOP.format(f"{count} people"))
        desk.count("North", "kill", "ten people", 10)
        desk.count("South", "kill", f"{count} people", count)
        assert ({"ten people", f"{count} people"} in values(desk)) is together


def test_another_act_is_another_question() -> None:
    desk = Desk()
    desk.account("North", TOP.format("ten people"))
    desk.account("South", TOP.format("12 people"))
    desk.count("North", "kill", "ten people", 10)
    desk.count("South", "injure", "12 people", 12)
    assert len(values(desk)) == 2


def test_two_numbers_of_one_voice_in_one_account_are_never_one_question() -> None:
    desk = Desk()
    desk.account("North", "A bomb at the market of Orsk killed ten people and a bomb at the market of Orsk killed 30 people.")
    desk.account("South", TOP.format("30 people"))
    desk.count("North", "kill", "ten people", 10)
    desk.count("North", "kill", "30 people", 30)
    desk.count("South", "kill", "30 people", 30)
    assert {"ten people", "30 people"} not in values(desk)


def test_labels_go_by_referent() -> None:
    desk = Desk()
    desk.account("North", "Terrorists hold Orsk. The tyrant spoke.")
    desk.account("South", "The harvest was good. Rebels were seen at the river.")
    for outlet, words, scope, where in (
        ("North", "Terrorists", "hostile", "fighters"),
        ("North", "tyrant", "hostile", "president"),
        ("South", "Rebels", "favourable", "Fighters"),
    ):
        desk.fact(outlet, "label", "side", words, scope=scope, where=where)
    assert sorted(values(desk), key=len) == [{"tyrant"}, {"Terrorists", "Rebels"}]


def test_two_reasons_answer_one_question_where_one_person_acted_for_both() -> None:
    desk = Desk()
    told = (
        (
            "North",
            "Arden",
            "mutinied",
            RIOTS + "It rained all week. " * 20 + "The barracks had mutinied. That is why Arden asked for troops.",
        ),
        (
            "South",
            "Arden",
            "Foreign money",
            RIOTS + "Wheat was late. " * 25 + "Foreign money paid gangs, so Arden called in an army.",
        ),
        (
            "West",
            "Bellamy",
            "Floods",
            RIOTS + "Ferries sail daily. " * 20 + "Floods cut roads, hence Bellamy turned to mercenaries.",
        ),
    )
    for outlet, name, words, text in told:
        desk.account(outlet, text)
        desk.name(outlet, name, "person")
        desk.fact(outlet, "cause", "call in", words)
    assert sorted(values(desk), key=len) == [{"Floods"}, {"mutinied", "Foreign money"}]


def test_the_order_of_the_facts_does_not_matter() -> None:
    desk = Desk()
    for n in range(6):
        desk.account(f"Outlet {n}", TOP.format(f"{n} people"))
        desk.count(f"Outlet {n}", "kill", f"{n} people", n)
    told = list(desk.tellings().values())
    assert questions_of(told) == questions_of(told[::-1])


def _work(accounts: int) -> int:
    desk = Desk()
    for n in range(accounts):
        outlet = f"Outlet {n}"
        desk.account(outlet, f"{TOP.format(f'{n} people')} The report adds {n % 7} more on street{n % 2}.")
        desk.count(outlet, "kill", f"{n} people", n)
    told = list(desk.tellings().values())
    return calls(lambda: questions_of(told))


def test_four_times_the_accounts_cost_hardly_more_than_four_times_the_work() -> None:
    _work(20)
    assert _work(2000) < 5 * _work(500)  # beyond full blocks; with the square it would be 16


def test_two_unrelated_events_in_one_case_are_never_one_question() -> None:
    desk = Desk()
    for outlet, words, low in (("North", "ten people", 10), ("South", "12 people", 12)):
        desk.account(outlet, f"{TOP.format(words)} The blast broke windows all over the old town.")
        desk.count(outlet, "kill", words, low)
    for outlet, words, low in (("Coast", "80 people", 80), ("Cape", "95 people", 95)):
        desk.account(outlet, f"A ferry that went down in a storm off Cape Tarn drowned {words}, the harbour master said.")
        desk.count(outlet, "kill", words, low)
    assert sorted(map(sorted, values(desk))) == [["12 people", "ten people"], ["80 people", "95 people"]]


def test_what_two_countries_are_said_to_have_done_is_two_questions() -> None:
    desk = Desk()
    for outlet, whose, code in (("North", "Estrian", "ES"), ("South", "Estrian", "ES"), ("West", "Wendish", "WE")):
        desk.account(outlet, f"{whose} ships sold oil to Norland at sea in October, it is told in the town.")
        desk.fact(outlet, "happened", "transfer", "sold oil", scope=code)
    desk.account("East", "It did not sell oil to Norland at sea in October, it is told in the town.")
    desk.fact("East", "happened", "transfer", "did not sell oil", polarity="denied")
    told = questions_of(list(desk.tellings().values()))
    assert all(len({one.fact.scope for one in question if one.fact.scope}) == 1 for question in told)
    assert [len(question) for question in sorted(told, key=len)] == [1, 3]


def test_a_post_and_the_one_that_contradicts_it_answer_one_question_however_they_are_worded() -> None:
    desk = Desk()
    desk.account("North", "The guards opened the dam.\nNope, nonsense.\nRain came down for years on the hills around the valley.")
    desk.fact("North", "happened", "telling p0", "opened the dam")
    desk.fact("North", "happened", "telling p0", "nonsense", polarity="denied", by="Nope")
    assert values(desk) == [{"opened the dam", "nonsense"}]


def cables(*more: str) -> Desk:
    """Two accounts of one matter that count cables far from each other's words; a further count of them in the first, if any."""
    desk = Desk()
    head = "Internet traffic between Orsk and Tarn was lost on Friday. " + "Nobody could call home that day. " * 12
    counts = " ".join(f"Engineers of the navy once laid {many} cables." for many in more)
    desk.account("North", f"{head}Three cables lie torn on the sea floor, a company told reporters. It rained. {counts}")
    desk.account("South", f"{head}What was hit is a stretch of four cables that the port shares with its neighbours.")
    for outlet, many, low in (("North", "Three", 3), ("South", "four", 4), *(("North", one, 7) for one in more)):
        desk.fact(outlet, "quantity", "cable", many, unit="cable", low=low, high=low)
    return desk


def test_the_only_count_of_its_kind_in_two_accounts_is_one_question() -> None:
    assert {"Three", "four"} in values(cables())
    assert {"Three", "four"} not in values(cables("seven"))


def test_the_dead_of_a_day_long_past_are_not_those_of_an_account_that_tells_of_its_own_day() -> None:
    calm = "Traders were back at their stalls by noon. " * 12
    for when, together in (("2030-09", False), ("2031-05-01", True), (None, True)):
        desk = Desk()
        desk.account("North", TOP.format("ten people"), "2031-05-02")
        desk.account("South", f"{calm}A bomb at the gate of Orsk killed 12 people.", "2031-05-02")
        desk.count("North", "kill", "ten people", 10)
        desk.count("South", "kill", "12 people", 12, when=when)
        assert ({"ten people", "12 people"} in values(desk)) is together


def test_a_town_and_its_country_are_no_two_places_and_two_towns_are() -> None:
    def together(one: tuple[str, int], other: tuple[str, int]) -> bool:
        desk = Desk()
        for outlet, (place, number), words, low in (("North", one, "ten people", 10), ("South", other, "12 people", 12)):
            desk.account(outlet, f"A blast in {place} killed {words} at a mill on Tuesday night, officials said.")
            desk.count(outlet, "kill", words, low, where=place)
            desk.name(outlet, place, "place")
            desk.entities.append(Entity(f"ent1-{place}", "place", place, (), number))
            desk.members.append(Member(f"ent1-{place}", desk.mentions[-1].id, 1.0, (), "test"))
        left, right = desk.tellings().values()
        return _same_place(left, right) == 0

    assert together(("Lyon", 2996944), ("France", 3017382))
    assert not together(("Lyon", 2996944), ("Grenoble", 3014728))


def test_nobody_at_all_and_some_of_a_sort_are_one_question_and_two_sorts_are_not() -> None:
    for words, low, scope, together in (
        ("no one", 0, None, True),
        ("nine miners", 9, "worker", False),
        ("no miners", 0, "worker", False),
        ("nine people", 9, None, False),
    ):
        desk = Desk()
        desk.account("North", TOP.format("ten guards"))
        desk.account("South", TOP.format(words))
        desk.count("North", "kill", "ten guards", 10, scope="guard")
        desk.count("South", "kill", words, low, scope=scope)
        assert ({"ten guards", words} in values(desk)) is together


def test_the_only_count_of_an_account_that_looks_back_is_not_the_only_count_of_the_day() -> None:
    for told, together in (("The office has counted {} since March", False), ("The office has counted {} there", True)):
        desk = Desk()
        filler = "It rained on the hills and the road was shut. " * 12
        desk.account("North", f"Riots in Orsk spread to Velma and Tarn. {filler}Clinics told of 26 people.", "2031-05-02")
        desk.account("South", f"Riots in Orsk spread to Velma and Tarn. {filler}{told.format('514 people')}.", "2031-05-02")
        desk.count("North", "kill", "26 people", 26)
        desk.count("South", "kill", "514 people", 514)
        assert ({"26 people", "514 people"} in values(desk)) is together, told


def test_two_things_that_are_open_are_two_questions() -> None:
    for bearer, together in (("league", True), ("stadium", False)):
        desk = Desk()
        desk.account("North", "After the crush in Orsk the league is suspended for weeks, the minister said.", "2031-05-02")
        desk.account("South", "Songs and fireworks were seen when it was opened years before the crush in Orsk.", "2031-05-02")
        desk.fact("North", "status", "open league", "is suspended")
        desk.fact("South", "status", f"open {bearer}", "was opened")
        assert ({"is suspended", "was opened"} in values(desk)) is together


def test_that_there_was_none_denies_any() -> None:
    desk = Desk()
    desk.account("North", "After the arrest in Orsk the wife said that he was beaten on the stairs.", "2031-05-02")
    desk.account("South", "After the arrest in Orsk the police said there was no beating.", "2031-05-02")
    desk.fact("North", "happened", "torture", "was beaten")
    desk.fact("South", "happened", "torture", "no beating", polarity="denied")
    assert {"was beaten", "no beating"} in values(desk)


def test_the_age_of_somebody_without_a_name_is_of_one_person_where_it_is_a_few_years_off() -> None:
    for about, age, together in (("man", 57, True), ("man", 21, False), ("child", 57, False)):
        desk = Desk()
        desk.account("North", "At the strike in Orsk one was hurt: aged 59, the union said.", "2031-05-02")
        desk.account("South", f"At the strike in Orsk one was hurt: aged {age}, police said.", "2031-05-02")
        desk.fact("North", "identity", "age man" if about == "child" else "age worker", "aged 59", low=59, high=59, unit="year")
        desk.fact("South", "identity", f"age {about}", f"aged {age}", low=age, high=age, unit="year")
        assert ({"aged 59", f"aged {age}"} in values(desk)) is together, about
