"""People's word on the run page: in the items' own words, and never silently gone."""

from tests.cases import told

from rashomon.model import Judgement
from rashomon.views.judged import words_of_people
from rashomon.views.records import Records


def told_with(*pairs: tuple[str, str], retracted_at: str | None = None) -> Records:
    tables = {**told(), "judgements": []}
    for number, (left, right) in enumerate(pairs):
        at = f"2026-03-0{9 - number}T10:00:00+00:00"
        tables["judgements"].append(Judgement(f"jud1-{number}", left, right, "different", "desk", at, retracted_at))
    return Records(tables, "told")


def test_items_stand_in_their_own_words():
    tables = told()
    document, fact, point, position, voice = (
        tables[name][0].id for name in ("documents", "facts", "points", "positions", "voices")
    )
    records = told_with((document, fact), (point, position), (voice, "ent1-Ann Holt"))
    assert [(word.left, word.right) for word in words_of_people(records)] == [
        ("Mayor Ann Holt", "Ann Holt"),
        ("How many people died in the fire?", "at least twelve people"),
        ("Fire in Port Lys", "“at least twelve people died” in the fire"),
    ]


def test_what_is_gone_keeps_its_id_and_what_was_taken_back_stays():
    (word,) = words_of_people(told_with(("men1-gone", ""), retracted_at="2026-03-10T10:00:00+00:00"))
    assert (word.left, word.right, word.retracted_at) == ("men1-gone", "", "2026-03-10T10:00:00+00:00")
