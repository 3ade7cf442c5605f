"""Quantities: what is counted, what befell it, between which bounds."""

import pytest
from tests.extract.facts.telling import counts, facts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A blast at the mill killed 31 people.", ("kill", "31", None, 31, 31)),
        ("Seventeen people were killed at the mill.", ("kill", "Seventeen", None, 17, 17)),
        ("Mill blast kills 31", ("kill", "31", None, 31, 31)),
        ("31 dead in mill blast", ("kill", "31", None, 31, 31)),
        ("The death toll rose to 44, officials said.", ("kill", "44", None, 44, 44)),
        ("The toll climbed to 48 on Monday.", ("kill", "48", None, 48, 48)),
        ("There were 44 deaths in the valley.", ("kill", "44", None, 44, 44)),
        ("The fire left 140 injured.", ("injure", "140", None, 140, 140)),
        ("The blast killed nine people and wounded 140 others.", ("injure", "140", None, 140, 140)),
        ("At least 12 miners died in the shaft.", ("kill", "At least 12", "worker", 12, None)),
        ("Police arrested dozens of students.", ("arrest", "dozens", "student", 24, 99)),
        ("Nobody was hurt in the fire.", ("injure", "Nobody", None, 0, 0)),
        ("Twelve miners lost their lives in the shaft.", ("kill", "Twelve", "worker", 12, 12)),
        ("The department now puts the toll at 12.", ("kill", "12", None, 12, 12)),
        ("The toll stands at 12.", ("kill", "12", None, 12, 12)),
        ("Twelve of our own lie dead.", ("kill", "Twelve", None, 12, 12)),
        ("The blast claimed 12 lives.", ("kill", "12", None, 12, 12)),
        ("12 bodies were recovered from the mill.", ("kill", "12", None, 12, 12)),
        ("The bodies of 12 miners were recovered.", ("kill", "12", "worker", 12, 12)),
        ("Mill blast: nine dead, dozens wounded", ("kill", "nine", None, 9, 9)),
        ("Mill blast: nine dead, dozens wounded", ("injure", "dozens", None, 24, 99)),
        ("Not one shot was fired at the mill.", ("shoot", "Not one", None, 0, 0)),
        ("There were no injuries at the mill.", ("injure", "no injuries", None, 0, 0)),
        ("Thirty people, including 11 children, were killed there.", ("kill", "11", "child", 11, 11)),
        ("Two of the dead were nurses.", ("kill", "Two", "medic", 2, 2)),
        ("Mines killed and wounded dozens in the valley.", ("casualty", "dozens", None, 24, 99)),
        ("The navy fired 59 missiles at the base.", ("strike", "59", None, 59, 59)),
        ("The officers fired a total of 11 rounds.", ("shoot", "11", None, 11, 11)),
        ("Police seized seven AK-47s.", ("ak-47", "seven", None, 7, 7)),
        ("Police seized 12 AK 47 rifles.", ("ak-47", "12", None, 12, 12)),
        ("The gunman killed two women and injured a third.", ("injure", "a third", None, 1, 1)),
        ("A 6.1-magnitude earthquake shook the valley.", ("quake", "6.1", None, 6.1, 6.1)),
        ("The quake had a magnitude of 6.1.", ("quake", "6.1", None, 6.1, 6.1)),
        ("A crowd of 200 gathered at the court.", ("gather", "200", None, 200, 200)),
        ("Some 5,000 people took part in the march.", ("gather", "Some 5,000", None, 4500, 5500)),
        ("It crashed roughly 130 miles northwest of Hamburg.", ("distance hamburg", "roughly 130 miles", None, 117, 143)),
        ("It crashed some 230 km (140 miles) west of Hamburg.", ("distance hamburg", "some 230 km", None, 207, 253)),
        ("Some 5,000 people took to the streets.", ("gather", "Some 5,000", None, 4500, 5500)),
        ("Police put the march at 3,000 people.", ("gather", "3,000", None, 3000, 3000)),
        ("The plane crashed with 62 people on board.", ("aboard", "62", None, 62, 62)),
        ("The climber fell about 12 feet.", ("fall", "about 12 feet", None, 10, 14)),
    ],
)
def test_a_count_is_of_what_befell_it(text: str, count: tuple[str, str, str | None, float, float | None]) -> None:
    assert count in counts(text)


def test_who_did_it_is_not_counted_with_the_victims() -> None:
    abouts = {fact.value: fact.about for fact in facts("Five gunmen killed 12 villagers.", "quantity")}
    assert abouts == {"Five": "kill by", "12": "kill"}


def test_a_headline_may_say_both_without_a_comma() -> None:
    found = counts("At least 48 people dead over 100 injured after truck bomb exploded near station")
    assert ("kill", "At least 48", None, 48, None) in found
    assert ("injure", "over 100", None, 100, None) in found


