"""Who is who in a case."""

import pytest
from tests.resolve.naming import case, sets

from rashomon.model import Entity, Member, Voice
from rashomon.resolve.judged import entity_id
from rashomon.resolve.letters import NEAR, alike


def test_one_person_under_every_spelling_and_alphabet() -> None:
    told = case(
        "[Qasym-Murat Zhaqsybaev]person spoke. [Zhaqsybaev]person left.",
        "[Jaksybayev]person was there, said [Kasym-Murat Jaksybayev]person.",
        "[Zhaksybaev]person wrote nothing.",
        "Касым был там: [Жақсыбаев]person.",
    )
    names = {"Qasym-Murat Zhaqsybaev", "Zhaqsybaev", "Jaksybayev", "Kasym-Murat Jaksybayev", "Zhaksybaev", "Жақсыбаев"}
    assert told.names() == {frozenset(names)}
    assert told.entity_of("Zhaksybaev").name in ("Qasym-Murat Zhaqsybaev", "Kasym-Murat Jaksybayev")


def test_two_people_are_not_joined_through_their_surname() -> None:
    told = case(
        "[Ann Kray]person came. [Kray]person sat.",
        "[Bela Kray]person came. [Kray]person stood.",
        "[Kray]person ran.",
    )
    ann, bela = told.entity_of("Ann Kray"), told.entity_of("Bela Kray")
    assert ann.id != bela.id
    assert told.entity_of("Kray", account=0).id == ann.id
    assert told.entity_of("Kray", account=1).id == bela.id
    assert told.entity_of("Kray", account=2).id not in (ann.id, bela.id), "either may be meant, so neither is"


def test_a_bare_surname_stands_for_the_one_written_far_more_often() -> None:
    told = case("[Ann Kray]person. " * 4 + "[Bela Kray]person.", "[Kray]person ran.")
    assert told.entity_of("Kray").name == "Ann Kray"


def test_a_family_its_women_and_a_city_named_after_it_stay_apart() -> None:
    told = case(
        "[Marat Belov]person ruled. [Belov]person fell. His daughter [Vera Belova]person sings. "
        "The [Belov]person family fled to [Ma-Rat]place, and [Ma-Rat]place it is still."
    )
    assert told.names() == sets(["Marat Belov", "Belov"], ["Vera Belova"], ["Belov family"], ["Ma-Rat"])


def test_an_acronym_that_the_text_introduces_or_that_fits() -> None:
    told = case(
        "The [Pact for Lakes]org ([TPL]org) met.",
        "[TPL]org sent boats. The [Bureau of Northern Lakes]org too.",
        "[BNL]org sent none.",
    )
    assert told.names() == sets(["Pact for Lakes", "TPL"], ["Bureau of Northern Lakes", "BNL"])


def test_the_observatory_is_the_one_of_its_page() -> None:
    told = case(
        "The [Lakes Observatory for Fish]org spoke. The [Observatory]org said more.",
        "The [Hill Observatory]org spoke. The [Observatory]org said more.",
    )
    assert told.entity_of("Observatory", account=0).name == "Lakes Observatory for Fish"
    assert told.entity_of("Observatory", account=1).name == "Hill Observatory"


def test_a_state_by_its_name_and_its_adjective_but_not_its_people() -> None:
    told = case("[Bulgaria]place sent [Bulgarian]group boats. The [Bulgarians]group sang.")
    assert told.names() == sets(["Bulgaria", "Bulgarian"], ["Bulgarians"])


def test_a_government_named_by_its_seat_is_the_state_and_the_town_is_not() -> None:
    told = case("[Moscow]org has denied it. [Russia]place sent troops. It rained in [Moscow]place. [The Kremlin]org spoke.")
    assert told.names() == sets(["Russia", "Moscow", "Kremlin"], ["Moscow"])


def test_a_father_and_a_son_of_one_name_are_two_where_a_page_names_both() -> None:
    told = case("[Ann Kray]person met [Ann Kray Jr.]person there.", "[Ann Kray]person left.")
    assert told.names() == sets(["Ann Kray"], ["Ann Kray Jr."])


def test_what_only_describes_is_no_entity_by_itself_and_no_alias() -> None:
    assert case("[The council]org met.").names() == set()
    assert case("[The Orla River Council]org met. [The council]org left.").names() == sets(["Orla River Council"])


def test_two_of_a_family_with_like_names_are_two_where_a_page_has_both() -> None:
    told = case("[Ivana Orlo]person and [Ivanka Orlo]person came.", "[Ivanka Orlo]person left.")
    assert told.names() == sets(["Ivana Orlo"], ["Ivanka Orlo"])


def test_an_acronym_that_another_name_bears_is_not_made_of_initials() -> None:
    told = case("[OBC]org aired it. [OBC News]org too.", "The [Orla Baptist Convention]org met.")
    assert frozenset(["Orla Baptist Convention"]) in told.names()


