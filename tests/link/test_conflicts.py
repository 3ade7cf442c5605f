"""How two answers stand to each other, kind by kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk import Desk

from rashomon.link.answers import answers_of
from rashomon.link.conflicts import compared
from rashomon.model import Entity, Member
from rashomon.model.subjects import TELLER, WOUND

SAME_DAY = ("2031-05-02", "2031-05-02")


def answers(kind: str, about: str, one: dict, other: dict, *, days=SAME_DAY, named=False):
    """Two accounts that each give one answer: `value` and what else the fact holds."""
    desk = Desk()
    for outlet, given_, day in zip(("North", "South"), (one, other), days, strict=True):
        desk.account(outlet, f"About what happened at the mill we were told: {given_['value']}.", day)
        desk.fact(outlet, kind, about, **given_)
        if named:
            desk.name(outlet, given_["value"])
    told = desk.tellings()
    left, right = ((told[fact.id],) for fact in desk.facts)
    return left, right


def relation(*args, **more) -> str:
    left, right = answers(*args, **more)
    found = compared(left, right)
    assert compared(right, left).relation == found.relation
    return found.relation


@pytest.mark.parametrize("kind", ["happened", "actor", "cause", "manner", "status", "evaluation", "place"])
def test_a_denial_against_an_assertion_is_a_conflict(kind: str) -> None:
    left, right = answers(kind, "strike", {"value": "army guns did it"}, {"value": "army guns did not", "polarity": "denied"})
    found = compared(left, right)
    assert (found.relation, found.subtype) == ("conflict", "denial")


def test_opposed_labels_conflict_and_a_neutral_one_is_compatible() -> None:
    hostile, kind, plain = ({"value": word, "scope": side, "where": "fighters"} for word, side in
                            (("terrorists", "hostile"), ("freedom fighters", "favourable"), ("gunmen", "neutral")))  # fmt: skip
    assert relation("label", "fighter", hostile, kind) == "conflict"
    assert relation("label", "fighter", hostile, plain) == "compatible"


def test_two_named_culprits_conflict_and_a_described_one_does_not() -> None:
    assert relation("actor", "attack", {"value": "the Orsk Brigade"}, {"value": "the Hill Guard"}, named=True) == "conflict"
    assert relation("actor", "attack", {"value": "the Orsk Brigade"}, {"value": "men in masks"}) == "compatible"
    assert relation("actor", "attack", {"value": "the Orsk Brigade"}, {"value": "Brigade gunmen"}) == "compatible"


def test_a_person_described_may_be_anybody_named_elsewhere() -> None:
    described, named = {"value": "a worker of the Orsk Mill"}, {"value": "Jana Zeman"}
    desk = Desk()
    for outlet, given_ in (("North", described), ("South", named)):
        desk.account(outlet, f"It was {given_['value']} who shot at the mill.")
        desk.fact(outlet, "actor", "attack", **given_)
    desk.name("North", "Orsk Mill")
    desk.name("South", "Jana Zeman", "person")
    told = desk.tellings()
    left, right = ((told[fact.id],) for fact in desk.facts)
    assert compared(left, right).relation == "compatible"


def test_culprits_of_deeds_by_other_means_or_in_other_places_are_of_two_deeds() -> None:
    def between(one: str, other: str, **where: str) -> str:
        desk = Desk()
        desk.account("North", f"The Orsk Brigade {one}.")
        desk.account("South", f"The Hill Guard {other}.")
        for outlet, who in (("North", "The Orsk Brigade"), ("South", "The Hill Guard")):
            desk.fact(outlet, "actor", "attack", who, **({"where": where[outlet]} if where else {}))
            desk.name(outlet, who)
        told = desk.tellings()
        return compared(*((told[fact.id],) for fact in desk.facts)).relation

    assert between("shelled the town", "fired rockets at the town") == "conflict"
    assert between("gassed the town", "fired rockets at the town") == "compatible"
    assert between("shelled the town", "fired rockets at the town in reprisal") == "compatible"
    assert between("shelled the town", "fired rockets at the town", North="Orla", South="Wend") == "compatible"


def test_that_no_group_or_nobody_else_did_it_stands_against_a_group_that_did() -> None:
    def between(who: str, name: str, other: str, polarity: str) -> str:
        desk = Desk()
        desk.account("North", f"Behind the attack was {who}.")
        desk.account("South", f"Of the attack they said: {other}.")
        desk.fact("North", "actor", "attack", who)
        desk.fact("South", "actor", "attack", other, polarity=polarity)
        desk.name("North", name)
        told = desk.tellings()
        return compared(*((told[fact.id],) for fact in desk.facts)).relation

    assert between("a member of the Red Front", "Red Front", "any militant group", "denied") == "conflict"
    assert between("a member of the Red Front", "Red Front", "acted alone", "affirmed") == "conflict"
    assert between("Jana Zeman", "Jana Zeman", "any militant group", "denied") == "compatible"
    assert between("Jana Zeman", "Jana Zeman", "acted alone", "affirmed") == "compatible"


def test_what_could_not_be_is_no_denial_of_what_was() -> None:
    done = {"value": "used the law"}
    assert relation("happened", "use", done, {"value": "the law could not be used", "polarity": "denied"}) == "compatible"
    assert relation("happened", "use", done, {"value": "the law was not used", "polarity": "denied"}) == "conflict"


def test_two_counts_of_things_are_of_one_where_the_clauses_share_more_than_the_noun() -> None:
    def between(one: str, other: str) -> str:
        desk = Desk()
        desk.account("North", f"{one} ships.")
        desk.account("South", f"{other} ships.")
        for outlet, words, low in (("North", "10", 10), ("South", "four", 4)):
            desk.fact(outlet, "quantity", "ship", words, unit="ship", low=low, high=low)
        told = desk.tellings()
        return compared(*((told[fact.id],) for fact in desk.facts)).relation

    assert between("In the harbour of Orla the navy sank 10", "The navy sank off the harbour of Orla four") == "conflict"
    assert between("In the harbour of Orla the navy sank 10", "Wendland bought from Marisia four") == "compatible"


def test_a_state_that_is_no_more_denied_a_day_later_has_changed() -> None:
    free, held = {"value": "nobody is in custody", "polarity": "denied"}, {"value": "was taken into custody"}
    assert relation("status", "custody person", free, held, days=("2031-05-02", "2031-05-03")) == "update"
    assert relation("status", "custody person", free, held) == "conflict"


def test_days_exclude_each_other_and_a_month_holds_its_days() -> None:
    day, month, other = ({"value": words, "when": when} for words, when in
                         (("on 5 May", "2031-05-05"), ("in May", "2031-05"), ("on 7 May", "2031-05-07")))  # fmt: skip
    assert relation("time", "leave", day, other) == "conflict"
    assert relation("time", "leave", day, month) == "compatible"


def test_an_accident_has_one_cause_and_an_act_may_have_many_reasons() -> None:
    one, other = {"value": "a broken rail"}, {"value": "too high a speed"}
    assert relation("cause", "derail", one, other) == "conflict"
    assert relation("cause", "protest", one, other) == "compatible"


def test_an_attacker_and_his_bomb_are_one_cause_and_a_bomb_and_a_leak_are_two() -> None:
    bomb, bomber, missile, leak = ({"value": words} for words in ("a bomb", "the attacker", "a missile", "a gas leak"))
    assert relation("cause", "explode", bomb, bomber) == "compatible"
    assert relation("cause", "explode", bomb, missile) == "conflict"
    assert relation("cause", "explode", bomber, leak) == "conflict"


def test_a_cause_that_is_denied_stands_against_its_like_only() -> None:
    no_sabotage = {"value": "sabotage", "polarity": "denied"}
    assert relation("cause", "derail", {"value": "brought down deliberately"}, no_sabotage) == "conflict"
    assert relation("cause", "derail", {"value": "a cracked rail"}, no_sabotage) == "compatible"
    assert relation("cause", "burn", {"value": "a faulty heater"}, {"value": "a heater", "polarity": "denied"}) == "conflict"


def test_two_causes_in_one_place_are_two() -> None:
    stove, cable = {"value": "a stove on the second floor"}, {"value": "a cable on the second floor"}
    assert relation("cause", "burn", stove, cable) == "conflict"


def test_who_speaks_of_their_own_part_is_the_one_who_is_meant() -> None:
    desk = Desk()
    desk.account("North", "On the raid at the mill: Estrian planes did it.", SAME_DAY[0])
    desk.account("South", "On the raid at the mill: the Norland ministry denied any role in it.", SAME_DAY[0])
    desk.fact("North", "actor", "attack", "Estrian planes")
    desk.fact("South", "actor", "attack", "role", by="the Norland ministry", scope=TELLER, polarity="denied")
    did, denied = (desk.tellings()[fact.id] for fact in desk.facts)
    assert (did.doer, denied.doer) == ("Estrian planes", "the Norland ministry")
    assert compared((did,), (denied,)).relation == "compatible"


def test_a_coalition_is_not_another_culprit_than_the_state_that_leads_it() -> None:
    assert relation("actor", "attack", {"value": "the US-led alliance"}, {"value": "U.S. jets"}, named=True) == "compatible"


def test_a_state_that_one_account_tells_the_end_of_is_an_update_to_who_tells_its_beginning() -> None:
    desk = Desk()
    desk.account("North", "The bridge was closed. Then engineers let it be reopened.")
    desk.account("South", "The bridge was closed.")
    for outlet, value in (("North", "was closed"), ("South", "was closed"), ("North", "reopened")):
        desk.fact(outlet, "status", "open bridge", value)
    told = [desk.tellings()[fact.id] for fact in desk.facts]
    found = compared((told[0], told[1]), (told[2],))
    assert (found.relation, found.subtype) == ("update", "later-update")
    assert compared((told[0],), (told[2],)).relation == "compatible"


def test_ages_exclude_each_other() -> None:
    four, three = ({"value": words, "low": age, "high": age} for words, age in (("4-year-old", 4), ("three-year-old", 3)))
    assert relation("identity", "boy", four, three) == "conflict"


def test_states_that_exclude_each_other_conflict_on_one_day_and_follow_each_other_over_two() -> None:
    closed, opened = {"value": "the bridge is closed"}, {"value": "the bridge was reopened"}
    assert relation("status", "bridge", closed, opened) == "conflict"
    assert relation("status", "bridge", closed, opened, days=("2031-05-02", "2031-05-03")) == "update"
    assert relation("status", "bridge", closed, {"value": "the bridge was painted"}) == "compatible"


def test_deeds_and_judgements_of_opposite_sides_conflict() -> None:
    assert relation("manner", "deploy", {"value": "to guard the dam"}, {"value": "killing rioters"}) == "conflict"
    praise, blame = {"value": "a necessary step", "scope": "praise"}, {"value": "a crime", "scope": "blame"}
    assert relation("evaluation", "kill", praise, blame) == "conflict"
    assert relation("evaluation", "kill", blame, {**blame, "polarity": "denied"}) == "conflict"
    assert relation("evaluation", "kill", praise, {**blame, "polarity": "denied"}) == "compatible"


KINDS = st.sampled_from(
    ["quantity", "time", "place", "actor", "cause", "happened", "manner", "label", "identity", "status", "evaluation"]
)
FACT = st.fixed_dictionaries(
    {
        "value": st.sampled_from(
            ["army guns", "rebel guns", "closed", "reopened", "a crime", "necessary", "Monday", "31 people"]
        ),
        "low": st.sampled_from([None, 3, 31]),
        "high": st.sampled_from([None, 31, 99]),
        "scope": st.sampled_from([None, "hostile", "favourable", "civilian", "praise", "blame"]),
        "polarity": st.sampled_from(["affirmed", "denied"]),
        "when": st.sampled_from([None, "2031-05", "2031-05-05", "2031-06-01"]),
    }
)


@given(KINDS, FACT, FACT, st.tuples(*[st.sampled_from(["2031-05-02", "2031-05-03", None])] * 2))
def test_comparing_is_symmetric(kind, one, other, days) -> None:
    relation(kind, "burn", one, other, days=days)


@given(KINDS, FACT)
def test_an_answer_never_conflicts_with_itself(kind, one) -> None:
    assert relation(kind, "burn", one, one) == "compatible"


def test_times_of_one_day_conflict_by_the_clock_and_a_day_without_one_holds_them() -> None:
    def at(when: str) -> dict[str, str]:
        return {"value": "at that hour", "when": when}

    early, late, soon, day = map(at, ("2031-05-05T08:10", "2031-05-05T09:30", "2031-05-05T08:35", "2031-05-05"))
    assert relation("time", "attack", early, late) == "conflict"
    assert relation("time", "attack", early, soon) == "compatible"
    assert relation("time", "attack", late, day) == "compatible"


def test_hours_of_another_zone_are_not_compared() -> None:
    local, other = ({"value": value, "when": when} for value, when in
                    (("at that hour", "2031-05-05T08:10"), ("at that hour GMT", "2031-05-05T10:10Z")))  # fmt: skip
    assert relation("time", "attack", local, other) == "compatible"


def test_years_told_alone_exclude_each_other_where_they_are_next_to_each_other() -> None:
    years = [{"value": year, "when": year} for year in ("2014", "2015", "2019")]
    assert relation("time", "arrive mill", years[0], years[1]) == "conflict"
    assert relation("time", "arrive mill", years[0], years[2]) == "compatible"


def test_times_more_than_a_month_apart_are_of_two_happenings() -> None:
    def at(when: str) -> dict[str, str]:
        return {"value": "on that day", "when": when}

    assert relation("time", "quake", at("2031-05-02"), at("2031-05-09")) == "conflict"
    for far in ("2031-02-02", "2031-02", "2029"):
        assert relation("time", "quake", at("2031-05-02"), at(far)) == "compatible"


def test_two_towns_conflict_and_a_town_and_its_district_do_not() -> None:
    def placed(one: tuple[str, int | None], other: tuple[str, int | None]) -> str:
        desk = Desk()
        for outlet, (town, number) in zip(("North", "South"), (one, other), strict=True):
            desk.account(outlet, f"Police caught the driver of the red lorry near {town} after a long chase.")
            desk.fact(outlet, "place", "arrest", town)
            desk.name(outlet, town, "place")
            desk.entities.append(Entity(f"ent1-{town}", "place", town, (), number))
            desk.members.append(Member(f"ent1-{town}", desk.mentions[-1].id, 1.0, (), "test"))
        told = desk.tellings()
        left, right = ((told[fact.id],) for fact in desk.facts)
        return compared(left, right).relation

    assert placed(("Lyon", 2996944), ("Grenoble", 3014728)) == "conflict"
    assert placed(("Lyon", 2996944), ("Lyon 03", None)) == "compatible"


def test_two_denials_do_not_exclude_each_other() -> None:
    one, other = ({"value": who, "polarity": "denied"} for who in ("the Orsk Brigade", "the Hill Guard"))
    assert relation("actor", "attack", one, other, named=True) == "compatible"
    sides = (
        {"value": word, "scope": side, "polarity": "denied"} for word, side in (("bandits", "hostile"), ("heroes", "favourable"))
    )
    assert relation("label", "fighter", *sides) == "compatible"


def test_what_was_not_so_yet_gave_way_to_what_then_was() -> None:
    yet = {"value": "the driver had not been arrested yet", "polarity": "denied"}
    assert relation("status", "custody person", yet, {"value": "the driver was arrested"}) == "update"
    never = {"value": "the driver was not arrested", "polarity": "denied"}
    assert relation("status", "custody person", never, {"value": "the driver was arrested"}) == "conflict"


def test_things_of_two_kinds_are_two_things() -> None:
    for kinds, told in ((("fire", "ladder"), "compatible"), (("ladder", "ladder"), "conflict")):
        desk = Desk()
        for outlet, number, kind in zip(("North", "South"), (31, 3), kinds, strict=True):
            desk.account(outlet, f"Crews from the valley came to the mill with {number} {kind} truck engines and hoses.")
            desk.fact(outlet, "quantity", "truck", str(number), low=number, high=number, unit="truck")
        held = desk.tellings()
        assert compared(*((held[fact.id],) for fact in desk.facts)).relation == told


def test_somebody_is_older_by_as_much_as_an_account_is_later() -> None:
    young, old = ({"value": f"{age}-year-old", "low": age, "high": age, "unit": "year"} for age in (27, 29))
    assert relation("identity", "age ana ruiz", young, old, days=("2031-05-02", "2033-05-01")) == "compatible"
    assert relation("identity", "age ana ruiz", old, young, days=("2031-05-02", "2033-05-01")) == "conflict"
    assert relation("identity", "age ana ruiz", young, old) == "conflict"


def test_a_vehicle_has_one_colour_however_that_is_spelt() -> None:
    silver, grey, gray = ({"value": word, "scope": colour} for word, colour in
                          (("silver", "silver"), ("grey", "grey"), ("gray", "grey")))  # fmt: skip
    assert relation("identity", "colour camry", silver, grey) == "conflict"
    left, right = answers("identity", "colour camry", grey, gray)
    assert answers_of([*left, *right]) == [(*left, *right)]


def test_harm_was_meant_or_not_whichever_way_it_is_put() -> None:
    meant, mishap = {"value": "deliberately hit", "scope": "meant"}, {"value": "hit by mistake", "scope": "unmeant"}
    assert relation("cause", "intent", meant, mishap) == "conflict"
    assert relation("cause", "intent", meant, {**meant, "polarity": "denied"}) == "conflict"
    assert relation("cause", "intent", mishap, {**meant, "polarity": "denied"}) == "compatible"


def test_whom_a_side_denies_to_have_sent_is_of_that_side_by_any_name() -> None:
    did, did_not = {"value": "Kyiv's troops"}, {"value": "the armed forces of Ukraine", "polarity": "denied"}
    assert relation("actor", "attack", did, did_not) == "conflict"
    assert relation("actor", "attack", {"value": "Norwegian troops"}, did_not) == "compatible"
    ruling = {"value": "the regime"}, {"value": "government forces", "polarity": "denied"}
    assert relation("actor", "attack", *ruling) == "conflict"
    assert relation("actor", "attack", {"value": "Ukrainian troops"}, {"value": "artillery of Ukraine"}) == "compatible"


def test_each_account_of_one_matter_gives_one_hour_of_the_harm_and_they_conflict() -> None:
    def told(about: str) -> str:
        desk = Desk()
        for outlet, hour, text in (
            ("North", "13:00", "A bomb fell on the mill at Orsk at one, said Ivor Dunn the miller, who lost a hand."),
            (
                "South",
                "15:00",
                "Ivor Dunn of the mill at Orsk is dead. At three it came, when traders had gone home for the day.",
            ),
        ):
            desk.account(outlet, text, "2031-05-02")
            desk.fact(outlet, "time", about, "at one" if outlet == "North" else "At three", when=f"2031-05-02T{hour}")
        left, right = desk.tellings().values()
        assert left.matter == right.matter
        return compared((left,), (right,)).relation

    assert told("attack") == "conflict"
    assert told("vote") == "compatible"


def test_one_attack_is_made_by_one_kind_of_means() -> None:
    air, guns = {"value": "an air strike"}, {"value": "gunmen opened fire"}
    assert relation("manner", "attack", air, guns) == "conflict"
    assert relation("manner", "attack", air, {"value": "warplanes"}) == "compatible"
    assert relation("manner", "attack", air, guns | {"where": "Orsk"}) == "conflict"
    assert relation("manner", "attack", air | {"where": "Lund"}, guns | {"where": "Orsk"}) == "compatible"
    assert relation("manner", "troops", air, guns) == "compatible"


def test_to_deny_the_opposite_is_no_conflict() -> None:
    fired = {"value": "opened fire"}
    assert relation("manner", "attack", {"value": "used only tear gas"}, fired) == "conflict"
    assert relation("manner", "attack", {"value": "used only tear gas", "polarity": "denied"}, fired) == "compatible"


def test_those_who_serve_the_state_and_those_who_fight_it_are_two_culprits() -> None:
    assert relation("actor", "attack", {"value": "the military"}, {"value": "the militia"}) == "conflict"
    assert relation("actor", "attack", {"value": "the military"}, {"value": "the air force"}) == "compatible"
    assert relation("actor", "help", {"value": "the military"}, {"value": "the militia"}) == "compatible"
    at_the_army = {"value": "rebels near the army base"}
    assert relation("actor", "attack", {"value": "the military"}, at_the_army) == "compatible"


def test_two_kinds_of_wound_exclude_each_other_and_the_lack_of_one_only_itself() -> None:
    shot, burnt = {"value": "gunshot wounds", "scope": "gunshot"}, {"value": "burns", "scope": "fire"}
    assert relation("cause", WOUND, shot, burnt) == "conflict"
    assert relation("cause", WOUND, shot, {"value": "no bullet holes", "scope": "gunshot", "polarity": "denied"}) == "conflict"
    assert relation("cause", WOUND, burnt, {"value": "no bullet holes", "scope": "gunshot", "polarity": "denied"}) == "compatible"


def test_a_vessel_is_nobody_whatever_it_guards() -> None:
    ours, theirs = {"value": "A Norland coast guard vessel"}, {"value": "the Surland trawler"}
    assert relation("actor", "attack", ours, theirs, named=True) == "conflict"


def test_a_word_for_fighters_is_the_name_of_no_culprit() -> None:
    guard = {"value": "the Hill Guard"}
    assert relation("actor", "attack", guard, {"value": "the Orsk Brigade"}, named=True) == "conflict"
    assert relation("actor", "attack", guard, {"value": "Mujahideen"}, named=True) == "compatible"


def test_downed_is_shot_down() -> None:
    left, right = answers("cause", "crash", {"value": "shot down"}, {"value": "downed"})
    assert len(answers_of([*left, *right])) == 1