def test_a_series_without_its_verb_keeps_it_and_tells_whose_each_is() -> None:
    text = "Norland is reportedly sending 3,000 soldiers to the island, Estria some 500, Wendland 200, and Marisia 70."
    found = {fact.where: (fact.about, fact.unit, fact.scope, fact.value) for fact in facts(text, "quantity")}
    assert found == {
        "Norland": ("deploy", "person", "soldier", "3,000"),
        "Estria": ("deploy", "person", "soldier", "some 500"),
        "Wendland": ("deploy", "person", "soldier", "200"),
        "Marisia": ("deploy", "person", "soldier", "70"),
    }


def test_the_number_in_a_name_is_no_count() -> None:
    assert not [fact for fact in facts("The crew of the Sea Lion 2 were safe.", "quantity") if fact.value == "2"]


def test_a_part_tells_its_whole_and_of_whom_it_is() -> None:
    found = {fact.low: fact for fact in facts("31 people were killed, 12 of them soldiers and three of them women.", "quantity")}
    assert [(found[low].scope, found[low].part_of) for low in (12, 3, 31)] == [("soldier", 31), ("woman", 31), (None, None)]


def test_a_toll_that_is_said_to_rise_is_marked() -> None:
    assert {(fact.low, fact.rising) for fact in facts("The death toll rose to 58.", "quantity")} == {(58, True)}
    assert {fact.rising for fact in facts("The flood killed 58 people.", "quantity")} == {False}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bodies of two more miners were found in the shaft.", []),
        ("The blast killed five officers and three others.", [5, 8]),
        ("The blast killed one guard and wounded three others.", [3]),
        ("At least 31 people were killed. Another 58 were injured.", [31, 58]),
        ("Two of the three miners died.", [2]),
        ("A wounded miner told us of it.", []),
        ("Police found the bodies of two miners, 68 and 48 years old.", [2]),
    ],
)
def test_those_besides_others_and_those_who_are_only_meant_are_no_toll(text: str, told: list[int]) -> None:
    assert sorted(fact.low for fact in facts(text, "quantity") if fact.about in ("kill", "injure") and fact.low != 1) == told


def test_counts_of_a_charge_count_no_dead() -> None:
    assert {fact.about for fact in facts("He faces two counts of murder.", "quantity")} == {"count"}


def test_a_victim_who_died_is_among_the_dead() -> None:
    assert {fact.about for fact in facts("One victim died in the fire.", "quantity")} == {"kill"}


@pytest.mark.parametrize(
    "text", ["The father of three died in the fire.", "Zeman, a mother of three, was shot.", "She had three children."]
)
def test_a_parent_of_three_has_three_children(text: str) -> None:
    assert {("child", 3)} & {(fact.about, fact.low) for fact in facts(text, "quantity")}
    assert not {fact.about for fact in facts(text, "quantity")} & {"kill", "shoot"}


@pytest.mark.parametrize(
    "text", ["There were only light casualties.", "The casualties were not heavy.", "They suffered no big losses."]
)
def test_light_casualties_are_a_few(text: str) -> None:
    assert ("casualty", 4) in {(fact.about, fact.high) for fact in facts(text, "quantity")}


@pytest.mark.parametrize("text", ["There were heavy casualties.", "He had minor injuries.", "The light losses its way."])
def test_heavy_casualties_and_light_wounds_are_not(text: str) -> None:
    assert not {fact.high for fact in facts(text, "quantity")} & {4}


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("Authorities said turnout reached 93.87 percent.", "turnout", "93.87 percent"),
        ("Property damage is an estimated $2 million.", "destroy", "an estimated $2 million"),
        ("Experts put the damage at 3 million euros.", "destroy", "3 million euros"),
        ("Bail was set at 250,000 dollars.", "bail", "250,000 dollars"),
    ],
)
def test_a_measure_is_of_what_the_clause_speaks_of(text: str, about: str, value: str) -> None:
    assert (about, value) in {(one, words) for one, words, *_ in counts(text)}


def test_a_sum_in_another_currency_is_the_same_sum() -> None:
    assert {words for _, words, *_ in counts("Damage was put at 200 million euros ($265.3 million).")} == {"200 million euros"}


def test_a_count_of_attempted_murder_is_no_toll() -> None:
    found = counts("She was charged with two counts of murder and one count of attempted murder.")
    assert {about for about, *_ in found} == {"count"}