def test_what_is_called_after_a_body_is_not_the_body() -> None:
    told = case("The [Bank of Orla]org paid for the [Bank of Orla Stadium]org.", "The [White House]org and the [House]org met.")
    assert told.names() == sets(["Bank of Orla"], ["Bank of Orla Stadium"], ["White House"], ["House"])


def test_those_of_a_faith_are_no_organisation() -> None:
    assert case("[Islamic]group dress. [Islamic State]org.").names() == sets(["Islamic"], ["Islamic State"])


def test_an_airline_by_its_people_s_word() -> None:
    told = case("[Kazakh Airlines]org flew. [Kazakh]org said so. [Kazakh]group officials left.")
    assert told.names() == sets(["Kazakh Airlines", "Kazakh"], ["Kazakh"])


def test_hundreds_of_people_with_one_surname_stay_apart() -> None:
    given = [f"{one}{two}ran".title() for one in "bdfgklmnprstvz" for two in "abcdefghijklmno"]  # many a letter from the next
    told = case(*(f"[{name} Kray]person met [Kray]person." for name in given), "[Kray]person left.")
    people = [names for names in told.names() if any(" " in name for name in names)]
    assert len(people) >= 50
    for names in people:
        full = [name.split()[0] for name in names if " " in name]
        assert all(alike(one, other) >= NEAR for one in full for other in full), names


@pytest.mark.parametrize("kind", ["person", "org", "place", "group"])
@pytest.mark.parametrize(
    "name", ["B", "Ж", "A" * 500, "Ab" * 250, "布", "Илka Бrandt", "-", "3", "the", "al-", "'", "ال", "B. B. B.", "\u202eKray"]
)
def test_absurd_names_are_entities_like_any_other(kind: str, name: str) -> None:
    told = case(f"[{name}]{kind} met [Ann Kray]person.", f"[{name}]{kind} left.")
    assert sum(len(names) for names in told.names()) >= 2 or name == "the"


def test_ministries_of_two_countries_are_two() -> None:
    told = case(
        "The [Peruvian Fishing Ministry]org spoke.", "The [Chilean Fishing Ministry]org did not.", "The [Fishing Ministry]org?"
    )
    assert told.names() == sets(["Peruvian Fishing Ministry"], ["Chilean Fishing Ministry"], ["Fishing Ministry"])


def test_a_parser_s_slip_of_kind_is_outvoted() -> None:
    told = case("[Ann Kray]person. [Kray]person. [Kray]org.", "President [Kray]place came.")
    assert {(one.kind, one.name) for one in told.resolved() if isinstance(one, Entity)} == {("person", "Ann Kray")}


def test_a_surname_has_no_pet_forms() -> None:
    told = case("[Luis Guillermo]person met [William Stone]person. [Bill]person and [Luis]person left.")
    assert told.names() == sets(["Luis Guillermo", "Luis"], ["William Stone", "Bill"])


def test_a_name_that_the_parser_broke_is_whole_again() -> None:
    told = case("President [Qasym-Murat]person [Zhaqsybaev]person spoke.", "A friend, [Qasym]place-Murat [Zhaqsybaev]person.")
    assert told.names() == sets(["Qasym-Murat Zhaqsybaev"])


def test_two_surnames_side_by_side_are_two_people() -> None:
    told = case(
        "[Ann Kray]person met [Dot Vale]person.", "[Kray]person [Vale]person talks go on in [Peru]place [Vale]person says."
    )
    assert told.names() == sets(["Ann Kray", "Kray"], ["Dot Vale", "Vale"], ["Peru"])


def test_every_named_mention_is_in_one_entity_and_every_name_is_words_of_a_page() -> None:
    told = case(
        "The [Belov]person family and [Ann Kray]person of [TPL]org.", "[Kray]person went to [Orla]place with [the Orlans]group."
    )
    found = told.resolved()
    entities = {one.id: one for one in found if isinstance(one, Entity)}
    members = [one.item_id for one in found if isinstance(one, Member) and one.group_id in entities]
    assert sorted(members) == sorted(mention.id for mention in told.mentions)
    texts = [one.document.text for one in told.accounts]
    assert all(any(name in text for text in texts) for one in entities.values() for name in (one.name, *one.aliases))


def test_order_of_documents_and_mentions_does_not_matter() -> None:
    marked = [
        "[Ann Kray]person. [Kray]person.",
        "[Bela Kray]person. [Kray]person.",
        "[Kray]person and [A. Kray]person in [Orla]place.",
    ]
    straight, turned = case(*marked), case(*marked)
    turned.accounts.reverse()
    assert sorted(map(repr, straight.resolved())) == sorted(map(repr, turned.resolved()))


