"""The door: facts to links."""

from tests.desk import Desk

from rashomon.link.case import link


def fire() -> Desk:
    desk = Desk()
    text = "A fire at the mill of Orsk killed {} on Monday night, officials said. It spread to two barns."
    for outlet, words, low in (
        ("North", "ten people", 10),
        ("East", "ten people", 10),
        ("South", "22 people", 22),
        ("West", "ten people", 10),
    ):
        desk.account(outlet, text.format(words), "2031-05-02")
        desk.count(outlet, "kill", words, low)
    return desk


def test_tellings_of_an_answer_are_tied_to_its_first_and_answers_to_each_other() -> None:
    desk = fire()
    links = list(link(desk.tables()))
    assert sorted(one.relation for one in links) == ["conflict", "same", "same"]
    (conflict,) = (one for one in links if one.relation == "conflict")
    firsts = {one.left for one in links if one.relation == "same"}
    assert len(firsts) == 1
    assert firsts < {conflict.left, conflict.right}


def test_links_are_the_same_whatever_the_order_of_the_facts() -> None:
    desk = fire()
    before = list(link(desk.tables()))
    desk.facts.reverse()
    assert list(link(desk.tables())) == before


def test_ids_are_unique_and_ends_are_facts() -> None:
    desk = fire()
    links = list(link(desk.tables()))
    assert len({one.id for one in links}) == len(links)
    assert {end for one in links for end in (one.left, one.right)} <= {fact.id for fact in desk.facts}


def test_links_grow_with_the_facts_and_not_with_their_pairs() -> None:
    desk = Desk()
    for n in range(200):
        desk.account(f"Outlet {n}", f"A fire at the mill of Orsk killed ten people on Monday, source {n} said.")
        desk.count(f"Outlet {n}", "kill", "ten people", 10)
    assert len(list(link(desk.tables()))) < 200


def test_no_facts_no_links() -> None:
    desk = Desk()
    desk.account("North", "Nothing happened.")
    assert list(link(desk.tables())) == []
