"""Facts with their surroundings."""

import math
from dataclasses import replace

from tests.desk import Desk

from rashomon.link.bags import cosine, stems
from rashomon.link.tellings import theme
from rashomon.model import Entity, Member, Span


def test_a_telling_knows_its_sentence_its_names_and_its_day() -> None:
    desk = Desk()
    desk.account("North", "Rain fell on Orsk. The Hill Guard burned the mill. Nobody slept.", "2031-05-02T10:00")
    fact = desk.fact("North", "actor", "burn", "The Hill Guard")
    desk.name("North", "Hill Guard")
    desk.name("North", "Orsk", "place")
    telling = desk.tellings()[fact.id]
    assert telling.sentence.strip() == "The Hill Guard burned the mill."
    assert telling.names == {"hill guard"}
    assert telling.day == "2031-05-02"
    assert telling.main == 1.0
    assert telling.own


def test_one_named_voice_is_the_same_in_two_accounts_and_an_unnamed_one_is_not() -> None:
    desk = Desk()
    for outlet in ("North", "South"):
        desk.account(outlet, "Major Tann said the mill burned down.")
        desk.fact(outlet, "happened", "burn", "burned down", by="Major Tann")
        desk.fact(outlet, "status", "mill", "down")
    one, own, other, foreign = (desk.tellings()[fact.id] for fact in desk.facts)
    assert one.voice == other.voice
    assert own.voice != foreign.voice


def test_an_age_is_of_one_person_by_whatever_form_of_the_name() -> None:
    desk = Desk()
    desk.account("North", "Ana Maria Ruiz, 36, fell from the bridge.")
    desk.account("South", "Ruiz, 37, fell from the bridge. Leo Ruiz, 12, saw it.")
    for outlet, words in (("North", "Ana Maria Ruiz"), ("South", "Ruiz"), ("South", "Leo Ruiz")):
        desk.name(outlet, words, "person")
    desk.entities = [Entity("e1", "person", "Ana Maria Ruiz", ()), Entity("e2", "person", "Leo Ruiz", ())]
    desk.members = [
        Member(entity, mention.id, 0.9, (), "test") for entity, mention in zip(("e1", "e1", "e2"), desk.mentions, strict=True)
    ]
    for outlet, about, words in (("North", "ana ruiz", "36"), ("South", "ruiz", "37"), ("South", "leo ruiz", "12")):
        desk.fact(outlet, "identity", f"age {about}", words)
    told = desk.tellings()
    assert [told[fact.id].fact.about for fact in desk.facts] == ["age ana ruiz", "age ana ruiz", "age leo ruiz"]


def test_tops_of_accounts_come_first() -> None:
    desk = Desk()
    desk.account("North", "Filler words stand here and there. " * 20 + "The blast killed 22 people.")
    desk.account("South", "The blast killed 44 people. " + "Filler words stand here and there. " * 20)
    desk.count("North", "kill", "22 people", 22)
    desk.count("South", "kill", "44 people", 44)
    assert [telling.fact.value for telling in desk.tellings().values()] == ["44 people", "22 people"]


def test_surroundings_are_unit_vectors_in_which_rare_words_weigh_more() -> None:
    desk = Desk()
    desk.account("North", "The mill burned. The mill stood. The mill of Orsk burned in May.")
    fact = desk.fact("North", "time", "burn", "in May")
    words = desk.tellings()[fact.id].words
    assert math.isclose(cosine(words, words), 1.0)
    assert words["orsk"] > words["mill"]


def test_endings_do_not_hide_a_word() -> None:
    assert stems("bombings") == stems("bombed") == stems("the bombing")


def _main(text: str, kind: str, about: str, value: str) -> float:
    desk = Desk()
    desk.account("North", "A barge was sunk on the lake of Orsk. " + "Filler words stand here and there. " * 12 + text)
    fact = desk.fact("North", kind, about, value)
    return desk.tellings()[fact.id].main


def test_harm_done_to_what_the_top_names_is_of_the_account_s_own_matter() -> None:
    assert _main("Soldiers bombed the barge.", "actor", "attack", "Soldiers") > 0
    assert _main("Soldiers bombed a bridge.", "actor", "attack", "Soldiers") == 0
    assert _main("Soldiers repaired the barge.", "actor", "help", "Soldiers") == 0


def test_a_charge_a_wound_and_the_cause_of_a_crash_are_so_wherever_they_are_told() -> None:
    assert _main("Two men denied guilt.", "happened", "guilt", "denied guilt") > 0
    assert _main("Many had gunshot wounds.", "cause", "wound", "gunshot wounds") > 0
    assert _main("It came down in fog.", "cause", "crash", "fog") > 0
    assert _main("It came down in fog last year.", "cause", "crash", "fog") == 0


def test_who_hit_and_who_attacked_and_two_words_for_one_accident_are_one_theme() -> None:
    desk = Desk()
    desk.account("North", "A trawler rammed a cutter in fog.")
    desk.account("South", "A cutter hit a trawler in darkness.")
    facts = [
        desk.fact("North", "actor", "attack", "A trawler"),
        desk.fact("South", "actor", "hit", "A cutter"),
        desk.fact("North", "cause", "crash", "fog"),
        desk.fact("South", "cause", "fall", "darkness"),
        desk.fact("South", "cause", "burn", "darkness"),
    ]
    doers, causes = [theme(fact) for fact in facts[:2]], [theme(fact) for fact in facts[2:]]
    assert doers[0] == doers[1]
    assert causes[0] == causes[1] != causes[2]


def test_a_first_sentence_may_look_back_in_one_clause_and_tell_of_its_day_in_the_next() -> None:
    desk = Desk()
    desk.account("North", "Ten people were hurt in Orsk, in a breach of the truce that was agreed last summer.", "2031-05-02")
    desk.count("North", "injure", "Ten people", 10)
    (fact,) = desk.facts
    told = desk.tellings()[fact.id]
    assert (told.main, told.of_before) == (0.0, True)  # the fact's words are the whole sentence here
    short = replace(fact, span=Span(fact.span.start, fact.span.start + len("Ten people were hurt in Orsk")))
    desk.facts[:] = [short]
    told = desk.tellings()[fact.id]
    assert (told.main, told.of_before) == (1.0, False)