@pytest.mark.parametrize(
    "text", ["He was given two extra life sentences.", "An additional 12 houses stand empty.", "Another 12 houses stand empty."]
)
def test_things_that_come_on_top_are_not_all_there_are(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize(
    "text", ["The miller has four prior arrests.", "The air holds more lead than the legal limit of 5 percent."]
)
def test_what_others_are_held_against_is_not_counted(text: str) -> None:
    assert not counts(text)
    assert counts("The miller has four arrests.")


def test_a_quake_with_a_point_in_its_number_is_one() -> None:
    assert ("quake", "6.1", None, 6.1, 6.1) in counts("The island was hit by a 6.1 quake in September.")


def test_a_family_that_was_killed_is_not_one_person() -> None:
    assert {fact[1] for fact in counts("A family of five was killed.")} == {"five"}


@pytest.mark.parametrize("text", ["They unloaded five shots into him.", "He was hit by five bullets.", "He was shot five times."])
def test_shots_are_counted_alike(text: str) -> None:
    assert [(about, low) for about, _, _, low, _ in counts(text)] == [("shoot", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "It had nine children, all under 15, in it.",
        "The men deserved a cruel death, he said.",
        "The men face a slow death.",
        "Ilka Brandt, who built the mill, dies at 77.",
    ],
)
def test_ages_and_deaths_that_nobody_died_count_nobody(text: str) -> None:
    assert not [count for count in counts(text) if count[0] == "kill"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Three pongueros were murdered at the mine.", "kill"),
        ("The army arrested three pongueros.", "arrest"),
        ("Three pongueros wounded in the clash were taken away.", "injure"),
    ],
)
def test_whoever_suffers_what_only_people_do_is_counted_with_them(text: str, about: str) -> None:
    assert (about, "Three", None, 3, 3) in counts(text) or (about, "three", None, 3, 3) in counts(text)


@pytest.mark.parametrize("text", ["Three horses were wounded.", "Three pongueros were painted.", "He had three legs injured."])
def test_animals_and_things_are_not(text: str) -> None:
    assert not {about for about, *_ in counts(text)} & {"kill", "injure", "arrest"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eight of the 17 lorries were destroyed.", {("destroy", 8, 17), ("truck", 17, None)}),
        ("Of 17 lorries, eight burned out.", {("destroy", 8, 17), ("truck", 17, None)}),
        (
            "Of the 17 lorries in the queue, eight had been burned and two were missing.",
            {("destroy", 8, 17), ("miss", 2, 17), ("truck", 17, None)},
        ),
        ("They burned eight homes.", {("destroy", 8, None)}),
        ("Eight houses had been set on fire.", {("destroy", 8, None)}),
        ("Eight houses were damaged.", {("house", 8, None)}),
        ("Eight fires burned in the hills.", {("burn", 8, None)}),
        ("Two of the three miners died.", {("kill", 2, 3)}),
    ],
)
def test_what_is_gone_is_a_part_of_what_there_was(text: str, told: set[tuple[str, float, float | None]]) -> None:
    assert {(fact.about, fact.low, fact.part_of) for fact in facts(text, "quantity")} == told


@pytest.mark.parametrize(
    ("text", "about", "unit"),
    [
        ("Two air strikes hit the mill.", "attack", "attack"),
        ("The planes flew two raids.", "attack", "attack"),
        ("A double bombing shook the town.", "attack", "attack"),
        ("They fired two mortar rounds at the mill.", "strike", "shell"),
        ("They fired two artillery shells at the mill.", "strike", "shell"),
        ("They fired two rockets at the mill.", "strike", "rocket"),
        ("They fired two missiles at the mill.", "strike", "rocket"),
        ("The police fired two rounds.", "shoot", "shot"),
        ("Two explosions shook the town.", "explode", "explosion"),
    ],
)
def test_things_of_one_sort_are_counted_by_one_word(text: str, about: str, unit: str) -> None:
    assert {(fact.about, fact.unit) for fact in facts(text, "quantity")} == {(about, unit)}


@pytest.mark.parametrize("text", ["It plunged 30 feet into the river.", "It fell some 30 feet.", "The crane dropped 30 feet."])
def test_a_fall_is_one_thing_by_whatever_verb(text: str) -> None:
    assert {about for about, *_ in counts(text)} == {"fall"}


@pytest.mark.parametrize("text", ["Shares plunged 30 percent.", "It fell into a 30-foot pit."])
def test_a_share_and_a_depth_are_no_fall(text: str) -> None:
    assert "fall" not in {about for about, *_ in counts(text)}


def test_who_is_unharmed_is_not_counted_with_the_hurt() -> None:
    assert not counts("The two pilots were unharmed.")


@pytest.mark.parametrize(
    "text", ["Officials said ten police and two nurses in a car had been killed.", "Ten police and two nurses were killed."]
)
def test_the_subject_of_what_is_said_may_look_like_the_object_of_saying(text: str) -> None:
    assert {(about, low) for about, _, _, low, _ in counts(text)} == {("kill", 10), ("kill", 2)}


