"""Whether two spellings name one person, organisation or place: named features with weights, one scorer a kind.

The weights are set by what names are, not fitted: -4 is the bias, 6 is what sharing every word of the shorter name gives,
so that a score of 0.5 means that nothing more than a third of the shorter name speaks against it.
"""

from functools import cache

from rashomon.pairs.scorer import Scored, Scorer
from rashomon.resolve.known import country_of, is_people
from rashomon.resolve.known_under import (
    acronym,
    city_of_that_name,
    legal_forms_differ,
    one_country,
    one_line_of_aliases,
    one_state,
    people,
    same_letters,
    two_countries,
    two_lands,
    two_lines_of_aliases,
)
from rashomon.resolve.persons import (
    courtesies,
    family_and_member,
    father_and_son,
    given_name_alone,
    two_generations,
    two_on_page,
    two_persons,
)
from rashomon.resolve.shared_words import each_its_own, one_has_more, short_form, short_on_page, words_in_common
from rashomon.resolve.spelling import Spelling

SAME = 0.5  # from here on two spellings are one: the balance of the features, swept nowhere


def compare(left: Spelling, right: Spelling) -> Scored:
    """How surely two spellings name one thing, and why."""
    return _scorer(left.name.sort, right.name.sort)(left, right)


def excludes(left: Spelling, right: Spelling) -> bool:
    """Whether the two cannot be one: each has a word of its own or its own country, or a family stands against its member."""
    if country_of(left.written) and country_of(right.written):
        return not one_country(left, right)
    if one_state(left, right) or is_people(left.written) or is_people(right.written):
        return False  # "Kazakh" is no name that another could contradict
    lands = left.name.lands and right.name.lands and not left.name.lands & right.name.lands
    return bool(lands or left.family != right.family or each_its_own(left, right) <= -0.8 or two_persons(left, right))


@cache
def _scorer(left: str, right: str) -> Scorer[Spelling]:
    if left != right:
        return _ACROSS
    return {"person": _PERSONS, "org": _ORGANISATIONS, "place": _PLACES}[left]


# fmt: off
_PERSONS: Scorer[Spelling] = Scorer(-4.0, (
    ("words in common", words_in_common, 6.0),
    ("each has a word of its own", each_its_own, 6.0),
    ("one has words more", one_has_more, 0.5),
    ("only a given name in common", given_name_alone, 2.5),
    ("short form on the same page", short_on_page, 1.5),
    ("Mr and Mrs", courtesies, 6.0),
    ("father and son", father_and_son, 6.0),
    ("two generations", two_generations, 6.0),
    ("two names on one page", two_on_page, 6.0),
    ("a family and one of it", family_and_member, 10.0),
))
_ORGANISATIONS: Scorer[Spelling] = Scorer(-4.0, (
    ("words in common", words_in_common, 6.0),
    ("each has a word of its own", each_its_own, 6.0),
    ("each has its own country", two_lands, 6.0),
    ("one has words more", one_has_more, 3.0),
    ("short form of the name", short_form, 0.5),
    ("short form on the same page", short_on_page, 2.5),
    ("legal forms differ", legal_forms_differ, 3.0),
    ("known under both names", one_line_of_aliases, 8.0),
    ("two by the list of aliases", two_lines_of_aliases, 6.0),
    ("acronym", acronym, 8.0),
    ("a people and something else", people, 10.0),
    ("named by the seat of its government", one_state, 8.0),
))
_PLACES: Scorer[Spelling] = Scorer(-4.0, (
    ("words in common", words_in_common, 6.0),
    ("each has a word of its own", each_its_own, 6.0),
    ("one has words more", one_has_more, 3.0),
    ("one country", one_country, 8.0),
    ("two countries", two_countries, 10.0),
    ("a country and a town of its name", city_of_that_name, 6.0),
    ("acronym", acronym, 8.0),
))
_ACROSS: Scorer[Spelling] = Scorer(-4.0, (
    ("same letters", same_letters, 6.0),
    ("known under both names", one_line_of_aliases, 6.0),
    ("named by the seat of its government", one_state, 8.0),
    ("a family and one of it", family_and_member, 10.0),
))
# fmt: on
