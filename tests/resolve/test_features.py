"""Whether two names are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import EntityKind
from rashomon.resolve.features import SAME, compare
from rashomon.resolve.spelling import Spelling

kinds: st.SearchStrategy[EntityKind] = st.sampled_from(["person", "org", "group", "place"])
parts = st.sampled_from(
    "Ann Bela Kray Kraya Zhaqsybaev J. al- bin Ministry of Kazakh Forces Ltd 3 III Lake Province CSTO Семён".split()
)
names = st.lists(parts, min_size=1, max_size=5).map(" ".join)

ONE = [
    ("person", "Ann Kray", "Kray, Ann"),
    ("person", "Mr. Tomas Bel", "Tomas Bel"),
    ("person", "T. Belmont", "Tomas Belmont"),
    ("person", "Bill Stone", "William Stone"),
    ("person", "Семён Жақсыбаев", "Semyon Zhaqsybayev"),
    ("person", "Karim bin Rashid", "Kareem ibn Rasheed"),
    ("person", "Qasym-Murat Zhaqsybaev", "Kassym Murat Jaksybayev"),
    ("person", "Zhaqsybaev", "Jaksybayev"),
    ("person", "Abd al-Karim Sala", "Abdulkarim Sala"),
    ("org", "Varna Steel Ltd", "Varna Steel Limited"),
    ("org", "the Bureau of Northern Lakes", "BNL"),
    ("org", "Ministry of Defence", "Ministry of Defense"),
    ("org", "Lakes Front militia", "Lakes Front"),
    ("org", "Lakes Observatory", "Lakes Observatory for Human Rights"),
    ("org", "Kyrgyz Ministry of Fisheries", "Ministry of Fisheries"),
    ("org", "Daesh", "Islamic State group"),
    ("org", "Ministry of Internal Affairs of Kazakhstan", "Kazakh Interior Ministry"),
    ("org", "Varna Steel Aktiengeselschaft", "Varna Steel AG"),
    ("org", "MV Varna Star", "Varna Star"),
    ("org", "Varna Steel Societa per Azioni", "Varna Steel S.p.A."),
    ("person", "بشار القاسمي", "Bashar al-Qasimi"),
    ("place", "Khan Sarmin", "Khan Sermin"),
    ("place", "al-Harbiya", "Harbiyah"),
    ("place", "River Orla", "Orla"),
    ("place", "U.S.", "United States"),
]  # fmt: skip
TWO = [
    ("person", "Ann Kray", "Bela Kray"),
    ("person", "Tomas Belmont", "Tomas Karsten"),
    ("person", "Mr Kray", "Mrs Kray"),
    ("person", "Vera Belova", "Pavel Belov"),
    ("person", "Belova", "Belov"),
    ("person", "Hassan Rashid", "Hussein Rashid"),
    ("person", "Michael", "Michael Karsten"),
    ("org", "Ministry of Fisheries", "Ministry of Transport"),
    ("org", "Kyrgyz Foreign Ministry", "Kazakh Foreign Ministry"),
    ("org", "Brigade 36", "Brigade 37"),
    ("org", "Russian Defence Ministry", "Syrian Ministry of Defense"),
    ("org", "University of Orla", "Orla State University"),
    ("person", "Omar bin Karim", "Karim bin Omar"),
    ("person", "Ann Kray Jr.", "Ann Kray Sr."),
    ("person", "Maria Ortego", "Mario Ortego"),
    ("org", "Varna Steel", "Varna Trust"),
    ("org", "Varna Bank Peru", "Varna Bank Chile"),
    ("org", "Islamic State", "Islamic State Khorasan Province"),
    ("org", "State Department", "State Department of Fisheries"),
    ("place", "Kuwait", "Kuwait City"),
    ("place", "Iran", "Iraq"),
    ("place", "Niger", "Nigeria"),
    ("place", "Harbiya", "Harbiya province"),
    ("place", "North Orla", "South Orla"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "left", "right"), ONE)
def test_one(kind: EntityKind, left: str, right: str) -> None:
    assert compare(Spelling.alone(left, kind), Spelling.alone(right, kind)).score >= SAME


@pytest.mark.parametrize(("kind", "left", "right"), TWO)
def test_two(kind: EntityKind, left: str, right: str) -> None:
    assert compare(Spelling.alone(left, kind), Spelling.alone(right, kind)).score < SAME


@given(kinds, names, kinds, names)
def test_comparing_is_symmetric(one: EntityKind, left: str, other: EntityKind, right: str) -> None:
    there = compare(Spelling.alone(left, one), Spelling.alone(right, other))
    back = compare(Spelling.alone(right, other), Spelling.alone(left, one))
    assert there.score == pytest.approx(back.score)


@given(kinds, names)
def test_a_name_is_itself(kind: EntityKind, name: str) -> None:
    assert compare(Spelling.alone(name, kind), Spelling.alone(name, kind)).score >= SAME


def test_a_score_says_why() -> None:
    scored = compare(Spelling.alone("Ann Kray", "person"), Spelling.alone("Bela Kray", "person"))
    assert [reason.feature for reason in scored.reasons] == ["each has a word of its own", "words in common"]