def test_nobody_harmed_is_nobody_killed_or_hurt() -> None:
    assert {(about, low, high) for about, _, _, low, high in counts("No nurse was harmed.")} >= {("kill", 0, 0), ("injure", 0, 0)}


def test_whoever_is_unharmed_is_not_one_of_the_hurt() -> None:
    assert not [count for count in counts("The two inspectors, a man and a woman, are unharmed.") if count[0] == "injure"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("11 of those who died in Orla were members of a militia.", ("kill", "11", "fighter", 11, 11)),
        ("Eight of those killed were children.", ("kill", "Eight", "child", 8, 8)),
        ("At least 25 of the rebels were killed.", ("kill", "At least 25", "fighter", 25, None)),
        ("Two of those in the car died.", ("kill", "Two", "part", 2, 2)),
        ("They put the number of soldiers killed at 61 and that of rebels at 45.", ("kill", "45", "fighter", 45, 45)),
        ("The number of guests rose to 9.1 million.", ("guest", "9.1 million", None, 9.1e6, 9.1e6)),
        ("The rebels had lost 17 fighters.", ("kill", "17", "fighter", 17, 17)),
        ("The army lost three men in the ambush.", ("kill", "three", "man", 3, 3)),
        ("We have 34 bodies so far.", ("kill", "34", None, 34, 34)),
        ("The total of the bodies reached 13.", ("kill", "13", None, 13, 13)),
        ("Eleven people were treated for cuts and bruises.", ("injure", "Eleven", None, 11, 11)),
        ("The blast destroyed four houses and damaged 20 others.", ("house", "20", None, 20, 20)),
        ("At least 43 people are dead or missing.", ("dead or missing", "At least 43", None, 43, None)),
        ("The number of dead and missing stands at 43.", ("dead or missing", "43", None, 43, 43)),
        ("The number of dead stands at 43.", ("kill", "43", None, 43, 43)),
        ("It left 50 dead and injured more than 400.", ("injure", "more than 400", None, 400, None)),
        ("Exactly 93 people had been treated there.", ("injure", "93", None, 93, 93)),
        ("Helicopters dropped four barrels on the town.", ("barrel", "four", None, 4, 4)),
        ("Strike on Orla Kills Five Injures Seven - Governor", ("kill", "Five", None, 5, 5)),
    ],
)
def test_a_count_is_told_in_many_ways(text: str, count: tuple[str, str, str | None, float, float | None]) -> None:
    assert count in counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill lost 17 workers to another firm.",
        "The army lost 40 soldiers to desertion.",
        "The team lost three players.",
        "Three UN bodies signed the letter.",
        "Two regulatory bodies opened inquiries.",
        "Published 12 Mar 2016 1419 Rebels have left Orla.",
    ],
)
def test_who_leaves_and_who_rules_are_not_dead(text: str) -> None:
    assert not {about for about, *_ in counts(text)} & {"kill", "kill by"}
    assert 1419 not in {low for *_, low, _ in counts(text)}


def test_what_befell_some_did_not_befall_those_taken_otherwise() -> None:
    assert {(about, low) for about, _, _, low, _ in counts("They killed 20 soldiers and captured seven.")} == {("kill", 20)}


@pytest.mark.parametrize(
    "text",
    [
        "The sick of the four towns were taken out.",
        "People from two villages fled.",
        "Two tame cats were also in the room.",
        "Comments 38 A Norland strike hit the mill.",
    ],
)
def test_where_something_was_and_what_was_there_besides_are_not_counted(text: str) -> None:
    assert not counts(text)


@pytest.mark.parametrize("text", ["They have lost twenty villages.", "They spoke of the capture of twenty villages."])
def test_places_are_counted_where_they_are_won_or_lost(text: str) -> None:
    assert [(about, low) for about, _, _, low, _ in counts(text)] == [("village", 20)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The fire destroyed more than 1,200 homes.", ("destroy", "more than 1,200", None, 1200, None)),
        ("More than 40 air strikes hit the town.", ("attack", "More than 40", None, 40, None)),
        ("Prices rose 4.5 percent last year.", ("price", "4.5 percent", None, 4.5, 4.5)),
    ],
)
def test_more_than_so_many_come_on_top_of_nothing(text: str, count: tuple[str, str, str | None, float, float | None]) -> None:
    assert counts(text) == {count}


@pytest.mark.parametrize("text", ["Half of the 12 miners died.", "Some of the 42 guests were found.", "Two more houses burned."])
def test_those_of_whom_some_were_befallen_were_not_all_befallen(text: str) -> None:
    assert not {low for *_, low, _ in counts(text)} & {12, 42, 2}


def test_two_ages_count_nobody() -> None:
    assert {fact.low for fact in facts("Two students aged 16 and 18 were hurt.", "quantity")} == {2}