def test_a_person_s_word_parts_and_joins() -> None:
    told = case("[Annika Kray]person came.", "[Anika Kray]person came.", "[Dot Vale]person came.")
    assert told.names() == sets(["Annika Kray", "Anika Kray"], ["Dot Vale"])
    told.judge(told.mention("Annika Kray"), "different", told.mention("Anika Kray", account=1))
    told.judge(told.mention("Annika Kray"), "same", told.mention("Dot Vale", account=2))
    assert told.names() == sets(["Annika Kray", "Dot Vale"], ["Anika Kray"])


def test_a_person_s_word_parts_two_mentions_of_one_spelling() -> None:
    told = case("[Ann Kray]person came.", "[Ann Kray]person came.")
    told.judge(told.mention("Ann Kray"), "different", told.mention("Ann Kray", account=1))
    assert told.entity_of("Ann Kray", account=0).id != told.entity_of("Ann Kray", account=1).id


def test_what_was_retracted_no_longer_counts() -> None:
    told = case("[Ann Kray]person came.", "[Dot Vale]person came.")
    told.judge(told.mention("Ann Kray"), "same", told.mention("Dot Vale", account=1), retracted=True)
    assert told.names() == sets(["Ann Kray"], ["Dot Vale"])


def test_a_judgement_on_entities_outlives_them() -> None:
    told = case("[Ann Kray]person came.", "[Dot Vale]person came.", "[A. Kray]person and [Kray]person came.")
    told.judge(told.entity_of("Ann Kray").id, "same", told.entity_of("Dot Vale").id)
    joined = told.entity_of("Dot Vale")
    assert {"Ann Kray", "Dot Vale", "A. Kray", "Kray"} == {joined.name, *joined.aliases}
    told.accounts.append(case("[Dorothy Vale]person came. [Vale]person left.").accounts[0])
    assert told.entity_of("Ann Kray").id == told.entity_of("Dot Vale").id


def test_an_entity_s_id_is_made_of_its_kind_and_least_mention() -> None:
    told = case("[Ann Kray]person came. [Kray]person left.")
    assert told.entity_of("Ann Kray").id == entity_id("person", (mention.id for mention in told.mentions))


def test_voices_go_where_their_names_go() -> None:
    told = case(
        "President [Ann Kray]person met reporters. [[Kray]person]named was calm. [The president]unnamed said no. "
        "[The mayor]unnamed said yes. [Officials]unnamed said nothing. [[Kray]person's office]unnamed denied it."
    )
    found = told.resolved()
    entities = {one.id: one.name for one in found if isinstance(one, Entity)}
    who = {one.item_id: entities[one.group_id] for one in found if isinstance(one, Member) and one.item_id.startswith("voi")}
    said = {voice.name: who.get(voice.id) for voice in told.voices}
    assert said == {
        "Kray": "Ann Kray", "The president": "Ann Kray", "Kray's office": "Ann Kray", "The mayor": None, "Officials": None,
    }  # fmt: skip


def test_the_president_of_another_country_is_somebody_else() -> None:
    told = case(
        "Peruvian President [Ann Kray]person slept. [The Chilean president]unnamed did not. [The Peruvian president]unnamed woke."
    )
    found = told.resolved()
    held = {one.item_id for one in found if isinstance(one, Member)}
    assert [voice.name for voice in told.voices if voice.id in held] == ["The Peruvian president"]


def test_the_president_behind_the_name() -> None:
    told = case("[Ann Kray]person (the president) came. [The president]unnamed left.")
    assert told.entity_of("The president").name == "Ann Kray"


def test_an_outlet_is_the_organisation_of_its_name_and_nobody_otherwise() -> None:
    told = case("The [Orla Post]org reports.")
    post, other = (Voice.of(told.accounts[0].document.id, "outlet", name) for name in ("Orla Post", "Hill Post"))
    held = {one.item_id for one in told.resolved(post, other) if isinstance(one, Member)}
    assert post.id in held
    assert other.id not in held


def test_unnamed_voices_that_a_person_called_one_are_an_entity() -> None:
    told = case("[Officials]unnamed spoke.", "[The officials]unnamed spoke.")
    left, right = (voice.id for voice in told.voices)
    assert not [one for one in told.resolved() if isinstance(one, Entity)]
    told.judge(left, "same", right)
    (made,) = [one for one in told.resolved() if isinstance(one, Entity)]
    assert {made.name, *made.aliases} == {"Officials", "The officials"}


def test_a_voice_can_be_parted_from_its_name_and_given_to_another() -> None:
    told = case("President [Ann Kray]person slept. [The president]unnamed spoke. [Dot Vale]person sang.")
    (voice,) = told.voices
    told.judge(voice.id, "different", told.mention("Ann Kray"))
    told.judge(voice.id, "same", told.mention("Dot Vale"))
    assert told.entity_of("The president").name == "Dot Vale"


def test_an_empty_case_gives_nothing() -> None:
    assert case().resolved() == []
